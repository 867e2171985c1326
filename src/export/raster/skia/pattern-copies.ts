/** Patterns as the copies that show, which stay as sharp as any shape; one tile repeated by pixels does not. */

import {
  IDENTITY,
  intersection,
  invert,
  type Matrix,
  mapRect,
  type Rect,
  rect,
  translation,
} from "../../../base/geometry.ts";
import { plainGroup, rectClip } from "../../../model/group.ts";
import { outlineBounds } from "../../../model/outline.ts";
import type { Group, Path, Pattern, SceneNode, SceneResources } from "../../../model/scene.ts";
import { boundsOf } from "../../display-list/bounds.ts";

/** More copies than this cost more than one tile repeated, whose blur no longer shows on tiles so small. */
const MOST_COPIES = 400;

/**
 * @param visible what the picture shows, in the path's coordinates
 * @returns what to paint instead of the path's fill; `null` where one tile repeated is as good
 */
export function patternCopies(
  { fill, outline }: Path,
  resources: SceneResources,
  visible: Rect,
): SceneNode | null {
  if (fill?.paint.kind !== "pattern") return null;
  const pattern = fill.paint;
  const area = outlineBounds(outline);
  const shown = area && intersection(area, visible);
  const origins = shown && tileOrigins(pattern, shown);
  if (!origins) return null;
  // Copies that meet at their edges would show hairlines between them.
  if (!isLarge(pattern, visible) && !keepsInside(pattern, resources)) return null;
  const tiles = plainGroup(
    origins.map((origin) => tileAt(pattern, origin)),
    pattern.transform,
  );
  return {
    ...plainGroup([tiles]),
    opacity: pattern.alpha,
    isolated: true,
    clip: { shapes: [{ transform: IDENTITY, outline, rule: fill.rule, clip: null }], parent: null },
  };
}

/** Where each copy that may show starts, pattern coordinates; `null` for none or too many. */
function tileOrigins({ tile, transform }: Pattern, shown: Rect): readonly Matrix[] | null {
  const inverse = invert(transform);
  if (!inverse || tile.width <= 0 || tile.height <= 0) return null;
  const { x, y, width, height } = mapRect(inverse, shown);
  const columns = steps((x - tile.x) / tile.width, (x + width - tile.x) / tile.width);
  const rows = steps((y - tile.y) / tile.height, (y + height - tile.y) / tile.height);
  // Counted before they are made: a tile of a micrometre has billions.
  if (columns.count * rows.count > MOST_COPIES) return null;
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

const tileAt = ({ nodes, tile }: Pattern, origin: Matrix): Group => ({
  ...plainGroup(nodes, origin),
  clip: rectClip(rect(0, 0, tile.width, tile.height)),
});

/** Whether a tile is larger than the picture, one way or the other. */
function isLarge({ tile, transform }: Pattern, visible: Rect): boolean {
  const { width, height } = mapRect(transform, tile);
  return width > visible.width || height > visible.height;
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
