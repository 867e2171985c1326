import { describe, expect, test } from "vitest";
import { deepMerge } from "../../../src/resolve/deep-merge.ts";
import fc from "../../support/property.ts";

const json = fc.jsonValue();
const object = fc.dictionary(fc.string(), json);

describe("deepMerge", () => {
  test.each([
    ["objects merge", { a: { b: 1, c: 2 } }, { a: { b: 3 } }, { a: { b: 3, c: 2 } }],
    ["lists replace", { a: [1, 2] }, { a: [3] }, { a: [3] }],
    ["null clears", { a: { b: 1 } }, { a: null }, { a: null }],
    ["a value replaces an object", { a: { b: 1 } }, { a: "x" }, { a: "x" }],
    ["an object replaces a value", { a: "x" }, { a: { b: 1 } }, { a: { b: 1 } }],
    ["positions change items of a list", { a: ["x", "y"] }, { a: { 1: "z" } }, { a: ["x", "z"] }],
    ["a position past the end appends", { a: ["x"] }, { a: { 7: "z" } }, { a: ["x", "z"] }],
    ["positions without a list stay fields", {}, { a: { 0: "z" } }, { a: { 0: "z" } }],
    ["undefined leaves", { a: 1 }, { a: undefined }, { a: 1 }],
    [
      "a new text drops the old short form",
      { a: { text: "một", short: "m" } },
      { a: { text: "hai" } },
      { a: { text: "hai" } },
    ],
    [
      "a new short form keeps the text",
      { a: { text: "một", short: "m" } },
      { a: { short: "1" } },
      { a: { text: "một", short: "1" } },
    ],
  ])("%s", (_, under, over, result) => {
    expect(deepMerge(under, over)).toEqual(result);
  });

  test("laying nothing over changes nothing", () => {
    fc.assert(
      fc.property(object, (under) => {
        expect(deepMerge(under, {})).toEqual(under);
      }),
    );
  });

  test("whatever was laid over is found in the result, and doing it twice is doing it once", () => {
    const plain = fc.dictionary(fc.stringMatching(/^[a-z]+$/), json);
    fc.assert(
      fc.property(plain, plain, (under, over) => {
        const once = deepMerge(under, over);
        expect(deepMerge(once, over)).toEqual(once);
        const keys = new Set([...Object.keys(under), ...Object.keys(over)]);
        expect(new Set(Object.keys(once as object))).toEqual(keys);
      }),
    );
  });

  test("neither input is changed or shared", () => {
    fc.assert(
      fc.property(object, object, (under, over) => {
        const before = JSON.stringify([under, over]);
        deepMerge(under, over);
        expect(JSON.stringify([under, over])).toBe(before);
      }),
    );
    const over = { a: { b: 1 } };
    expect((deepMerge({}, over) as typeof over).a).not.toBe(over.a);
  });

  test("a field called __proto__ stays a field", () => {
    const merged = deepMerge({}, JSON.parse('{"__proto__": {"evil": 1}}')) as Record<string, unknown>;
    expect(Object.hasOwn(merged, "__proto__")).toBe(true);
    expect(merged.evil).toBeUndefined();
    expect(({} as Record<string, unknown>).evil).toBeUndefined();
  });
});
