/** The theme “Tương lai”: the rings of a rising sun over two hills. */

import type { Mm } from "../../base/units.ts";
import type { PageContext } from "../../model/template.ts";
import { isLight } from "../contrast.ts";
import { Frame } from "../frame.tsx";
import { typeScale } from "../grid.ts";
import type { Node } from "../jsx-runtime.ts";
import { lastingDrawing } from "../lasting.ts";
import { Photo } from "../photo.tsx";
import type { DrawnMotif } from "./motif.tsx";
import { placeSun, type Sun } from "./sun-place.ts";

/** Radius of each ring in parts of the sun's, and its colour, from the outermost in. */
type Rings = readonly (readonly [share: number, color: string])[];

/** So pale that words may stand on them. */
const halo = (page: PageContext): Rings => [
  [1.75, page.tint("highlight", 9)],
  [1.35, page.tint("highlight", 18)],
];

const rings = (page: PageContext): Rings => [
  [1, page.tint("highlight", 38)],
  [0.82, page.tint("highlight", 66)],
  [0.64, page.color("highlight")],
  [0.44, page.color("accent")],
];

const ringsOnDark = (page: PageContext): Rings => [
  [1, page.color("primary-2")],
  [0.82, page.color("primary-3")],
  [0.64, page.color("primary-4")],
  [0.44, page.color("highlight")],
];

/** Two screens: outer and inner radius of each ring; between them the cloth shows. */
const SOLID_RINGS = [
  [1, 0.87, "highlight"],
  [0.77, 0.62, "highlight"],
  [0.52, 0, "accent"],
] as const;

/** The part of the sun that a photo fills. */
const WINDOW = 0.82;
/** Corners of a circle that no eye tells from round, even metres wide. */
const CORNERS = 180;
/** Height of the hills in parts of the sun's radius, and at most of the area's height. */
const HILL = 0.3;
const HIGHEST_HILL = 0.16;
/** How much of the room under the lowest words the hills may take. */
const UNDER_WORDS = 0.5;
/**
 * A smaller sun looks like a crumb, in parts of the area's shorter side and in ems of the smallest type: the hills
 * stand alone, lower ones not at all.
 */
const LEAST_SUN = 0.14;
const LEAST_EMS = 1.5;
const HILLS_ALONE = 0.06;
const LEAST_HILLS = 0.03;

/** With a photo, it fills the sun. */
export const Sunrise = ({ clear, ...drawn }: DrawnMotif, page: PageContext): Node => {
  const { area, quiet, align } = drawn;
  const sun = placeSun(area, clear, align === "center");
  const words = Math.max(0, ...clear.map((box) => box.y + box.height));
  const room = (area.height - words) * UNDER_WORDS;
  const least = Math.max(LEAST_SUN * Math.min(area.width, area.height), LEAST_EMS * typeScale(page).minimum);
  if (sun.radius < least) {
    const alone = Math.min(area.height * HILLS_ALONE, room);
    const hill = quiet || alone < area.height * LEAST_HILLS ? 0 : alone;
    return <PlacedSun {...drawn} sun={{ ...sun, radius: 0 }} hill={hill} />;
  }
  const hill = quiet ? 0 : Math.max(0, Math.min(sun.radius * HILL, area.height * HIGHEST_HILL, room));
  return <PlacedSun {...drawn} sun={sun} hill={hill} />;
};

interface PlacedSunProps extends Omit<DrawnMotif, "clear"> {
  /** Of radius 0 where there is no room for one. */
  readonly sun: Sun;
  /** Height of the hills. */
  readonly hill: Mm;
}

const PlacedSun = lastingDrawing((props: PlacedSunProps, page): Node => {
  const { name, area, ground, showsPhoto, quiet, solid, sun, hill } = props;
  const light = isLight(ground);
  const size = { viewBox: `0 0 ${area.width} ${area.height}`, width: area.width, height: area.height };
  return (
    <>
      {sun.radius > 0 && (
        <Frame name={name} role="art" {...area}>
          <svg {...size}>
            {solid
              ? solidRings(page, sun)
              : ringsFor(page, light, quiet).map(([share, color]) => (
                  <circle cx={sun.x} cy={sun.y} r={sun.radius * share} fill={color} />
                ))}
          </svg>
        </Frame>
      )}
      {showsPhoto && sun.radius > 0 && <Photo name={`${name}-photo`} {...photoIn(sun, area)} />}
      {hill > 0 && (
        <Frame name={`${name}-hills`} role="art" {...area}>
          <svg {...size}>
            <path
              d={hillPath(area.width, area.height, sun.x * 0.55, hill)}
              fill={page.color(light && !solid ? "primary-4" : "primary-3")}
            />
            <path
              d={hillPath(area.width, area.height, sun.x + (area.width - sun.x) * 0.6, hill * 0.8)}
              fill={page.color(solid ? "primary" : light ? "primary-3" : "primary-2")}
            />
          </svg>
        </Frame>
      )}
    </>
  );
});

function ringsFor(page: PageContext, light: boolean, quiet: boolean): Rings {
  const behind = light ? halo(page) : [];
  if (quiet) return behind;
  return [...behind, ...(light ? rings(page) : ringsOnDark(page))];
}

function solidRings(page: PageContext, { x, y, radius }: Sun): Node {
  return SOLID_RINGS.map(([outer, inner, token]) => (
    <circle
      cx={x}
      cy={y}
      r={(radius * (outer + inner)) / 2}
      fill="none"
      stroke={page.color(token)}
      stroke-width={radius * (outer - inner)}
    />
  ));
}

function photoIn({ x, y, radius }: Sun, area: { readonly x: Mm; readonly y: Mm }) {
  const r = radius * WINDOW;
  const shape = Array.from({ length: CORNERS + 1 }, (_, i) => {
    const angle = Math.PI * (1 + i / CORNERS);
    return [r + r * Math.cos(angle), r + r * Math.sin(angle)] as const;
  });
  return { area: { x: area.x + x - r, y: area.y + y - r, width: 2 * r, height: r }, shape };
}

/** Height of a hill far from its top, and how far away that is at least, in parts of the area's width. */
const FAR_FROM_TOP = 0.3;
const RUN = 0.25;
/** How much of its fall is left at a third of the way in from the edge. */
const SHOULDER = 3 / 14;

/** A low hill from edge to edge, highest at `top`: it falls no steeper towards an edge that is near than towards a far one. */
function hillPath(width: Mm, height: Mm, top: Mm, hill: Mm): string {
  const n = (value: Mm) => Math.round(value * 1000) / 1000;
  const at = (x: Mm, share: number) => `${n(x)} ${n(height - hill * share)}`;
  const rest = width - top;
  const fall = (run: Mm) => (1 - FAR_FROM_TOP) * Math.min(1, run / (width * RUN));
  const [left, right] = [1 - fall(top), 1 - fall(rest)];
  const above = (edge: number) => edge + (1 - edge) * SHOULDER;
  return (
    `M0 ${n(height)}V${n(height - hill * left)}` +
    `C${at(top * 0.35, above(left))} ${at(top * 0.6, 1)} ${at(top, 1)}` +
    `C${at(top + rest * 0.4, 1)} ${at(top + rest * 0.65, above(right))} ${at(width, right)}` +
    `V${n(height)}Z`
  );
}
