import { expect, test } from "vitest";
import { treeHash } from "../../../src/layout/tree-hash.ts";
import fc from "../../support/property.ts";

const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ maxLength: 3 }),
    fc.integer({ min: -9, max: 9 }),
    // JSON, which judges here, knows no negative zero.
    fc.double({ noNaN: true }).map((number) => number + 0),
    fc.constantFrom(true, false, null),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "ab", ""), tie("value"), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

/** JSON says `null` for what is not finite. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, each) =>
    Math.abs(each) === Number.POSITIVE_INFINITY ? { infinite: each > 0 } : each,
  );
const isSame = (one: unknown, other: unknown): boolean => written(one) === written(other);

test("two values have one hash exactly when they are the same", () => {
  fc.assert(
    fc.property(value, value, (one, other) => {
      expect(treeHash(one) === treeHash(other)).toBe(isSame(one, other));
      expect(treeHash(structuredClone(one))).toBe(treeHash(one));
    }),
    { numRuns: 1000 },
  );
});

test.each([
  [
    ["ab", "c"],
    ["a", "bc"],
  ],
  [
    [["a"], "b"],
    ["a", ["b"]],
  ],
  [[[1], 2], [[1, 2]]],
  [{ a: "b" }, ["a", "b"]],
  [{ a: { b: 1 }, ab: 2 }, { a: { b: 1, ab: 2 } }],
  [1, "1"],
  [null, "null"],
  [null, false],
])("%j and %j differ", (one, other) => {
  expect(treeHash(one)).not.toBe(treeHash(other));
});

test("a drawing counts with all that is in it, seen before or not, where it stands", () => {
  const drawing = (d: string) => ({
    type: "svg",
    props: { viewBox: "0 0 24 24", children: [{ type: "path", d }] },
  });
  const [one, other] = [drawing("M0 0h9"), drawing("M0 0h8")];
  const hash = treeHash([one, "a", other, 1]);
  expect(treeHash([one, "a", other, 1])).toBe(hash);
  expect(treeHash(structuredClone([one, "a", other, 1]))).toBe(hash);
  for (const different of [
    [other, "a", one, 1],
    [one, "a", one, 1],
    [one, "b", other, 1],
    [one, "a", other, 2],
  ]) {
    expect(treeHash(different)).not.toBe(hash);
  }
});

test("content of any size is read to its end", () => {
  const numbers = Array.from({ length: 50_000 }, (_, i) => i / 7);
  const text = "Tuyển sinh ".repeat(50_000);
  const hash = treeHash([numbers, text]);
  expect(treeHash([numbers.with(-1, 0), text])).not.toBe(hash);
  expect(treeHash([numbers, `${text.slice(0, -1)}.`])).not.toBe(hash);
  expect(treeHash([numbers, text])).toBe(hash);
});
