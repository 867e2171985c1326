/** Text that does not stand out from what is really behind it, at its worst letter. */

import { contrastRatio } from "../../base/color.ts";
import { diagnose } from "../../base/diagnostic.ts";
import { foundOnce, isSameList } from "../../base/found-once.ts";
import { apply, inset, meets, type Point, type Rect, union } from "../../base/geometry.ts";
import { keptWith } from "../../base/kept-with.ts";
import { colorAt, type SampleImage, type SampleTone } from "../color-at.ts";
import { visibleIn } from "../cover.ts";
import { type Finding, mergeFindings, whereOf } from "../findings.ts";
import { firstLetterPoint, letterPoints, pointsAcrossLetters } from "../letter-points.ts";
import { holds } from "../outline-hit.ts";
import type { FrameLeaves, PreflightPage, Rule } from "../page.ts";
import { paintAt } from "../paint-at.ts";
import { CLEAR, layOver, type Rgba } from "../rgba.ts";
import { leavesBelow } from "../stack.ts";
import type { TextRun } from "../text-runs.ts";
import { isUniform } from "../uniform.ts";
import { type Painted, type PaintedInFrame, walkAlone } from "../walk.ts";

/** WCAG 2.2 §1.4.3 for text of any size: ours is often printed smaller than its screen twin. */
const NEEDED = 4.5;
/** WCAG 2.2 §1.4.6 for what is read across a street, in sun and dust. */
const NEEDED_ON_SIGNS = 7;
/** From this distance in metres a print is a sign. On screens the distance is that of a canvas, not of a street. */
const SIGN_DISTANCE = 2;

const POINTS_A_RUN = 12;
/** Over a picture any letter may be the one that meets a bright spot. */
const POINTS_OVER_PICTURES = 120;
const PAPER: Rgba = { r: 255, g: 255, b: 255, a: 1 };

export const lowContrast: Rule = (page) => {
  const needed = neededContrast(page.format);
  const weak: Finding[] = [];
  for (const frame of page.frames) {
    if (frame.texts.length === 0) continue;
    for (const [i, contrast] of contrastsIn(frame, page).entries()) {
      // Rounded down, so that 4.49 is never told as 4.5.
      if (contrast < needed)
        weak.push({ text: frame.texts[i]!, key: (Math.floor(contrast * 10) / 10).toFixed(1) });
    }
  }
  return mergeFindings(weak).map(({ findings, frame, text, area }) =>
    diagnose(
      "preflight.low-contrast",
      { frame, text, found: findings[0]!.key, needed },
      whereOf(page.number, frame, area),
    ),
  );
};

/** The contrast that text of a format must have. */
export const neededContrast = ({ medium, viewingDistance }: PreflightPage["format"]): number =>
  medium === "print" && viewingDistance >= SIGN_DISTANCE ? NEEDED_ON_SIGNS : NEEDED;

/** The contrast of one of the page's texts: infinite where it cannot be measured, over pictures of unknown pixels. */
export function worstContrast(text: TextRun, page: PreflightPage): number {
  const frame = page.frames.find(({ placed }) => placed === text.painted.placed);
  return (frame && contrastsIn(frame, page)[frame.texts.indexOf(text)]) ?? Number.POSITIVE_INFINITY;
}

interface Measured {
  /** The frames behind a frame that can show at its letters. */
  readonly below: readonly FrameLeaves[];
  /** What told the colours of pictures; `null` when there are none. */
  readonly sampleImage: SampleImage | null;
  /** Of its texts, in their order. */
  readonly contrasts: readonly number[];
}

/** What was found over the same frames: in a print run most texts stand as they stood on the row before. */
const measured = keptWith<FrameLeaves, Measured>();

function contrastsIn(frame: FrameLeaves, page: PreflightPage): readonly number[] {
  const below = framesBehind(frame, page);
  const hasPictures = frame.hasPictures || below.some((other) => other.hasPictures);
  const sampleImage = hasPictures ? page.sampleImage : null;
  const known = measured.get(frame);
  if (known && known.sampleImage === sampleImage && isSameList(known.below, below)) return known.contrasts;
  const contrasts = frame.texts.map((text) => contrastOf(text, frame, below, page.sampleImage));
  measured.set(frame, { below, sampleImage, contrasts });
  return contrasts;
}

/** Those that meet letters, and those whose pictures are near: where there are any, more letters are looked at. */
function framesBehind(own: FrameLeaves, { frames }: PreflightPage): readonly FrameLeaves[] {
  const { band, around } = areasOf(own);
  const behind: FrameLeaves[] = [];
  for (const frame of frames) {
    if (frame === own) break;
    const { reach, hasPictures } = frame;
    if (reach && meets(reach, hasPictures ? around : band, MARGIN)) behind.push(frame);
  }
  return behind;
}

/** Around all texts of a frame. */
const areasOf = foundOnce(({ texts }: FrameLeaves): { readonly band: Rect; readonly around: Rect } => ({
  band: texts.reduce<Rect | null>((all, { band }) => union(all, band), null)!,
  around: texts.reduce<Rect | null>((all, text) => union(all, around(text)), null)!,
}));

/** What lies this far beside a text is still looked at, mm. */
const MARGIN = 0.1;

/** Points of letters may stand a little off the ink, as over a full stop. */
const around = ({ box, xHeight }: TextRun): Rect =>
  inset(box, { top: -xHeight, right: -MARGIN, bottom: -xHeight, left: -MARGIN });

const TONES = ["darkest", "lightest"] as const;

function contrastOf(
  text: TextRun,
  own: FrameLeaves,
  below: readonly FrameLeaves[],
  sampleImage: SampleImage,
): number {
  return contrastOnPlain(text, own, below) ?? contrastAtWorst(text, own, below, sampleImage);
}

/**
 * One colour on what is one colour all over the letters' band: the first letter tells for all, as every letter would in
 * {@link contrastAtWorst}. `null` where it is not so.
 */
function contrastOnPlain(text: TextRun, own: FrameLeaves, below: readonly FrameLeaves[]): number | null {
  const { run, band } = text;
  const first = firstLetterPoint(text);
  if (run.fill?.paint.kind !== "solid" || run.stroke || !first) return null;
  const letter = letterAt(text, first);
  // A point off the ink, as over a dash that stands upright, tells only what is the same all around.
  const near = around(text);
  const area = holds(near, letter.onPage) ? band : near;
  const ground = groundIn(area, text, own, below);
  return isUniform(ground, area) ? contrastOver(text, [letter], ground, UNKNOWN) : null;
}

function contrastAtWorst(
  text: TextRun,
  own: FrameLeaves,
  below: readonly FrameLeaves[],
  sampleImage: SampleImage,
): number {
  const area = around(text);
  const ground = groundIn(area, text, own, below);
  // Only pictures have more than one tone at a point.
  const overPicture = ground.some(isPicture);
  const points = overPicture
    ? pointsAcrossLetters(text, POINTS_OVER_PICTURES)
    : letterPoints(text, POINTS_A_RUN);
  const letters = points.map((at) => letterAt(text, at)).filter(({ onPage }) => holds(area, onPage));
  const contrasts = (overPicture ? TONES : TONES.slice(0, 1)).map((tone) =>
    contrastOver(text, letters, ground, (image, u, v) => sampleImage(image, u, v, tone)),
  );
  return Math.min(...contrasts);
}

/** What of the frames is painted before the text, within the area and to be seen there, back to front. */
function groundIn(
  area: Rect,
  text: TextRun,
  own: FrameLeaves,
  below: readonly FrameLeaves[],
): readonly PaintedInFrame[] {
  const near = leavesBelow(text.painted, own, below, area, MARGIN);
  return visibleIn(
    near.filter((leaf) => isGround(leaf, text)),
    area,
  );
}

const isPicture = ({ node }: Painted): boolean => node.kind === "image";
const UNKNOWN: SampleTone = () => null;

/** A point in a letter: in the run's coordinates and in those of the page. */
interface LetterPoint {
  readonly at: Point;
  readonly onPage: Point;
}

const letterAt = ({ painted }: TextRun, at: Point): LetterPoint => ({
  at,
  onPage: apply(painted.toPage, at),
});

function contrastOver(
  text: TextRun,
  letters: readonly LetterPoint[],
  behind: readonly Painted[],
  sample: SampleTone,
): number {
  let worst = Number.POSITIVE_INFINITY;
  for (const { at, onPage } of letters) {
    const ground = colorAt(behind, onPage, PAPER, sample);
    if (!ground) continue;
    const { node, blend, opacity, resources } = text.painted;
    if (node.kind !== "glyphs") continue;
    const ink = (paint: Parameters<typeof paintAt>[0]): Rgba | null => {
      const color = paintAt(paint, at, (pattern, point) =>
        colorAt(walkAlone(pattern.nodes, resources), point, CLEAR, sample),
      );
      return color && layOver({ ...color, a: color.a * opacity }, ground, blend);
    };
    const letter = ink((node.fill ?? node.stroke)!.paint);
    // A halo, painted first, is what the letter stands on.
    const halo =
      node.fill && node.stroke && node.paintOrder === "stroke-first" ? ink(node.stroke.paint) : null;
    if (letter) worst = Math.min(worst, contrastRatio(letter, halo ?? ground));
  }
  return worst;
}

/** Letters of similar size and lines thinner than a stem are neighbours of a text, not its ground. */
function isGround({ node }: Painted, { run, xHeight }: TextRun): boolean {
  if (node.kind === "glyphs") return node.size > run.size * 1.5;
  if (node.kind === "path" && !node.fill) return (node.stroke?.width ?? 0) > xHeight * 0.15;
  return true;
}
