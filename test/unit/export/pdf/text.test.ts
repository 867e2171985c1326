import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Rgb } from "../../../../src/base/color.ts";
import { openFont } from "../../../../src/base/font/open-font.ts";
import { sha256 } from "../../../../src/base/hash.ts";
import type { GlyphRun } from "../../../../src/model/scene.ts";
import { run, testWith } from "../../../support/judges.ts";
import { mupdfText, picture, popplerText, qdf, RENDERERS, testPdf } from "../../../support/pdf.ts";
import {
  color,
  fillOf,
  glyphRun,
  group,
  linear,
  sheetOf,
  solidRect,
  stopsOf,
  strokeOf,
  testFace,
} from "../../../support/scene.ts";

const face = testFace(700);
const page = { width: 200, height: 60, fonts: [face] };
const LINES = ["TRƯỜNG ĐẶNG ẨM THỰC ỄNH ƯỜNG Ỹ", "Nghề nghiệp vững vàng – “Kỹ năng”", "fi ff 0252 3822 999"];

testWith(
  "pdftotext",
  "mutool",
  "pdffonts",
)("text comes out as it went in, by two tools", async () => {
  const nodes = LINES.map((line, i) => glyphRun(line, face, 8, 5, 12 + i * 15));
  const pdf = await testPdf([sheetOf(nodes, page)]);
  expect(popplerText(pdf)).toBe(LINES.join("\n"));
  expect(mupdfText(pdf).split(/\n+/)).toEqual(LINES);
  const [, , font] = run("pdffonts", pdf.path).split("\n");
  expect(font).toMatch(/^[A-Z]{6}\+BeVietnamPro-Bold +CID TrueType +Identity-H +yes yes yes/);
});

testWith("pdftotext", "mutool")("one glyph may stand for different texts", async () => {
  const plain = glyphRun("D D", face, 8, 5, 12);
  const texts = ["Đ", "\u00a0", "Ð"];
  const glyphs = plain.glyphs.map((glyph, i) => ({ ...glyph, text: texts[i]! }));
  const same: GlyphRun = { ...plain, glyphs, text: "Đ\u00a0Ð" };
  const pdf = await testPdf([sheetOf([same], page)]);
  // Both tools write every white space as U+0020; the file knows better.
  expect(popplerText(pdf)).toBe("Đ Ð");
  expect(mupdfText(pdf)).toBe("Đ Ð");
  for (const code of ["0110", "00A0", "00D0"]) expect(qdf(pdf)).toContain(`<${code}>`);
});

testWith("pdftotext", "mutool")("clusters of several glyphs say their text once", async () => {
  const base = glyphRun("xyz", face, 8, 5, 12);
  const texts = ["x", "ế", ""];
  const cluster: GlyphRun = {
    ...base,
    glyphs: base.glyphs.map((g, i) => ({ ...g, text: texts[i]! })),
    text: "xế",
  };
  const pdf = await testPdf([sheetOf([cluster], page)]);
  expect(popplerText(pdf)).toBe("xế");
  // This MuPDF does not know /ActualText.
  expect(mupdfText(pdf).replace("\u200b", "")).toBe("xế");
});

testWith("mutool")("every glyph stands within 0.002 mm of its place", async () => {
  // Places that no advance or kerning would give.
  const base = glyphRun("Khoa Cơ điện tử ĐƯỜNG", face, 7.3, 5, 20);
  const moved = {
    ...base,
    glyphs: base.glyphs.map((g, i) => ({
      ...g,
      x: g.x + Math.sin(i * 7) * 0.37,
      y: 20 + (i > 10 ? 3.3 : 0),
    })),
  };
  const pdf = await testPdf([sheetOf([moved], page)]);
  const chars = [
    ...run("mutool", "draw", "-q", "-F", "stext", pdf.path).matchAll(
      /<char [^>]*? x="([\d.-]+)" y="([\d.-]+)"/g,
    ),
  ];
  const places = chars.map(([, x, y]) => ({ x: (Number(x) * 25.4) / 72, y: (Number(y) * 25.4) / 72 }));
  const printed = moved.glyphs.filter((g) => g.text !== "");
  expect(places).toHaveLength(printed.length);
  // MuPDF prints six significant digits; in this page that is 0.0002 mm.
  printed.forEach((glyph, i) => {
    expect(Math.abs(places[i]!.x - glyph.x), glyph.text).toBeLessThan(0.0022);
    expect(Math.abs(places[i]!.y - glyph.y), glyph.text).toBeLessThan(0.0022);
  });
});

testWith("qpdf")("a line set with the face's own advances is one string", async () => {
  const text = qdf(await testPdf([sheetOf([glyphRun("nhân hoà", face, 8, 5, 12)], page)]));
  const shown = text.match(/T[jJ]$/gm);
  expect(shown).toHaveLength(1);
});

testWith("pdftoppm", "mutool")("fills, gradients, strokes and slants are painted", async () => {
  const big = (x: number, more: Partial<GlyphRun>) => glyphRun("I", face, 50, x, 50, "#ff0000", more);
  const nodes = [
    big(5, {}),
    big(35, { fill: fillOf(linear([0, 14, 0, 50], stopsOf("#00ff00", "#0000ff"))) }),
    big(65, { fill: fillOf("#ffffff"), stroke: strokeOf("#0000ff", 4), paintOrder: "stroke-first" }),
    big(95, { fill: null, stroke: strokeOf("#0000ff", 2) }),
    group([glyphRun("I", face, 50, 0, 0, "#ff0000", { skew: 0.5 })], { transform: [1, 0, 0, 1, 130, 50] }),
  ];
  const pdf = await testPdf([sheetOf([solidRect(0, 0, 200, 60, "#eeeeee"), ...nodes], page)]);
  expect(popplerText(pdf).replace(/\s/g, "")).toBe("IIIII");
  const metrics = openFont(face).metrics;
  const stem = (x: number) =>
    x + ((openFont(face).advance(openFont(face).glyphFor(73)) / metrics.unitsPerEm) * 50) / 2;
  for (const renderer of RENDERERS) {
    const { at } = await picture(pdf, renderer);
    const isGround = ({ r, g, b }: Rgb) => [r, g, b].every((value) => Math.abs(value - 238) <= 1);
    expect(at(stem(5), 30), renderer).toEqual({ r: 255, g: 0, b: 0 });
    expect(at(stem(35), 17).g, renderer).toBeGreaterThan(200);
    expect(at(stem(35), 48).b, renderer).toBeGreaterThan(200);
    expect(at(stem(65), 30), renderer).toEqual({ r: 255, g: 255, b: 255 });
    expect(isGround(at(stem(95), 30)), renderer).toBe(true);
    // The slant moves what is 20 mm over the baseline 10 mm to the right.
    expect(at(stem(130) + 10, 30), renderer).toEqual({ r: 255, g: 0, b: 0 });
    expect(isGround(at(stem(130), 30)), renderer).toBe(true);
  }
});

testWith("pdftoppm", "mutool")("text in a hard-edged gradient of a unit square", async () => {
  const stops = ["#ff0000", "#ff0000", "#0000ff", "#00ff00"].map((hex, i) => ({
    offset: [0, 0.5, 0.5, 1][i]!,
    color: color(hex),
    alpha: 1,
  }));
  // Down the page: red for 25 mm, then from blue to green.
  const paint = linear([0, 0, 1, 0], stops, { transform: [0, 50, -200, 0, 200, 0] });
  const letters = [20, 160].map((x) => glyphRun("I", face, 60, x, 50, paint));
  const pdf = await testPdf([sheetOf(letters, page)]);
  const stem = (openFont(face).advance(openFont(face).glyphFor(73)) / openFont(face).metrics.unitsPerEm) * 30;
  for (const renderer of RENDERERS) {
    const { at } = await picture(pdf, renderer);
    for (const x of [20, 160]) {
      expect(at(x + stem, 20), renderer).toEqual({ r: 255, g: 0, b: 0 });
      expect(at(x + stem, 26).b, renderer).toBeGreaterThan(220);
      expect(at(x + stem, 49).g, renderer).toBeGreaterThan(220);
    }
  }
});

testWith("pdftotext")("a run without paint is there to be found, not seen", async () => {
  const pdf = await testPdf([sheetOf([glyphRun("ẩn", face, 8, 5, 12, "#000000", { fill: null })], page)]);
  expect(popplerText(pdf)).toBe("ẩn");
  const { rgb } = await picture(pdf, "poppler");
  expect(rgb.every((value) => value === 255)).toBe(true);
});

const OTF = "/usr/share/fonts/opentype/urw-base35/NimbusSans-Bold.otf";
const whereOtf = existsSync(OTF) ? testWith("pdftotext", "mutool", "pdffonts") : test.skip;
whereOtf("a face with PostScript outlines is embedded as CFF", async () => {
  const data = new Uint8Array(readFileSync(OTF));
  const cff = { ...face, id: sha256(data), postScriptName: "NimbusSans-Bold", data };
  const pdf = await testPdf([sheetOf([glyphRun("Hello fi AVA", cff, 12, 5, 20)], { ...page, fonts: [cff] })]);
  expect(popplerText(pdf)).toBe("Hello fi AVA");
  expect(mupdfText(pdf)).toBe("Hello fi AVA");
  expect(run("pdffonts", pdf.path)).toMatch(/\+NimbusSans-Bold[\w-]* +CID Type 0C +Identity-H +yes yes yes/);
  expect(run("qpdf", "--check", pdf.path)).toContain("No syntax");
});

test("equal text gives equal subset tags, other text another", async () => {
  const tagOf = async (text: string) => {
    const { bytes } = await testPdf([sheetOf([glyphRun(text, face, 8, 5, 12)], page)]);
    return /\/FontName\/([A-Z]{6})\+/.exec(Buffer.from(bytes).toString("latin1"))?.[1];
  };
  expect(await tagOf("một")).toBe(await tagOf("tộm"));
  expect(await tagOf("một")).not.toBe(await tagOf("hai"));
});
