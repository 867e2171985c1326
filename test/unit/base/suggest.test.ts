import { expect, test } from "vitest";
import { nearest, nearestList } from "../../../src/base/suggest.ts";
import fc from "../../support/property.ts";

const FORMATS = ["a5", "a4", "a3", "standee-800x1800", "standee-600x1600", "facebook-cover"];

test.each([
  ["A5", "a5"],
  ["standee", "standee-600x1600"],
  ["facebok-cover", "facebook-cover"],
  ["Facebook Cover", "facebook-cover"],
])("%s is nearest to %s", (typed, meant) => {
  expect(nearest(typed, FORMATS)[0]).toBe(meant);
});

test("marks and đ do not count", () => {
  expect(nearest("vươn lên", ["ky-nghe", "vuon-len"], 1)).toEqual(["vuon-len"]);
});

test("shows three at most, and a dash when there is nothing", () => {
  expect(nearest("x", FORMATS)).toHaveLength(3);
  expect(nearestList("x", [])).toBe("–");
});

test("the order of the candidates does not matter", () => {
  fc.assert(
    fc.property(fc.string(), fc.uniqueArray(fc.string()), (typed, candidates) => {
      expect(nearest(typed, [...candidates].reverse())).toEqual(nearest(typed, candidates));
    }),
  );
});
