import { expect, test } from "vitest";
import { createNames, fileMark, withoutFileMark } from "../../../src/run/names.ts";

test.each([
  ["cd-y-te", "cd-y-te"],
  ["Trường CĐ Y tế", "truong-cd-y-te"],
  ["../../etc/passwd", "etc-passwd"],
  ["a/b\\c:d\u0000e", "a-b-c-d-e"],
  ["", "row-1"],
  ["…", "row-1"],
  ["CON", "row-1"],
  ["lpt1", "row-1"],
])("%j becomes %s", (wish, name) => {
  expect(createNames()(wish, "row-1")).toBe(name);
});

test("a scale as names can hold it", () => {
  expect([1, 0.1, 0.25, 0.4].map((scale) => fileMark({ scale, mirror: false }))).toEqual([
    "",
    "-ty-le-1-10",
    "-ty-le-1-4",
    "-ty-le-1-2-5",
  ]);
});

test("that a file is mirrored, as names can hold it", () => {
  expect(fileMark({ scale: 1, mirror: true })).toBe("-lat-guong");
  expect(fileMark({ scale: 0.1, mirror: true })).toBe("-ty-le-1-10-lat-guong");
});

test("a wish loses a scale that only its file can tell", () => {
  expect(["a", "a-ty-le-1-10", "a-ty-le-1-2-5-lat-guong", "ty-le-1-10-a"].map(withoutFileMark)).toEqual([
    "a",
    "a",
    "a",
    "ty-le-1-10-a",
  ]);
});

test("no two are the same, also where a wish looks like a numbered one", () => {
  const nameOf = createNames();
  const names = ["a", "a", "a-2", "A", "ả"].map((wish) => nameOf(wish, "x"));
  expect(new Set(names).size).toBe(names.length);
  expect(names.slice(0, 2)).toEqual(["a", "a-2"]);
});

test("a name of 300 letters leaves room for what follows", () => {
  expect(createNames()("trường ".repeat(50), "x").length).toBeLessThanOrEqual(80);
});
