/** The inks of marks, colour bars and finishing lines: tokens that every job's ink table knows. */

import type { Cmyk, Rgb } from "../base/color.ts";
import type { Ink } from "./ink.ts";
import type { SceneColor } from "./scene.ts";

interface MarkInk {
  readonly ink: Ink;
  /** How it looks where there are no plates. */
  readonly rgb: Rgb;
}

const NO_INK: Cmyk = { c: 0, m: 0, y: 0, k: 0 };

const process = (part: Partial<Cmyk>, rgb: Rgb): MarkInk => ({
  ink: { kind: "process", cmyk: { ...NO_INK, ...part } },
  rgb,
});

const spot = (name: string, alternate: Partial<Cmyk>, rgb: Rgb): MarkInk => ({
  ink: { kind: "spot", name, tint: 100, alternate: { ...NO_INK, ...alternate } },
  rgb,
});

const rgb = (r: number, g: number, b: number): Rgb => ({ r, g, b });

export const MARK_TOKENS = [
  "registration",
  "slug",
  "bar-c100",
  "bar-c50",
  "bar-m100",
  "bar-m50",
  "bar-y100",
  "bar-y50",
  "bar-k100",
  "bar-k50",
  "bar-my",
  "bar-cy",
  "bar-cm",
  "bar-cmy",
  "cut-contour",
  "white-plate",
  "finishing",
] as const;
export type MarkToken = (typeof MARK_TOKENS)[number];

// Screen values of the process inks: rounded from FOGRA39 by littleCMS, relative colorimetric.
export const MARK_INKS: Readonly<Record<MarkToken, MarkInk>> = {
  registration: { ink: { kind: "registration", tint: 100 }, rgb: rgb(0, 0, 0) },
  /** Text must not need register to be read. */
  slug: process({ k: 100 }, rgb(0, 0, 0)),
  "bar-c100": process({ c: 100 }, rgb(0, 158, 224)),
  "bar-c50": process({ c: 50 }, rgb(140, 205, 240)),
  "bar-m100": process({ m: 100 }, rgb(230, 0, 126)),
  "bar-m50": process({ m: 50 }, rgb(241, 153, 193)),
  "bar-y100": process({ y: 100 }, rgb(255, 237, 0)),
  "bar-y50": process({ y: 50 }, rgb(255, 246, 150)),
  "bar-k100": process({ k: 100 }, rgb(29, 29, 27)),
  "bar-k50": process({ k: 50 }, rgb(157, 157, 156)),
  "bar-my": process({ m: 100, y: 100 }, rgb(227, 6, 19)),
  "bar-cy": process({ c: 100, y: 100 }, rgb(0, 150, 64)),
  "bar-cm": process({ c: 100, m: 100 }, rgb(49, 39, 131)),
  "bar-cmy": process({ c: 100, m: 100, y: 100 }, rgb(55, 52, 53)),
  /** The name by which cutters (Roland VersaWorks, Caldera, Onyx) know a kiss-cut line. */
  "cut-contour": spot("CutContour", { m: 100 }, rgb(230, 0, 126)),
  "white-plate": spot("White", {}, rgb(255, 255, 255)),
  /** Eyelets, hems and pockets: a plate of its own, so that a shop that prints every layer can still drop it. */
  finishing: spot("Finishing", { c: 100 }, rgb(0, 158, 224)),
};

/** The colour that scene nodes of marks carry. */
export const markColor = (token: MarkToken): SceneColor => ({ rgb: MARK_INKS[token].rgb, token });
