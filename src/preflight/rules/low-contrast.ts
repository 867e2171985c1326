/** Text that does not stand out from what is really behind it, at its worst letter. */

import { contrastRatio } from "../../base/color.ts";
import { diagnose } from "../../base/diagnostic.ts";
import { apply, inset, intersection, outset, type Point } from "../../base/geometry.ts";
import { colorAt, reachOf, type SampleTone } from "../color-at.ts";
import { type Finding, mergeFindings, whereOf } from "../findings.ts";
import { holds } from "../outline-hit.ts";
import type { PreflightPage, Rule } from "../page.ts";
import { paintAt } from "../paint-at.ts";
import { CLEAR, layOver, type Rgba } from "../rgba.ts";
import { letterPoints, pointsAcrossLetters, type TextRun } from "../text-runs.ts";
import { type Painted, walkAlone } from "../walk.ts";

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
export function worstContrast(text: TextRun, { painted, sampleImage }: PreflightPage): number {
  // Points of letters may stand a little off the ink, as over a full stop.
  const around = inset(text.box, { top: -text.xHeight, right: -0.1, bottom: -text.xHeight, left: -0.1 });
  const behind = painted.slice(0, text.order).filter((other) => {
    const reach = reachOf(other);
    return reach !== null && intersection(outset(reach, 0.1), around) !== null && isGround(other, text);
  });
  // Only pictures have more than one tone at a point.
  const overPicture = behind.some(({ node }) => node.kind === "image");
  const known = overPicture ? undefined : measured.get(text.painted);
  if (known && isSame(known.behind, behind)) return known.contrast;
  const points = overPicture
    ? pointsAcrossLetters(text, POINTS_OVER_PICTURES)
    : letterPoints(text, POINTS_A_RUN);
  const shown = points.filter((at) => holds(around, apply(text.painted.toPage, at)));
  const contrasts = (overPicture ? TONES : TONES.slice(0, 1)).map((tone) =>
    contrastOver(text, shown, behind, (image, u, v) => sampleImage(image, u, v, tone)),
  );
  const contrast = Math.min(...contrasts);
  if (!overPicture) measured.set(text.painted, { behind, contrast });
  return contrast;
}

/** What was found over the same things; in a print run most texts stand as they stood on the row before. */
const measured = new WeakMap<Painted, { readonly behind: readonly Painted[]; readonly contrast: number }>();

const isSame = (one: readonly Painted[], other: readonly Painted[]): boolean =>
  one.length === other.length && one.every((each, i) => each === other[i]);

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
