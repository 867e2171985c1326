import { expect, test } from "vitest";
import { colorMatrix, MATRICES } from "../../../../src/studio/client/vision.ts";

test.each(Object.entries(MATRICES))("%s keeps white white and black black", (_, matrix) => {
  for (const row of [0, 3, 6]) {
    expect(matrix[row]! + matrix[row + 1]! + matrix[row + 2]!).toBeCloseTo(1, 3);
  }
});

test("a filter has four rows of five, alpha untouched", () => {
  const values = colorMatrix("deutan").split(" ").map(Number);
  expect(values).toHaveLength(20);
  expect(values.slice(15)).toEqual([0, 0, 0, 1, 0]);
});
