/** Paths and glyph runs: what is painted with a fill and a stroke (ISO 32000-1 §8.5.3, §9.3.6). */

import { toHex } from "../../base/color.ts";
import { openFont } from "../../base/font/open-font.ts";
import {
  compose,
  IDENTITY,
  type Matrix,
  mapRect,
  meanScale,
  type Rect,
  scaling,
} from "../../base/geometry.ts";
import { outlineBounds } from "../../model/outline.ts";
import type { Fill, FillRule, GlyphRun, Outline, Paint, Path, SceneNode, Stroke } from "../../model/scene.ts";
import { nodeBounds } from "./bounds.ts";
import type { InkUse } from "./color.ts";
import type { Content } from "./content.ts";
import { directFill, simplifyPaint } from "./direct-fill.ts";
import type { Effects } from "./effects.ts";
import { addForm, boxAround, paintForm } from "./form.ts";
import { FINE, useOfFill } from "./ink-use.ts";
import { latticeOperators } from "./lattice.ts";
import { matrixOperands } from "./number.ts";
import { type ResolvedPaint, resolvePaint } from "./paint.ts";
import { clipVerb, fillVerb, isSimilarity, lineOperators, outlineOperators } from "./path.ts";
import { runOutline } from "./run-outline.ts";
import { showRun, TEXT_MODE } from "./text.ts";

const NOWHERE: Rect = { x: 0, y: 0, width: 0, height: 0 };

/** Whether a stroke leaves ink at all. */
const isVisible = (stroke: Stroke | null): stroke is Stroke => stroke !== null && stroke.width > 0;

/**
 * @param matrix maps the path's coordinates to those of the stream
 * @param use what the fill is for
 */
export function paintPath(
  content: Content,
  path: Path,
  matrix: Matrix,
  effects: Effects,
  use: () => InkUse = () => useOfFill(path.outline, compose(scaling(1 / content.perMm), matrix)),
): void {
  const { fill, paintOrder } = path;
  const stroke = isVisible(path.stroke) ? path.stroke : null;
  if (fill && stroke && paintOrder === "fill-first" && isPlain(fill, stroke, matrix, effects)) {
    fillThenStroke(content, path.outline, fill, stroke, matrix, use);
    return;
  }
  const paintFill = () => fill && fillOutline(content, path.outline, fill, matrix, effects, use);
  if (paintOrder === "fill-first") paintFill();
  if (stroke) strokeOutline(content, path.outline, stroke, matrix, effects);
  if (paintOrder === "stroke-first") paintFill();
}

/** Whether one operator may both fill and stroke: with alpha it would knock the fill out under the stroke (§11.7.4.4). */
function isPlain(fill: Fill, stroke: Stroke, matrix: Matrix, effects: Effects): boolean {
  const opaque = (paint: Fill["paint"]) => paint.kind === "solid" && paint.alpha === 1;
  return (
    opaque(fill.paint) &&
    opaque(stroke.paint) &&
    effects.opacity === 1 &&
    effects.blend === "normal" &&
    isSimilarity(matrix)
  );
}

function fillThenStroke(
  content: Content,
  outline: Outline,
  fill: Fill,
  stroke: Stroke,
  matrix: Matrix,
  use: () => InkUse,
): void {
  const inside = resolvePaint(content, fill.paint, matrix, () => NOWHERE, use);
  const line = resolvePaint(content, stroke.paint, matrix, () => NOWHERE, FINE);
  content.compositing(1, 1, "normal");
  content.overprint(inside.overprint, line.overprint);
  content.fillColor(inside.fill);
  content.strokeColor(line.stroke);
  content.lineStyle(lineOperators(stroke, meanScale(matrix)));
  content.push(`${outlineOperators(outline, matrix)} ${fill.rule === "evenodd" ? "B*" : "B"}`);
}

export function fillOutline(
  content: Content,
  outline: Outline,
  fill: Fill,
  matrix: Matrix,
  effects: Effects,
  use: () => InkUse,
): void {
  const local = outlineBounds(outline);
  // PDF would show an outline without area as a line one device pixel wide (§8.5.3.3.1); SVG shows nothing.
  if (!local || local.width === 0 || local.height === 0) return;
  const boundsOf = () => mapRect(matrix, local);
  const paint = simplifyPaint(fill.paint, matrix, boundsOf);
  const direct = paint.kind === "solid" ? null : directFill(content, paint, matrix, boundsOf());
  if (!direct) {
    withPaint(content, resolvePaint(content, paint, matrix, boundsOf, use), effects, "fill", () =>
      fillPath(content, outline, fill.rule, matrix),
    );
    return;
  }
  const alpha = direct.alpha * effects.opacity;
  if (alpha === 0) return;
  content.save();
  content.push(`${outlineOperators(outline, matrix)} ${clipVerb(fill.rule)}`);
  if (direct.softMask) content.push(direct.softMask);
  // Bands and tile nodes lie over each other: through anything but an opaque paint they must act as one.
  if (alpha === 1 && effects.blend === "normal" && !direct.softMask) {
    content.compositing(1, 1, "normal");
    content.overprint(false, false);
    direct.draw(content);
  } else {
    const form = addForm(
      content,
      { bbox: boxAround(boundsOf()), group: true, mode: content.mode, assets: content.assets },
      direct.draw,
    );
    content.compositing(alpha, alpha, effects.blend);
    paintForm(content, form);
  }
  content.restore();
}

function fillPath(content: Content, outline: Outline, rule: FillRule, matrix: Matrix): void {
  const lattice = latticeOperators(outline, matrix, rule);
  if (lattice === null) {
    content.push(`${outlineOperators(outline, matrix)} ${fillVerb(rule)}`);
    return;
  }
  content.save();
  content.push(lattice);
  content.restore();
}

export function strokeOutline(
  content: Content,
  outline: Outline,
  stroke: Stroke,
  matrix: Matrix,
  effects: Effects,
): void {
  if (outline.coords.length === 0) return;
  const boundsOf = () => nodeBounds(strokeOnly(outline, stroke), matrix, content.assets) ?? NOWHERE;
  withPaint(content, resolvePaint(content, stroke.paint, matrix, boundsOf, FINE), effects, "stroke", () =>
    inStrokeSpace(content, matrix, (space, scale) => {
      content.lineStyle(lineOperators(stroke, scale));
      content.push(`${outlineOperators(outline, space)} S`);
    }),
  );
}

const strokeOnly = (outline: Outline, stroke: Stroke): SceneNode => ({
  kind: "path",
  outline,
  fill: null,
  stroke,
  paintOrder: "fill-first",
  antialias: true,
});

/** @param matrix maps the run's coordinates to those of the stream */
export function paintRun(content: Content, run: GlyphRun, matrix: Matrix, effects: Effects): void {
  if (content.pdf.text === "outlines") {
    paintOutlined(content, run, matrix, effects);
    return;
  }
  const stroke = isVisible(run.stroke) ? run.stroke : null;
  const fill = run.fill;
  if (!fill && !stroke) {
    showRun(content, run, matrix, TEXT_MODE.invisible);
    return;
  }
  const boundsOf = () => nodeBounds(run, matrix, content.assets) ?? NOWHERE;
  const fillPaint = fill && simplifyPaint(fill.paint, matrix, boundsOf);
  if (!stroke) {
    paintText(content, run, resolvePaint(content, fillPaint!, matrix, boundsOf, FINE), matrix, effects);
    return;
  }
  if (fillPaint && !isOnePaint(fillPaint, stroke.paint)) {
    // The same text in two passes would be extracted twice, so the stroke is drawn as outlines.
    const outline = runOutline(run, openFont(content.assets.fonts.get(run.font)!));
    const text = () =>
      paintText(content, run, resolvePaint(content, fillPaint, matrix, boundsOf, FINE), matrix, effects);
    if (run.paintOrder === "fill-first") text();
    strokeOutline(content, outline, stroke, matrix, effects);
    if (run.paintOrder === "stroke-first") text();
    return;
  }
  const mode = fillPaint ? TEXT_MODE.fillThenStroke : TEXT_MODE.stroke;
  withPaint(
    content,
    resolvePaint(content, stroke.paint, matrix, boundsOf, FINE),
    effects,
    fillPaint ? "both" : "stroke",
    () =>
      inStrokeSpace(content, matrix, (space, scale) => {
        content.lineStyle(lineOperators(stroke, scale));
        showRun(content, run, space, mode);
      }),
  );
}

/** For shops that cannot keep fonts: the glyphs as shapes, nothing of what does not show. */
function paintOutlined(content: Content, run: GlyphRun, matrix: Matrix, effects: Effects): void {
  const { fill, stroke, paintOrder } = run;
  const face = content.assets.fonts.get(run.font);
  if (!face) throw new Error(`the scene has no font “${run.font}”`);
  const outline = runOutline(run, openFont(face));
  paintPath(
    content,
    { kind: "path", outline, fill, stroke, paintOrder, antialias: true },
    matrix,
    effects,
    FINE,
  );
}

/** Whether fill and stroke are one opaque colour, as in a bold made by stroking: then their order does not show. */
function isOnePaint(fill: Paint, stroke: Paint): boolean {
  if (fill.kind !== "solid" || stroke.kind !== "solid" || fill.alpha < 1 || stroke.alpha < 1) return false;
  return fill.color.token === stroke.color.token && toHex(fill.color.rgb) === toHex(stroke.color.rgb);
}

function paintText(
  content: Content,
  run: GlyphRun,
  paint: ResolvedPaint,
  matrix: Matrix,
  effects: Effects,
): void {
  if (paint.alpha * effects.opacity === 0) showRun(content, run, matrix, TEXT_MODE.invisible);
  else withPaint(content, paint, effects, "fill", () => showRun(content, run, matrix, TEXT_MODE.fill));
}

/** Sets a paint around `draw`, which uses it for what `use` says. */
function withPaint(
  content: Content,
  paint: ResolvedPaint,
  effects: Effects,
  use: "fill" | "stroke" | "both",
  draw: () => void,
): void {
  const alpha = paint.alpha * effects.opacity;
  if (alpha === 0) return;
  if (paint.softMask) {
    content.save();
    content.push(paint.softMask);
  }
  content.compositing(alpha, alpha, effects.blend);
  const overprint = paint.overprint && alpha === 1 && effects.blend === "normal" && !paint.softMask;
  content.overprint(overprint, overprint);
  if (use !== "stroke") content.fillColor(paint.fill);
  if (use !== "fill") content.strokeColor(paint.stroke);
  draw();
  if (paint.softMask) content.restore();
}

/** A pen is round only in the space of its node: where the map distorts it, the stream's own space is changed. */
function inStrokeSpace(content: Content, matrix: Matrix, draw: (space: Matrix, scale: number) => void): void {
  if (isSimilarity(matrix)) {
    draw(matrix, meanScale(matrix));
    return;
  }
  content.save();
  content.push(`${matrixOperands(matrix)} cm`);
  draw(IDENTITY, 1);
  content.restore();
}
