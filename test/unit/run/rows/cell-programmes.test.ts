import { expect, test } from "vitest";
import {
  isLikeAList,
  levelOfName,
  readLevels,
  readProgrammes,
} from "../../../../src/run/rows/cell-programmes.ts";

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

test("a comma parts programmes only behind levels: names have commas too", () => {
  const names = (text: string) => readProgrammes(text).map(({ name }) => name);
  expect(readProgrammes("Hàn (TC), May thời trang (CĐ, TC) , Dược")).toEqual([
    { name: "Hàn", levels: ["trung-cap"] },
    { name: "May thời trang", levels: ["trung-cap", "cao-dang"] },
    { name: "Dược", levels: [] },
  ]);
  expect(names("Nấu ăn (món Việt), Hàn")).toEqual(["Nấu ăn (món Việt), Hàn"]);
  expect(names("Sửa chữa, vận hành bơm, quạt (TC); Hàn")).toEqual(["Sửa chữa, vận hành bơm, quạt", "Hàn"]);
});

test.each([
  ["Hàn, May thời trang, Điện công nghiệp", true],
  ["hàn, may thời trang, điện công nghiệp", true],
  ["Hàn, May thời trang", true],
  ["Công nghệ kỹ thuật điện, điện tử", false],
  ["Nấu ăn (món Việt, món Âu, món Hoa)", false],
  ["Hàn", false],
])("%s looks like a list: %s", (name, isList) => expect(isLikeAList(name)).toBe(isList));

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
