/** Filters on groups: the group is painted as if it stood upright, filtered, and placed. */

import { compose, type Matrix, mapRect, type Rect, rect, scaling } from "../../../../base/geometry.ts";
import type { Filter, Group } from "../../../../model/scene.ts";
import type { Painter } from "../painter.ts";
import { moved, openSurface, type Surface } from "../surface.ts";
import { runPrimitives } from "./run-primitives.ts";

/** Larger pictures are filtered at fewer pixels: what filters leave is soft. */
const MOST_PIXELS = 40e6;

/** Paints a group's children, filtered, on a layer. */
export function applyFilters(group: Group, layer: Surface, toLayer: Matrix, painter: Painter): void {
  const upright = uprightSpace(group.filters, toLayer);
  let filtered: { readonly surface: Surface; readonly box: Rect } | null = null;
  for (const filter of group.filters) {
    const box = pixelBox(mapRect(upright, filter.region));
    const source = openSurface(box);
    if (!filtered) painter.paint(group.children, source, moved(upright, box));
    else source.pen.drawImage(filtered.surface.canvas, filtered.box.x - box.x, filtered.box.y - box.y);
    filtered = { surface: runPrimitives(filter.primitives, source, moved(upright, box)), box };
  }
  if (!filtered) return;
  const { surface, box } = filtered;
  layer.pen.setTransform(...placed(toLayer, upright));
  layer.pen.drawImage(surface.canvas, box.x, box.y);
}

/**
 * Maps the group's coordinates to pixels without turning or leaning. Where the layer does neither it is the layer's
 * own map, so that pixels fall on pixels.
 */
function uprightSpace(filters: readonly Filter[], toLayer: Matrix): Matrix {
  const [a, b, c, d] = toLayer;
  const straight = b === 0 && c === 0 && a > 0 && d > 0;
  const upright: Matrix = straight ? toLayer : [Math.hypot(a, b), 0, 0, Math.hypot(c, d), 0, 0];
  const most = Math.max(1, ...filters.map(({ region }) => areaOf(mapRect(upright, region))));
  return most > MOST_PIXELS ? compose(scaling(Math.sqrt(MOST_PIXELS / most)), upright) : upright;
}

/** Maps upright pixels to the layer's. */
function placed(toLayer: Matrix, upright: Matrix): Matrix {
  if (toLayer === upright) return [1, 0, 0, 1, 0, 0];
  const [scaleX, , , scaleY, x, y] = upright;
  return compose(toLayer, [1 / scaleX, 0, 0, 1 / scaleY, -x / scaleX, -y / scaleY]);
}

const areaOf = ({ width, height }: Rect): number => width * height;

function pixelBox(box: Rect): Rect {
  const x = Math.floor(box.x + 1e-6);
  const y = Math.floor(box.y + 1e-6);
  const right = Math.ceil(box.x + box.width - 1e-6);
  const bottom = Math.ceil(box.y + box.height - 1e-6);
  return rect(x, y, Math.max(1, right - x), Math.max(1, bottom - y));
}
