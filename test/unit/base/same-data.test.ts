import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { Comparison, isSameData } from "../../../src/base/same-data.ts";
import fc from "../../support/property.ts";

const data = fc.object({ key: fc.constantFrom("a", "b", "0", "length"), maxDepth: 3 });
/** Rows of a table: the same data, changed at one place. */
const rows = fc
  .tuple(data, fc.array(fc.tuple(fc.constantFrom("a", "b"), fc.anything({ maxDepth: 1 })), { maxLength: 4 }))
  .map(([first, changes]) => [first, ...changes.map(([name, value]) => ({ ...first, [name]: value }))]);

describe("isSameData", () => {
  it("says of plain data what a deep comparison says", () => {
    const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(isSameData(one, structuredClone(one))).toBe(true);
        expect(isSameData(one, other)).toBe(isDeepStrictEqual(one, other));
      }),
    );
  });

  it("takes a name without a value for a difference, and objects of a class for themselves", () => {
    expect(isSameData({ a: undefined }, {})).toBe(false);
    expect(isSameData({}, { a: undefined })).toBe(false);
    expect(isSameData([], {})).toBe(false);
    expect(isSameData(new Date(0), new Date(0))).toBe(false);
    expect(isSameData(new Map([[1, 2]]), new Map())).toBe(false);
  });
});

describe("a comparison", () => {
  it("says what isSameData says, wherever the last ones differed", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const comparison = new Comparison();
        for (const one of list) {
          for (const other of list) expect(comparison.isSame(one, other)).toBe(isSameData(one, other));
        }
      }),
    );
  });

  it("looks where the last ones differed before anything else", () => {
    const comparison = new Comparison();
    const looked: string[] = [];
    const row = (number: number) => ({
      get long() {
        looked.push("long");
        return 1;
      },
      contact: { phones: [number] },
    });
    expect(comparison.isSame(row(1), row(2))).toBe(false);
    looked.length = 0;
    expect(comparison.isSame(row(1), row(3))).toBe(false);
    expect(looked).toEqual([]);
    expect(comparison.isSame(row(1), row(1))).toBe(true);
  });
});
