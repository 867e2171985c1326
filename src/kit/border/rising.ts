/** The border of “Vươn lên”: double lines, and steps that climb into every corner. */

import {
  type BorderOf,
  type Corner,
  cornersOf,
  filled,
  frameLine,
  polygon,
  type RosetteOf,
} from "./shape.ts";

const STEPS = 4;
/** Width of a step, its rise and its tread in parts of the border's depth, and from where it stands. */
const WIDTH = 0.62;
const RISE = 0.86;
const TREAD = 0.16;
const INSET = 0.3;

export const risingBorder: BorderOf = (page, width, height, depth) => [
  frameLine(width, height, 0, page.color("primary"), 0.5),
  frameLine(width, height, depth * INSET, page.color("primary-4"), 0.2),
  ...cornersOf(width, height).flatMap((corner) => steps(page, corner, depth)),
];

/** The tallest step stands in the corner; each is cut along the diagonal that rises to it. */
function steps(page: Parameters<BorderOf>[0], { x, y }: Corner, depth: number) {
  const [side, rise, tread, from] = [depth * WIDTH, depth * RISE, depth * TREAD, depth * INSET];
  return Array.from({ length: STEPS }, (_, index) => {
    const left = from + index * side;
    const high = from + (STEPS - index) * rise;
    const outline = (top: number) =>
      [
        [x(left), y(from)],
        [x(left), y(top)],
        [x(left + side), y(Math.max(from, top - side))],
        [x(left + side), y(from)],
      ] as const;
    const face = index % 2 === 0 ? "primary" : "primary-3";
    return [
      filled(polygon(outline(high)), page.color(index === 0 ? "highlight" : "primary-4")),
      filled(polygon(outline(high - tread)), page.color(face)),
    ];
  }).flat();
}

/** Squares turned little by little. */
export const squareRosette: RosetteOf = (radius) =>
  Array.from({ length: 15 }, (_, turn) =>
    polygon(
      Array.from({ length: 4 }, (_unused, corner): [number, number] => {
        const angle = (turn * 6 * Math.PI) / 180 + (corner * Math.PI) / 2;
        return [radius * Math.cos(angle), radius * Math.sin(angle)];
      }),
    ),
  );
