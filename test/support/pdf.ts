/** Exporting literal sheets to PDF and asking other people's tools about the result. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { joined } from "../../src/base/byte-parts.ts";
import type { Rgb } from "../../src/base/color.ts";
import type { Diagnostic } from "../../src/base/diagnostic.ts";
import { MM_PER_INCH } from "../../src/base/units.ts";
import { exportPdf, type PdfInfo } from "../../src/export/pdf/export-pdf.ts";
import { PageCoder } from "../../src/export/pdf/page-coder.ts";
import type { ContentOptions } from "../../src/export/pdf/supplies.ts";
import type { RasterImage } from "../../src/export/rasterise.ts";
import type { Sheet } from "../../src/model/sheet.ts";
import { run } from "./judges.ts";

export interface TestPdf {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

const folder = mkdtempSync(join(tmpdir(), "anpham-pdf-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
let files = 0;

/** Exports and saves to a temporary file, without a date. */
export async function testPdf(
  sheets: readonly Sheet[],
  options: Partial<ContentOptions & PdfInfo> = {},
): Promise<TestPdf> {
  const coder = new PageCoder({
    ppi: 144,
    rasterise: flatRaster("#ff0000"),
    standard: "pdf-1.6",
    converter: null,
    inks: new Map(),
    text: "live",
    ...options,
  });
  const info = { title: "Thử nghiệm", author: null, language: "vi-VN", date: null, ...options };
  const { value, diagnostics } = await exportPdf(sheets, coder, info);
  const bytes = joined(value.parts);
  const path = join(folder, `${++files}.pdf`);
  writeFileSync(path, bytes);
  return { path, bytes, diagnostics };
}

/** A rasteriser that answers every request with one colour. */
export function flatRaster(
  hex: string,
  seen: { width: number; height: number; count: number } = { width: 0, height: 0, count: 0 },
) {
  const value = Number.parseInt(hex.slice(1), 16);
  return async ({
    region,
    ppi,
  }: {
    region: { width: number; height: number };
    ppi: number;
  }): Promise<RasterImage> => {
    const width = Math.round((region.width * ppi) / MM_PER_INCH);
    const height = Math.round((region.height * ppi) / MM_PER_INCH);
    seen.width = width;
    seen.height = height;
    seen.count++;
    const rgba = new Uint8Array(width * height * 4);
    for (let i = 0; i < rgba.length; i += 4) rgba.set([value >> 16, (value >> 8) & 255, value & 255, 255], i);
    return { width, height, rgba };
  };
}

/** The file's objects and content streams as text, decompressed by qpdf. */
export function qdf(pdf: TestPdf): string {
  return run("qpdf", "--qdf", "--object-streams=disable", "--no-original-object-ids", pdf.path, "-");
}

export type Renderer = "poppler" | "mupdf" | "ghostscript";
export const RENDERERS: readonly Renderer[] = ["poppler", "mupdf"];

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** The colour at a place of the page, mm from its top left corner. */
  at(x: number, y: number): Rgb;
  /** Three bytes a pixel, in rows. */
  readonly rgb: Uint8Array;
}

/** Rasterises one page. */
export async function picture(pdf: TestPdf, renderer: Renderer, ppi = 144, page = 1): Promise<Picture> {
  const png = `${pdf.path}.${renderer}.${page}`;
  const [first, last] = [String(page), String(page)];
  if (renderer === "poppler") {
    run("pdftoppm", "-r", String(ppi), "-f", first, "-l", last, "-png", "-singlefile", pdf.path, png);
  } else if (renderer === "mupdf") {
    run("mutool", "draw", "-q", "-r", String(ppi), "-o", `${png}.png`, pdf.path, first);
  } else {
    const pages = [`-dFirstPage=${first}`, `-dLastPage=${last}`];
    const alpha = ["-dTextAlphaBits=4", "-dGraphicsAlphaBits=4"];
    run(
      "gs",
      "-q",
      "-dNOPAUSE",
      "-dBATCH",
      "-sDEVICE=png16m",
      `-r${ppi}`,
      ...alpha,
      ...pages,
      "-o",
      `${png}.png`,
      pdf.path,
    );
  }
  const { data, info } = await sharp(readFileSync(`${png}.png`))
    .removeAlpha()
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): Rgb => {
    const column = Math.floor((x * ppi) / MM_PER_INCH);
    const row = Math.floor((y * ppi) / MM_PER_INCH);
    const i = (row * info.width + column) * info.channels;
    return { r: data[i]!, g: data[i + 1]!, b: data[i + 2]! };
  };
  return { width: info.width, height: info.height, at, rgb: data };
}

/** The page's text by poppler, one trailing line break taken off. */
export const popplerText = (pdf: TestPdf): string =>
  run("pdftotext", "-enc", "UTF-8", "-raw", pdf.path, "-").replace(/\f/g, "").trimEnd();

/** The page's text by MuPDF. */
export const mupdfText = (pdf: TestPdf): string =>
  run("mutool", "draw", "-q", "-F", "txt", pdf.path).replace(/\f/g, "").trimEnd();
