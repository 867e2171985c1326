import { expect, test } from "vitest";
import { AnphamError } from "../../../src/base/diagnostic.ts";
import { namePages, outputTypeOf } from "../../../src/cli/output-files.ts";

test.each([
  ["a.pdf", "pdf"],
  ["a.PNG", "png"],
  ["a.b.jpg", "jpeg"],
  ["x/a.jpeg", "jpeg"],
  ["a.webp", "webp"],
  ["a.svg", "svg"],
])("%s is %s", (file, type) => {
  expect(outputTypeOf(file)).toBe(type);
});

test.each(["a", "a.bmp", "pdf", ".pdf", ""])("“%s” says no type, and which ones there are", (file) => {
  expect(() => outputTypeOf(file)).toThrow(AnphamError);
  expect(() => outputTypeOf(file)).toThrow(/type of the output file/);
});

const pages = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    mediaType: "image/png",
    bytes: new Uint8Array(),
    sha256: "",
    page: i + 1,
  }));
const names = (file: string, count: number) => namePages(file, pages(count)).map(({ path }) => path);

test("a single file keeps its name; several carry their page, in an order that sorts", () => {
  expect(names("out/a.png", 1)).toEqual(["out/a.png"]);
  expect(names("out/a.b.png", 2)).toEqual(["out/a.b-1.png", "out/a.b-2.png"]);
  expect(names("a.png", 12).at(0)).toBe("a-01.png");
});
