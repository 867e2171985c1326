/**
 * Patterns as the copies that show. resvg paints one tile on whole pixels and stretches it into place, which
 * blurs it, takes memory for the whole of a huge tile, and aborts on layers far inside one.
 */

import {
  IDENTITY,
  intersection,
  invert,
  type Matrix,
  mapRect,
  type Rect,
  rect,
  translation,
} from "../../base/geometry.ts";
import type { Group, Paint, Path, Pattern, SceneNode, SceneResources } from "../../model/scene.ts";
import { boundsOf, outlineBounds } from "./bounds.ts";
import { needsLayer } from "./layer-reach.ts";
import { rectangleShape } from "./mask-as-clip.ts";

/** More copies than this cost more than resvg's own tiling, whose blur no longer shows on tiles so small. */
const MOST_COPIES = 400;

/**
 * @param visible what the picture shows, in the path's coordinates
 * @returns what to paint instead of the path; the path itself where resvg's own tiling is as good
 */
export function expandPattern(path: Path, resources: SceneResources, visible: Rect): readonly SceneNode[] {
  const { fill, outline, stroke } = path;
  if (fill?.paint.kind !== "pattern") return [path];
  const pattern = fill.paint;
  const area = outlineBounds(outline);
  const shown = area && intersection(area, visible);
  const origins = shown && tileOrigins(pattern, shown);
  if (!origins) return [path];
  if (origins.length > MOST_COPIES) return [path];
  // Copies that meet at their edges would show hairlines between them.
  if (!isLarge(pattern, visible) && !keepsInside(pattern, resources)) return [path];
  const tiles = group(
    pattern.transform,
    origins.map((origin) => tileAt(pattern, origin)),
  );
  const filled: Group = {
    ...group(IDENTITY, [tiles]),
    opacity: pattern.alpha,
    isolated: true,
    clip: { shapes: [{ transform: IDENTITY, outline, rule: fill.rule, clip: null }], parent: null },
  };
  if (!stroke) return [filled];
  const lined: Path = { ...path, fill: null };
  return path.paintOrder === "fill-first" ? [filled, lined] : [lined, filled];
}

/**
 * A fill or stroke that resvg can tile. Where huge or vanishing tiles cannot become copies, in letters, lines
 * and thousandfold repeats, what needs a layer of its own is left out of them.
 */
export function tileable<P extends { readonly paint: Paint }>(painted: P | null, visible: Rect): P | null {
  if (painted?.paint.kind !== "pattern") return painted;
  if (!isLarge(painted.paint, visible) && !isTiny(painted.paint, visible)) return painted;
  const { nodes } = painted.paint;
  if (!needsLayer(nodes)) return painted;
  return { ...painted, paint: { ...painted.paint, nodes: nodes.filter((node) => !needsLayer([node])) } };
}

/** Where each copy that may show starts, pattern coordinates; `null` for a pattern that shows nothing. */
function tileOrigins({ tile, transform }: Pattern, shown: Rect): readonly Matrix[] | null {
  const inverse = invert(transform);
  if (!inverse || tile.width <= 0 || tile.height <= 0) return null;
  const { x, y, width, height } = mapRect(inverse, shown);
  const columns = steps((x - tile.x) / tile.width, (x + width - tile.x) / tile.width);
  const rows = steps((y - tile.y) / tile.height, (y + height - tile.y) / tile.height);
  // Counted before they are made: a tile of a micrometre has billions.
  if (columns.count * rows.count > MOST_COPIES) return new Array<Matrix>(MOST_COPIES + 1).fill(IDENTITY);
  return Array.from({ length: columns.count * rows.count }, (_, i) =>
    translation(
      tile.x + (columns.first + (i % columns.count)) * tile.width,
      tile.y + (rows.first + Math.floor(i / columns.count)) * tile.height,
    ),
  );
}

function steps(from: number, to: number): { readonly first: number; readonly count: number } {
  const first = Math.floor(from);
  return { first, count: Math.max(1, Math.ceil(to) - first) };
}

/** The tile in the coordinates of its nodes. */
export const tileBox = ({ tile: { width, height } }: Pattern): Rect => rect(0, 0, width, height);

const tileAt = (pattern: Pattern, origin: Matrix): Group => ({
  ...group(origin, pattern.nodes),
  clip: { shapes: [rectangleShape(tileBox(pattern))], parent: null },
});

/** Whether a tile is larger than the picture, one way or the other. */
function isLarge({ tile, transform }: Pattern, visible: Rect): boolean {
  const { width, height } = mapRect(transform, tile);
  return width > visible.width || height > visible.height;
}

/** Whether a tile is flattened to less than a pixel of any likely picture, where resvg mismeasures its layers. */
function isTiny({ tile, transform }: Pattern, visible: Rect): boolean {
  const { width, height } = mapRect(transform, tile);
  return width < visible.width / 10_000 || height < visible.height / 10_000;
}

/** Whether nothing in the tile touches its edges. */
function keepsInside({ tile, nodes }: Pattern, resources: SceneResources): boolean {
  const content = boundsOf(nodes, resources);
  return (
    content === null ||
    (content.x > 0 &&
      content.y > 0 &&
      content.x + content.width < tile.width &&
      content.y + content.height < tile.height)
  );
}

const group = (transform: Matrix, children: readonly SceneNode[]): Group => ({
  kind: "group",
  transform,
  opacity: 1,
  blend: "normal",
  isolated: false,
  clip: null,
  mask: null,
  filters: [],
  children,
});
