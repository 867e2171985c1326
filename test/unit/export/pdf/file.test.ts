import { expect, test } from "vitest";
import { joined } from "../../../../src/base/byte-parts.ts";
import { sha256 } from "../../../../src/base/hash.ts";
import { type Body, finishedFile, rawStream, serialise } from "../../../../src/export/pdf/file.ts";

const profile = new Uint8Array(5000).fill(7);
const fileOf = (text: string, number: number, first: number | null) => {
  const objects = new Map<number, Body>([
    [number, rawStream("/N 4", profile)],
    [1, "<</Type/Catalog/Pages 2 0 R>>"],
    [2, `<</Type/Pages/Count 0/Kids[]/Said(${text})>>`],
  ]);
  return serialise(finishedFile(objects, 1, 2, "00", first));
};

test("the digest taken while writing is that of the bytes, whatever files begin alike", () => {
  for (const [text, number] of [
    ["một", 3],
    ["hai", 3],
    ["ba", 4],
  ] as const) {
    const { parts, sha256: digest } = fileOf(text, number, number);
    expect(digest).toBe(sha256(joined(parts)));
    expect(parts).toContain(profile);
  }
});

test("the cross-reference table leads to every object, also to the one that is written first", () => {
  for (const first of [null, 3]) {
    const text = Buffer.concat(fileOf("một", 3, first).parts).toString("latin1");
    const offsets = [...text.matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) => Number(offset));
    expect(offsets.map((at) => text.slice(at, at + 7))).toEqual(["1 0 obj", "2 0 obj", "3 0 obj"]);
    expect(text.slice(Number(/startxref\n(\d+)/.exec(text)![1])).startsWith("xref")).toBe(true);
    expect(text.indexOf("3 0 obj") < text.indexOf("1 0 obj")).toBe(first === 3);
  }
});
