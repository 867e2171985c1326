/** Filter primitives that only lay pictures over each other. */

import type { Size } from "../../../../base/geometry.ts";
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

/** The picture's shape in one colour. */
export const tinted = (shape: Surface, color: string, opacity: number): Surface =>
  operated(shape, filled(shape, color, opacity), "source-in");
