/** The colour that a stack of painted things shows at a point: geometry, not pixels. */

import { type GlyphOutline, openFont } from "../base/font/open-font.ts";
import { apply, type Point } from "../base/geometry.ts";
import type { GlyphRun, Image, Paint, Path, Pattern, SceneResources } from "../model/scene.ts";
import { holds, isInside, isNear, isShown } from "./outline-hit.ts";
import { paintAt } from "./paint-at.ts";
import { CLEAR, layOver, maskShare, type Rgba } from "./rgba.ts";
import { type Painted, walkAlone } from "./walk.ts";

/** Which of the tones around a point of a picture: text must stand out from both. */
export type Tone = "darkest" | "lightest";

/** That tone of a picture around u, v (0–1 from the left and the top); `null` when it is not known. */
export type SampleImage = (imageId: string, u: number, v: number, tone: Tone) => Rgba | null;

/** {@link SampleImage} of one tone. */
export type SampleTone = (imageId: string, u: number, v: number) => Rgba | null;

/**
 * The colour of `stack`, back to front, at a point of its coordinates.
 * @param ground what shines through where nothing covers
 * @returns `null` when a picture shows there whose pixels are not known
 */
export function colorAt(
  stack: readonly Painted[],
  point: Point,
  ground: Rgba,
  sample: SampleTone,
): Rgba | null {
  const visible: { readonly color: Rgba; readonly painted: Painted }[] = [];
  for (let i = stack.length - 1; i >= 0; i--) {
    const painted = stack[i]!;
    const color = leafAt(painted, point, sample);
    if (!color) return null;
    if (color.a <= 0) continue;
    visible.push({ color, painted });
    if (color.a >= 0.999 && painted.blend === "normal") break;
  }
  return visible.reduceRight((under, { color, painted }) => layOver(color, under, painted.blend), ground);
}

/** What one leaf puts on the point, clips, masks and opacity applied. */
function leafAt(painted: Painted, point: Point, sample: SampleTone): Rgba | null {
  // A shadow's edge cannot be told from its outline; it only ever helps the text it lies under.
  if (painted.blurred || painted.opacity <= 0) return CLEAR;
  const { reach, fromPage } = painted;
  if (!fromPage || !reach || !holds(reach, point)) return CLEAR;
  const color = nodeAt(painted, apply(fromPage, point), sample);
  if (!color || color.a <= 0) return color;
  if (!painted.clips.every((clip) => isShown(clip, point))) return CLEAR;
  let alpha = color.a * painted.opacity;
  for (const { item, fromPage: toMask } of painted.masks) {
    const local = toMask && apply(toMask, point);
    for (let mask: typeof item | null = item; mask; mask = mask.mask) {
      if (!local || !holds(mask.region, local)) return CLEAR;
      const shade = colorAt(walkAlone(mask.nodes, painted.resources), local, CLEAR, sample);
      if (!shade) return null;
      alpha *= maskShare(shade, mask.kind);
    }
  }
  return alpha === color.a ? color : { r: color.r, g: color.g, b: color.b, a: alpha };
}

function nodeAt({ node, resources }: Painted, at: Point, sample: SampleTone): Rgba | null {
  switch (node.kind) {
    case "image":
      return imageAt(node, at, sample);
    case "path":
      return shapeAt(node, [[node.outline, at, 1]], at, resources, sample);
    case "glyphs":
      return shapeAt(node, glyphsNear(node, at, resources), at, resources, sample);
  }
}

/** An outline, the point in its coordinates, and how many of its units a millimetre of the node is. */
type Probe = readonly [outline: Path["outline"] | GlyphOutline, at: Point, unitsPerMm: number];

function shapeAt(
  node: Path | GlyphRun,
  probes: readonly Probe[],
  at: Point,
  resources: SceneResources,
  sample: SampleTone,
): Rgba | null {
  const { fill, stroke } = node;
  const color = (paint: Paint) =>
    paintAt(paint, at, (pattern, point) => tileAt(pattern, point, resources, sample));
  const filled = fill && probes.some(([outline, point]) => isInside(outline, fill.rule, point));
  const stroked =
    stroke && probes.some(([outline, point, units]) => isNear(outline, (stroke.width / 2) * units, point));
  const below = filled ? color(fill.paint) : CLEAR;
  const above = stroked ? color(stroke.paint) : CLEAR;
  if (!below || !above) return null;
  return node.paintOrder === "fill-first" ? layOver(above, below, "normal") : layOver(below, above, "normal");
}

const tileAt = (pattern: Pattern, point: Point, resources: SceneResources, sample: SampleTone): Rgba | null =>
  colorAt(walkAlone(pattern.nodes, resources), point, CLEAR, sample);

function imageAt({ image, box }: Image, { x, y }: Point, sample: SampleTone): Rgba | null {
  return sample(image, (x - box.x) / box.width, (y - box.y) / box.height);
}

/** The glyphs whose advance the point lies in or next to. */
function glyphsNear(run: GlyphRun, at: Point, resources: SceneResources): readonly Probe[] {
  const face = resources.fonts.get(run.font);
  if (!face) return [];
  const font = openFont(face);
  const unit = run.size / font.metrics.unitsPerEm;
  return run.glyphs
    .filter(({ x, advance }) => at.x > x - run.size / 2 && at.x < x + advance + run.size / 2)
    .map(({ id, x, y }): Probe => {
      const up = (y - at.y) / unit;
      return [font.outline(id), { x: (at.x - x) / unit - run.skew * up, y: up }, 1 / unit];
    });
}
