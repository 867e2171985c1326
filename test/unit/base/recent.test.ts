import { expect, test } from "vitest";
import { Recent } from "../../../src/base/recent.ts";

const containing = (...items: readonly number[]) => {
  const recent = new Recent<number>(3);
  for (const item of items) recent.put(item);
  return recent;
};
/** Those that are looked at when nothing fits. */
const lookedAt = (recent: Recent<number>) => {
  const seen: number[] = [];
  recent.take((item) => !seen.push(item));
  return seen;
};

test("what comes again is first again; what came longest ago is let go", () => {
  const recent = containing(1, 2, 3);
  expect(lookedAt(recent)).toEqual([3, 2, 1]);
  expect(recent.take((item) => item === 1)).toBe(1);
  expect(lookedAt(recent)).toEqual([1, 3, 2]);
  expect(recent.take((item) => item === 4)).toBeNull();
  recent.put(4);
  expect(lookedAt(recent)).toEqual([4, 1, 3]);
  expect(recent.latest).toBe(4);
});

test("an empty one has nothing", () => {
  expect(containing().latest).toBeUndefined();
  expect(lookedAt(containing())).toEqual([]);
});

test("where nothing comes again only the latest is looked at, and all of them now and then", () => {
  const recent = containing(1, 2, 3);
  const counts = Array.from({ length: 40 }, () => lookedAt(recent).length);
  const fewer = Array<number>(15).fill(1);
  expect(counts).toEqual([...Array<number>(17).fill(3), ...fewer, 3, ...fewer.slice(0, 7)]);
});

test("once something came again all of them are looked at", () => {
  const recent = containing(1, 2, 3);
  for (let time = 0; time < 20; time++) lookedAt(recent);
  expect(recent.take((item) => item === 3)).toBe(3);
  expect(lookedAt(recent)).toEqual([3, 2, 1]);
});
