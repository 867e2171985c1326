import { expect, test } from "vitest";
import { openFont } from "../../../../src/base/font/open-font.ts";
import { codedFont } from "../../../../src/export/pdf/glyph-codes.ts";
import { testFace } from "../../../support/scene.ts";

const face = testFace();
const font = codedFont(face);
const glyphOf = (text: string) => openFont(face).glyphFor(text.codePointAt(0)!);

test("a glyph's own character has the glyph's number as code, whatever was asked before", () => {
  const before = font.code(glyphOf("ế"), "x");
  const { code, exact, says } = font.code(glyphOf("ế"), "ế");
  expect([code, exact, says]).toEqual([glyphOf("ế"), true, "ế"]);
  expect(before.code).not.toBe(code);
});

test("two texts of one glyph have codes of their own, which lead back to the glyph", () => {
  const glyph = glyphOf(" ");
  const codes = [" ", "\u00a0", "fi", ""].map((text) => font.code(glyph, text));
  expect(new Set(codes.map(({ code }) => code)).size).toBe(4);
  for (const { code } of codes) expect(font.glyphOf(code)).toBe(glyph);
  // A text that is not the glyph's own is said beside it too: another might have got the same code.
  expect(codes.map(({ exact }) => exact)).toEqual([true, true, false, false]);
});

test("codes have two bytes", () => {
  for (const text of ["a", "ffi", "Đ", "một"]) {
    for (const glyph of [1, openFont(face).glyphCount - 1]) {
      const { code, hex } = font.code(glyph, text);
      expect(code).toBeLessThan(0x10000);
      expect(Number.parseInt(hex, 16)).toBe(code);
    }
  }
});
