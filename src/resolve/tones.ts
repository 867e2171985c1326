/** Measures how dark and light a picture is, part by part, so that preflight can judge text over it. */

import type { Tones } from "../model/picture-facts.ts";
import { byContent, type PictureData } from "./by-content.ts";

/** Cells along the longer side: on a full page about as wide as a letter of running text. */
const CELLS = 64;
/** Pixels across a cell: what is finer is grain, not ground. */
const FINE = 4;

/** Of a bitmap; a drawing's shapes are measured in the scene. */
export const measureTones = byContent(
  500,
  async ({ data, pixelWidth, pixelHeight }: PictureData): Promise<Tones> => {
    const { default: sharp } = await import("sharp");
    const longer = Math.max(pixelWidth, pixelHeight);
    const cells = (side: number) => Math.max(1, Math.round((side / longer) * CELLS));
    const columns = cells(pixelWidth);
    const rows = cells(pixelHeight);
    const width = columns * FINE;
    const rgba = await sharp(data)
      .resize(width, rows * FINE, { fit: "fill" })
      .toColourspace("srgb")
      .ensureAlpha()
      .raw()
      .toBuffer();
    const darkest = new Uint8Array(columns * rows * 3);
    const lightest = new Uint8Array(columns * rows * 3);
    const alpha = new Uint8Array(columns * rows);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const cell = row * columns + column;
        let [low, high, covered] = [Number.POSITIVE_INFINITY, -1, 0];
        for (let i = 0; i < FINE * FINE; i++) {
          const x = column * FINE + (i % FINE);
          const y = row * FINE + Math.floor(i / FINE);
          const at = (y * width + x) * 4;
          covered += rgba[at + 3]!;
          // Clear pixels have no colour of their own.
          if (rgba[at + 3]! < 16) continue;
          const luma = 2126 * rgba[at]! + 7152 * rgba[at + 1]! + 722 * rgba[at + 2]!;
          if (luma < low) {
            low = luma;
            darkest.set(rgba.subarray(at, at + 3), cell * 3);
          }
          if (luma > high) {
            high = luma;
            lightest.set(rgba.subarray(at, at + 3), cell * 3);
          }
        }
        alpha[cell] = Math.round(covered / (FINE * FINE));
      }
    }
    return { columns, rows, darkest, lightest, alpha };
  },
);
