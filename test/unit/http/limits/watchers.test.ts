import { expect, test } from "vitest";
import { countWatchers } from "../../../../src/http/limits/watchers.ts";

test("no owner keeps the others from watching", () => {
  const watchers = countWatchers(5, 2);
  watchers.admit("a");
  watchers.admit("a");
  expect(() => watchers.admit("a")).toThrow("service.too-many-watchers");
  expect(() => watchers.admit("b")).not.toThrow();
});

test("the service has an end too; who leaves makes room once", () => {
  const watchers = countWatchers(2, 2);
  const leave = watchers.admit("a");
  watchers.admit("b");
  expect(() => watchers.admit("c")).toThrow("service.watchers-full");
  leave();
  leave();
  watchers.admit("c");
  expect(() => watchers.admit("d")).toThrow("service.watchers-full");
});
