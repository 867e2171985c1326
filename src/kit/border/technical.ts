/** The border of “Kỹ nghệ”: the scale of a technical drawing, with workpieces in its corners and on its axes. */

import { MODULE_SHAPES, type ModuleShape } from "../motif/module-shapes.ts";
import {
  type BorderOf,
  box,
  circle,
  cornersOf,
  drawn,
  filled,
  frameLine,
  n,
  polygon,
  type RosetteOf,
  type Shape,
} from "./shape.ts";

/** From mark to mark of the scale, in parts of the border's depth; every fifth is long. */
const MARK = 0.5;
const LONG = 5;

export const technicalBorder: BorderOf = (page, width, height, depth) => {
  const line = page.color("primary");
  const marks = (length: number) =>
    Array.from({ length: Math.floor(length / 2 / (depth * MARK)) + 1 }, (_, i) => i).flatMap((i) =>
      [1, -1].map((side) => ({ at: length / 2 + side * i * depth * MARK, long: i % LONG === 0 })),
    );
  const reach = (long: boolean) => depth * (long ? 0.55 : 0.28);
  const scale = [
    ...marks(width).map(({ at, long }) => {
      const to = reach(long);
      return `M${n(at)} 0V${n(to)}M${n(at)} ${n(height)}V${n(height - to)}`;
    }),
    ...marks(height).map(({ at, long }) => {
      const to = reach(long);
      return `M0 ${n(at)}H${n(to)}M${n(width)} ${n(at)}H${n(width - to)}`;
    }),
  ].join("");
  return [
    drawn(scale, page.color("primary-4"), 0.2),
    frameLine(width, height, 0, line, 0.5),
    frameLine(width, height, depth, line, 0.25),
    ...cornersOf(width, height).flatMap(({ x, y }) =>
      CORNER.flatMap(([shape, figure, ground, column, row]) => {
        const [left, top] = [x((column + 0.5) * depth) - depth / 2, y((row + 0.5) * depth) - depth / 2];
        return module(shape, page.color(figure), page.color(ground), left, top, depth);
      }),
    ),
  ];
};

/** The cells of a corner: shape, its colours, and its place from the corner. */
const CORNER: readonly (readonly [
  ModuleShape,
  "paper" | "primary" | "primary-3",
  "primary" | "highlight" | "tint",
  number,
  number,
])[] = [
  ["gear", "paper", "primary", 0, 0],
  ["nut", "primary", "highlight", 1, 0],
  ["plate", "primary-3", "tint", 0, 1],
];

function module(
  shape: ModuleShape,
  figure: string,
  ground: string,
  x: number,
  y: number,
  side: number,
): readonly Shape[] {
  return [
    filled(box(x, y, side, side), ground),
    { ...filled(MODULE_SHAPES[shape], figure), transform: `translate(${n(x)} ${n(y)}) scale(${n(side)})` },
  ];
}

/** The outline of a gear around its bores. */
export const gearRosette: RosetteOf = (radius) => {
  const teeth = 24;
  const outline = (outer: number, turn: number) =>
    polygon(
      Array.from({ length: teeth }, (_, i) =>
        (
          [
            [0, 0.9],
            [0.18, 1],
            [0.46, 1],
            [0.64, 0.9],
          ] as const
        ).map(([part, share]): [number, number] => {
          const angle = ((i + part + turn) / teeth) * 2 * Math.PI;
          return [outer * share * Math.cos(angle), outer * share * Math.sin(angle)];
        }),
      ).flat(),
    );
  return [
    ...[1, 0.97, 0.94].map((share) => outline(radius * share, 0)),
    ...[0.8, 0.78, 0.6, 0.58, 0.4, 0.38].map((share) => circle(0, 0, radius * share)),
    ...Array.from({ length: 12 }, (_, i) => {
      const angle = (i / 12) * 2 * Math.PI;
      return circle(0.69 * radius * Math.cos(angle), 0.69 * radius * Math.sin(angle), radius * 0.07);
    }),
  ];
};
