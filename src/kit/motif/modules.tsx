/** The theme “Kỹ nghệ”: a technical grid, and on it workpieces reduced to geometry. */

import type { Rect, Size } from "../../base/geometry.ts";
import type { Mm } from "../../base/units.ts";
import type { ColorToken } from "../../model/color-token.ts";
import type { PageContext } from "../../model/template.ts";
import { isLight } from "../contrast.ts";
import { Frame } from "../frame.tsx";
import type { Node } from "../jsx-runtime.ts";
import { lastingDrawing } from "../lasting.ts";
import { Photo } from "../photo.tsx";
import { MODULE_SHAPES, type ModuleShape } from "./module-shapes.ts";
import { type Cell, type Mosaic, mosaic } from "./mosaic.ts";
import type { DrawnMotif } from "./motif.tsx";

/** Where the cloth shows. */
const UNPRINTED = "unprinted";
type Paint = ColorToken | typeof UNPRINTED;
type Module = readonly [shape: ModuleShape, figure: Paint, ground: Paint];

/** Dealt out along the diagonals; the accent comes once in so many that it stays under a tenth of the area. */
const ON_LIGHT: readonly Module[] = [
  ["gear", "paper", "primary"],
  ["quarter", "primary-3", "tint"],
  ["nut", "primary", "highlight"],
  ["rack", "primary-4", "primary-2"],
  ["bend", "primary-2", "tint"],
  ["bearing", "tint", "primary-3"],
  ["wedge", "primary", "primary-4"],
  ["screw", "primary", "tint"],
  ["quarterTurned", "primary-4", "primary"],
  ["plate", "tint", "primary-2"],
  ["half", "primary-3", "tint"],
  ["none", "accent", "accent"],
  ["bend", "highlight", "primary"],
];
const ON_DARK: readonly Module[] = ON_LIGHT.map(([shape, figure, ground]) => [
  shape,
  figure === "primary" ? "primary-2" : figure,
  ground === "primary" ? "primary-3" : ground,
]);

/** Four screens. */
const SOLID: readonly Module[] = ON_LIGHT.map(([shape, figure, ground]) => [
  shape,
  solidOf(figure),
  solidOf(ground),
]);

function solidOf(token: Paint): Paint {
  if (token === "tint" || token === "paper") return UNPRINTED;
  return token === "primary-2" || token === "primary-4" ? "primary-3" : token;
}

/** Cells across the shorter side of an area, by how long the area is. */
function cellsAcross(aspect: number): number {
  if (aspect > 4) return 2;
  if (aspect > 2) return 3;
  return aspect > 1.4 ? 4 : 5;
}

/** Where words leave less than this to a mosaic, finer cells find more room. */
const FEWEST = 3;
const FINER = [1, 1.5, 2] as const;
const ROUNDING = 1e-6;
/** How much of a cell the head of the page may cut off, in parts of it. */
const MOST_CUT = 0.25;

/**
 * The coarsest mosaic that is more than a stray cell; where none is, the one that fills most. A row that reaches from
 * edge to edge is of whole cells.
 * @param bleeds whether the area reaches over the head of the page, which then cuts into the highest cells
 */
function largestMosaic(area: Size, clear: DrawnMotif["clear"], bleeds: boolean): Mosaic {
  const aspect = Math.max(area.width / area.height, area.height / area.width);
  const coarse = Math.min(area.width, area.height) / cellsAcross(aspect);
  const tries = FINER.map((times) => {
    const wide = (area.width * times) / coarse;
    const columns = bleeds ? Math.floor(wide + ROUNDING) : Math.ceil(wide - ROUNDING);
    return mosaic(area, clear, area.width / columns, bleeds ? MOST_CUT : 0);
  });
  const filled = ({ cells, side }: Mosaic) => cells.length * side ** 2;
  return (
    tries.find(({ cells }) => cells.length >= FEWEST) ??
    tries.reduce((most, one) => (filled(one) > filled(most) ? one : most))
  );
}

/** Lines of the grid to a cell, and their width in parts of a cell. */
const LINES = 2;
const HAIRLINE = 0.008;
/** Half a point: thinner lines of a tint fall between the dots of its screen. */
const THINNEST: Mm = 0.18;

/** With a photo, it takes the corner of the mosaic. */
export const Modules = ({ clear, ...drawn }: DrawnMotif): Node => {
  const words = clear.map((box) => ({ ...box, x: box.x - drawn.past.left }));
  return <PlacedModules {...drawn} mosaic={largestMosaic(onTrim(drawn), words, drawn.past.top > 0)} />;
};

/** Cells stand on the trim, so that none loses a strip to the knife; those at an edge run on into the bleed. */
const onTrim = ({ area: { x, y, width, height }, past }: Pick<DrawnMotif, "area" | "past">): Rect => ({
  x: x + past.left,
  y,
  width: width - past.left - past.right,
  height: height - past.bottom,
});

interface PlacedModulesProps extends Omit<DrawnMotif, "clear"> {
  /** In the coordinates of the area on the trim. */
  readonly mosaic: Mosaic;
}

const PlacedModules = lastingDrawing((props: PlacedModulesProps, page): Node => {
  const { name, ground, showsPhoto, quiet, solid, hairlines, past } = props;
  const { x, y, width, height } = props.area;
  const area = onTrim(props);
  const { cells, corner, side } = props.mosaic;
  const window = showsPhoto ? Math.min(corner, 3) : 0;
  const shown = quiet ? [] : cells.filter((cell) => cell.column >= window || cell.row >= window);
  const deck = solid ? SOLID : isLight(ground) ? ON_LIGHT : ON_DARK;
  const line = isLight(ground) ? page.tint("primary", 9) : page.color("primary-2");
  return (
    <>
      {!solid && hairlines && (
        <Frame name={`${name}-grid`} role="art" x={x} y={y} width={width} height={height}>
          <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
            <path
              d={gridPath(width, height, past.left, area, side / LINES)}
              fill="none"
              stroke={line}
              stroke-width={Math.max(THINNEST, side * HAIRLINE)}
            />
          </svg>
        </Frame>
      )}
      {window > 0 && (
        <Photo
          name={`${name}-photo`}
          area={{
            x: area.x + area.width - window * side,
            y: y + area.height - window * side,
            width: window * side + past.right,
            height: window * side + past.bottom,
          }}
        />
      )}
      {shown.length > 0 && (
        <Frame name={name} role="art" x={x} y={y} width={width} height={height}>
          <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
            {shown.map((cell) => drawn(cell, { side, past }, deck, page))}
          </svg>
        </Frame>
      )}
    </>
  );
});

/** Lines from the lower right corner of the trim, where the mosaic stands, over the whole width and height. */
function gridPath(width: Mm, height: Mm, left: Mm, trim: Size, step: Mm): string {
  const n = (value: Mm) => Math.round(value * 1000) / 1000;
  const from = (edge: Mm) => Array.from({ length: Math.floor(edge / step) }, (_, i) => edge - (i + 1) * step);
  const [across, down] = [from(left + trim.width), from(trim.height)];
  return (
    across.map((x) => `M${n(x)} 0V${n(height)}`).join("") + down.map((y) => `M0 ${n(y)}H${n(width)}`).join("")
  );
}

/** Steps through the deck that never put a module beside itself. */
const ALONG = 5;
const UP = 3;

function drawn(
  { column, row, x, y }: Cell,
  { side, past }: { readonly side: Mm; readonly past: DrawnMotif["past"] },
  deck: readonly Module[],
  page: PageContext,
): Node {
  const [shape, figure, ground] = deck[(column * ALONG + row * UP) % deck.length]!;
  const n = (value: Mm) => Math.round(value * 1000) / 1000;
  const before = x < side * ROUNDING ? past.left : 0;
  const width = before + side + (column === 0 ? past.right : 0);
  const height = side + (row === 0 ? past.bottom : 0);
  const onCell = {
    transform: `translate(${n(past.left + x)} ${n(y)}) scale(${n(side)})`,
    "fill-rule": "evenodd",
  } as const;
  const outline = MODULE_SHAPES[shape];
  if (figure === UNPRINTED) {
    const start = n(-before / side);
    const cut = `M${start} 0H${n((width - before) / side)}V${n(height / side)}H${start}Z${outline}`;
    return <path d={cut} {...onCell} fill={ground === UNPRINTED ? "none" : page.color(ground)} />;
  }
  return [
    ground === UNPRINTED ? null : (
      <rect
        x={n(past.left + x - before)}
        y={n(y)}
        width={n(width)}
        height={n(height)}
        fill={page.color(ground)}
      />
    ),
    outline === "" ? null : <path d={outline} {...onCell} fill={page.color(figure)} />,
  ];
}
