import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { IDENTITY, rect } from "../../../../src/base/geometry.ts";
import { run, testWith } from "../../../support/judges.ts";
import { picture, qdf, RENDERERS, testPdf } from "../../../support/pdf.ts";
import { pressPdf } from "../../../support/press.ts";
import {
  fragmentOf,
  group,
  linear,
  placed,
  resourcesOf,
  sceneOf,
  sheetOf,
  solidRect,
  stopsOf,
} from "../../../support/scene.ts";

const a5 = { width: 148, height: 210, bleed: 3 };

/** An A5 page with 3 mm of bleed on a sheet with 10 mm of room around the trim. */
const printSheet = {
  size: { width: 168, height: 230 },
  trimBox: rect(10, 10, 148, 210),
  bleedBox: rect(7, 7, 154, 216),
  placements: [
    {
      scene: sceneOf([solidRect(-20, -20, 200, 300, "#00ff00")], a5),
      transform: [1, 0, 0, 1, 10, 10] as const,
      window: rect(7, 7, 154, 216),
    },
  ],
  layers: [
    {
      name: "marks",
      for: "press" as const,
      nodes: [solidRect(0, 0, 4, 4, "#000000")],
      resources: resourcesOf(),
    },
  ],
};

testWith("qpdf")("boxes are the sheet's, in points, origin at the bottom left", async () => {
  const text = qdf(await testPdf([printSheet]));
  const box = (name: string) =>
    new RegExp(`/${name} \\[\\s*([\\d.\\s]+?)\\s*\\]`).exec(text)?.[1]?.split(/\s+/).map(Number);
  const pt = (mm: number) => Math.round(((mm * 72) / 25.4) * 1e4) / 1e4;
  expect(box("MediaBox")).toEqual([0, 0, pt(168), pt(230)]);
  expect(box("CropBox")).toEqual([0, 0, pt(168), pt(230)]);
  expect(box("TrimBox")).toEqual([pt(10), pt(10), pt(158), pt(220)]);
  expect(box("BleedBox")).toEqual([pt(7), pt(7), pt(161), pt(223)]);
  expect(text).not.toContain("/UserUnit");
});

testWith("pdftoppm", "mutool")("the window cuts the scene and marks lie above it", async () => {
  const pdf = await testPdf([printSheet]);
  for (const renderer of RENDERERS) {
    const { at } = await picture(pdf, renderer);
    expect(at(80, 100), renderer).toEqual({ r: 0, g: 255, b: 0 });
    expect(at(8, 8), renderer).toEqual({ r: 0, g: 255, b: 0 });
    expect(at(6, 100), renderer).toEqual({ r: 255, g: 255, b: 255 });
    expect(at(2, 2), renderer).toEqual({ r: 0, g: 0, b: 0 });
  }
});

testWith("qpdf", "mutool")("a page over five metres has a larger user unit", async () => {
  const pdf = await testPdf([sheetOf([solidRect(0, 0, 3000, 800, "#ff0000")], { width: 6000, height: 800 })]);
  const text = qdf(pdf);
  expect(text).toContain("/UserUnit 2");
  expect(text).toMatch(/\/MediaBox \[\s*0\s+0\s+8503\.937\s+1133\.8583\s*\]/);
  const { width, height, at } = await picture(pdf, "mupdf", 10);
  expect([width, height]).toEqual(
    [Math.round(6000 / 2.54), Math.round(800 / 2.54)].map((n) => expect.closeTo(n, -0.5)),
  );
  expect(at(2900, 400)).toEqual({ r: 255, g: 0, b: 0 });
  expect(at(3100, 400)).toEqual({ r: 255, g: 255, b: 255 });
  // On a screen, nobody measures it; a shop's program may open it at half its size.
  expect(pdf.diagnostics).toEqual([]);
  const { diagnostics } = await pressPdf([sheetOf([], { width: 6000, height: 800 })]);
  expect(diagnostics).toMatchObject([{ code: "export.user-unit", severity: "note" }]);
  expect(diagnostics[0]!.hint?.en).toContain("200 %");
});

testWith("pdftoppm", "mutool")("a clipped frame shows nothing outside its box, any other does", async () => {
  const frame = (clipped: boolean, x: number) =>
    placed("khung", rect(x, 10, 20, 20), [solidRect(-5, -5, 30, 30, "#0000ff")], { clipped });
  const other = frame(false, 60);
  const scene = sceneOf([frame(true, 10), { ...other, fragment: { ...other.fragment, hash: "other" } }], {
    width: 100,
    height: 40,
  });
  const pdf = await testPdf([
    {
      ...sheetOf([], { width: 100, height: 40 }),
      placements: [{ scene, transform: IDENTITY, window: rect(0, 0, 100, 40) }],
    },
  ]);
  for (const renderer of RENDERERS) {
    const { at } = await picture(pdf, renderer);
    expect(at(20, 20), renderer).toEqual({ r: 0, g: 0, b: 255 });
    expect(at(8, 20), renderer).toEqual({ r: 255, g: 255, b: 255 });
    expect(at(58, 20), renderer).toEqual({ r: 0, g: 0, b: 255 });
  }
});

testWith(
  "qpdf",
  "pdftoppm",
  "mutool",
)("a fragment that repeats is written once, as a form", async () => {
  const nodes = [
    solidRect(0, 0, 10, 10, "#123456"),
    solidRect(0, 8, 10, 2, linear([0, 0, 10, 0], stopsOf("#ff0000", "#0000ff"))),
    group([solidRect(2, 2, 5, 5, "#ffffff")], { opacity: 0.5 }),
  ];
  const fragment = fragmentOf(nodes, 10, 10, { hash: "logo" });
  const sheets = [10, 20, 30].map((x) => {
    const scene = sceneOf(
      [{ ...placed("logo", rect(x, 5, 20, 20), []), fragment, transform: [2, 0, 0, 2, x, 5] }],
      {
        width: 60,
        height: 30,
      },
    );
    return {
      ...sheetOf([], { width: 60, height: 30 }),
      placements: [{ scene, transform: IDENTITY, window: rect(0, 0, 60, 30) }],
    };
  });
  const pdf = await testPdf(sheets);
  const text = qdf(pdf);
  expect(text.match(/\/Subtype \/Form/g)).toHaveLength(1);
  expect(text.match(/0\.07059 0\.20393 0\.33726 rg/g)).toHaveLength(1);
  for (const renderer of RENDERERS) {
    const { at } = await picture(pdf, renderer, 72, 3);
    expect(at(31, 6), renderer).toEqual({ r: 0x12, g: 0x34, b: 0x56 });
    expect(at(38, 12).r, renderer).toBeGreaterThan(0x80);
    expect(at(35, 23).r, renderer).toBeCloseTo(191, -1);
    expect(at(45, 23).b, renderer).toBeCloseTo(191, -1);
    expect(at(29, 6), renderer).toEqual({ r: 255, g: 255, b: 255 });
  }
});

testWith("qpdf")(
  "the file is sound, of version 1.6, holds no unused object and depends only on its input",
  async () => {
    const sheets = [printSheet, sheetOf([solidRect(0, 0, 10, 10, "#ff0000")], { width: 20, height: 20 })];
    const [one, other] = [await testPdf(sheets), await testPdf(sheets)];
    expect(run("qpdf", "--check", one.path)).toContain("No syntax or stream encoding errors");
    expect(Buffer.from(one.bytes.subarray(0, 9)).toString("latin1")).toBe("%PDF-1.6\n");
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
    // qpdf leaves out what nothing refers to.
    run("qpdf", "--object-streams=disable", one.path, `${one.path}.rewritten`);
    const count = (file: Uint8Array) => /\/Size (\d+)/.exec(Buffer.from(file).toString("latin1"))?.[1];
    expect(count(readFileSync(`${one.path}.rewritten`))).toBe(count(one.bytes));
  },
);

testWith("qpdf")(
  "title, author, language and dates are in the Info dictionary and the XMP packet",
  async () => {
    const sheet = sheetOf([], { width: 20, height: 20 });
    const options = { title: "Tờ rơi & <A5>", author: "Trường (CĐ)", date: new Date("2026-03-01T02:03:04Z") };
    const text = Buffer.from((await testPdf([sheet], options)).bytes).toString("latin1");
    expect(text).toContain("/Lang(vi-VN)");
    expect(text).toContain("/DisplayDocTitle true");
    expect(text).toContain("/CreationDate(D:20260301020304Z)");
    const xmp = Buffer.from(text, "latin1").toString("utf8");
    expect(xmp).toContain('<rdf:li xml:lang="x-default">Tờ rơi &amp; &lt;A5&gt;</rdf:li>');
    expect(xmp).toContain("<xmp:CreateDate>2026-03-01T02:03:04Z</xmp:CreateDate>");
    const info = run("qpdf", "--json", "--json-key=qpdf", (await testPdf([sheet], options)).path);
    expect(info).toContain("Tờ rơi & <A5>");
    expect(info).toContain("Trường (CĐ)");
  },
);

test("without a date no date is written", async () => {
  const { bytes } = await testPdf([sheetOf([], { width: 20, height: 20 })]);
  expect(Buffer.from(bytes).toString("latin1")).not.toMatch(/Date/);
});
