import { expect, it } from "vitest";
import { prefixCode } from "../../../../../src/export/raster/png/huffman.ts";
import fc from "../../../../support/property.ts";

const kraft = (lengths: Uint8Array) => lengths.reduce((sum, bits) => sum + (bits > 0 ? 2 ** -bits : 0), 0);

it("gives symbols that occur often the shorter codes, first bit lowest", () => {
  const { lengths, codes } = prefixCode(Uint32Array.of(10, 1, 0, 1, 4), 15);
  expect([...lengths]).toEqual([1, 3, 0, 3, 2]);
  // 0, 110, none, 111, 10.
  expect([...codes]).toEqual([0b0, 0b011, 0, 0b111, 0b01]);
});

it("gives a lone symbol one bit, and none to none", () => {
  expect([...prefixCode(Uint32Array.of(0, 7), 15).lengths]).toEqual([0, 1]);
  expect([...prefixCode(new Uint32Array(2), 15).lengths]).toEqual([0, 0]);
});

it("needs as few bits as any code whose lengths fit", () => {
  // Fibonacci's numbers make Huffman's tree as deep as it can be: 7 bits without a limit.
  expect([...prefixCode(Uint32Array.of(1, 1, 2, 3, 5, 8, 13, 21), 4).lengths]).toEqual([
    4, 4, 4, 4, 3, 3, 2, 2,
  ]);
});

it("fills the limit, never exceeds it", () => {
  const weights = fc.array(fc.oneof(fc.constant(0), fc.nat(9), fc.nat(1e6)), {
    minLength: 2,
    maxLength: 286,
  });
  fc.assert(
    fc.property(weights, fc.constantFrom(9, 11, 15), (frequencies, limit) => {
      const { lengths } = prefixCode(Uint32Array.from(frequencies), limit);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(limit);
      frequencies.forEach((weight, symbol) => {
        expect(lengths[symbol]! > 0).toBe(weight > 0);
      });
      if (frequencies.filter((weight) => weight > 0).length > 1) expect(kraft(lengths)).toBe(1);
    }),
  );
});
