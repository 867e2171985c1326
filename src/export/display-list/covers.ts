/**
 * Whether plain grounds leave nothing of an area bare. Where two of them meet inside a pixel, a painter still leaves
 * it a little transparent: whoever knows that nothing is meant to be bare can put paper behind.
 */

import { compose, IDENTITY, intersection, type Matrix, outset, type Rect } from "../../base/geometry.ts";
import { rectangleOf } from "../../model/outline.ts";
import type { Group, SceneNode } from "../../model/scene.ts";
import { holds } from "./bounds.ts";

/** More grounds than this are a mosaic, not a page. */
const MOST = 64;

/**
 * @param lists display lists in the area's coordinates
 * @param slack mm by which grounds may miss each other: less than anybody sees
 */
export function covers(lists: readonly (readonly SceneNode[])[], area: Rect, slack: number): boolean {
  const exact: Rect[] = [];
  for (const nodes of lists) collect(nodes, IDENTITY, outset(area, slack), exact);
  const grounds = exact.map((ground) => outset(ground, slack));
  if (grounds.some((ground) => holds(ground, area))) return true;
  if (grounds.length > MOST) return false;
  const columns = stops(
    area.x,
    area.x + area.width,
    grounds.flatMap(({ x, width }) => [x, x + width]),
  );
  const rows = stops(
    area.y,
    area.y + area.height,
    grounds.flatMap(({ y, height }) => [y, y + height]),
  );
  return rows.every((y, row) =>
    columns.every((x, column) => {
      const [right, bottom] = [columns[column + 1], rows[row + 1]];
      if (right === undefined || bottom === undefined) return true;
      const cell: Rect = { x, y, width: right - x, height: bottom - y };
      return grounds.some((ground) => holds(ground, cell));
    }),
  );
}

function collect(nodes: readonly SceneNode[], toPage: Matrix, shown: Rect, grounds: Rect[]): void {
  for (const node of nodes) {
    if (node.kind === "group" && isPlain(node)) {
      const inside = compose(toPage, node.transform);
      const window = windowOf(node, inside, shown);
      if (window) collect(node.children, inside, window, grounds);
    } else if (node.kind === "path" && node.fill?.paint.kind === "solid" && node.fill.paint.alpha === 1) {
      const box = rectangleOf(node.outline, toPage);
      const ground = box && intersection(box, shown);
      if (ground) grounds.push(ground);
    }
  }
}

const isPlain = ({ opacity, blend, mask, filters }: Group): boolean =>
  opacity === 1 && blend === "normal" && mask === null && filters.length === 0;

/** What a group's clip leaves of the window; `null` for nothing, or for what is no single rectangle. */
function windowOf({ clip }: Group, inside: Matrix, shown: Rect): Rect | null {
  let window: Rect | null = shown;
  for (let level = clip; level && window; level = level.parent) {
    const [only, second] = level.shapes;
    const box: Rect | null =
      only && !second && !only.clip ? rectangleOf(only.outline, compose(inside, only.transform)) : null;
    window = box && intersection(box, window);
  }
  return window;
}

/** Lines nearer than this, mm, are one: rounding moved them apart. */
const NEAR = 1e-3;

/** Where the area is cut, ascending, its own edges among them. */
function stops(from: number, to: number, cuts: readonly number[]): readonly number[] {
  const inside = cuts.filter((cut) => cut > from + NEAR && cut < to - NEAR).sort((a, b) => a - b);
  return [from, ...inside.filter((cut, i) => i === 0 || cut - inside[i - 1]! > NEAR), to];
}
