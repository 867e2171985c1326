import { expect, it } from "vitest";
import { groupedNumber, money } from "../../../../src/base/vietnamese/numbers.ts";
import fc from "../../../support/property.ts";

it.each([
  [0, "0"],
  [999, "999"],
  [1200, "1.200"],
  [1234567, "1.234.567"],
  [1234.5, "1.234,5"],
  [-1200, "−1.200"],
  [-0.0001, "0"],
])("%d is written %s", (value, written) => expect(groupedNumber(value)).toBe(written));

it("writes sums", () => {
  expect(money(1_200_000)).toBe("1.200.000 đồng");
  expect(() => money(Number.NaN)).toThrow(RangeError);
});

it("keeps every digit", () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000_000 }), (value) => {
      const written = groupedNumber(value);
      expect(written.replaceAll(".", "")).toBe(String(value));
      expect(written).toMatch(/^\d{1,3}(?:\.\d{3})*$/);
    }),
  );
});
