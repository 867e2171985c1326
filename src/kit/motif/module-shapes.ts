/** Workpieces reduced to geometry, each in a unit square: the parts of the theme “Kỹ nghệ”. Filled even-odd. */

const n = (value: number) => Math.round(value * 10_000) / 10_000;
const at = (x: number, y: number) => `${n(x)} ${n(y)}`;

const disc = (cx: number, cy: number, r: number) =>
  `M${at(cx - r, cy)}A${at(r, r)} 0 1 0 ${at(cx + r, cy)}A${at(r, r)} 0 1 0 ${at(cx - r, cy)}Z`;

const polygon = (points: readonly (readonly [number, number])[]) =>
  `M${points.map(([x, y]) => at(x, y)).join("L")}Z`;

const around = (count: number, radius: number, turn = 0) =>
  Array.from({ length: count }, (_, i): [number, number] => {
    const angle = ((i + turn) / count) * 2 * Math.PI;
    return [0.5 + radius * Math.cos(angle), 0.5 + radius * Math.sin(angle)];
  });

const box = (x: number, y: number, width: number, height: number) =>
  `M${at(x, y)}h${n(width)}v${n(height)}h${n(-width)}Z`;

/** A spur gear: trapezoid teeth round a disc with a bore. */
function gear(teeth: number): string {
  const outline = Array.from({ length: teeth }, (_, i) =>
    (
      [
        [0, 0.31],
        [0.18, 0.42],
        [0.46, 0.42],
        [0.64, 0.31],
      ] as const
    ).map(([part, radius]): [number, number] => {
      const angle = ((i + part) / teeth) * 2 * Math.PI - Math.PI / 2;
      return [0.5 + radius * Math.cos(angle), 0.5 + radius * Math.sin(angle)];
    }),
  ).flat();
  return polygon(outline) + disc(0.5, 0.5, 0.13);
}

/**
 * Outline of a wheel with many short teeth round 0, 0, in the unit of its radii.
 * @param root between the teeth
 */
export function gearOutline(teeth: number, root: number, tip: number): string {
  const corners = Array.from({ length: teeth }, (_, i) =>
    (
      [
        [0, root],
        [0.2, tip],
        [0.5, tip],
        [0.7, root],
      ] as const
    ).map(([part, radius]): [number, number] => {
      const angle = ((i + part) / teeth) * 2 * Math.PI;
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    }),
  );
  return polygon(corners.flat());
}

export const MODULE_SHAPES = {
  gear: gear(10),
  /** A hexagon nut. */
  nut: polygon(around(6, 0.4)) + disc(0.5, 0.5, 0.2),
  /** A ball bearing: races and balls. */
  bearing:
    disc(0.5, 0.5, 0.42) +
    disc(0.5, 0.5, 0.34) +
    around(8, 0.265)
      .map(([x, y]) => disc(x, y, 0.06))
      .join("") +
    disc(0.5, 0.5, 0.19) +
    disc(0.5, 0.5, 0.1),
  quarter: "M0 1V0A1 1 0 0 1 1 1Z",
  quarterTurned: "M1 0V1A1 1 0 0 1 0 0Z",
  /** A pipe bend. */
  bend: "M0 .12A.88 .88 0 0 1 .88 1H.5A.5 .5 0 0 0 0 .5Z",
  half: "M0 1A.5 .5 0 0 1 1 1ZM0 .5A.5 .5 0 0 1 1 .5Z",
  /** A rack: bars of equal width. */
  rack: [0, 0.25, 0.5, 0.75].map((y) => box(0, y, 1, 0.125)).join(""),
  /** A screw head with a cross slot. */
  screw:
    disc(0.5, 0.5, 0.38) +
    box(0.45, 0.24, 0.1, 0.52) +
    box(0.24, 0.45, 0.21, 0.1) +
    box(0.55, 0.45, 0.21, 0.1),
  /** A plate with four holes. */
  plate:
    box(0.14, 0.14, 0.72, 0.72) +
    disc(0.3, 0.3, 0.07) +
    disc(0.7, 0.3, 0.07) +
    disc(0.3, 0.7, 0.07) +
    disc(0.7, 0.7, 0.07) +
    disc(0.5, 0.5, 0.12),
  wedge: "M0 1L1 0V1Z",
  none: "",
} as const;
export type ModuleShape = keyof typeof MODULE_SHAPES;
