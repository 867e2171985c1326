/** Graphics state parameter dictionaries (ISO 32000-1 §8.4.5, §11.6.4). */

import { type Dict, isArray, isDict, Name, type Value } from "../file/object.ts";
import { fontUseOf } from "./font-use.ts";
import { readSoftMask } from "./nested.ts";
import type { Run } from "./state.ts";

export function applyExtGState(run: Run, dict: Dict): void {
  const { document, state, page } = run;
  page.used.extGStates.add(dict);
  const number = (key: string, set: (value: number) => void) => {
    const value = document.numberAt(dict, key);
    if (value !== null) set(value);
  };
  number("LW", (width) => {
    state.lineWidth = width;
  });
  number("CA", (alpha) => {
    state.strokeAlpha = alpha;
  });
  number("ca", (alpha) => {
    state.fillAlpha = alpha;
  });
  number("OPM", (mode) => {
    state.overprintMode = mode;
  });
  const strokes = document.at(dict, "OP");
  const fills = document.at(dict, "op");
  if (typeof strokes === "boolean") {
    state.strokeOverprint = strokes;
    // OP alone speaks for both (table 58).
    if (typeof fills !== "boolean") state.fillOverprint = strokes;
  }
  if (typeof fills === "boolean") state.fillOverprint = fills;
  const blend = firstName(document.at(dict, "BM"), (value) => document.read(value));
  if (blend !== null) state.blend = blend === "Compatible" ? "Normal" : blend;
  const mask = document.at(dict, "SMask");
  if (mask instanceof Name) state.masked = false;
  else if (isDict(mask)) {
    state.masked = true;
    readSoftMask(run, mask);
  }
  const font = document.list(dict.get("Font"));
  const size = font[1];
  if (font.length === 2 && typeof size === "number") {
    state.font = fontUseOf(document, font[0]);
    state.fontSize = size;
  }
}

/** BM may list modes, of which the first known one counts. */
function firstName(value: Value, read: (value: Value) => Value): string | null {
  const first = isArray(value) ? read(value[0] ?? null) : value;
  return first instanceof Name ? first.text : null;
}
