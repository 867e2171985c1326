/** The border of “Tương lai”: a row of small arcs, and rings of a sun in every corner. */

import { type BorderOf, circle, cornersOf, drawn, filled, frameLine, n, type RosetteOf } from "./shape.ts";

/** Radius of an arc of the row, in parts of the border's depth. */
const ARC = 0.5;
/** Rings of a corner: radius in parts of the depth, and strength of the highlight in percent. */
const RINGS = [
  [2.5, 30],
  [2, 60],
  [1.5, 100],
] as const;

export const rosetteBorder: BorderOf = (page, width, height, depth) => {
  const color = page.tint("highlight", 80);
  return [
    frameLine(width, height, 0, page.color("primary"), 0.4),
    ...[1, 0.6].map((share) => drawn(arcs(width, height, depth * ARC, share), color, 0.25)),
    ...cornersOf(width, height).flatMap(({ x, y }) => {
      const quarter = (r: number) => {
        // The arc bulges away from its corner, whichever corner that is.
        const sweep = x(1) > x(0) === y(1) > y(0) ? 1 : 0;
        return `M${n(x(0))} ${n(y(0))}L${n(x(r))} ${n(y(0))}A${n(r)} ${n(r)} 0 0 ${sweep} ${n(x(0))} ${n(y(r))}Z`;
      };
      return [
        ...RINGS.map(([share, percent]) =>
          filled(
            quarter(depth * share),
            percent === 100 ? page.color("highlight") : page.tint("highlight", percent),
          ),
        ),
        filled(quarter(depth), page.color("accent")),
      ];
    }),
  ];
};

/** Half rings side by side along all four edges, as many as fill each edge. */
function arcs(width: number, height: number, radius: number, share: number): string {
  const along = (length: number) => {
    const count = Math.round(length / (2 * radius));
    return { count, r: length / count / 2 };
  };
  const parts: string[] = [];
  const across = along(width);
  const r = across.r * share;
  for (let i = 0; i < across.count; i++) {
    const x = (2 * i + 1) * across.r;
    parts.push(`M${n(x - r)} 0A${n(r)} ${n(r)} 0 0 0 ${n(x + r)} 0`);
    parts.push(`M${n(x - r)} ${n(height)}A${n(r)} ${n(r)} 0 0 1 ${n(x + r)} ${n(height)}`);
  }
  const down = along(height);
  const d = down.r * share;
  for (let i = 0; i < down.count; i++) {
    const y = (2 * i + 1) * down.r;
    parts.push(`M0 ${n(y - d)}A${n(d)} ${n(d)} 0 0 1 0 ${n(y + d)}`);
    parts.push(`M${n(width)} ${n(y - d)}A${n(d)} ${n(d)} 0 0 0 ${n(width)} ${n(y + d)}`);
  }
  return parts.join("");
}

/** Circles that turn around the middle. */
export const circleRosette: RosetteOf = (radius) =>
  Array.from({ length: 24 }, (_, i) => {
    const angle = (i / 24) * 2 * Math.PI;
    return circle((radius / 2) * Math.cos(angle), (radius / 2) * Math.sin(angle), radius / 2);
  });
