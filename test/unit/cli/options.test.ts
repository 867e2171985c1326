import { expect, test } from "vitest";
import { fileTypes, listOf } from "../../../src/cli/options.ts";

const list = (text: string | undefined) => listOf("--templates", text, "standee", "kit");

test.each([
  ["a, b,a", ["a", "b"]],
  ["a,,b,", ["a", "b"]],
  [" all ", null],
  [undefined, null],
])("%s is the list %j", (text, parts) => {
  expect(list(text)).toEqual(parts);
});

test.each([
  ["pdf,png", ["pdf", "png"]],
  ["jpg,jpeg,tif,tiff", ["jpeg", "tiff"]],
  [undefined, null],
])("%s are the file types %j", (text, types) => {
  expect(fileTypes(text, "kit")).toEqual(types);
});

test.each(["", " ", ",", " , "])("“%s”, as an empty variable of a shell gives it, is refused", (text) => {
  expect(() => list(text)).toThrow(/“--templates” must be like standee/);
  expect(() => fileTypes(text, "kit")).toThrow(/request\.bad-usage.*“--as”/);
});

test("a file type that there is not is refused", () => {
  expect(() => fileTypes("pdf,doc", "batch")).toThrow(/“--as” must be like pdf,png/);
});
