import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { FileBuilder } from "../../../../src/export/pdf/builder.ts";
import type { Body } from "../../../../src/export/pdf/file.ts";
import { addOutputIntent, compressProfile } from "../../../../src/export/pdf/output-intent.ts";
import type { OutputCondition } from "../../../../src/model/output-condition.ts";

const condition = (icc: Uint8Array): OutputCondition => ({
  id: "coated",
  name: { vi: "Giấy tráng phủ", en: "Coated" },
  identifier: "FOGRA51",
  registry: null,
  info: "Coated paper",
  profile: "icc/coated.icc",
  inkLimit: 300,
  icc,
});

/** The profile's stream in a file of its own. */
function writtenProfile(of: OutputCondition): Uint8Array {
  const objects = new Map<number, Body>();
  const file = new FileBuilder(
    (number, body) => objects.set(number, body),
    () => false,
  );
  const body = objects.get(addOutputIntent(file, of).profile)!;
  if (typeof body === "string") throw new Error("a profile is a stream");
  return body.data;
}

test("runs that read the same profile anew share what it was compressed to, others do not", async () => {
  const first = condition(Buffer.alloc(5000, "profile"));
  await compressProfile(first);
  const data = writtenProfile(first);
  expect(inflateSync(data).equals(Buffer.alloc(5000, "profile"))).toBe(true);
  const again = condition(Buffer.alloc(5000, "profile"));
  await compressProfile(again);
  expect(writtenProfile(again)).toBe(data);
  const other = writtenProfile(condition(Buffer.alloc(5000, "another")));
  expect(inflateSync(other).equals(Buffer.alloc(5000, "another"))).toBe(true);
});
