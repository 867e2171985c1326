/** Sets text in lines of known width and height, so that a template can compute its layout instead of guessing. */

import { countCharacters } from "../base/count-characters.ts";
import type { Mm } from "../base/units.ts";
import { nfc } from "../base/vietnamese/nfc.ts";
import { joinNoBreak } from "../base/vietnamese/no-break.ts";
import type { Face, PageContext } from "../model/template.ts";
import { breakLines } from "./break-lines.ts";
import { keptByFonts } from "./kept-by-fonts.ts";
import { type Align, linePitch } from "./line-pitch.ts";
import { splitsOf } from "./splits-of.ts";

export interface TextOptions {
  /** The em; a condensed display face is set so much larger that it looks the same size ({@link opticalShare}). */
  readonly size: Mm;
  readonly weight?: number;
  readonly family?: "display" | "text";
  /** Lines never exceed it; without it the text stays on one line. */
  readonly width?: Mm;
  /** Line height in em, at least: lines stand farther apart where a mark would touch the line above. */
  readonly leading?: number;
  /** How the lines will be shown, left by default. */
  readonly align?: Align;
  /** Letter spacing in em. */
  readonly tracking?: number;
  /** Past this many lines the size shrinks (to `minimum`) until they are enough. */
  readonly maxLines?: number;
  /** The smallest size that may be used to keep to `maxLines`, and within a few steps to keep words together. */
  readonly minimum?: Mm;
}

/** Text in lines, with its exact measures. */
export interface TextSetting {
  readonly lines: readonly string[];
  readonly size: Mm;
  readonly weight: number;
  readonly fontFamily: string;
  /** Line height in em. */
  readonly leading: number;
  readonly tracking: number;
  readonly lineWidths: readonly Mm[];
  /** Of the widest line. */
  readonly width: Mm;
  /** Room before the lines for a letter that leans over their left edge; only headlines give it. */
  readonly padLeft: Mm;
  /** Room above the first and below the last line for marks and tails that leave their line. */
  readonly padTop: Mm;
  readonly padBottom: Mm;
  /** lines × leading × size, and the room for marks. */
  readonly height: Mm;
}

/** Layout rounds to its own unit; a line that fills the width to the last hair would wrap. */
const TOLERANCE = 0.998;

/** Text of several lines comes again on every row and every attempt. */
const settingOf = keptByFonts<TextSetting>(800);

/** Letters narrower than this on the whole are rare: a text of so many is not tried on one line, em. */
const NARROWEST = 0.25;

export function setText(page: PageContext, text: string, options: TextOptions): TextSetting {
  const { size, width = Number.POSITIVE_INFINITY } = options;
  if (text.length * NARROWEST * size <= width) {
    const style = styleAt(page, options, naturalSize(page, options));
    const line = joinNoBreak(text);
    const needed = widthIn(page, style)(line);
    if (needed <= width * TOLERANCE) return setMeasured(page, [line], [needed], style);
  }
  return settingOf(page, JSON.stringify([text, page.faces, options]), () => breakAndSet(page, text, options));
}

const naturalSize = (page: PageContext, { size, family }: TextOptions): Mm =>
  size * (family === "display" ? opticalShare(page) : 1);

function breakAndSet(page: PageContext, text: string, options: TextOptions): TextSetting {
  const { width = Number.POSITIVE_INFINITY, maxLines = Number.POSITIVE_INFINITY } = options;
  const natural = naturalSize(page, options);
  const { minimum = natural } = options;
  const linesAt = (size: Mm) =>
    breakLines(nfc(text), widthIn(page, styleAt(page, options, size)), width * TOLERANCE, { most: maxLines });
  const smaller = (size: Mm) => Math.max(minimum, size * 0.96);
  let size = natural;
  if (minimum < natural) {
    const needed = widthIn(page, styleAt(page, options, 1))(joinNoBreak(text));
    const holds = (em: Mm) => maxLines * width + (maxLines - 1) * WIDEST_SPACE * em;
    while (size > minimum && needed * size > holds(size)) size = smaller(size);
  }
  let lines = linesAt(size);
  while (lines.length > maxLines && size > minimum) {
    size = smaller(size);
    lines = linesAt(size);
  }
  const least = Math.max(minimum, size * KEEPS_WORDS);
  for (let other = size; other > least && splitsOf(lines) >= TORN && lines.length <= maxLines; ) {
    other = Math.max(least, other * 0.96);
    const whole = linesAt(other);
    if (whole.length <= maxLines && splitsOf(whole) < TORN) [size, lines] = [other, whole];
  }
  return setStyled(page, lines, styleAt(page, options, size));
}

/** No face has a wider space, em; the spaces at the ends of lines need no room. */
const WIDEST_SPACE = 0.5;
/** Text that may shrink gives up so much of its size to keep together what belongs together … */
const KEEPS_WORDS = 0.85;
/** … where its lines would part so much of it. */
const TORN = 0.3;

/** What every piece says somewhere: its width tells how wide a face runs. */
const SPECIMEN = "nghề đào tạo";
/** A face that runs this much narrower than the text's is set larger, by the square root of it. */
const LARGEST_SHARE = 1.25;

const shareOf = keptByFonts<number>(50);

/** By how much the display face is set larger than the text face to look equally large beside it; 1 or more. */
export function opticalShare(page: PageContext): number {
  const { display, text } = page.faces;
  return shareOf(page, `${display}, ${text}`, () => {
    const width = (family: string) => page.measure(SPECIMEN, { family, weight: 600 });
    return Math.min(LARGEST_SHARE, Math.max(1, Math.sqrt(width(text) / width(display))));
  });
}

/** Sets lines that are already broken, at exactly that size. */
export const setLines = (page: PageContext, lines: readonly string[], options: TextOptions): TextSetting =>
  setStyled(page, lines, styleAt(page, options, options.size));

/** How lines are set, nothing left out. */
interface LineStyle {
  readonly face: Face;
  readonly size: Mm;
  /** At least, em. */
  readonly leading: number;
  readonly align: Align;
  /** em */
  readonly tracking: number;
}

const styleAt = (
  page: PageContext,
  { weight = 400, family = "text", leading = 1.35, align = "left", tracking = 0 }: TextOptions,
  size: Mm,
): LineStyle => ({ face: { family: page.faces[family], weight }, size, leading, align, tracking });

const setStyled = (page: PageContext, lines: readonly string[], style: LineStyle): TextSetting =>
  setMeasured(page, lines, lines.map(widthIn(page, style)), style);

function setMeasured(
  page: PageContext,
  lines: readonly string[],
  lineWidths: readonly Mm[],
  { face, size, leading: minimum, align, tracking }: LineStyle,
): TextSetting {
  const leading = linePitch(page, lines, { face, tracking, align, minimum });
  const { top, bottom } = markRoom(page, lines, leading, face);
  return {
    lines,
    size,
    weight: face.weight,
    fontFamily: face.family,
    leading,
    tracking,
    lineWidths,
    width: Math.max(0, ...lineWidths),
    padLeft: 0,
    padTop: top * size,
    padBottom: bottom * size,
    height: (lines.length * leading + top + bottom) * size,
  };
}

/** How far marks and tails leave the outermost lines of a block, em. */
export function markRoom(
  page: PageContext,
  lines: readonly string[],
  leading: number,
  face: Face,
): { readonly top: number; readonly bottom: number } {
  const { ascender, descender } = page.metrics(face);
  // Layout centres the span from ascender to descender in the line.
  const baseline = (leading + ascender + descender) / 2;
  const first = page.reach(lines[0] ?? "", face);
  const last = lines.length > 1 ? page.reach(lines.at(-1)!, face) : first;
  return {
    top: first ? Math.max(0, first.above - baseline) : 0,
    bottom: last ? Math.max(0, last.below - (leading - baseline)) : 0,
  };
}

/** The width of a line in mm, letter spacing included. */
export const lineMeasure = (page: PageContext, options: TextOptions): ((line: string) => Mm) =>
  widthIn(page, styleAt(page, options, options.size));

function widthIn(page: PageContext, { face, size, tracking }: LineStyle): (line: string) => Mm {
  const spacing = (line: string) => (tracking === 0 ? 0 : countCharacters(line) * tracking);
  return (line) => (page.measure(line, face) + spacing(line)) * size;
}
