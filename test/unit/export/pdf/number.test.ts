import { expect, test } from "vitest";
import { coarse, fine, num } from "../../../../src/export/pdf/number.ts";

test.each([
  [1, "1"],
  [-0.000_000_5, "-0.0000005"],
  [1 / 3, "0.33333333"],
  [1e-13, "0"],
  [123_456_789.123, "123456790"],
  [4e20, "400000000000000000000"],
])("a factor of %d is written %s", (value, written) => {
  expect(fine(value)).toBe(written);
});

test.each([fine, num, coarse])("%o refuses what can only be written with an exponent", (write) => {
  for (const value of [1e21, -1e21, Number.POSITIVE_INFINITY, Number.NaN]) {
    expect(() => write(value)).toThrow(RangeError);
  }
});

test("lengths are written to a tenth of a micrometre, corners of outlines to one", () => {
  expect(num(12.345_67)).toBe("12.3457");
  expect(coarse(12.345_67)).toBe("12.346");
});
