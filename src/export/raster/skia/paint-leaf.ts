/** Shapes and letters: their fill and stroke, in the order that they ask for. */

import type { Path2D } from "@napi-rs/canvas";
import { compose, IDENTITY, invert, type Matrix, mapRect, type Rect, rect } from "../../../base/geometry.ts";
import type { Fill, GlyphRun, Path, SceneNode, Stroke } from "../../../model/scene.ts";
import { nodeBounds } from "../../display-list/bounds.ts";
import { type Brush, brushFor } from "./brush.ts";
import { crispPath } from "./crisp.ts";
import { wholePixels } from "./layer-box.ts";
import { mappedPath, outlinePath, runPath } from "./outlines.ts";
import type { Painter } from "./painter.ts";
import { patternCopies } from "./pattern-copies.ts";
import { moved, openSurface, type Surface } from "./surface.ts";

interface Target {
  readonly path: Path2D;
  /** What the node may touch, in its own coordinates. */
  readonly area: Rect;
  readonly surface: Surface;
  readonly toPixels: Matrix;
  readonly painter: Painter;
}

export function paintLeaf(node: Path | GlyphRun, surface: Surface, toPixels: Matrix, painter: Painter): void {
  const path = node.kind === "path" ? outlinePath(node.outline) : runPath(node, painter.resources);
  const area = nodeBounds(node, painter.resources);
  if (!path || !area) return;
  const target: Target = { path, area, surface, toPixels, painter };
  if (node.stroke && node.paintOrder === "stroke-first") strokePath(node.stroke, target);
  if (node.fill) {
    const copies = node.kind === "path" && node.fill.paint.kind === "pattern" && copiesOf(node, target);
    if (copies) painter.paint([copies], surface, toPixels);
    else if (node.kind === "path" && !node.antialias) fillCrisp(node, node.fill, target);
    else fillPath(node.fill, target);
  }
  if (node.stroke && node.paintOrder === "fill-first") strokePath(node.stroke, target);
}

function copiesOf(path: Path, { surface, toPixels, painter }: Target): SceneNode | null {
  const inverse = invert(toPixels);
  if (!inverse) return null;
  const visible = mapRect(inverse, rect(0, 0, surface.width, surface.height));
  return patternCopies(path, painter.resources, visible);
}

function fillPath({ paint, rule }: Fill, { path, area, surface, toPixels, painter }: Target): void {
  const brush = brushFor(paint, area, toPixels, surface, painter);
  if (!brush) return;
  const { pen } = surface;
  const inverse = brush.tilt && invert(brush.tilt);
  pen.fillStyle = brush.style;
  pen.globalAlpha = brush.alpha;
  // The shape goes to the brush's coordinates.
  pen.setTransform(...(brush.tilt ? compose(toPixels, brush.tilt) : toPixels));
  pen.fill(inverse ? mappedPath(path, inverse) : path, rule);
  pen.globalAlpha = 1;
}

function fillCrisp({ outline }: Path, { paint, rule }: Fill, target: Target): void {
  const { area, surface, toPixels, painter } = target;
  const inverse = invert(toPixels);
  if (!inverse) return;
  // Whole pixels, painted from the shape's own coordinates so that the paint stays where it belongs.
  const path = mappedPath(crispPath(outline, toPixels, rule, surface), inverse);
  fillPath({ paint, rule: "nonzero" }, { path, area, surface, toPixels, painter });
}

function strokePath(stroke: Stroke, target: Target): void {
  const { path, area, surface, toPixels, painter } = target;
  const brush = brushFor(stroke.paint, area, toPixels, surface, painter);
  if (!brush) return;
  if (brush.tilt) {
    strokeTilted(stroke, brush, brush.tilt, target);
    return;
  }
  setLine(stroke, surface);
  surface.pen.strokeStyle = brush.style;
  surface.pen.globalAlpha = brush.alpha;
  surface.pen.setTransform(...toPixels);
  surface.pen.stroke(path);
  surface.pen.globalAlpha = 1;
}

/** A line keeps its width only in its own coordinates, so it is drawn there, then coloured in the brush's. */
function strokeTilted(
  stroke: Stroke,
  brush: Brush,
  tilt: Matrix,
  { path, area, surface, toPixels }: Target,
): void {
  const box = wholePixels(mapRect(toPixels, area), surface);
  if (!box) return;
  const layer = openSurface(box);
  const toLayer = moved(toPixels, box);
  setLine(stroke, layer);
  layer.pen.setTransform(...toLayer);
  layer.pen.stroke(path);
  layer.pen.globalCompositeOperation = "source-in";
  layer.pen.fillStyle = brush.style;
  layer.pen.globalAlpha = brush.alpha;
  layer.pen.setTransform(...compose(toLayer, tilt));
  const inverse = invert(tilt) ?? IDENTITY;
  const { x, y, width, height } = mapRect(inverse, area);
  layer.pen.fillRect(x, y, width, height);
  surface.pen.setTransform(1, 0, 0, 1, 0, 0);
  surface.pen.drawImage(layer.canvas, box.x, box.y);
}

function setLine({ width, cap, join, miterLimit, dash, dashOffset }: Stroke, { pen }: Surface): void {
  pen.lineWidth = width;
  pen.lineCap = cap;
  pen.lineJoin = join;
  pen.miterLimit = miterLimit;
  pen.setLineDash([...dash]);
  pen.lineDashOffset = dashOffset;
}
