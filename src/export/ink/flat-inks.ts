/**
 * Pixels of vector artwork as inks. The colours drawn on a sheet come out in exactly the inks that a PDF of
 * it would name; what lies between them (ramps, soft edges, shadows) passes smoothly from one to the other.
 */

import type { Rgb } from "../../base/color.ts";
import { bytesOf, wordsOf } from "../../base/pixel-words.ts";
import type { SceneColor } from "../../model/scene.ts";
import type { InkConverter } from "./ink-converter.ts";
import { limitPixels } from "./ink-limit.ts";
import { remembering } from "./pixel-cache.ts";
import { processOf } from "./tint.ts";

/** A drawn colour, and how far its inks are from what the profile would have chosen; 255 = full ink. */
interface Anchor extends Rgb {
  /** Whether colours near it follow it. */
  readonly spreads: boolean;
  /** All its inks, %. */
  readonly total: number;
  readonly shift: readonly [c: number, m: number, y: number, k: number];
}

/** Premultiplied 8-bit sRGB with alpha over paper, 4 bytes a pixel → 8-bit CMYK, 255 = full ink. */
export type InkPixels = (rgba: Uint8Array) => Uint8Array;

/** The colours drawn on a sheet. */
export interface Drawn {
  readonly artwork: readonly SceneColor[];
  /** Colour bars and the like: exact themselves, but no measure for the artwork beside them. */
  readonly marks: readonly SceneColor[];
}

/**
 * For pixels painted with mixtures of `drawn`. Spots become their stand-ins. Where two colours share an sRGB
 * value the artwork's counts, then the one with less ink: registration marks are as black as the small text
 * beside them.
 */
export function flatInks(drawn: Drawn, converter: InkConverter): InkPixels {
  const anchors = anchorsOf(drawn, converter);
  const { inkLimit } = converter.condition;
  const convert = remembering((words) => {
    const rgb = onPaper(bytesOf(words));
    return wordsOf(limitPixels(shifted(rgb, converter.pixelsToCmyk(rgb), anchors), inkLimit));
  });
  return (rgba) => bytesOf(convert(wordsOf(rgba)));
}

/** Everything fades into it, whether anything is drawn in white or not. */
const PAPER: SceneColor = { rgb: { r: 255, g: 255, b: 255 }, token: null };

/** Premultiplied sRGB with alpha → sRGB on white paper, 3 bytes a pixel. */
export function onPaper(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    const paper = 255 - rgba[from + 3]!;
    rgb[to] = rgba[from]! + paper;
    rgb[to + 1] = rgba[from + 1]! + paper;
    rgb[to + 2] = rgba[from + 2]! + paper;
  }
  return rgb;
}

function anchorsOf({ artwork, marks }: Drawn, converter: InkConverter): readonly Anchor[] {
  const anchors = new Map<number, Anchor>();
  const add = (color: SceneColor, spreads: boolean) => {
    const { r, g, b } = color.rgb;
    const key = (r << 16) | (g << 8) | b;
    const { c, m, y, k } = processOf(converter.inkOf(color));
    const total = c + m + y + k;
    const known = anchors.get(key);
    if (known && (known.spreads !== spreads || known.total <= total)) return;
    const [pc = 0, pm = 0, py = 0, pk = 0] = converter.pixelsToCmyk(Uint8Array.from([r, g, b]));
    const shift = [c * 2.55 - pc, m * 2.55 - pm, y * 2.55 - py, k * 2.55 - pk] as const;
    anchors.set(key, { r, g, b, spreads, total, shift });
  };
  for (const color of [...artwork, PAPER]) add(color, true);
  for (const color of marks) add(color, false);
  return [...anchors.values()];
}

/**
 * Moves what the profile chose by the shifts of the drawn colours, each weighed by closeness (Shepard's
 * inverse distance weighting), in place. Without this a ramp would jump where it reaches a kit colour.
 */
function shifted(rgb: Uint8Array, cmyk: Uint8Array, anchors: readonly Anchor[]): Uint8Array {
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    let [c, m, y, k, weights] = [0, 0, 0, 0, 0];
    let exact: Anchor | null = null;
    for (const anchor of anchors) {
      const [r, g, b] = [rgb[from]! - anchor.r, rgb[from + 1]! - anchor.g, rgb[from + 2]! - anchor.b];
      const squared = r * r + g * g + b * b;
      if (squared === 0) {
        exact = anchor;
        break;
      }
      if (!anchor.spreads) continue;
      const weight = 1 / (squared * squared);
      c += anchor.shift[0] * weight;
      m += anchor.shift[1] * weight;
      y += anchor.shift[2] * weight;
      k += anchor.shift[3] * weight;
      weights += weight;
    }
    const [dc, dm, dy, dk] = exact ? exact.shift : [c / weights, m / weights, y / weights, k / weights];
    cmyk[to] = toByte(cmyk[to]! + dc);
    cmyk[to + 1] = toByte(cmyk[to + 1]! + dm);
    cmyk[to + 2] = toByte(cmyk[to + 2]! + dy);
    cmyk[to + 3] = toByte(cmyk[to + 3]! + dk);
  }
  return cmyk;
}

const toByte = (value: number): number => Math.round(Math.min(255, Math.max(0, value)));
