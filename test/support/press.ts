/** Print files, and what Ghostscript puts on each plate of them. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { MM_PER_INCH } from "../../src/base/units.ts";
import { createInkConverter } from "../../src/export/ink/ink-converter.ts";
import type { PdfInfo } from "../../src/export/pdf/export-pdf.ts";
import type { ContentOptions } from "../../src/export/pdf/supplies.ts";
import type { InkTable } from "../../src/model/ink.ts";
import type { OutputCondition } from "../../src/model/output-condition.ts";
import type { Sheet } from "../../src/model/sheet.ts";
import { fogra39 } from "./fogra39.ts";
import { run } from "./judges.ts";
import { type TestPdf, testPdf } from "./pdf.ts";

export const ICC_FILE = "brand/icc/ISOcoated_v2_300_bas.icc";

/** The condition that ships. */
export const CONDITION: OutputCondition = fogra39();

/** The day that stands in test files. */
export const DAY = new Date(Date.UTC(2026, 0, 1));

export interface PressOptions extends Partial<Omit<ContentOptions & PdfInfo, "inks" | "converter">> {
  readonly inks?: InkTable;
  readonly condition?: OutputCondition;
}

/** Exports for the shipped condition, as PDF/X-4. */
export async function pressPdf(sheets: readonly Sheet[], options: PressOptions = {}): Promise<TestPdf> {
  const { inks = new Map(), condition = CONDITION, ...more } = options;
  const converter = await createInkConverter(condition, inks);
  return testPdf(sheets, { converter, inks, standard: "pdf/x-4", date: DAY, ...more });
}

export interface Plates {
  readonly width: number;
  readonly height: number;
  /** By colorant, 0–100 % a pixel, in rows. */
  readonly inks: ReadonlyMap<string, Float32Array>;
  /** Percentages of every plate at a place, mm from the page's top left corner; plates without ink are left out. */
  at(x: number, y: number): Readonly<Record<string, number>>;
}

/** Separates every page. Device colours go to the plates as they are. */
export async function platesOf(path: string, ppi = 144): Promise<readonly Plates[]> {
  const folder = mkdtempSync(join(tmpdir(), "anpham-plates-"));
  try {
    run(
      "gs",
      "-q",
      "-dNOPAUSE",
      "-dBATCH",
      "-sDEVICE=tiffsep",
      `-r${ppi}`,
      "-o",
      join(folder, "%d.tif"),
      path,
    );
    const files = readdirSync(folder);
    const pages = files.filter((file) => /^\d+\.tif$/.test(file)).length;
    return await Promise.all(
      Array.from({ length: pages }, (_, i) =>
        readPlates(
          files.filter((file) => file.startsWith(`${i + 1}(`)).map((file) => join(folder, file)),
          ppi,
        ),
      ),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readPlates(files: readonly string[], ppi: number): Promise<Plates> {
  const inks = new Map<string, Float32Array>();
  let size = { width: 0, height: 0 };
  for (const file of files.toSorted((a, b) => a.localeCompare(b))) {
    const { data, info } = await sharp(readFileSync(file))
      .extractChannel(0)
      .raw()
      .toBuffer({ resolveWithObject: true });
    inks.set(
      /\((.*)\)\.tif$/.exec(file)?.[1] ?? "",
      Float32Array.from(data, (value) => 100 - value / 2.55),
    );
    size = { width: info.width, height: info.height };
  }
  const at = (x: number, y: number) => {
    const i = Math.floor((y * ppi) / MM_PER_INCH) * size.width + Math.floor((x * ppi) / MM_PER_INCH);
    const amounts = [...inks].map(([name, values]) => [name, Math.round(values[i]!)] as const);
    return Object.fromEntries(amounts.filter(([, amount]) => amount > 0));
  };
  return { ...size, inks, at };
}

/** The most ink on any one place, %. */
export function mostInk({ inks, width, height }: Plates): number {
  const plates = [...inks.values()];
  let most = 0;
  for (let i = 0; i < width * height; i++) {
    let total = 0;
    for (const plate of plates) total += plate[i]!;
    if (total > most) most = total;
  }
  return most;
}
