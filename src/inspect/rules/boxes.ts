/** Page boxes: nested as they must be, a trim that is really said, bleed where it is wanted. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import { contains } from "../../base/geometry.ts";
import { tenths } from "../../base/units.ts";
import type { BoxName } from "../page-boxes.ts";
import type { JudgedPage } from "./judge.ts";

/** Rounding of writers, in units of user space. */
const TOLERANCE = 0.05;
/** mm */
const BLEED_TOLERANCE = 0.1;
const SIDES = ["top", "right", "bottom", "left"] as const;
/** mm at final size: twice the longest banners that are ordered; what is larger was not scaled down. */
const LONGEST = 40_000;

/** Media ⊇ Crop ⊇ Bleed ⊇ Trim (ISO 15930-7 §6.12; ISO 32000-1 §14.11.2.1). */
const NESTING: readonly (readonly [outer: BoxName, inner: BoxName])[] = [
  ["MediaBox", "CropBox"],
  ["MediaBox", "BleedBox"],
  ["MediaBox", "TrimBox"],
  ["MediaBox", "ArtBox"],
  ["CropBox", "BleedBox"],
  ["CropBox", "TrimBox"],
  ["BleedBox", "TrimBox"],
  ["BleedBox", "ArtBox"],
];

export function judgeBoxes({ number, boxes, wanted }: JudgedPage): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const where = { page: number };
  if (!boxes.own.has("MediaBox")) found.push(diagnose("pdf.no-media-box", { page: number }, where));
  for (const [outer, inner] of NESTING) {
    const [around, within] = [boxes.own.get(outer), boxes.own.get(inner)];
    if (around && within && !contains(around, within, TOLERANCE)) {
      found.push(diagnose("pdf.boxes-not-nested", { page: number, outer, inner }, where));
    }
  }
  const lacks = (needed: number) => SIDES.some((side) => boxes.bleedInsets[side] < needed - BLEED_TOLERANCE);
  const sides = SIDES.map((side) => Math.max(0, tenths(boxes.bleedInsets[side]))).join(" / ");
  const bleed = wanted.bleed ?? 0;
  if (bleed > 0 && lacks(bleed)) {
    const needed = Math.round(bleed * 100) / 100;
    found.push(diagnose("pdf.missing-bleed", { page: number, sides, needed }, where));
  } else if (
    SIDES.some((side) => boxes.bleedInsets[side] < bleed + wanted.allowance[side] - BLEED_TOLERANCE)
  ) {
    const needed = SIDES.map((side) => tenths(bleed + wanted.allowance[side])).join(" / ");
    found.push(diagnose("pdf.missing-hem", { page: number, sides, needed }, where));
  }
  const longest = Math.max(boxes.trim.width, boxes.trim.height);
  if (wanted.scale < 1 && longest / wanted.scale > LONGEST) {
    const params = {
      page: number,
      size: `${tenths(boxes.trim.width)} × ${tenths(boxes.trim.height)}`,
      ratio: `1:${Math.round(100 / wanted.scale) / 100}`,
      metres: Math.round(longest / wanted.scale / 1000),
    };
    found.push(diagnose("pdf.doubtful-scale", params, where));
  }
  return found;
}

/** Told once: who opens such a page in a program that knows no UserUnit sees a fraction of its size. */
export function judgeUserUnits(
  pages: readonly { readonly number: number; readonly userUnit: number }[],
): readonly Diagnostic[] {
  const scaled = pages.filter(({ userUnit }) => userUnit !== 1);
  const [first] = scaled;
  if (!first) return [];
  const percent = Math.round(first.userUnit * 100);
  const params = { page: first.number, unit: first.userUnit, count: scaled.length, percent };
  return [diagnose("pdf.user-unit", params, { page: first.number })];
}

/** Told once: a file without it lacks it on every page. */
export function judgeTrimBoxes(
  pages: readonly { readonly number: number; readonly trimFrom: string }[],
): readonly Diagnostic[] {
  const without = pages.filter(({ trimFrom }) => trimFrom !== "TrimBox" && trimFrom !== "ArtBox");
  const [first] = without;
  if (!first) return [];
  const params = { page: first.number, used: first.trimFrom, count: without.length };
  return [diagnose("pdf.no-trim-box", params, { page: first.number })];
}
