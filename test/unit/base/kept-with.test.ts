import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { keptWith } from "../../../src/base/kept-with.ts";
import { isSameData } from "../../../src/base/same-data.ts";

test("a value is the key's and the store's own, and can be replaced", () => {
  const [one, other] = [keptWith<object, number>(), keptWith<object, number>()];
  const [a, b] = [{}, {}];
  one.set(a, 1);
  other.set(a, 2);
  expect([one.get(a), other.get(a), one.get(b)]).toEqual([1, 2, undefined]);
  one.set(a, 3);
  expect([one.get(a), other.get(a)]).toEqual([3, 2]);
});

test.each([
  ["frozen", Object.freeze({})],
  ["sealed", Object.seal({ n: 1 })],
  ["a frozen list", Object.freeze([1])],
  ["bytes", new Uint8Array(3)],
  ["a function", () => 1],
])("any object is a key: %s", (_, key) => {
  const kept = keptWith<object, string>();
  expect(kept.get(key)).toBeUndefined();
  kept.set(key, "a");
  kept.set(key, "b");
  expect(kept.get(key)).toBe("b");
});

test("frozen later, a key keeps its value and takes another", () => {
  const kept = keptWith<object, number>();
  const key = { n: 1 };
  kept.set(key, 1);
  Object.freeze(key);
  expect(kept.get(key)).toBe(1);
  kept.set(key, 2);
  expect(kept.get(key)).toBe(2);
});

test("nobody else sees it", () => {
  const kept = keptWith<object, number>();
  const key = { n: 1 };
  kept.set(key, 7);
  expect(Reflect.ownKeys(key)).toEqual(["n"]);
  expect(JSON.stringify(key)).toBe('{"n":1}');
  expect(isSameData(key, { n: 1 })).toBe(true);
  for (const copy of [{ ...key }, structuredClone(key)]) {
    expect(copy).toEqual({ n: 1 });
    expect(kept.get(copy)).toBeUndefined();
  }
});

test("a value that leads back to its key goes with it, before any full collection", () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as (options?: { type: "minor" }) => void;
  const kept = keptWith<object, object>();
  const makeRows = () => {
    for (let row = 0; row < 4000; row++) {
      const key = { row };
      kept.set(key, { key, content: new Array(500).fill(row) });
      if (row % 200 === 0) collect({ type: "minor" });
    }
  };
  makeRows();
  collect();
  const before = process.memoryUsage().heapUsed;
  makeRows();
  collect({ type: "minor" });
  collect({ type: "minor" });
  // All rows are 16 MB.
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(4e6);
});
