/** Tells the sink about one painting operation, with the state that matters to it. */

import { intersection, outset, type Rect } from "../../base/geometry.ts";
import type { Color, Painted, PaintKind } from "./painted.ts";
import type { Run } from "./state.ts";

/** Half of this is the least extent of anything painted: lines without thickness print too. */
const LEAST = 0.001;

interface Details {
  readonly kind: PaintKind;
  readonly color: Color;
  /** Before clipping, mm. */
  readonly box: Rect;
  readonly stroked?: boolean;
  readonly shades?: Painted["shades"];
  readonly thickness?: number | null;
  readonly text?: Painted["text"];
  readonly image?: Painted["image"];
}

/** Nothing is told about what the clip hides entirely. */
export function emit(run: Run, details: Details): Rect | null {
  const { state, page, within, blendingSpace, groups } = run;
  const {
    kind,
    color,
    box,
    stroked = false,
    shades = [],
    thickness = null,
    text = null,
    image = null,
  } = details;
  const grown = outset(box, LEAST / 2);
  const visible = run.place ?? (state.clip && intersection(grown, state.clip));
  if (!visible) return null;
  page.sink({
    kind,
    within,
    area: visible,
    color,
    shades,
    overprint: stroked ? state.strokeOverprint : state.fillOverprint,
    overprintMode: state.overprintMode,
    alpha: stroked ? state.strokeAlpha : state.fillAlpha,
    blend: state.blend,
    masked: state.masked,
    blendingSpace,
    groups,
    prints: run.prints,
    thickness: run.place ? null : thickness,
    text,
    image,
  });
  return visible;
}
