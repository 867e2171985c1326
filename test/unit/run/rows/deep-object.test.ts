import { expect, test } from "vitest";
import { deepObject } from "../../../../src/run/rows/deep-object.ts";

test("paths become groups, later values win, groups merge", () => {
  const object = deepObject();
  object.set("a.b", 1);
  object.set("a.b", 2);
  object.set("a", { c: [1], d: { e: 3 } });
  object.set("a.d.f", null);
  object.set("", { g: true });
  expect(object.toObject()).toEqual({ a: { b: 2, c: [1], d: { e: 3, f: null } }, g: true });
  expect([object.get("a.d"), object.get("a.b"), object.get("x.y"), object.get("a.b.c")]).toEqual([
    { e: 3, f: null },
    2,
    undefined,
    undefined,
  ]);
});

test("a text and its short form become a phrase, in either order", () => {
  for (const order of [
    ["name", "name.short"],
    ["name.short", "name"],
  ]) {
    const object = deepObject();
    for (const path of order) object.set(path, path);
    expect(object.toObject()).toEqual({ name: { text: "name", short: "name.short" } });
  }
});

test("__proto__ is a field like others", () => {
  const object = deepObject();
  object.set("__proto__.polluted", true);
  object.set("constructor.prototype.polluted", true);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  expect(Object.keys(object.toObject())).toEqual(["__proto__", "constructor"]);
});
