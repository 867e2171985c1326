/** Outlines and line styles as path operators (ISO 32000-1 §8.5.2, §8.4.3). */

import type { Matrix } from "../../base/geometry.ts";
import type { FillRule, Outline, Stroke } from "../../model/scene.ts";
import { coarse, num } from "./number.ts";

/** Path construction operators for an outline mapped by `matrix`. */
export function outlineOperators({ verbs, coords }: Outline, matrix: Matrix): string {
  // Taken one by one, as in base/geometry.ts.
  const a = matrix[0];
  const b = matrix[1];
  const c = matrix[2];
  const d = matrix[3];
  const e = matrix[4];
  const f = matrix[5];
  if (b === 0 && c === 0 && isRectangle(verbs, coords)) {
    const x = coords[0]!;
    const y = coords[1]!;
    return `${num(a * x + e)} ${num(d * y + f)} ${num(a * (coords[2]! - x))} ${num(d * (coords[5]! - y))} re`;
  }
  let operators = "";
  let at = 0;
  for (let i = 0; i < verbs.length; i++) {
    const verb = verbs[i];
    if (verb === "Z") {
      operators += "h\n";
      continue;
    }
    const points = verb === "C" ? 3 : 1;
    for (let p = 0; p < points; p++) {
      const x = coords[at++]!;
      const y = coords[at++]!;
      operators += `${coarse(a * x + c * y + e)} ${coarse(b * x + d * y + f)} `;
    }
    operators += verb === "M" ? "m\n" : verb === "L" ? "l\n" : "c\n";
  }
  return operators.slice(0, -1);
}

/** Whether it goes once round an upright rectangle, along its level side first. */
function isRectangle(verbs: string, coords: readonly number[]): boolean {
  if (verbs !== "MLLLZ" && verbs !== "MLLLLZ") return false;
  const x = coords[0];
  const y = coords[1];
  const isLevel = coords[3] === y && coords[7] === coords[5];
  const isUpright = coords[4] === coords[2] && coords[6] === x;
  return isLevel && isUpright && (verbs === "MLLLZ" || (coords[8] === x && coords[9] === y));
}

export const fillVerb = (rule: FillRule): string => (rule === "evenodd" ? "f*" : "f");
export const clipVerb = (rule: FillRule): string => (rule === "evenodd" ? "W* n" : "W n");

const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const;

/** Sets everything that shapes a line; `scale` maps the stroke's mm to those of the stream. */
export function lineOperators(stroke: Stroke, scale: number): string {
  const visible = stroke.dash.some((length) => length > 0);
  const dash = visible ? stroke.dash.map((length) => num(length * scale)) : [];
  return (
    `${num(stroke.width * scale)} w ${CAPS[stroke.cap]} J ${JOINS[stroke.join]} j ` +
    `${num(Math.max(1, stroke.miterLimit))} M [${dash.join(" ")}] ${visible ? num(dashPhase(stroke) * scale) : 0} d`
  );
}

/** PDF wants a phase that is not negative (§8.4.3.6); a pattern of odd length repeats after two rounds. */
function dashPhase({ dash, dashOffset }: Stroke): number {
  const period = dash.reduce((sum, length) => sum + length, 0) * (dash.length % 2 === 0 ? 1 : 2);
  return ((dashOffset % period) + period) % period;
}

/** Whether a matrix only moves, turns, mirrors and scales evenly, so that a line keeps an even width. */
export function isSimilarity([a, b, c, d]: Matrix): boolean {
  const tolerance = 1e-6 * (Math.abs(a) + Math.abs(b) + Math.abs(c) + Math.abs(d));
  const upright = Math.abs(a - d) <= tolerance && Math.abs(b + c) <= tolerance;
  const mirrored = Math.abs(a + d) <= tolerance && Math.abs(b - c) <= tolerance;
  return upright || mirrored;
}
