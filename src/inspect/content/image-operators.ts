/** Pictures and shadings (ISO 32000-1 §8.9, §8.7.4). */

import { mapRect, type Rect, rect } from "../../base/geometry.ts";
import { MM_PER_INCH } from "../../base/units.ts";
import { filterName } from "../file/decode.ts";
import { type Dict, isArray, Name, Stream, type Value } from "../file/object.ts";
import { type ColorSpace, colorSpaceOf, DEVICE_GRAY } from "./color-space.ts";
import { emit } from "./emit.ts";
import { extremes } from "./function-extremes.ts";
import { jpxSpace } from "./jpx.ts";
import type { InlineImage } from "./operations.ts";
import type { Run } from "./state.ts";

const UNIT: Rect = rect(0, 0, 1, 1);

/** A picture fills the unit square of its user space. */
export function paintImage(run: Run, stream: Stream): void {
  const { document, page } = run;
  if (!page.layers.prints(document.at(stream.dict, "OC"))) {
    paint({ ...run, prints: false }, stream.dict, stream);
  } else paint(run, stream.dict, stream);
}

/** Inline pictures abbreviate their keys (§8.9.7 table 93). */
const FULL_KEYS: Readonly<Record<string, string>> = {
  W: "Width",
  H: "Height",
  BPC: "BitsPerComponent",
  CS: "ColorSpace",
  D: "Decode",
  IM: "ImageMask",
  F: "Filter",
  DP: "DecodeParms",
  I: "Interpolate",
};

export function paintInlineImage(run: Run, { dict, data }: InlineImage): void {
  const full = new Map([...dict].map(([key, value]) => [FULL_KEYS[key] ?? key, value]));
  paint(run, full, new Stream(full, data));
}

function paint(run: Run, dict: Dict, stream: Stream): void {
  const { document, state } = run;
  const pixelWidth = document.numberAt(dict, "Width") ?? 0;
  const pixelHeight = document.numberAt(dict, "Height") ?? 0;
  const stencil = document.at(dict, "ImageMask") === true;
  const filters = document.list(dict.get("Filter"), true);
  const names = filters.flatMap((each) => (each instanceof Name ? [filterName(each)] : []));
  const [a, b, c, d] = state.ctm;
  const across = pixelWidth / (Math.hypot(a, b) / MM_PER_INCH);
  const down = pixelHeight / (Math.hypot(c, d) / MM_PER_INCH);
  const space = document.at(dict, "ColorSpace");
  const image = {
    stream,
    pixelWidth,
    pixelHeight,
    bits: stencil ? 1 : (document.numberAt(dict, "BitsPerComponent") ?? 8),
    ppi: Math.min(across, down),
    filters: names,
    softMask: document.at(dict, "SMask") instanceof Stream,
  };
  const color = stencil
    ? state.fill
    : {
        space: space === null ? ownSpace(run, stream, names) : colorSpaceOf(document, space, run.resources),
        components: [],
        pattern: null,
      };
  emit(run, { kind: stencil ? "stencil" : "image", color, box: mapRect(state.ctm, UNIT), image });
}

/** Of a picture without ColorSpace: only JPEG 2000 may bring its own (§7.4.9). */
const ownSpace = ({ document }: Run, stream: Stream, filters: readonly string[]): ColorSpace =>
  filters.at(-1) === "JPXDecode" ? jpxSpace(document, stream) : DEVICE_GRAY;

/** `sh` fills the clip; a shading pattern fills the path. `box` is where, mm. */
export function paintShading(run: Run, shading: Value, box: Rect): void {
  const { document } = run;
  const dict = document.dict(shading);
  if (!dict) return;
  const space = colorSpaceOf(document, dict.get("ColorSpace"), run.resources);
  const functions = document.at(dict, "Function");
  const shades = isArray(functions)
    ? combine(functions.map((each) => extremes(document, each)))
    : extremes(document, functions);
  emit(run, { kind: "shading", color: { space, components: [], pattern: null }, box, shades });
}

/** One function a component: the highest and the lowest of each, together. */
function combine(parts: readonly (readonly (readonly number[])[])[]): readonly (readonly number[])[] {
  if (parts.some((part) => part.length === 0)) return [];
  const pick = (choose: (...values: number[]) => number) =>
    parts.map((part) => choose(...part.map((value) => value[0] ?? 0)));
  return [pick(Math.max), pick(Math.min)];
}
