/** Outlines as Skia's paths, each made once. */

import { Path2D } from "@napi-rs/canvas";
import { type GlyphOutline, type OpenFont, openFont } from "../../../base/font/open-font.ts";
import { foundOnce } from "../../../base/found-once.ts";
import type { Matrix } from "../../../base/geometry.ts";
import { keptWith } from "../../../base/kept-with.ts";
import type { GlyphRun, Outline, SceneResources } from "../../../model/scene.ts";

const runs = keptWith<GlyphRun, Path2D>();
const glyphsOf = foundOnce<OpenFont, Map<number, Path2D>>(() => new Map());

/** In the outline's own coordinates. */
export const outlinePath = foundOnce<Outline, Path2D>(trace);

/** All letters of a run in its coordinates, mm; `null` when its face is missing. */
export function runPath(run: GlyphRun, { fonts }: SceneResources): Path2D | null {
  const face = fonts.get(run.font);
  if (!face) return null;
  let path = runs.get(run);
  if (!path) {
    path = traceRun(run, openFont(face));
    runs.set(run, path);
  }
  return path;
}

/** The path as seen through a matrix. */
export function mappedPath(path: Path2D, matrix: Matrix): Path2D {
  const mapped = new Path2D();
  mapped.addPath(path, asObject(matrix));
  return mapped;
}

const asObject = ([a, b, c, d, e, f]: Matrix) => ({ a, b, c, d, e, f });

function traceRun(run: GlyphRun, font: OpenFont): Path2D {
  const unit = run.size / font.metrics.unitsPerEm;
  const path = new Path2D();
  for (const { id, x, y } of run.glyphs) {
    // Font units point up.
    path.addPath(glyphPath(font, id), { a: unit, b: 0, c: unit * run.skew, d: -unit, e: x, f: y });
  }
  return path;
}

function glyphPath(font: OpenFont, id: number): Path2D {
  const known = glyphsOf(font);
  let path = known.get(id);
  if (!path) {
    path = trace(font.outline(id));
    known.set(id, path);
  }
  return path;
}

function trace({ verbs, coords }: Outline | GlyphOutline): Path2D {
  const path = new Path2D();
  let next = 0;
  const take = () => coords[next++] ?? 0;
  for (const verb of verbs) {
    if (verb === "M") path.moveTo(take(), take());
    else if (verb === "L") path.lineTo(take(), take());
    else if (verb === "Q") path.quadraticCurveTo(take(), take(), take(), take());
    else if (verb === "C") path.bezierCurveTo(take(), take(), take(), take(), take(), take());
    else path.closePath();
  }
  return path;
}
