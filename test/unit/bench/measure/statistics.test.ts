import { describe, expect, test } from "vitest";
import { median, rounded, summary, withRatios } from "../../../../bench/measure/statistics.mjs";

describe("median", () => {
  test("is the value in the middle, whatever the order", () => {
    expect(median([9, 1, 100])).toBe(9);
  });
  test("is the mean of the two in the middle of an even number", () => {
    expect(median([4, 1, 100, 2])).toBe(3);
  });
  test("orders numbers as numbers", () => {
    expect(median([10, 9, 2])).toBe(9);
  });
  test("of nothing is refused", () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

test("a summary leaves its values as they are", () => {
  const values = [3, 1, 2];
  expect(summary(values)).toEqual({ count: 3, minimum: 1, median: 2, maximum: 3 });
  expect(values).toEqual([3, 1, 2]);
});

test.each([
  [1.2345, 1.23],
  [12.345, 12.3],
  [123.45, 123],
])("%f is told as %f", (value, told) => {
  expect(rounded(value)).toBe(told);
});

describe("ratios", () => {
  const entries = [{ name: "peer", median: 30 }, { name: "base", median: 12 }, { name: "absent" }];
  test("say how many times the base's time each takes", () => {
    const ratios = withRatios(entries, ({ name }) => name === "base");
    expect(ratios.map(({ ratio }) => ratio)).toEqual([2.5, 1, null]);
  });
  test("are not told when the base was skipped", () => {
    const ratios = withRatios(entries, ({ name }) => name === "absent");
    expect(ratios.map(({ ratio }) => ratio)).toEqual([null, null, null]);
  });
});
