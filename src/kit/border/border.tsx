import type { Rect } from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";
import type { PageContext } from "../../model/template.ts";
import type { Theme } from "../../model/theme.ts";
import { Frame } from "../frame.tsx";
import type { Node } from "../jsx-runtime.ts";
import { risingBorder, squareRosette } from "./rising.ts";
import { circleRosette, rosetteBorder } from "./rosettes.ts";
import { type BorderOf, n, type RosetteOf, type Shape } from "./shape.ts";
import { gearRosette, technicalBorder } from "./technical.ts";

const BORDERS: Readonly<Record<Theme["motif"], BorderOf>> = {
  steps: risingBorder,
  modules: technicalBorder,
  sunrise: rosetteBorder,
};

const ROSETTES: Readonly<Record<Theme["motif"], RosetteOf>> = {
  steps: squareRosette,
  modules: gearRosette,
  sunrise: circleRosette,
};

/** How far the ornaments of a border's corners reach into it, in parts of its depth. */
export const BORDER_CORNER = 4;

export interface BorderProps {
  readonly name: string;
  /** Its outer edge, mm from the trim's top left corner. */
  readonly area: Rect;
  /** Of the border at its sides. */
  readonly depth: Mm;
}

/** The ornament around a formal piece, drawn from the theme's motif. */
export const Border = ({ name, area, depth }: BorderProps, page: PageContext): Node => {
  // Lines on the edge need their other half.
  const half = 0.5;
  const view = `${-half} ${-half} ${n(area.width + 2 * half)} ${n(area.height + 2 * half)}`;
  const [width, height] = [area.width + 2 * half, area.height + 2 * half];
  return (
    <Frame name={name} role="art" x={area.x - half} y={area.y - half} width={width} height={height}>
      <svg viewBox={view} width={n(width)} height={n(height)}>
        {BORDERS[page.theme.motif](page, area.width, area.height, depth).map(shown)}
      </svg>
    </Frame>
  );
};

const shown = ({ path, fill, stroke, transform }: Shape): Node => (
  <path
    d={path}
    fill={fill ?? "none"}
    fill-rule="evenodd"
    {...(stroke ? { stroke: stroke.color, "stroke-width": stroke.width } : {})}
    {...(transform ? { transform } : {})}
  />
);

export interface RosetteProps {
  readonly name: string;
  readonly x: Mm;
  readonly y: Mm;
  readonly radius: Mm;
  /** `#rrggbb`: pale, where words stand on it. */
  readonly color: string;
}

/** Thinner lines do not print (presses hold 0.1 mm). */
const LINE: Mm = 0.18;

/** Fine lines around a point, as on papers of value. */
export const Rosette = ({ name, x, y, radius, color }: RosetteProps, page: PageContext): Node => {
  const side = n(2 * radius + 1);
  return (
    <Frame name={name} role="art" x={x - side / 2} y={y - side / 2} width={side} height={side}>
      <svg viewBox={`${-side / 2} ${-side / 2} ${side} ${side}`} width={side} height={side}>
        {ROSETTES[page.theme.motif](radius).map((path) => (
          <path d={path} fill="none" stroke={color} stroke-width={LINE} />
        ))}
      </svg>
    </Frame>
  );
};
