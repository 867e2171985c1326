/** Text that does not stand out from what is really behind it, at its worst letter. */

import { contrastRatio } from "../../base/color.ts";
import { diagnose } from "../../base/diagnostic.ts";
import { apply, inset, intersection, outset, type Point, type Rect } from "../../base/geometry.ts";
import { colorAt, reachOf, type SampleTone } from "../color-at.ts";
import { coverOf, hides, visibleIn } from "../cover.ts";
import { type Finding, mergeFindings, whereOf } from "../findings.ts";
import { holds } from "../outline-hit.ts";
import type { FrameLeaves, PreflightPage, Rule } from "../page.ts";
import { paintAt } from "../paint-at.ts";
import { CLEAR, layOver, type Rgba } from "../rgba.ts";
import { letterPoints, pointsAcrossLetters, type TextRun } from "../text-runs.ts";
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
  const weak = page.texts.flatMap((text): Finding[] => {
    const contrast = worstContrast(text, page);
    // Rounded down, so that 4.49 is never told as 4.5.
    return contrast < needed ? [{ text, key: (Math.floor(contrast * 10) / 10).toFixed(1) }] : [];
  });
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

const TONES = ["darkest", "lightest"] as const;

/** Infinite where nothing can be measured, over pictures whose pixels are not known. */
export function worstContrast(text: TextRun, page: PreflightPage): number {
  // Points of letters may stand a little off the ink, as over a full stop.
  const around = inset(text.box, { top: -text.xHeight, right: -0.1, bottom: -text.xHeight, left: -0.1 });
  const near = framesNear(text, around, page);
  const known = measured.get(text.painted);
  if (known && isSame(known.near, near)) return known.contrast;
  const behind = visibleIn(
    near.flatMap(({ leaves }) => leaves).filter((other) => isBehind(other, text, around)),
    around,
  );
  // Only pictures have more than one tone at a point.
  const overPicture = behind.some(({ node }) => node.kind === "image");
  // One colour on one colour: one point tells for all.
  const isPlain = isPlainText(text) && isPlainGround(behind, around);
  const points = overPicture
    ? pointsAcrossLetters(text, POINTS_OVER_PICTURES)
    : letterPoints(text, isPlain ? 1 : POINTS_A_RUN);
  const told = points.filter((at) => isPlain || holds(around, apply(text.painted.toPage, at)));
  const contrasts = (overPicture ? TONES : TONES.slice(0, 1)).map((tone) =>
    contrastOver(text, told, behind, (image, u, v) => page.sampleImage(image, u, v, tone)),
  );
  const contrast = Math.min(...contrasts);
  if (!overPicture) measured.set(text.painted, { near, contrast });
  return contrast;
}

/** What was found over the same frames; in a print run most texts stand as they stood on the row before. */
const measured = new WeakMap<Painted, { readonly near: readonly FrameLeaves[]; readonly contrast: number }>();

const isSame = (one: readonly FrameLeaves[], other: readonly FrameLeaves[]): boolean =>
  one.length === other.length && one.every(({ leaves }, i) => leaves === other[i]!.leaves);

/** Frames up to the text's own that reach into the area around it. */
function framesNear(text: TextRun, around: Rect, { frames }: PreflightPage): readonly FrameLeaves[] {
  const own = frames.findIndex(({ placed }) => placed === text.painted.placed);
  return frames.filter(
    ({ reach }, i) => i === own || (i < own && reach && intersection(outset(reach, 0.1), around)),
  );
}

/** Whether a leaf of those frames is painted before the text, and under it. */
function isBehind(other: PaintedInFrame, text: TextRun, around: Rect): boolean {
  if (other.placed === text.painted.placed && other.index >= text.painted.index) return false;
  const reach = reachOf(other);
  return reach !== null && intersection(outset(reach, 0.1), around) !== null && isGround(other, text);
}

function isPlainText({ run }: TextRun): boolean {
  return run.fill?.paint.kind === "solid" && run.stroke === null;
}

function isPlainGround(behind: readonly Painted[], around: Rect): boolean {
  const [only] = behind;
  if (!only) return true;
  const cover = behind.length === 1 ? coverOf(only) : null;
  return cover !== null && hides(cover, around);
}

function contrastOver(
  text: TextRun,
  points: readonly Point[],
  behind: readonly Painted[],
  sample: SampleTone,
): number {
  let worst = Number.POSITIVE_INFINITY;
  for (const at of points) {
    const ground = colorAt(behind, apply(text.painted.toPage, at), PAPER, sample);
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
