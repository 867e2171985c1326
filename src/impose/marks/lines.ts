/** Crop, bleed, fold and registration marks: lines outside the bleed box, in register on every plate. */

import type { Rect } from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";
import type { Path } from "../../model/scene.ts";
import type { SheetPlan } from "../../model/sheet-plan.ts";
import { line, ring } from "../line-art.ts";

/** Where lines stand around a box: `offset` away, `length` long. */
export interface Band {
  readonly around: Rect;
  readonly offset: Mm;
  readonly length: Mm;
}

/** Cuts nearer than this to each other are one. */
const SAME: Mm = 0.01;

/** Two lines for each cut, at its both ends. The knife goes through the whole sheet, so inner ones need none. */
export function cropMarks({ cuts }: SheetPlan, band: Band): readonly Path[] {
  const xs = distinct(cuts.flatMap(({ x, width }) => [x, x + width]));
  const ys = distinct(cuts.flatMap(({ y, height }) => [y, y + height]));
  return [...xs.flatMap((x) => upright(x, band)), ...ys.flatMap((y) => level(y, band))];
}

/** Shorter, dashed lines at the edges of the ink. */
export function bleedMarks({ bleedBox, cuts }: SheetPlan, band: Band): readonly Path[] {
  const edges = (least: number, length: number) => [least, least + length];
  const cutAt = (values: readonly number[], at: number) =>
    values.some((value) => Math.abs(value - at) < SAME);
  const xs = cuts.flatMap(({ x, width }) => [x, x + width]);
  const ys = cuts.flatMap(({ y, height }) => [y, y + height]);
  const short = { ...band, length: band.length * 0.6 };
  const dash = [0.5, 0.5];
  return [
    ...edges(bleedBox.x, bleedBox.width)
      .filter((x) => !cutAt(xs, x))
      .flatMap((x) => upright(x, short, dash)),
    ...edges(bleedBox.y, bleedBox.height)
      .filter((y) => !cutAt(ys, y))
      .flatMap((y) => level(y, short, dash)),
  ];
}

const FOLD_DASH: readonly Mm[] = [1, 0.7];

export const foldMarks = ({ folds }: SheetPlan, band: Band): readonly Path[] =>
  folds.flatMap(({ axis, at }) =>
    axis === "vertical" ? upright(at, band, FOLD_DASH) : level(at, band, FOLD_DASH),
  );

const RING: Mm = 1.5;
/** Nothing else may stand so near a registration mark. */
const CLEAR: Mm = 6;

/** A crossed ring in the middle of each side, moved aside where a cut or a fold stands. */
export function registrationMarks(
  { cuts, folds }: SheetPlan,
  { around, offset, length }: Band,
): readonly Path[] {
  const taken = (axis: "vertical" | "horizontal") => [
    ...cuts.flatMap(({ x, y, width, height }) => (axis === "vertical" ? [x, x + width] : [y, y + height])),
    ...folds.filter((fold) => fold.axis === axis).map((fold) => fold.at),
  ];
  const x = freePlace(around.x + around.width / 2, taken("vertical"));
  const y = freePlace(around.y + around.height / 2, taken("horizontal"));
  const half = length / 2;
  const out = offset + half;
  const places = [
    [x, around.y - out],
    [x, around.y + around.height + out],
    [around.x - out, y],
    [around.x + around.width + out, y],
  ] as const;
  return places.flatMap(([cx, cy]) => [
    ring(cx, cy, Math.min(RING, half), "registration"),
    line(cx - half, cy, cx + half, cy),
    line(cx, cy - half, cx, cy + half),
  ]);
}

function freePlace(middle: Mm, taken: readonly Mm[]): Mm {
  for (let step = 0; step < 64; step++) {
    for (const sign of [1, -1]) {
      const at = middle + sign * step * CLEAR;
      if (taken.every((other) => Math.abs(other - at) >= CLEAR)) return at;
    }
  }
  return middle;
}

function upright(x: Mm, { around, offset, length }: Band, dash: readonly Mm[] = []): readonly Path[] {
  const top = around.y - offset;
  const bottom = around.y + around.height + offset;
  return [
    line(x, top, x, top - length, "registration", dash),
    line(x, bottom, x, bottom + length, "registration", dash),
  ];
}

function level(y: Mm, { around, offset, length }: Band, dash: readonly Mm[] = []): readonly Path[] {
  const left = around.x - offset;
  const right = around.x + around.width + offset;
  return [
    line(left, y, left - length, y, "registration", dash),
    line(right, y, right + length, y, "registration", dash),
  ];
}

function distinct(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.filter((value, i) => i === 0 || value - sorted[i - 1]! >= SAME);
}
