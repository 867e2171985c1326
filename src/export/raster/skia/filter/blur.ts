/** Gaussian blur. */

import { openSurface, type Surface } from "../surface.ts";

/** Below this a blur does not show. */
const LEAST = 0.05;

/** @param deviation standard deviations across and down, px; 0 leaves that direction sharp */
export function blur(source: Surface, [across, down]: readonly [number, number]): Surface {
  if (across < LEAST && down < LEAST) return source;
  if (Math.abs(across - down) < 0.01 * Math.max(across, down)) return evenly(source, across);
  // Skia's blur is the same both ways: a picture stretched before it is blurred less that way.
  const width = Math.max(across, LEAST);
  const height = Math.max(down, LEAST);
  const deviation = Math.min(width, height);
  const small = openSurface({
    width: Math.max(1, Math.ceil((source.width * deviation) / width)),
    height: Math.max(1, Math.ceil((source.height * deviation) / height)),
  });
  small.pen.drawImage(source.canvas, 0, 0, small.width, small.height);
  const soft = evenly(small, deviation);
  const result = openSurface(source);
  result.pen.drawImage(soft.canvas, 0, 0, source.width, source.height);
  return result;
}

function evenly(source: Surface, deviation: number): Surface {
  const result = openSurface(source);
  result.pen.filter = `blur(${deviation}px)`;
  result.pen.drawImage(source.canvas, 0, 0);
  result.pen.filter = "none";
  return result;
}
