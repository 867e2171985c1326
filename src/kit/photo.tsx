import { intersection, type Point, type Rect, type Size } from "../base/geometry.ts";
import type { Mm } from "../base/units.ts";
import type { ColorToken } from "../model/color-token.ts";
import type { PageContext, Picture } from "../model/template.ts";
import { Frame } from "./frame.tsx";
import type { Node } from "./jsx-runtime.ts";

export interface PhotoProps {
  readonly name: string;
  /** mm from the trim's top left corner; may reach into the bleed. */
  readonly area: Rect;
  /** Outline in mm from the area's top left corner, for the theme's diagonal cuts. */
  readonly shape?: readonly (readonly [x: Mm, y: Mm])[];
  /** A veil of that colour over the picture, 0–1, under text. */
  readonly scrim?: { readonly color: ColorToken; readonly opacity: number };
}

/** The brief's photo, cropped around its focal point; nothing when there is none. */
export const Photo = ({ name, area: whole, shape: outline, scrim }: PhotoProps, page: PageContext): Node => {
  const { photo } = page.pictures;
  // What lies off the page would take a part of the picture with it.
  const area = intersection(whole, page.geometry.bleedBox);
  if (!photo || !area) return null;
  const shape = outline?.map(([x, y]) => [x + whole.x - area.x, y + whole.y - area.y] as const);
  const length = (value: Mm) => `${Math.round(value * 1000) / 1000}mm`;
  const clipPath = shape && `polygon(${shape.map(([x, y]) => `${length(x)} ${length(y)}`).join(", ")})`;
  return (
    <Frame name={name} role="art" {...area}>
      <div
        style={{ display: "flex", position: "relative", width: area.width, height: area.height, clipPath }}
      >
        <img
          src={photo.src}
          style={{
            width: area.width,
            height: area.height,
            objectFit: "cover",
            objectPosition: cropPosition(photo, area, shape && middleOf(shape, area)),
          }}
        />
        {scrim && (
          <div
            style={{
              position: "absolute",
              left: 0,
              top: 0,
              width: area.width,
              height: area.height,
              backgroundColor: page.color(scrim.color),
              opacity: scrim.opacity,
            }}
          />
        )}
      </div>
    </Frame>
  );
};

/**
 * The CSS `object-position` of a covering picture that brings its focal point as near to the middle of what shows as
 * its edges allow.
 * @param middle of what shows, mm from the area's top left corner; the area's own by default
 */
export function cropPosition(
  { pixelWidth, pixelHeight, focus }: Picture,
  { width, height }: Size,
  middle: Point = { x: width / 2, y: height / 2 },
): string {
  const scale = Math.max(width / pixelWidth, height / pixelHeight);
  const along = (shown: Mm, pixels: number, at: number, to: Mm) => {
    const spare = pixels * scale - shown;
    const cut = Math.min(spare, Math.max(0, at * pixels * scale - to));
    return `${spare < 1e-6 ? 50 : Math.round((cut / spare) * 1e4) / 100}%`;
  };
  return `${along(width, pixelWidth, focus.x, middle.x)} ${along(height, pixelHeight, focus.y, middle.y)}`;
}

type Polygon = readonly (readonly [x: Mm, y: Mm])[];

/** The centroid of the part of a polygon that lies in the area. */
function middleOf(shape: Polygon, { width, height }: Size): Point {
  const inside = [
    ([x]: Polygon[number]) => x,
    ([x]: Polygon[number]) => width - x,
    ([, y]: Polygon[number]) => y,
    ([, y]: Polygon[number]) => height - y,
  ].reduce(keepWhere, shape);
  let [area, x, y] = [0, 0, 0];
  for (const [i, [x1, y1]] of inside.entries()) {
    const [x2, y2] = inside[(i + 1) % inside.length]!;
    const cross = x1 * y2 - x2 * y1;
    area += cross;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  }
  return area === 0 ? { x: width / 2, y: height / 2 } : { x: x / (3 * area), y: y / (3 * area) };
}

/** Cuts a polygon along a straight line (Sutherland–Hodgman): keeps where the distance from it is not negative. */
function keepWhere(shape: Polygon, distance: (corner: Polygon[number]) => number): Polygon {
  return shape.flatMap((corner, i) => {
    const next = shape[(i + 1) % shape.length]!;
    const [here, there] = [distance(corner), distance(next)];
    const share = here / (here - there);
    const cut = [
      corner[0] + (next[0] - corner[0]) * share,
      corner[1] + (next[1] - corner[1]) * share,
    ] as const;
    return [...(here >= 0 ? [corner] : []), ...(here >= 0 !== there >= 0 ? [cut] : [])];
  });
}
