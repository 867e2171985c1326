/** How much room contents take. Lengths in px. */

import type { Size } from "../../base/geometry.ts";
import type { Box, Content } from "./box.ts";
import { type FlexStyle, SNAP } from "./declarations.ts";

/**
 * @param width of the content box, where the box asks for one
 * @param sizeOf what each child takes
 */
export function contentSize(
  content: Content,
  width: number | null,
  sizeOf: (box: Box, axis: FlexStyle["direction"]) => Size,
): Size {
  if (content.kind === "text") {
    const { line } = content;
    return { width: Math.ceil(line.width * SNAP) / SNAP, height: line.height };
  }
  if (content.kind !== "flex") return NO_SIZE;
  const { flex, children } = content;
  if (flex.wraps) return wrappedSize(content, width!, sizeOf);
  const isRow = flex.direction === "row";
  let along = 0;
  let across = 0;
  let flowing = 0;
  for (const box of children) {
    if (box.at !== null) continue;
    const { width, height } = sizeOf(box, flex.direction);
    along += isRow ? width : height;
    across = Math.max(across, isRow ? height : width);
    flowing++;
  }
  along += gaps(flowing, isRow ? flex.columnGap : flex.rowGap);
  // What stands in a row may reach back behind its start.
  return isRow ? { width: Math.max(0, along), height: across } : { width: across, height: along };
}

const NO_SIZE: Size = { width: 0, height: 0 };

function wrappedSize(
  { flex, children }: Extract<Content, { kind: "flex" }>,
  width: number,
  sizeOf: (box: Box, axis: FlexStyle["direction"]) => Size,
): Size {
  const flowing = children.filter(({ at }) => at === null).map((box) => sizeOf(box, flex.direction));
  const lines = breakIntoLines(flowing, width, flex.columnGap);
  const heights = lines.map((line) => Math.max(0, ...line.map((each) => each.height)));
  return {
    width: Math.max(0, ...lines.map((line) => lineWidth(line, flex.columnGap))),
    height: sumOf(heights) + gaps(lines.length, flex.rowGap),
  };
}

/** What a box takes of its parent when nothing presses or stretches it, its margin included. */
export function outerSize({ asked, natural, marginTop }: Box): Size {
  return {
    width: asked.width ?? natural.width,
    height: (asked.height ?? natural.height) + marginTop,
  };
}

/** The same under pressure along an axis. */
export function pressedSize(box: Box, axis: FlexStyle["direction"]): Size {
  const { asked, least, marginTop } = box;
  const { width, height } = outerSize(box);
  return axis === "row"
    ? { width: Math.min(asked.width ?? least.width, least.width), height }
    : { width, height: Math.min(asked.height ?? least.height, least.height) + marginTop };
}

export function sumOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
export const gaps = (count: number, gap: number): number => Math.max(0, count - 1) * gap;

const lineWidth = (items: readonly Size[], gap: number): number =>
  sumOf(items.map(({ width }) => width)) + gaps(items.length, gap);

/** Fills lines one after the other (CSS Flexible Box 1, § 9.3). */
export function breakIntoLines<Item extends Size>(
  items: readonly Item[],
  width: number,
  gap: number,
): readonly (readonly Item[])[] {
  const lines: Item[][] = [];
  let taken = 0;
  for (const item of items) {
    const line = lines.at(-1);
    if (line && taken + gap + item.width <= width) {
      line.push(item);
      taken += gap + item.width;
    } else {
      lines.push([item]);
      taken = item.width;
    }
  }
  return lines;
}
