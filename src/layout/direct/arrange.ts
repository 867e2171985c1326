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
  return snapped(
    { box: root, left: 0, top: 0, width, height, children: childrenOf(root, width, height) },
    0,
    0,
  );
}

const SNAP = 10;
const snap = (value: number) => Math.round(value * SNAP) / SNAP;

/** Edges are snapped where they stand in the frame, so boxes that touch still do. */
function snapped(placed: PlacedBox, x: number, y: number): PlacedBox {
  const left = x + placed.left;
  const top = y + placed.top;
  return {
    box: placed.box,
    left: snap(left),
    top: snap(top),
    width: snap(left + placed.width) - snap(left),
    height: snap(top + placed.height) - snap(top),
    children: placed.children.map((child) => snapped(child, left, top)),
  };
}

/** Children of a box of that size; places are relative to its corner. */
function childrenOf(
  { content, border, paddingTop }: Box,
  width: number,
  height: number,
): readonly PlacedBox[] {
  if (content.kind !== "flex") return [];
  const { flex, children } = content;
  const inner = {
    width: Math.max(0, width - 2 * border),
    height: Math.max(0, height - 2 * border - paddingTop),
  };
  const flowing = children.filter(({ at }) => at === null);
  const placed = new Map(
    flex.direction === "row" ? rowsOf(flowing, flex, inner) : columnOf(flowing, flex, inner),
  );
  return children.map((box): PlacedBox => {
    const { left, top, width: w, height: h } = box.at ? { ...box.at, ...freeSize(box) } : placed.get(box)!;
    return {
      box,
      left: left + border,
      top: top + border + (box.at ? 0 : paddingTop),
      width: w,
      height: h,
      children: childrenOf(box, w, h),
    };
  });
}

const freeSize = ({ asked, natural }: Box) => ({
  width: asked.width ?? natural.width,
  height: asked.height ?? natural.height,
});

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
type Places = readonly (readonly [Box, Place])[];
interface Inner {
  readonly width: number;
  readonly height: number;
}

function columnOf(boxes: readonly Box[], flex: FlexStyle, inner: Inner): Places {
  const margins = sumOf(boxes.map(({ marginTop }) => marginTop));
  const room = inner.height - gaps(boxes.length, flex.rowGap) - margins;
  const heights = flexed(
    boxes.map((box) => ({
      box,
      asked: box.asked.height,
      natural: box.natural.height,
      least: box.least.height,
    })),
    room,
  );
  let top = shareBefore(flex.justify, room - sumOf(heights));
  return boxes.map((box, i) => {
    top += box.marginTop;
    const width =
      box.asked.width ??
      (flex.align === "stretch" ? inner.width : fitting(box.natural.width, box.least.width, inner.width));
    const place = { left: shareBefore(flex.align, inner.width - width), top, width, height: heights[i]! };
    top += heights[i]! + flex.rowGap;
    return [box, place];
  });
}

function rowsOf(boxes: readonly Box[], flex: FlexStyle, inner: Inner): Places {
  const items = boxes.map((box) => ({ ...outerSize(box), box }));
  const lines = flex.wraps ? breakIntoLines(items, inner.width, flex.columnGap) : [items];
  const tallest = lines.map((line) => Math.max(0, ...line.map((item) => item.height)));
  const spare = inner.height - sumOf(tallest) - gaps(lines.length, flex.rowGap);
  // One line is as high as the box; several share what is left over (`align-content: normal`).
  const heights = flex.wraps
    ? tallest.map((height) => height + Math.max(0, spare) / lines.length)
    : [inner.height];
  let top = 0;
  return lines.flatMap((line, i) => {
    const height = heights[i]!;
    const placed = rowOf(
      line.map(({ box }) => box),
      flex,
      { width: inner.width, height },
      top,
    );
    top += height + flex.rowGap;
    return placed;
  });
}

function rowOf(boxes: readonly Box[], flex: FlexStyle, inner: Inner, lineTop: number): Places {
  const room = inner.width - gaps(boxes.length, flex.columnGap);
  const widths = flexed(
    boxes.map((box) => ({ box, asked: box.asked.width, natural: box.natural.width, least: box.least.width })),
    room,
  );
  let left = shareBefore(flex.justify, room - sumOf(widths));
  return boxes.map((box, i) => {
    const { marginTop } = box;
    const room = inner.height - marginTop;
    const height =
      box.asked.height ??
      (flex.align === "stretch" ? Math.max(0, room) : fitting(box.natural.height, box.least.height, room));
    const top = lineTop + marginTop + shareBefore(flex.align, room - height);
    const place = { left, top, width: widths[i]!, height };
    left += widths[i]! + flex.columnGap;
    return [box, place];
  });
}

/** What of the free room stands before an item or a line of items; it may be negative. */
function shareBefore(edge: FlexStyle["align"], free: number): number {
  return edge === "center" ? free / 2 : edge === "flex-end" ? free : 0;
}

/** `fit-content` (CSS Box Sizing 3, § 3.2). */
const fitting = (natural: number, least: number, room: number) => Math.max(least, Math.min(natural, room));

interface Item {
  readonly box: Box;
  /** Along the main axis. */
  readonly asked: number | null;
  readonly natural: number;
  readonly least: number;
}

/**
 * Main sizes (§ 9.7): what is left over goes to those that grow. What presses boxes below what they ask for is satori's.
 * @throws OutsideSubset
 */
function flexed(items: readonly Item[], room: number): readonly number[] {
  const sizes = items.map(({ asked, natural }) => asked ?? natural);
  const free = room - sumOf(sizes);
  if (free > 0) {
    const grow = sumOf(items.map(({ box }) => box.grow));
    if (grow === 0) return sizes;
    const shared = free * Math.min(1, grow);
    return sizes.map((size, i) => size + (shared * items[i]!.box.grow) / grow);
  }
  const yields = ({ box, least }: Item, i: number) => box.shrink > 0 && least < sizes[i]!;
  if (free < 0 && items.some(yields)) outside("boxes that are pressed");
  return sizes;
}
