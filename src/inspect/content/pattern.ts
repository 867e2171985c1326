/** Patterns as colours (ISO 32000-1 §8.7): what a tile or a gradient paints, where it paints. */

import { intersection, outset, type Rect } from "../../base/geometry.ts";
import { Stream } from "../file/object.ts";
import { paintShading } from "./image-operators.ts";
import { paintTile } from "./nested.ts";
import type { Color } from "./painted.ts";
import type { Run } from "./state.ts";

/** Lines without thickness are painted too. */
const LEAST = 0.001;

/** Whether the colour was a pattern; `box` is what it fills, mm. */
export function paintPattern(run: Run, { space, pattern }: Color, box: Rect): boolean {
  const { document, state, page } = run;
  const dict = document.dict(pattern);
  if (space.kind !== "pattern" || !dict) return false;
  const place = state.clip && intersection(outset(box, LEAST), state.clip);
  if (!place) return true;
  if (document.numberAt(dict, "PatternType") === 2) {
    paintShading(run, document.at(dict, "Shading"), place);
    const extra = document.dictAt(dict, "ExtGState");
    if (extra) page.used.extGStates.add(extra);
  } else if (pattern instanceof Stream) paintTile(run, pattern, place);
  return true;
}
