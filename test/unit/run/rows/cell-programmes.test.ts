import { expect, test } from "vitest";
import { levelOfName, readLevels, readProgrammes } from "../../../../src/run/rows/cell-programmes.ts";

test("names with their levels, by semicolon or line", () => {
  expect(
    readProgrammes("1. Điện công nghiệp (trung cấp, cao đẳng); Hàn (TC)\n- Nấu ăn (món Việt)\n;Dược"),
  ).toEqual([
    { name: "Điện công nghiệp", levels: ["trung-cap", "cao-dang"] },
    { name: "Hàn", levels: ["trung-cap"] },
    { name: "Nấu ăn (món Việt)", levels: [] },
    { name: "Dược", levels: [] },
  ]);
});

test.each([
  ["Cao đẳng, Trung cấp", ["trung-cap", "cao-dang"]],
  ["CĐ/TC", ["trung-cap", "cao-dang"]],
  ["sơ cấp và trung cấp", ["so-cap", "trung-cap"]],
  ["so-cap", ["so-cap"]],
  ["đại học", null],
  ["", null],
])("%s", (text, levels) => expect(readLevels(text)).toEqual(levels));

test.each([
  ["Trường Cao đẳng Y tế", "cao-dang"],
  ["cd-y-te", "cao-dang"],
  ["Trường Trung cấp Nông nghiệp", "trung-cap"],
  ["Trung tâm GDNN – GDTX Đức Linh", "so-cap"],
  ["Công ty Đào tạo Gió Nam", null],
])("%s teaches %s", (name, level) => expect(levelOfName(name)).toBe(level));
