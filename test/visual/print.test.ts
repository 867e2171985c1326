/** Print files of everything that satori can draw and of every template, as other people's tools see them. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { converter as toSpace } from "culori";
import { PDFDocument } from "pdf-lib";
import { afterAll, describe, expect, test } from "vitest";
import type { Rgb } from "../../src/base/color.ts";
import { ptToMm } from "../../src/base/units.ts";
import { exportSheets } from "../../src/export/export.ts";
import { createInkConverter } from "../../src/export/ink/ink-converter.ts";
import { impose } from "../../src/impose/impose.ts";
import { plainJob } from "../../src/impose/impose-job.ts";
import { layoutElement } from "../../src/layout/element.ts";
import { formatById } from "../../src/model/formats/index.ts";
import { WEB_PROFILE } from "../../src/model/output-profile.ts";
import type { RenderRequest } from "../../src/model/request.ts";
import type { Sheet } from "../../src/model/sheet.ts";
import { createEngine } from "../../src/render.ts";
import { colorUses } from "../support/color-walk.ts";
import { type Picture, readPicture, strayPixels } from "../support/compare.ts";
import { EMOJI, elementZoo, ZOO_HEIGHT, ZOO_WIDTH } from "../support/element-zoo.ts";
import { BOLD, fontList, REGULAR } from "../support/fonts.ts";
import { run, testWith } from "../support/judges.ts";
import { CONDITION, DAY, ICC_FILE, mostInk, platesOf } from "../support/press.ts";

const folder = mkdtempSync(join(tmpdir(), "anpham-print-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Spaces that a file for a CMYK press may use. */
const ON_PRESS = /^(DeviceCMYK|DeviceGray|Indexed DeviceCMYK|Separation .* DeviceCMYK)$/;

/** What a print file must not have, with where. */
const foreign = async (bytes: Uint8Array): Promise<readonly string[]> =>
  (await colorUses(bytes))
    .filter(({ space }) => !ON_PRESS.test(space))
    .map(({ space, where }) => `${space}: ${where}`);

/** Whether Ghostscript puts as much ink on one place as the condition allows, and rounding to 8 bits on four plates. */
const ALLOWED_INK = CONDITION.inkLimit + 1.6;

/** Pages as the condition's profile says they will look. */
function printed(path: string, ppi: number): string {
  const smooth = ["-dTextAlphaBits=4", "-dGraphicsAlphaBits=4"];
  const color = [`-sDefaultCMYKProfile=${ICC_FILE}`, "-dRenderIntent=1", "-dBlackPtComp=0", "-dNOSAFER"];
  const out = `${path}.%d.png`;
  run(
    "gs",
    "-q",
    "-dNOPAUSE",
    "-dBATCH",
    "-sDEVICE=png16m",
    `-r${ppi}`,
    ...smooth,
    ...color,
    "-o",
    out,
    path,
  );
  return out;
}

const lab = toSpace("lab65");

/** The mean CIE 1976 difference of two pictures. */
function meanDeltaE(one: Picture, other: Picture): number {
  expect([one.width, one.height]).toEqual([other.width, other.height]);
  const known = new Map<number, readonly [number, number, number]>();
  const at = ({ rgb }: Picture, i: number) => {
    const key = (rgb[i]! << 16) | (rgb[i + 1]! << 8) | rgb[i + 2]!;
    let value = known.get(key);
    if (!value) {
      const { l, a, b } = lab({ mode: "rgb", r: rgb[i]! / 255, g: rgb[i + 1]! / 255, b: rgb[i + 2]! / 255 });
      value = [l, a, b];
      known.set(key, value);
    }
    return value;
  };
  let sum = 0;
  for (let i = 0; i < one.rgb.length; i += 3) {
    const [l1, a1, b1] = at(one, i);
    const [l2, a2, b2] = at(other, i);
    sum += Math.hypot(l1 - l2, a1 - a2, b1 - b2);
  }
  return sum / (one.rgb.length / 3);
}

// ── the element zoo ──────────────────────────────────────────────────────────────────────────────

const SCALE = 2;
const fonts = fontList(REGULAR, BOLD);
const zoo = await elementZoo();
const names = Object.keys(zoo);
const press = await createInkConverter(CONDITION, new Map());

const sheets: Sheet[] = [];
for (const name of names) {
  const size = { widthPx: ZOO_WIDTH, heightPx: ZOO_HEIGHT };
  const scene = await layoutElement(zoo[name], { ...size, fonts, graphemeImages: EMOJI });
  sheets.push(...impose([scene.value], plainJob(WEB_PROFILE)).value);
}

async function exported(as: "pdf" | "png") {
  const { value } = await exportSheets(sheets, {
    as,
    ppi: as === "pdf" ? 300 : 96 * SCALE,
    title: "Element zoo",
    author: null,
    language: "vi-VN",
    date: DAY,
    condition: as === "pdf" ? CONDITION : null,
    inks: new Map(),
    standard: as === "pdf" ? "pdf/x-4" : "pdf-1.6",
    text: "live",
  });
  return value.map(({ bytes }) => bytes);
}

const zooPath = join(folder, "zoo.pdf");
const [zooPdf] = await exported("pdf");
writeFileSync(zooPath, zooPdf!);
const onScreen = await exported("png");

/** A picture as the press can show it, colour by colour through the profile and back. */
function onPress({ width, height, rgb }: Picture): Picture {
  const known = new Map<number, Rgb>();
  const shown = new Uint8Array(rgb.length);
  for (let i = 0; i < rgb.length; i += 3) {
    const color = { r: rgb[i]!, g: rgb[i + 1]!, b: rgb[i + 2]! };
    const key = (color.r << 16) | (color.g << 8) | color.b;
    let look = known.get(key);
    if (!look) {
      const ink = press.inkOf({ rgb: color, token: null });
      look = press.proof(ink.kind === "process" ? ink.cmyk : { c: 0, m: 0, y: 0, k: 0 });
      known.set(key, look);
    }
    shown.set([look.r, look.g, look.b], i);
  }
  return { width, height, rgb: shown };
}

/** Mean ΔE*ab against the screen's colours, as far as the press can show them. */
const ALLOWED_DELTA_E = 6;

/** Inks do not mix as light does: what is blended on the press is lighter, or darker, than on a screen. */
const MIXED_IN_INK: Readonly<Record<string, number>> = {
  "two backgrounds": 16,
  multiply: 8,
  screen: 13,
  "gradient with alpha": 8,
  opacity: 8,
};

describe("what satori draws, for a press", () => {
  test("no page, form, pattern, shading, picture or mask has a colour of the screen", async () => {
    expect(await foreign(zooPdf!)).toEqual([]);
  });

  testWith("gs")("no place has more ink than the condition allows", async () => {
    const plates = await platesOf(zooPath, 96);
    const over = names.filter((_, i) => mostInk(plates[i]!) > ALLOWED_INK);
    expect(plates).toHaveLength(names.length);
    expect(over).toEqual([]);
  });

  testWith("gs")("it looks as the screen does, as far as inks can", async () => {
    const out = printed(zooPath, 96 * SCALE);
    const wrong: string[] = [];
    for (const [i, name] of names.entries()) {
      const seen = await readPicture(out.replace("%d", String(i + 1)));
      const difference = meanDeltaE(seen, onPress(await readPicture(onScreen[i]!)));
      if (difference > (MIXED_IN_INK[name] ?? ALLOWED_DELTA_E))
        wrong.push(`${name}: ${difference.toFixed(1)}`);
    }
    expect(wrong).toEqual([]);
  });

  testWith("qpdf")("the file is sound", () => {
    expect(run("qpdf", "--check", zooPath)).toContain("No syntax");
  });
});

// ── the templates ────────────────────────────────────────────────────────────────────────────────

const engine = await createEngine({ brand: "brand", fonts: "fonts", templates: "templates" });
/** Mean ΔE*ab of a whole piece: the kit's inks are chosen for print, not converted from its screen colours. */
const ALLOWED_IN_A_PIECE = 8;

const PIECES = [
  ["recruitment-flyer", "a5"],
  ["recruitment-poster", "a2"],
  ["standee", "standee-800x1800"],
] as const;

const request = (template: string, format: string, profile: string): RenderRequest => ({
  template,
  format,
  profile,
  campaign: "gdnn-2026",
  institution: "cd-ky-nghe-binh-thuan",
});

async function pdfOf(template: string, format: string, profile = "print") {
  const { artifacts, diagnostics } = await engine.render({
    ...request(template, format, profile),
    as: "pdf",
  });
  const path = join(folder, `${template}-${format}-${profile}.pdf`);
  writeFileSync(path, artifacts[0]!.bytes);
  return { bytes: artifacts[0]!.bytes, path, diagnostics };
}

describe.each(PIECES)("%s %s for the print shop", (template, format) => {
  test("no colour of the screen anywhere; equal requests give equal bytes", async () => {
    const { bytes } = await pdfOf(template, format);
    expect(await foreign(bytes)).toEqual([]);
    expect(Buffer.compare((await pdfOf(template, format)).bytes, bytes)).toBe(0);
  });

  testWith(
    "gs",
    "qpdf",
    "pdftotext",
  )("sound, within the ink limit, and its text extracts", async () => {
    const { path } = await pdfOf(template, format);
    expect(run("qpdf", "--check", path)).toContain("No syntax");
    const [plates] = await platesOf(path, template === "recruitment-flyer" ? 144 : 30);
    expect(new Set(plates!.inks.keys())).toEqual(new Set(["Cyan", "Magenta", "Yellow", "Black"]));
    expect(mostInk(plates!)).toBeLessThanOrEqual(ALLOWED_INK);
    const texts = [run("pdftotext", "-raw", path, "-"), run("mutool", "draw", "-q", "-F", "txt", path)];
    for (const text of texts) {
      expect(text.normalize("NFC").replace(/\s+/g, " ")).toContain("Trường Cao đẳng Kỹ nghệ Bình Thuận");
    }
  });

  testWith("gs")("it looks like the PNG", async () => {
    const { path } = await pdfOf(template, format);
    const ppi = template === "recruitment-flyer" ? 100 : 25;
    const { artifacts } = await engine.render({ ...request(template, format, "print"), as: "png", ppi });
    const screen = await readPicture(artifacts[0]!.bytes);
    const seen = await readPicture(printed(path, ppi).replace("%d", "1"));
    // Rasterisers round the size of a page in pixels each in their own way.
    const [width, height] = [Math.min(screen.width, seen.width), Math.min(screen.height, seen.height)];
    const difference = meanDeltaE(cropped(screen, width, height), cropped(seen, width, height));
    expect(difference).toBeLessThan(ALLOWED_IN_A_PIECE);
  });

  testWith("gs", "pdftoppm")("two rasterisers agree", async () => {
    const { path } = await pdfOf(template, format);
    const ppi = template === "recruitment-flyer" ? 100 : 25;
    const out = `${path}.poppler`;
    run("pdftoppm", "-r", `${ppi}`, "-png", "-singlefile", "-defaultcmykprofile", ICC_FILE, path, out);
    const [one, other] = await Promise.all([
      readPicture(printed(path, ppi).replace("%d", "1")),
      readPicture(`${out}.png`),
    ]);
    const [width, height] = [Math.min(one.width, other.width), Math.min(one.height, other.height)];
    const difference = meanDeltaE(cropped(one, width, height), cropped(other, width, height));
    // Poppler has a CMYK of its own, so colours are far apart; shapes are not.
    const stray = strayPixels(cropped(one, width, height), cropped(other, width, height), 80);
    expect(stray / (width * height)).toBeLessThan(0.001);
    expect(difference).toBeLessThan(ALLOWED_IN_A_PIECE);
  });

  test("boxes measure right", async () => {
    const { bytes } = await pdfOf(template, format);
    const { width, height, bleed } = formatById(format)!;
    const page = (await PDFDocument.load(bytes, { updateMetadata: false })).getPage(0);
    const mm = (length: number) => Math.round(ptToMm(length) * 1000) / 1000;
    const [trim, outer, media] = [page.getTrimBox(), page.getBleedBox(), page.getMediaBox()];
    expect([mm(trim.width), mm(trim.height)]).toEqual([width, height]);
    expect([mm(outer.width), mm(outer.height)]).toEqual([width + 2 * bleed, height + 2 * bleed]);
    expect(mm(trim.x - outer.x)).toBe(bleed);
    expect(media).toEqual(outer);
  });
});

testWith("gs", "pdftotext")("body text of the flyer is on the black plate alone", async () => {
  const { path } = await pdfOf("recruitment-flyer", "a5");
  const ppi = 300;
  const { inks, width } = (await platesOf(path, ppi))[0]!;
  const words = [...run("pdftotext", "-bbox", path, "-").matchAll(WORD)].map(([, x0, y0, x1, y1, word]) => ({
    word: word!.normalize("NFC"),
    box: [x0, y0, x1, y1].map((side) => Math.round((Number(side) * ppi) / 72)) as [
      number,
      number,
      number,
      number,
    ],
  }));
  // Names of programmes stand on paper.
  const found = words.filter(({ word }) => ["máy", "lạnh", "Hàn", "Điện", "doanh"].includes(word));
  const onPaper = found.filter(({ box: [, y0] }) => y0 / ppi > 4);
  expect(onPaper.length).toBeGreaterThanOrEqual(4);
  for (const {
    word,
    box: [x0, y0, x1, y1],
  } of onPaper) {
    const most = (plate: string) => {
      let value = 0;
      for (let y = y0; y < y1; y++) {
        for (let x = x0; x < x1; x++) value = Math.max(value, inks.get(plate)![y * width + x]!);
      }
      return value;
    };
    expect(
      ["Cyan", "Magenta", "Yellow", "Black"].map((plate) => Math.round(most(plate))),
      word,
    ).toEqual([0, 0, 0, 100]);
  }
});

/** A word and its box, points from the page's top left corner. */
const WORD = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g;

const cropped = ({ width, rgb }: Picture, toWidth: number, toHeight: number): Picture => {
  const rows = new Uint8Array(toWidth * toHeight * 3);
  for (let y = 0; y < toHeight; y++)
    rows.set(rgb.subarray(y * width * 3, (y * width + toWidth) * 3), y * toWidth * 3);
  return { width: toWidth, height: toHeight, rgb: rows };
};
