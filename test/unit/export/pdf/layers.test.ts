/** Layers of marks and finishing lines, and text as shapes. */

import { describe, expect, test } from "vitest";
import { inspectPdf } from "../../../../src/inspect/inspect-pdf.ts";
import type { Ink } from "../../../../src/model/ink.ts";
import type { LayerUse, SheetLayer } from "../../../../src/model/sheet.ts";
import { strayPixels } from "../../../support/compare.ts";
import { run, testWith } from "../../../support/judges.ts";
import { mupdfText, picture, popplerText, qdf, testPdf } from "../../../support/pdf.ts";
import { platesOf, pressPdf } from "../../../support/press.ts";
import {
  color,
  glyphRun,
  path,
  rectOutline,
  resourcesOf,
  sheetOf,
  solidRect,
  strokeOf,
  testFace,
} from "../../../support/scene.ts";

const page = { width: 100, height: 50 };
const alternate = { c: 0, m: 100, y: 0, k: 0 };
const inks = new Map<string, Ink>([
  ["cut-contour", { kind: "spot", name: "CutContour", tint: 100, alternate }],
  ["ground", { kind: "process", cmyk: { c: 80, m: 0, y: 0, k: 0 } }],
]);
const paint = (token: string) => ({ kind: "solid", color: color("#ff00ff", token), alpha: 1 }) as const;

const contour = (use: LayerUse): SheetLayer => ({
  name: "CutContour",
  for: use,
  nodes: [
    path(rectOutline({ x: 20, y: 10, width: 60, height: 30 }), null, {
      stroke: strokeOf(paint("cut-contour"), 2),
    }),
  ],
  resources: resourcesOf(),
});

const sheet = (use: LayerUse) => ({
  ...sheetOf([solidRect(0, 0, 100, 50, paint("ground"))], page),
  layers: [contour(use)],
});

describe("layers", () => {
  testWith(
    "gs",
    "mutool",
    "pdftoppm",
  )("a cut line is a plate on a layer that prints, since cutters skip layers that do not", async () => {
    for (const standard of ["pdf-1.6", "pdf/x-4"] as const) {
      const eyelets = { ...contour("screen"), name: "Khuy" };
      const pair = { ...sheet("cutter"), layers: [contour("cutter"), eyelets] };
      const { bytes } = await pressPdf([pair], { inks, standard });
      const { value } = await inspectPdf(bytes, { profile: null, condition: null });
      expect(value.layers).toMatchObject([
        { name: "CutContour", prints: true },
        { name: "Khuy", prints: false },
      ]);
      const alone = await pressPdf([sheet("cutter")], { inks, standard });
      expect(qdf(alone)).not.toMatch(/PrintState|\/AS\b|\/OFF\b/);
      expect((await platesOf(alone.path))[0]!.at(50, 10)).toEqual({ Cyan: 80, CutContour: 100 });
      for (const renderer of ["poppler", "mupdf"] as const) {
        const { at } = await picture(alone, renderer);
        expect(at(50, 10), renderer).not.toEqual(at(5, 5));
      }
    }
  });

  testWith("gs")("what prints is content, and lets the design below print too", async () => {
    const pdf = await pressPdf([sheet("press")], { inks });
    expect(qdf(pdf)).not.toContain("/OCProperties");
    expect((await platesOf(pdf.path))[0]!.at(50, 10)).toEqual({ Cyan: 80, CutContour: 100 });
  });

  testWith(
    "gs",
    "pdftoppm",
    "mutool",
  )("in PDF/X-4 what never prints is off, and listed", async () => {
    const pdf = await pressPdf([sheet("screen"), sheet("screen")], { inks });
    expect((await platesOf(pdf.path))[0]!.at(50, 10)).toEqual({ Cyan: 80 });
    const text = qdf(pdf);
    expect(text.match(/\/Type \/OCG/g)).toHaveLength(1);
    expect(text).not.toContain("/AS");
    for (const renderer of ["poppler", "mupdf"] as const) {
      const { at } = await picture(pdf, renderer);
      expect(at(50, 10), renderer).toEqual(at(5, 5));
    }
    expect(run("qpdf", "--check", pdf.path)).toContain("No syntax");
  });

  testWith("pdftoppm", "mutool")("elsewhere it shows on screen and is told not to print", async () => {
    const pdf = await testPdf([sheet("screen")]);
    expect(qdf(pdf)).toContain("/PrintState /OFF");
    expect(qdf(pdf).replace(/\s+/g, " ")).toContain("/Event /Print");
    for (const renderer of ["poppler", "mupdf"] as const) {
      const { at } = await picture(pdf, renderer);
      expect(at(50, 5), renderer).toEqual({ r: 255, g: 0, b: 255 });
      expect(at(50, 10), renderer).toEqual({ r: 255, g: 0, b: 255 });
    }
  });
});

describe("text as shapes", () => {
  const face = testFace();
  const text = sheetOf(
    [
      glyphRun("Chữ Việt", face, 10, 10, 20, "#000000"),
      glyphRun("Viền", face, 10, 10, 40, "#000000", { stroke: strokeOf("#ff0000", 0.4) }),
    ],
    { ...page, fonts: [face] },
  );

  testWith(
    "pdffonts",
    "pdftotext",
    "mutool",
  )("there is no font and no text in the file", async () => {
    const pdf = await testPdf([text], { text: "outlines" });
    expect(run("pdffonts", pdf.path).trim().split("\n")).toHaveLength(2);
    expect(qdf(pdf)).not.toMatch(/\/Font\b|\bBT\b/);
    expect(popplerText(pdf)).toBe("");
    expect(mupdfText(pdf).trim()).toBe("");
  });

  testWith("mutool")("it looks the same", async () => {
    const live = await picture(await testPdf([text]), "mupdf");
    const shapes = await picture(await testPdf([text], { text: "outlines" }), "mupdf");
    expect(strayPixels(live, shapes)).toBeLessThanOrEqual(24);
  });

  testWith("gs")("it overprints in black as live text does", async () => {
    const ground = solidRect(0, 0, 100, 50, paint("ground"));
    const heavy = testFace(800);
    const sheetOnGround = sheetOf([ground, glyphRun("I", heavy, 40, 40, 40, "#000000")], {
      ...page,
      fonts: [heavy],
    });
    const pdf = await pressPdf([sheetOnGround], { inks, text: "outlines" });
    expect((await platesOf(pdf.path))[0]!.at(47, 30)).toEqual({ Cyan: 80, Black: 100 });
  });

  test("equal sheets give equal bytes", async () => {
    const [one, other] = await Promise.all([1, 2].map(() => pressPdf([text], { text: "outlines" })));
    expect(Buffer.compare(one!.bytes, other!.bytes)).toBe(0);
  });
});
