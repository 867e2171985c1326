import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { RecurrenceCache } from "../../../src/base/recurrence-cache.ts";

const open = (kept: number, waiting: number) =>
  new RecurrenceCache<{ readonly size: number }>({ kept, waiting, sizeOf: ({ size }) => size });
const value = (size = 1) => ({ size });

test("what came twice outlives any number of things that come once", () => {
  const cache = open(10, 3);
  const logo = value();
  cache.set("logo", logo);
  expect(cache.get("logo")).toBe(logo);
  for (let row = 0; row < 100; row++) cache.set(`name ${row}`, value());
  expect(cache.get("logo")).toBe(logo);
  expect(cache.get("name 0")).toBeUndefined();
  expect(cache.get("name 99")).toBeDefined();
});

test("a set of things larger than the queue is kept from its second round on", () => {
  const cache = open(100, 3);
  const pages = Array.from({ length: 20 }, (_, i) => `page ${i}`);
  const round = () =>
    pages.filter((page) => {
      if (cache.get(page)) return true;
      cache.set(page, value());
      return false;
    }).length;
  expect(round()).toBe(0);
  expect(round()).toBeLessThan(4);
  expect(round()).toBe(20);
});

test("never more than its bytes, the last used stay", () => {
  const cache = open(4, 4);
  for (const key of ["a", "b", "c"]) {
    cache.set(key, value(2));
    cache.get(key);
  }
  expect([cache.get("a"), cache.get("b"), cache.get("c")].map(Boolean)).toEqual([false, true, true]);
});

test("what never comes again is let go all the sooner, the more comes again the later", () => {
  const cache = open(1000, 160);
  const isWaiting = (key: string) => cache.get(key) !== undefined;
  for (let row = 0; row < 200; row++) cache.set(`name ${row}`, value());
  expect(isWaiting("name 189")).toBe(false);
  for (const row of [199, 198, 197, 196]) expect(isWaiting(`name ${row}`)).toBe(true);
  for (let page = 0; page < 100; page++) cache.set(`page ${page}`, value());
  expect(isWaiting("page 0")).toBe(true);
});

test("a thing too large for the queue is kept when it comes again", () => {
  const cache = open(1000, 10);
  cache.set("drawing", value(500));
  expect(cache.get("drawing")).toBeUndefined();
  cache.set("drawing", value(500));
  expect(cache.get("drawing")).toBeDefined();
});

test("thousands of things that are too many for the queue are recognised when they come again", () => {
  const cache = open(100_000, 3);
  const pages = Array.from({ length: 5000 }, (_, i) => `page ${i}`);
  for (const page of pages) cache.set(page, value());
  for (const page of pages) cache.set(page, value());
  expect(pages.filter((page) => cache.get(page)).length).toBe(5000);
});

test("a thing that is set anew takes the place of the old one", () => {
  const cache = open(10, 4);
  cache.set("a", value(3));
  const anew = value(1);
  cache.set("a", anew);
  cache.set("b", value(3));
  expect(cache.get("a")).toBe(anew);
});

test("what is let go is collected with what is young, not only when all of the heap is", () => {
  const cache = new RecurrenceCache<ArrayBuffer>({
    kept: 1e6,
    waiting: 1e6,
    sizeOf: (each) => each.byteLength,
  });
  setFlagsFromString("--expose-gc");
  const collect: (options: { type: "minor" }) => void = runInNewContext("gc");
  const before = process.memoryUsage().arrayBuffers;
  for (let row = 0; row < 2000; row++) {
    cache.set(`row ${row}`, new ArrayBuffer(20_000));
    if (row % 10 === 0) collect({ type: "minor" });
  }
  collect({ type: "minor" });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2e6);
});
