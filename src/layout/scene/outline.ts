/** Path data and the boxes of outlines. */

import { apply, coordsBox, type Matrix, type Rect } from "../../base/geometry.ts";
import type { Outline } from "../../model/scene.ts";

const TOKEN = /[MLHVCQZ]|-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;

/**
 * Reads the absolute path data that usvg writes (M, L, Q, C, Z), multiplies coordinates by `unit` and turns
 * quadratic curves into cubic ones. Curves without a move before them start where the last contour began.
 */
export function readOutline(data: string, unit: number): Outline {
  const tokens = data.match(TOKEN) ?? [];
  let verbs = "";
  const coords: number[] = [];
  let x = 0;
  let y = 0;
  let i = 0;
  const next = () => Number(tokens[i++]) * unit;
  while (i < tokens.length) {
    const command = tokens[i++];
    switch (command) {
      case "M":
      case "L":
        x = next();
        y = next();
        coords.push(x, y);
        verbs += command;
        break;
      case "C": {
        const curve = [next(), next(), next(), next(), next(), next()] as const;
        coords.push(...curve);
        [, , , , x, y] = curve;
        verbs += "C";
        break;
      }
      case "Q": {
        const [x1, y1, x2, y2] = [next(), next(), next(), next()];
        coords.push(
          x + ((x1 - x) * 2) / 3,
          y + ((y1 - y) * 2) / 3,
          x2 + ((x1 - x2) * 2) / 3,
          y2 + ((y1 - y2) * 2) / 3,
          x2,
          y2,
        );
        x = x2;
        y = y2;
        verbs += "C";
        break;
      }
      case "Z":
        verbs += "Z";
        break;
      default:
        throw new Error(`path command “${command}” is not normalised`);
    }
  }
  return { verbs, coords };
}

/** The box around all points, control points included; `null` when there are none. */
export const outlineBounds = ({ coords }: Outline): Rect | null => coordsBox(coords);

/** The rectangle that an outline is, when it is exactly one axis-parallel rectangle. */
export function asRect(outline: Outline): Rect | null {
  const { verbs, coords } = outline;
  if (verbs !== "MLLLZ" && verbs !== "MLLLLZ" && verbs !== "MLLL") return null;
  if (verbs === "MLLLLZ" && (coords[8] !== coords[0] || coords[9] !== coords[1])) return null;
  const [x0, y0, x1, y1, x2, y2, x3, y3] = coords as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const clockwise = y0 === y1 && x1 === x2 && y2 === y3 && x3 === x0;
  const counter = x0 === x1 && y1 === y2 && x2 === x3 && y3 === y0;
  return clockwise || counter ? outlineBounds(outline) : null;
}

export function transformOutline({ verbs, coords }: Outline, matrix: Matrix): Outline {
  const mapped: number[] = [];
  for (let i = 0; i < coords.length; i += 2) {
    const { x, y } = apply(matrix, { x: coords[i]!, y: coords[i + 1]! });
    mapped.push(x, y);
  }
  return { verbs, coords: mapped };
}

export const rectOutline = ({ x, y, width, height }: Rect): Outline => ({
  verbs: "MLLLZ",
  coords: [x, y, x + width, y, x + width, y + height, x, y + height],
});
