import { expect, test } from "vitest";
import { textMeasures } from "../../../../src/compose/measure-text.ts";
import { OutsideSubset } from "../../../../src/layout/direct/subset.ts";
import { glyphsOf, setTextLine, type TextStyle } from "../../../../src/layout/direct/text-line.ts";
import { BOLD, REGULAR } from "../../../support/fonts.ts";

const FACES = [REGULAR, BOLD];
const style = (more: Partial<TextStyle> = {}): TextStyle => ({
  family: "Be Vietnam Pro",
  weight: 400,
  size: 100,
  lineHeight: 1.3,
  tracking: 0,
  color: "#000000",
  ...more,
});

test("a line is as wide as a template is told, each word where the ones before it end", () => {
  const text = "Trường Trung cấp nghề số 12";
  const line = setTextLine(text, style(), FACES);
  const { measure } = textMeasures(FACES);
  expect(line.width).toBeCloseTo(measure(text, { family: "Be Vietnam Pro", weight: 400 }) * 100, 6);
  const glyphs = glyphsOf(line, 10, 20, 0.5);
  expect(glyphs.map((glyph) => glyph.text).join("")).toBe(text);
  expect(glyphs[0]!.x).toBe(5);
  expect(new Set(glyphs.map(({ y }) => y))).toEqual(new Set([10]));
  const last = glyphs.at(-1)!;
  expect(last.x + last.advance).toBeCloseTo((10 + line.width) * 0.5, 6);
});

test("letter spacing follows every character", () => {
  const plain = setTextLine("Nghề", style(), FACES);
  const spaced = setTextLine("Nghề", style({ tracking: 7 }), FACES);
  expect(spaced.width).toBeCloseTo(plain.width + 4 * 7, 6);
  expect(glyphsOf(spaced, 0, 0, 1)[2]!.x).toBeCloseTo(glyphsOf(plain, 0, 0, 1)[2]!.x + 14, 6);
});

test("lines and baselines stand on whole px", () => {
  const { height, baseline } = setTextLine("Nghề", style({ size: 98.28 }), FACES);
  expect(height).toBe(Math.round(98.28 * 1.3));
  expect(Number.isInteger(baseline)).toBe(true);
  expect(baseline).toBeGreaterThan(height / 2);
});

test("spaces that keep words together are plain for readers", () => {
  const line = setTextLine("lớp\u00a09", style(), FACES);
  expect(glyphsOf(line, 0, 0, 1).map((glyph) => glyph.text)).toEqual(["l", "ớ", "p", " ", "9"]);
});

test.each([
  ["a face that is not there", "Nghề", style({ family: "Lora" })],
  ["a character that no glyph stands for", "ngh\u{10ffff}", style()],
  ["a synthetic bold", "Nghề", style({ weight: 800 })],
  ["a line that begins with a space", " Nghề", style()],
])("%s is satori's", (_, text, asked) => {
  expect(() => setTextLine(text, asked, [REGULAR])).toThrow(OutsideSubset);
});
