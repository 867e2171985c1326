import { expect, test } from "vitest";
import { boxed, unboxed } from "../../../src/run/box.ts";

test("what is taken out is no longer held", () => {
  const result = ["dòng 1"];
  const box = boxed(result);
  expect(unboxed(box)).toBe(result);
  expect(box).toEqual({ result: null });
});
