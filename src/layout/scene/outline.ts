/** Path data and the boxes of outlines. */

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
