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
  switch (content.kind) {
    case "text": {
      const { line } = content;
      return { width: Math.ceil(line.width * SNAP) / SNAP, height: line.height };
    }
    case "flex": {
      const { flex, children } = content;
      const flowing = children.filter(({ at }) => at === null).map((box) => sizeOf(box, flex.direction));
      if (flex.direction === "column") {
        return {
          width: Math.max(0, ...flowing.map((each) => each.width)),
          height: sumOf(flowing.map((each) => each.height)) + gaps(flowing.length, flex.rowGap),
        };
      }
      const lines = flex.wraps ? breakIntoLines(flowing, width!, flex.columnGap) : [flowing];
      const heights = lines.map((line) => Math.max(0, ...line.map((each) => each.height)));
      return {
        width: Math.max(0, ...lines.map((line) => lineWidth(line, flex.columnGap))),
        height: sumOf(heights) + gaps(lines.length, flex.rowGap),
      };
    }
    default:
      return { width: 0, height: 0 };
  }
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

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
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
