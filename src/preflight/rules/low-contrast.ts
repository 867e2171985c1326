/** Text that does not stand out from what is really behind it, at its worst letter. */

import { contrastRatio } from "../../base/color.ts";
import { diagnose } from "../../base/diagnostic.ts";
import { isSameList } from "../../base/found-once.ts";
import { apply, coordsBox, inset, meets, outset, type Point, type Rect, union } from "../../base/geometry.ts";
import { colorAt, type SampleImage, type SampleTone } from "../color-at.ts";
import { isHiddenBy, visibleIn } from "../cover.ts";
import { type Finding, mergeFindings, whereOf } from "../findings.ts";
import { holds } from "../outline-hit.ts";
import type { FrameLeaves, PreflightPage, Rule } from "../page.ts";
import { paintAt } from "../paint-at.ts";
import { CLEAR, layOver, type Rgba } from "../rgba.ts";
import { framesBelow, leavesBelow } from "../stack.ts";
import { letterPoints, pointsAcrossLetters, type TextRun } from "../text-runs.ts";
import { isUniform } from "../uniform.ts";
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
  const weak = page.frames.flatMap((frame) => {
    if (frame.texts.length === 0) return [];
    const contrasts = contrastsIn(frame, page);
    return frame.texts.flatMap((text, i): Finding[] => {
      const contrast = contrasts[i]!;
      // Rounded down, so that 4.49 is never told as 4.5.
      return contrast < needed ? [{ text, key: (Math.floor(contrast * 10) / 10).toFixed(1) }] : [];
    });
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

/** The contrast of one of the page's texts: infinite where it cannot be measured, over pictures of unknown pixels. */
export function worstContrast(text: TextRun, page: PreflightPage): number {
  const frame = page.frames.find(({ placed }) => placed === text.painted.placed);
  return (frame && contrastsIn(frame, page)[frame.texts.indexOf(text)]) ?? Number.POSITIVE_INFINITY;
}

interface Measured {
  /** Around all texts of a frame. */
  readonly area: Rect;
  /** The frames behind it that reach into the area. */
  readonly below: readonly FrameLeaves[];
  /** What told the colours of pictures; `null` when there are none. */
  readonly sampleImage: SampleImage | null;
  /** Of its texts, in their order. */
  readonly contrasts: readonly number[];
}

/** What was found over the same frames: in a print run most texts stand as they stood on the row before. */
const measured = new WeakMap<FrameLeaves, Measured>();

function contrastsIn(frame: FrameLeaves, page: PreflightPage): readonly number[] {
  const known = measured.get(frame);
  const area = known ? known.area : areaOf(frame.texts);
  const below = framesBelow(frame, page, area, MARGIN);
  const hasPictures = frame.hasPictures || below.some((other) => other.hasPictures);
  const sampleImage = hasPictures ? page.sampleImage : null;
  if (known && known.sampleImage === sampleImage && isSameList(known.below, below)) return known.contrasts;
  const contrasts = frame.texts.map((text) => contrastOf(text, frame, below, page.sampleImage));
  measured.set(frame, { area, below, sampleImage, contrasts });
  return contrasts;
}

function areaOf(texts: readonly TextRun[]): Rect {
  return texts.reduce<Rect | null>((area, text) => union(area, around(text)), null)!;
}

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
  const area = around(text);
  const near = leavesBelow(text.painted, own, below, area, MARGIN);
  const behind = visibleIn(
    near.filter((leaf) => isGround(leaf, text)),
    area,
  );
  // One colour on one rectangle: any point tells, even one that stands off the ink.
  const isOnOne = behind.length === 0 || (behind.length === 1 && isHiddenBy(behind[0]!, area));
  if (isPlain(text) && isOnOne)
    return contrastOver(text, lettersAt(text, letterPoints(text, 1)), behind, UNKNOWN);
  const points = behind.some(isPicture)
    ? pointsAcrossLetters(text, POINTS_OVER_PICTURES)
    : letterPoints(text, POINTS_A_RUN);
  const told = lettersAt(text, points).filter(({ onPage }) => holds(area, onPage));
  const { ground, letters } = decisive(text, told, behind);
  // Only pictures have more than one tone at a point.
  const tones = ground.some(isPicture) ? TONES : TONES.slice(0, 1);
  return Math.min(
    ...tones.map((tone) =>
      contrastOver(text, letters, ground, (image, u, v) => sampleImage(image, u, v, tone)),
    ),
  );
}

const isPicture = ({ node }: Painted): boolean => node.kind === "image";
const UNKNOWN: SampleTone = () => null;

/** A point in a letter: in the run's coordinates and in those of the page. */
interface LetterPoint {
  readonly at: Point;
  readonly onPage: Point;
}

const lettersAt = ({ painted }: TextRun, points: readonly Point[]): readonly LetterPoint[] =>
  points.map((at) => ({ at, onPage: apply(painted.toPage, at) }));

/** Room around the points for float noise, mm. */
const NOISE = 1e-6;

/**
 * As many of the letters, and as much of what is behind them, as decide the contrast: only what reaches between the
 * letters' points can show at one of them; and where that is one plain ground, one letter tells for all.
 */
function decisive(
  text: TextRun,
  letters: readonly LetterPoint[],
  behind: readonly Painted[],
): { readonly letters: readonly LetterPoint[]; readonly ground: readonly Painted[] } {
  const box = coordsBox(letters.flatMap(({ onPage: { x, y } }) => [x, y]));
  if (!box) return { letters, ground: behind };
  const hull = outset(box, NOISE);
  const ground = visibleIn(
    behind.filter(({ reach }) => reach && meets(reach, hull)),
    hull,
  );
  // One colour on one colour.
  const isSame = isPlain(text) && isUniform(ground, hull);
  return { letters: isSame ? letters.slice(0, 1) : letters, ground };
}

const isPlain = ({ run }: TextRun): boolean => run.fill?.paint.kind === "solid" && run.stroke === null;

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
