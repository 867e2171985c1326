/** Every face under fonts/ sets every Vietnamese letter, and a reader of its PDF gets every letter back. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openFont } from "../../src/base/font/open-font.ts";
import { renderElement } from "../../src/render-element.ts";
import { discoverFonts } from "../../src/resolve/fonts.ts";
import { elementFont, VIETNAMESE_LETTERS } from "../support/fonts.ts";
import { box } from "../support/jsx.ts";
import { run, testWith } from "../support/judges.ts";

const FONTS = join(import.meta.dirname, "../../fonts");
const faces = await discoverFonts(FONTS);
const folder = mkdtempSync(join(tmpdir(), "anpham-faces-"));
afterAll(() => rmSync(folder, { recursive: true }));

const WIDTH = 600;
const ROWS = Array.from({ length: 14 }, (_, i) => VIETNAMESE_LETTERS.slice(i * 10, i * 10 + 10).join(" "));

test("four families are shipped, each with its licence and below 2 MB a file", async () => {
  expect([...new Set(faces.map((face) => face.family))]).toEqual([
    "Be Vietnam Pro",
    "Lexend",
    "Lora",
    "Saira Condensed",
  ]);
  for (const family of await readdir(FONTS, { withFileTypes: true })) {
    if (!family.isDirectory()) continue;
    expect(await readFile(join(FONTS, family.name, "OFL.txt"), "utf8")).toContain("SIL Open Font License");
  }
  for (const face of faces) expect(face.data.byteLength, face.postScriptName).toBeLessThan(2_000_000);
});

describe.each(faces.map((face) => [face.postScriptName, face] as const))("%s", (name, face) => {
  test("has a drawn glyph of its own for every Vietnamese letter", () => {
    const font = openFont(face);
    const glyphs = VIETNAMESE_LETTERS.map((letter) => font.glyphFor(letter.codePointAt(0)!));
    expect(glyphs).not.toContain(0);
    expect(new Set(glyphs).size).toBe(134);
    for (const glyph of glyphs) expect(font.bounds(glyph)).not.toBeNull();
  });

  testWith("pdftotext")("gives every Vietnamese letter back from a PDF", async () => {
    const { family, weight, style } = face;
    const css = { fontFamily: family, fontWeight: weight, fontStyle: style, fontSize: 20, lineHeight: 1.6 };
    const { bytes, diagnostics } = await renderElement(
      box({ flexDirection: "column", ...css }, ...ROWS.map((row) => box({}, row))),
      { widthPx: WIDTH, heightPx: ROWS.length * 32, fonts: [elementFont(face)], as: "pdf" },
    );
    expect(diagnostics).toEqual([]);
    const file = join(folder, `${name}.pdf`);
    writeFileSync(file, bytes);
    const lines = run("pdftotext", "-raw", file, "-").trim().split("\n");
    expect(lines.map((line) => line.trim())).toEqual(ROWS);
  });
});
