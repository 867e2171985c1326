/** Paints as colour operators: plain colours, shading patterns and tiling patterns (ISO 32000-1 §8.6, §8.7). */

import {
  compose,
  IDENTITY,
  invert,
  type Matrix,
  mapRect,
  meanScale,
  type Rect,
  rect,
  scaling,
  translation,
} from "../../base/geometry.ts";
import { mmToPt } from "../../base/units.ts";
import { type Gradient, soleStop } from "../../model/gradient.ts";
import type { Paint, Pattern, SceneColor } from "../../model/scene.ts";
import { ALPHA_CHANNEL, type Channel, type ColorOperators, type InkUse } from "./color.ts";
import type { Content } from "./content.ts";
import { addForm, boxAround, softMaskOperator } from "./form.ts";
import { bandOperators, isSmooth, smoothShading, withRoom } from "./gradient.ts";
import { fine, fineMatrix } from "./number.ts";
import { type Ref, refTo } from "./object.ts";

/** What sets a paint, and what has to be in force while it is used. */
export interface ResolvedPaint extends ColorOperators {
  /** Constant alpha, 0–1. */
  readonly alpha: number;
  /** The operator that sets the soft mask of its varying alpha. */
  readonly softMask: string | null;
}

/**
 * @param matrix maps the painted node's coordinates to those of the stream
 * @param boundsOf what is painted, in the stream's coordinates; plain colours do not ask
 * @param use what the paint is for
 */
export function resolvePaint(
  content: Content,
  paint: Paint,
  matrix: Matrix,
  boundsOf: () => Rect,
  use: () => InkUse,
): ResolvedPaint {
  if (paint.kind === "solid") return solid(content, paint.color, paint.alpha, use);
  if (paint.kind === "pattern") {
    const pattern = tilingPattern(content, paint, matrix);
    return pattern === null ? NOTHING : patternPaint(content, pattern, paint.alpha, null);
  }
  const toStream = compose(matrix, paint.transform);
  const fromStream = invert(toStream);
  const last = paint.stops.at(-1);
  if (!last) return NOTHING;
  if (!fromStream) return solid(content, last.color, last.alpha * paint.alpha, use);
  const bounds = boundsOf();
  const area = withRoom(mapRect(fromStream, bounds));
  const sole = soleStop(paint, area);
  if (sole) return solid(content, sole.color, sole.alpha * paint.alpha, use);
  const pattern = gradientPattern(content, paint, toStream, area);
  const { alpha, softMask } = alphaOf(content, paint, toStream, area, bounds);
  return patternPaint(content, pattern, alpha, softMask);
}

/** What all stops have in common becomes constant alpha, what differs a soft mask. */
export function alphaOf(
  content: Content,
  gradient: Gradient,
  toStream: Matrix,
  area: Rect,
  bounds: Rect,
): { readonly alpha: number; readonly softMask: string | null } {
  const first = gradient.stops[0]!.alpha;
  if (gradient.stops.every((stop) => stop.alpha === first))
    return { alpha: gradient.alpha * first, softMask: null };
  return { alpha: gradient.alpha, softMask: gradientMask(content, gradient, toStream, area, bounds) };
}

const NOTHING: ResolvedPaint = {
  fill: "",
  stroke: "",
  space: null,
  overprint: false,
  alpha: 0,
  softMask: null,
};

function solid(content: Content, color: SceneColor, alpha: number, use: () => InkUse): ResolvedPaint {
  const { fill, stroke, space, overprint } = content.colorOperators(color, use);
  return { fill, stroke, space, overprint, alpha, softMask: null };
}

function patternPaint(content: Content, pattern: Ref, alpha: number, softMask: string | null): ResolvedPaint {
  const name = content.use("P", pattern);
  const operators = { fill: `/Pattern cs ${name} scn`, stroke: `/Pattern CS ${name} SCN` };
  return { ...operators, space: null, overprint: false, alpha, softMask };
}

function gradientPattern(content: Content, gradient: Gradient, toStream: Matrix, area: Rect): Ref {
  const { objects } = content.pdf;
  const toBase = compose(content.patternBase ?? IDENTITY, toStream);
  const channel = content.colors.channel(gradient.stops);
  if (isSmooth(gradient, area)) {
    const shading = smoothShading(objects, gradient, channel);
    return objects.intern(`<</PatternType 2/Matrix[${fineMatrix(toBase)}]/Shading ${refTo(shading)}>>`);
  }
  // One tile over all that is painted: a pattern, so that text and strokes can be painted with it too.
  const scale = meanScale(toBase) * content.ptOfBase;
  const tile = content.within(null, content.mode, content.assets);
  tile.push(`${fine(scale)} 0 0 ${fine(scale)} 0 0 cm`);
  tile.push(bandOperators(tile, gradient, area, channel));
  return addTile(content, tile, scaled(area, scale), compose(toBase, scaling(1 / scale)));
}

/**
 * A tile is written in points of the page: its numbers then have the usual precision, and Poppler 22 clips a shading in
 * a tile as if no matrix between the tile and the page had a scale.
 */
function addTile(content: Content, tile: Content, area: Rect, toBase: Matrix): Ref {
  if (tile.transparent) content.transparent = true;
  const box = [area.x, area.y, area.x + area.width, area.y + area.height].map(fine).join(" ");
  return content.pdf.objects.internContent({
    kind: "content",
    entries:
      `/PatternType 1/PaintType 1/TilingType 1/BBox[${box}]/XStep ${fine(area.width)}` +
      `/YStep ${fine(area.height)}/Matrix[${fineMatrix(toBase)}]`,
    parts: tile.parts,
    resources: tile.resources,
    glyphs: tile.glyphs,
  });
}

/** The alpha of the stops as a grey gradient in a luminosity mask (§11.5.3). */
function gradientMask(
  content: Content,
  gradient: Gradient,
  toStream: Matrix,
  area: Rect,
  bounds: Rect,
): string {
  const options = {
    bbox: boxAround(bounds),
    group: true,
    mode: "luminance",
    assets: content.assets,
  } as const;
  const form = addForm(content, options, (inner) => {
    inner.push(`q ${fineMatrix(toStream)} cm`);
    inner.push(gradientOperators(inner, gradient, area, ALPHA_CHANNEL));
    inner.push("Q");
  });
  return softMaskOperator(content, "Luminosity", form);
}

/** Paints a gradient over `area`; the current space is the gradient's own. */
export function gradientOperators(
  content: Content,
  gradient: Gradient,
  area: Rect,
  channel: Channel,
): string {
  return isSmooth(gradient, area)
    ? `${content.use("S", smoothShading(content.pdf.objects, gradient, channel))} sh`
    : bandOperators(content, gradient, area, channel);
}

/** A tiling pattern (§8.7.3); `null` when its tile is empty. */
function tilingPattern(content: Content, pattern: Pattern, matrix: Matrix): Ref | null {
  const unscaled = compose(content.patternBase ?? IDENTITY, compose(matrix, pattern.transform));
  const scale = meanScale(unscaled) * content.ptOfBase;
  const { x, y, width, height } = pattern.tile;
  if (scale === 0 || width <= 0 || height <= 0 || pattern.nodes.length === 0) return null;
  const toBase = compose(unscaled, scaling(1 / scale));
  const tile = content.within(null, content.mode, content.assets);
  tile.perMm = mmToPt(1);
  content.pdf.paintNodes(tile, pattern.nodes, compose(scaling(scale), translation(x, y)));
  return addTile(content, tile, scaled(pattern.tile, scale), toBase);
}

const scaled = ({ x, y, width, height }: Rect, scale: number): Rect =>
  rect(x * scale, y * scale, width * scale, height * scale);
