import { expect, test } from "vitest";
import { putFirst, takeFirst } from "../../../src/base/recent.ts";

test("what comes again is first again; what came longest ago is let go", () => {
  const recent: number[] = [];
  for (const item of [1, 2, 3]) putFirst(recent, item, 3);
  expect(recent).toEqual([3, 2, 1]);
  expect(takeFirst(recent, (item) => item === 1)).toBe(1);
  expect(recent).toEqual([1, 3, 2]);
  expect(takeFirst(recent, (item) => item === 4)).toBeNull();
  putFirst(recent, 4, 3);
  expect(recent).toEqual([4, 1, 3]);
});
