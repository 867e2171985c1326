/** Places boxes: CSS Flexible Box Layout 1, § 9, for boxes whose natural sizes are known. */

import type { Box } from "./box.ts";
import { breakIntoLines, gaps, outerSize, sumOf } from "./content-size.ts";
import type { FlexStyle } from "./declarations.ts";
import { outside } from "./subset.ts";

/** A box at its place in the frame, px, snapped to tenths. */
export interface PlacedBox {
  readonly box: Box;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly children: readonly PlacedBox[];
}

export function arrange(root: Box, width: number, height: number): PlacedBox {
  return placed(root, 0, 0, width, height);
}

const SNAP = 10;
const snap = (value: number) => Math.round(value * SNAP) / SNAP;

/** Edges are snapped where they stand in the frame, so boxes that touch still do. */
function placed(box: Box, x: number, y: number, width: number, height: number): PlacedBox {
  const left = snap(x);
  const top = snap(y);
  return {
    box,
    left,
    top,
    width: snap(x + width) - left,
    height: snap(y + height) - top,
    children: childrenOf(box, x, y, width, height),
  };
}

/** Children of a box of that size at (x, y). */
function childrenOf(box: Box, x: number, y: number, width: number, height: number): readonly PlacedBox[] {
  const { content, border, paddingTop } = box;
  if (content.kind !== "flex") return NONE;
  const { flex, children } = content;
  const innerWidth = Math.max(0, width - 2 * border);
  const innerHeight = Math.max(0, height - 2 * border - paddingTop);
  const flowing = children.filter(({ at }) => at === null);
  const places =
    flex.direction === "column"
      ? columnOf(flowing, flex, innerWidth, innerHeight)
      : flex.wraps
        ? rowsOf(flowing, flex, innerWidth, innerHeight)
        : rowOf(flowing, flex, innerWidth, innerHeight, 0);
  let next = 0;
  return children.map((child) => {
    const { at, asked, natural } = child;
    if (at) {
      const [w, h] = [asked.width ?? natural.width, asked.height ?? natural.height];
      return placed(child, x + (at.left + border), y + (at.top + border), w, h);
    }
    const { left, top, width: w, height: h } = places[next++]!;
    return placed(child, x + (left + border), y + (top + border + paddingTop), w, h);
  });
}

const NONE: readonly PlacedBox[] = [];

/** Relative to the content box of the parent. */
interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function columnOf(boxes: readonly Box[], flex: FlexStyle, width: number, height: number): readonly Place[] {
  let margins = 0;
  for (const { marginTop } of boxes) margins += marginTop;
  const room = height - gaps(boxes.length, flex.rowGap) - margins;
  const heights = flexed(boxes, "height", room);
  let top = shareBefore(flex.justify, room - sumOf(heights));
  return boxes.map((box, i) => {
    const { asked, natural, least, marginTop } = box;
    top += marginTop;
    const across =
      asked.width ?? (flex.align === "stretch" ? width : fitting(natural.width, least.width, width));
    const place = {
      left: shareBefore(flex.align, width - across),
      top,
      width: across,
      height: heights[i]!,
    };
    top += heights[i]! + flex.rowGap;
    return place;
  });
}

/** Lines share what is left over of the height (`align-content: normal`). */
function rowsOf(boxes: readonly Box[], flex: FlexStyle, width: number, height: number): readonly Place[] {
  const items = boxes.map((box) => ({ ...outerSize(box), box }));
  const lines = breakIntoLines(items, width, flex.columnGap);
  const tallest = lines.map((line) => Math.max(0, ...line.map((item) => item.height)));
  const spare = height - sumOf(tallest) - gaps(lines.length, flex.rowGap);
  let top = 0;
  return lines.flatMap((line, i) => {
    const lineHeight = tallest[i]! + Math.max(0, spare) / lines.length;
    const boxes = line.map(({ box }) => box);
    const places = rowOf(boxes, flex, width, lineHeight, top);
    top += lineHeight + flex.rowGap;
    return places;
  });
}

function rowOf(
  boxes: readonly Box[],
  flex: FlexStyle,
  width: number,
  height: number,
  lineTop: number,
): readonly Place[] {
  const room = width - gaps(boxes.length, flex.columnGap);
  const widths = flexed(boxes, "width", room);
  let left = shareBefore(flex.justify, room - sumOf(widths));
  return boxes.map((box, i) => {
    const { asked, natural, least, marginTop } = box;
    const room = height - marginTop;
    const across =
      asked.height ??
      (flex.align === "stretch" ? Math.max(0, room) : fitting(natural.height, least.height, room));
    const place = {
      left,
      top: lineTop + marginTop + shareBefore(flex.align, room - across),
      width: widths[i]!,
      height: across,
    };
    left += widths[i]! + flex.columnGap;
    return place;
  });
}

/** What of the free room stands before an item or a line of items; it may be negative. */
function shareBefore(edge: FlexStyle["align"], free: number): number {
  return edge === "center" ? free / 2 : edge === "flex-end" ? free : 0;
}

/** `fit-content` (CSS Box Sizing 3, § 3.2). */
const fitting = (natural: number, least: number, room: number) => Math.max(least, Math.min(natural, room));

/**
 * Main sizes (§ 9.7): what is left over goes to those that grow. What presses boxes below what they ask for is satori's.
 * @param side along the main axis
 * @throws OutsideSubset
 */
function flexed(boxes: readonly Box[], side: "width" | "height", room: number): readonly number[] {
  const sizes = boxes.map(({ asked, natural }) => asked[side] ?? natural[side]);
  const free = room - sumOf(sizes);
  if (free > 0) {
    let grow = 0;
    for (const box of boxes) grow += box.grow;
    if (grow === 0) return sizes;
    const shared = free * Math.min(1, grow);
    return sizes.map((size, i) => size + (shared * boxes[i]!.grow) / grow);
  }
  if (free < 0 && boxes.some(({ shrink, least }, i) => shrink > 0 && least[side] < sizes[i]!))
    outside("boxes that are pressed");
  return sizes;
}
