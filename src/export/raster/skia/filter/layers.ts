/** Filter primitives that only lay pictures over each other. */

import type { Rect, Size } from "../../../../base/geometry.ts";
import { type Operation, openSurface, type Surface } from "../surface.ts";

/** Pictures over each other, the first lowest, moved by some pixels. */
export function laid(size: Size, pictures: readonly Surface[], x = 0, y = 0): Surface {
  const surface = openSurface(size);
  for (const { canvas } of pictures) surface.pen.drawImage(canvas, x, y);
  return surface;
}

/** One picture brought onto another by an operation of Porter and Duff's, or a blend mode. */
export function operated(under: Surface, over: Surface, operation: Operation): Surface {
  const surface = laid(under, [under]);
  surface.pen.globalCompositeOperation = operation;
  surface.pen.drawImage(over.canvas, 0, 0);
  surface.pen.globalCompositeOperation = "source-over";
  return surface;
}

/** One colour all over. */
export function filled(size: Size, color: string, opacity: number): Surface {
  const surface = openSurface(size);
  surface.pen.fillStyle = color;
  surface.pen.globalAlpha = opacity;
  surface.pen.fillRect(0, 0, size.width, size.height);
  surface.pen.globalAlpha = 1;
  return surface;
}

/** A part of a picture, repeated all over. */
export function tiled(picture: Surface, part: Rect | null): Surface {
  const x = Math.round(part?.x ?? 0);
  const y = Math.round(part?.y ?? 0);
  const width = Math.max(1, Math.round(part?.width ?? picture.width));
  const height = Math.max(1, Math.round(part?.height ?? picture.height));
  const tile = laid({ width, height }, [picture], -x, -y);
  const surface = openSurface(picture);
  const pattern = surface.pen.createPattern(tile.canvas, "repeat");
  pattern?.setTransform({ a: 1, b: 0, c: 0, d: 1, e: x, f: y });
  if (pattern) surface.pen.fillStyle = pattern;
  surface.pen.fillRect(0, 0, surface.width, surface.height);
  return surface;
}

/** The picture's shape in one colour. */
export const tinted = (shape: Surface, color: string, opacity: number): Surface =>
  operated(shape, filled(shape, color, opacity), "source-in");
