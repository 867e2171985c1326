/** How a rule looks at a page: it sees every painting operation once, then says what it found. */

import type { Diagnostic, Where } from "../../base/diagnostic.ts";
import { type Insets, intersection, type Rect } from "../../base/geometry.ts";
import { type Mm, tenths } from "../../base/units.ts";
import type { Painted } from "../content/painted.ts";
import type { PageRun } from "../content/state.ts";
import type { PageBoxes } from "../page-boxes.ts";

/** What the file is for. */
export interface Expectations {
  /** Whether it goes to a press or large-format printer: only a profile for screens says no. */
  readonly press: boolean;
  /** Whether only inks may be in it: a CMYK profile was asked for, or the file claims a CMYK condition. */
  readonly inksOnly: boolean;
  /** Bleed wanted on each side, mm of the file; `null` when nobody says. */
  readonly bleed: Mm | null;
  /** What is folded back beyond that on each side: hems, pockets, edges pulled round a frame; mm of the file. */
  readonly allowance: Insets;
  /** Resolution wanted at final size; `null`: by the size of the piece. */
  readonly ppi: number | null;
  /** Most ink on one place, percent; `null` when nobody says. */
  readonly inkLimit: number | null;
  /** Size of the file relative to the piece. */
  readonly scale: number;
}

export interface JudgedPage {
  /** 1-based. */
  readonly number: number;
  readonly boxes: PageBoxes;
  readonly run: PageRun;
  readonly wanted: Expectations;
}

export interface Judge {
  see(painted: Painted): void;
  end(): readonly Diagnostic[];
}

export type Rule = (page: JudgedPage) => Judge;

/** Whether it is printed on the piece: not a mask's shade, not a layer that stays off, not a mark in the slug. */
export const isOnPiece = ({ within, prints, area }: Painted, { boxes }: JudgedPage): boolean =>
  within !== "soft-mask" && prints && intersection(area, boxes.bleed) !== null;

/** A place as people measure it: whole hundredths of a millimetre. */
export function whereOf(page: number, area: Rect): Where {
  return { page, area: rounded(area) };
}

export function rounded({ x, y, width, height }: Rect): Rect {
  const round = (mm: Mm) => Math.round(mm * 100) / 100 + 0;
  return { x: round(x), y: round(y), width: round(width), height: round(height) };
}

/** `(12.5; 30)` */
export const placeText = ({ x, y }: Rect): string => `(${tenths(x)}; ${tenths(y)})`;

interface Tallied<T> {
  readonly key: string;
  readonly count: number;
  /** The gravest of them, the first among equals. */
  readonly worst: T;
  readonly area: Rect;
}

/** Equal faults of one page, counted; kept small whatever the page holds. */
export class Tally<T> {
  readonly #entries = new Map<string, { count: number; grade: number; worst: T; area: Rect }>();
  static readonly #most = 200;

  /** @param grade the higher, the worse */
  add(key: string, grade: number, area: Rect, fault: T): void {
    const entry = this.#entries.get(key);
    if (!entry) {
      if (this.#entries.size < Tally.#most) this.#entries.set(key, { count: 1, grade, worst: fault, area });
      return;
    }
    entry.count++;
    if (grade > entry.grade) Object.assign(entry, { grade, worst: fault, area });
  }

  get entries(): readonly Tallied<T>[] {
    return [...this.#entries].map(([key, { count, worst, area }]) => ({ key, count, worst, area }));
  }
}

/** For sentences. */
export const KIND_NAMES: Readonly<Record<Painted["kind"], readonly [vi: string, en: string]>> = {
  text: ["chữ", "text"],
  fill: ["mảng tô", "a fill"],
  stroke: ["nét vẽ", "a stroke"],
  image: ["ảnh", "an image"],
  stencil: ["ảnh một màu", "a one-colour image"],
  shading: ["chuyển sắc", "a gradient"],
};
