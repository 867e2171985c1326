import { inflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import {
  DeflateStream,
  FARTHEST_MATCH,
  LONGEST_MATCH,
} from "../../../../../src/export/raster/png/deflate-stream.ts";
import fc from "../../../../support/property.ts";

type Token = number | readonly [length: number, distance: number];

/** What the tokens say. */
function expanded(tokens: readonly Token[]): Buffer {
  const bytes: number[] = [];
  for (const token of tokens) {
    if (typeof token === "number") bytes.push(token);
    else for (let i = 0; i < token[0]; i++) bytes.push(bytes.at(-token[1])!);
  }
  return Buffer.from(bytes);
}

function deflated(tokens: readonly Token[]): Uint8Array {
  const stream = new DeflateStream();
  for (const token of tokens) {
    if (typeof token === "number") stream.literal(token);
    else stream.match(...token);
  }
  return stream.end();
}

describe("zlib reads", () => {
  it("an empty stream", () => {
    expect(inflateRawSync(deflated([])).length).toBe(0);
  });

  it("every byte, and every length of a match", () => {
    const bytes = Array.from({ length: 256 }, (_, byte) => byte);
    const matches = Array.from({ length: LONGEST_MATCH - 2 }, (_, i) => [i + 3, 1 + (i % 256)] as const);
    const tokens = [...bytes, ...matches];
    expect(inflateRawSync(deflated(tokens)).equals(expanded(tokens))).toBe(true);
  });

  it("matches as far as they reach", () => {
    const head = Array.from({ length: FARTHEST_MATCH }, (_, i) => (i * 7919) % 251);
    const distances = [1, 2, 3, 4, 5, 8, 9, 5245, 16384, 16385, 24576, 24577, FARTHEST_MATCH];
    const tokens = [...head, ...distances.map((distance) => [5, distance] as const)];
    expect(inflateRawSync(deflated(tokens)).equals(expanded(tokens))).toBe(true);
  });

  it("more than fits into one block", () => {
    const tokens = Array.from({ length: 200_000 }, (_, i): Token => (i % 3 < 2 ? (i * i) % 253 : [3, 1]));
    expect(inflateRawSync(deflated(tokens)).equals(expanded(tokens))).toBe(true);
  });

  it("any literals and matches", () => {
    const token = fc.oneof(
      fc.nat(255),
      fc.record({ length: fc.integer({ min: 3, max: 258 }), back: fc.nat() }),
    );
    fc.assert(
      fc.property(fc.nat(255), fc.array(token, { maxLength: 300 }), (first, more) => {
        const tokens: Token[] = [first];
        let size = 1;
        for (const each of more) {
          if (typeof each === "number") tokens.push(each);
          else tokens.push([each.length, 1 + (each.back % Math.min(size, FARTHEST_MATCH))]);
          size += typeof each === "number" ? 1 : each.length;
        }
        expect(inflateRawSync(deflated(tokens)).equals(expanded(tokens))).toBe(true);
      }),
    );
  });
});
