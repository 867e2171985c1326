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
  if (wanted.bleed !== null && wanted.bleed > 0) {
    const { top, right, bottom, left } = boxes.bleedInsets;
    const least = Math.min(top, right, bottom, left);
    if (least < wanted.bleed - BLEED_TOLERANCE) {
      const sides = [top, right, bottom, left].map((side) => Math.max(0, tenths(side))).join(" / ");
      found.push(
        diagnose(
          "pdf.missing-bleed",
          { page: number, sides, needed: Math.round(wanted.bleed * 100) / 100 },
          where,
        ),
      );
    }
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
