/** Content inside content: forms, tiles, soft masks, glyph procedures, appearances (ISO 32000-1 §8.7, 8.10, 11.6, 12.5). */

import { compose, intersection, type Matrix, mapRect, type Rect, rect } from "../../base/geometry.ts";
import { type Dict, EMPTY_DICT, Stream, type Value } from "../file/object.ts";
import { LIMITS } from "../limits.ts";
import { matrixOf } from "./color-operators.ts";
import { colorSpaceOf, spaceName } from "./color-space.ts";
import type { Within } from "./painted.ts";
import { type GraphicsState, initialState, type Run } from "./state.ts";

/** Two opposite corners in any order. */
export function boxOf(numbers: readonly number[]): Rect | null {
  const [x0, y0, x1, y1] = numbers;
  if (x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return null;
  return rect(Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0));
}

interface Nesting {
  readonly within?: Within;
  readonly place?: Rect | null;
  readonly prints?: boolean;
  readonly state: GraphicsState;
  /** Maps the nested coordinates to the state's; the stream's own Matrix by default. */
  readonly matrix?: Matrix;
  readonly resources?: Dict;
  readonly blendingSpace?: string | null;
  readonly groups?: Run["groups"];
}

/** Reads a nested stream unless it leads to itself or lies too deep. */
export function readNested(run: Run, stream: Stream, nesting: Nesting): void {
  const { page, document } = run;
  if (page.active.has(stream)) {
    page.notices.add("recursion");
    return;
  }
  if (run.depth >= LIMITS.depth) {
    page.notices.add("depth");
    return;
  }
  if (!document.budget.takeOperators(LIMITS.nestedCost)) return;
  const { data, cut } = document.data(stream);
  if (cut) page.notices.add("damaged-stream");
  const state = { ...nesting.state };
  state.ctm = compose(state.ctm, nesting.matrix ?? matrixOf(document.numbers(stream.dict.get("Matrix"))));
  const box = boxOf(document.numbers(stream.dict.get("BBox")));
  if (box && state.clip) state.clip = intersection(mapRect(state.ctm, box), state.clip);
  // §7.8.3: without resources of its own, a form uses those around it.
  const resources = nesting.resources ?? document.dictAt(stream.dict, "Resources") ?? run.resources;
  page.active.add(stream);
  page.read(
    {
      ...run,
      resources,
      state,
      base: state.ctm,
      within: nesting.within ?? run.within,
      blendingSpace: nesting.blendingSpace === undefined ? run.blendingSpace : nesting.blendingSpace,
      groups: nesting.groups ?? run.groups,
      place: nesting.place === undefined ? run.place : nesting.place,
      prints: run.prints && (nesting.prints ?? true),
      colorless: false,
      depth: run.depth + 1,
    },
    data,
  );
  page.active.delete(stream);
}

/** A form XObject (§8.10): painted in the state around it; a transparency group starts afresh (§11.6.6). */
export function paintForm(run: Run, form: Stream): void {
  const { document, page } = run;
  const group = document.dictAt(form.dict, "Group");
  const state = { ...run.state };
  let { groups } = run;
  if (group && document.nameAt(group, "S") === "Transparency") {
    page.used.groups.add(group);
    const { fillAlpha: alpha, blend, masked } = state;
    if (alpha < 1 || blend !== "Normal" || masked) {
      groups = [...groups, { alpha, blend, blendingSpace: run.blendingSpace }];
    }
    Object.assign(state, { fillAlpha: 1, strokeAlpha: 1, blend: "Normal", masked: false });
  }
  readNested(run, form, {
    state,
    prints: page.layers.prints(document.at(form.dict, "OC")),
    blendingSpace: group ? blendingSpaceIn(run, group) : run.blendingSpace,
    groups,
  });
}

/** Groups that are not isolated blend as what is around them does: their CS counts for nothing (table 147). */
function blendingSpaceIn(run: Run, group: Dict): string | null {
  const space = run.document.at(group, "I") === true ? group.get("CS") : undefined;
  return space === undefined
    ? run.blendingSpace
    : spaceName(colorSpaceOf(run.document, space, run.resources));
}

/** A tiling pattern: what one tile paints is at the place that the tiles fill. */
export function paintTile(run: Run, tile: Stream, place: Rect): void {
  if (run.page.seen.has(tile)) return;
  run.page.seen.add(tile);
  // Tiles lie in the coordinates of the page or form; here only sizes matter, so nothing is clipped.
  const state = initialState(run.base, EVERYWHERE);
  const { fill, stroke } = run.state;
  if (run.document.numberAt(tile.dict, "PaintType") === 2) {
    const under = fill.space.kind === "pattern" ? fill.space.under : null;
    if (under) state.fill = { space: under, components: fill.components, pattern: null };
    state.stroke = under ? state.fill : stroke;
  }
  readNested(run, tile, { state, within: withinOf(run, "pattern"), place });
}

/** A soft mask's group (§11.6.5.2), in the coordinates of the moment when it is set. */
export function readSoftMask(run: Run, mask: Dict): void {
  const group = run.document.at(mask, "G");
  if (!(group instanceof Stream) || run.page.seen.has(mask)) return;
  run.page.seen.add(mask);
  const dict = run.document.dictAt(group.dict, "Group");
  if (dict) run.page.used.groups.add(dict);
  const state = initialState(run.state.ctm, run.state.clip);
  readNested(run, group, { state, within: "soft-mask" });
}

/** A glyph procedure of a Type 3 font (§9.6.5): once tells all. */
export function paintGlyph(run: Run, font: Dict, glyph: Stream, toMm: Matrix, place: Rect): void {
  if (run.page.seen.has(glyph)) return;
  run.page.seen.add(glyph);
  const { document } = run;
  const matrix = matrixOf(document.numbers(font.get("FontMatrix")));
  readNested(run, glyph, {
    state: { ...run.state, ctm: toMm, clip: EVERYWHERE },
    matrix,
    within: withinOf(run, "glyph"),
    place,
    resources: document.dictAt(font, "Resources") ?? run.resources,
  });
}

/** An annotation's normal appearance (§12.5.5): its BBox, mapped by Matrix, fills Rect. */
export function paintAppearance(run: Run, annotation: Dict): void {
  const { document } = run;
  const appearance = appearanceOf(run, document.dictAt(annotation, "AP") ?? EMPTY_DICT, annotation);
  const target = boxOf(document.numbers(annotation.get("Rect")));
  if (!appearance || !target) return;
  const box = boxOf(document.numbers(appearance.dict.get("BBox")));
  if (!box) return;
  const matrix = matrixOf(document.numbers(appearance.dict.get("Matrix")));
  const mapped = mapRect(matrix, box);
  const sx = mapped.width > 0 ? target.width / mapped.width : 1;
  const sy = mapped.height > 0 ? target.height / mapped.height : 1;
  const fit: Matrix = [sx, 0, 0, sy, target.x - sx * mapped.x, target.y - sy * mapped.y];
  readNested(run, appearance, { state: run.state, matrix: compose(fit, matrix), within: "annotation" });
}

/** N is a stream, or one stream a state. */
function appearanceOf(run: Run, appearances: Dict, annotation: Dict): Stream | null {
  const normal: Value = run.document.at(appearances, "N");
  if (normal instanceof Stream) return normal;
  const state = run.document.nameAt(annotation, "AS");
  const chosen = normal instanceof Map && state ? run.document.at(normal, state) : null;
  return chosen instanceof Stream ? chosen : null;
}

/** What is inside a mask stays inside it, whatever it is painted with. */
const withinOf = (run: Run, within: Within): Within => (run.within === "soft-mask" ? "soft-mask" : within);

const EVERYWHERE: Rect = rect(-1e9, -1e9, 2e9, 2e9);
