/**
 * Gradients as shadings (ISO 32000-1 §8.7.4.5). Nothing here knows how many components a colour has.
 *
 * A smooth gradient that is padded is one shading. One with hard edges, or one that repeats, is painted in *bands*
 * from the far end inwards, each over the last: viewers sample a shading's function at 256 places or fewer, which
 * would blur its edges and alias many periods.
 */

import { type Rect, rect } from "../../base/geometry.ts";
import type { GradientStop, LinearGradient, RadialGradient } from "../../model/scene.ts";
import { type Channel, operands } from "./color.ts";
import type { Content } from "./content.ts";
import { fine } from "./number.ts";
import type { ObjectStore, Ref } from "./object.ts";

export type Gradient = LinearGradient | RadialGradient;

/** Stops nearer than this are one hard edge; SVG normalisers push coincident stops apart by about 1e-7. */
const COINCIDENT = 1e-5;

/** More periods than this within the painted area are finer than any device can show. */
const MOST_PERIODS = 2000;

/** The stop whose colour fills everything when the gradient has no extent (SVG 2 §14.2), else `null`. */
export function soleStop(gradient: Gradient): GradientStop | null {
  const last = gradient.stops.at(-1);
  if (!last) return null;
  const flat =
    gradient.kind === "linear" ? gradient.x1 === gradient.x2 && gradient.y1 === gradient.y2 : gradient.r <= 0;
  return flat || gradient.stops.length === 1 ? last : null;
}

/** Whether one shading can show it within `bounds` (gradient coordinates). */
export function isSmooth(gradient: Gradient, bounds: Rect): boolean {
  if (gradient.spread !== "pad") {
    const [from, to] = visibleRange(gradient, bounds);
    if (from < -1e-3 || to > 1 + 1e-3) return false;
  }
  const stops = gradient.stops;
  return stops.every((stop, i) => i === 0 || stop.offset - stops[i - 1]!.offset > COINCIDENT);
}

/** The shading of a smooth gradient. */
export function smoothShading(objects: ObjectStore, gradient: Gradient, channel: Channel): Ref {
  return shading(objects, gradient, gradient.stops, (offset) => offset, channel);
}

/** Operators that paint all of `bounds` (gradient coordinates) band by band. */
export function bandOperators(content: Content, gradient: Gradient, bounds: Rect, channel: Channel): string {
  const region = gradient.kind === "linear" ? halfPlanes(gradient, bounds) : circles(gradient);
  const painted: string[] = [];
  for (const { to, stops, place } of bands(gradient, bounds)) {
    const shape = to === null ? rectOperator(bounds) : region(to);
    const first = operands(channel.of(stops[0]!));
    if (stops.every((stop) => operands(channel.of(stop)) === first)) {
      painted.push(channel.fill(first, content), shape, "f");
    } else {
      const ref = shading(content.pdf.objects, gradient, stops, place, channel);
      painted.push("q", shape, `W n ${content.use("S", ref)} sh Q`);
    }
  }
  return painted.join("\n");
}

/** What a smooth stretch of the gradient looks like and where along the axis it lies. */
interface Band {
  /** Painted wherever the gradient parameter is at most this; `null` for everywhere. */
  readonly to: number | null;
  readonly stops: readonly GradientStop[];
  /** Maps a stop's offset to the gradient parameter. */
  place(offset: number): number;
}

/** From the far end of the axis to the near one. */
function bands(gradient: Gradient, bounds: Rect): Band[] {
  const { stops, spread } = gradient;
  const first = stops[0]!;
  const last = stops.at(-1)!;
  const asIs = (offset: number) => offset;
  if (spread === "pad") {
    return [
      { to: null, stops: [last], place: asIs },
      ...pieces(stops)
        .map((piece) => ({ to: piece.at(-1)!.offset, stops: piece, place: asIs }))
        .reverse(),
      { to: first.offset, stops: [first], place: asIs },
    ];
  }
  const [from, to] = visibleRange(gradient, bounds);
  const lowest = gradient.kind === "radial" ? 0 : Math.floor(from);
  const highest = Math.min(Math.ceil(to), lowest + MOST_PERIODS);
  const period = pieces([{ ...first, offset: 0 }, ...stops, { ...last, offset: 1 }]);
  const all: Band[] = [];
  for (let k = highest - 1; k >= lowest; k--) {
    const mirrored = spread === "reflect" && k % 2 !== 0;
    const place = (offset: number) => (mirrored ? k + 1 - offset : k + offset);
    const inOrder = mirrored ? period : period.toReversed();
    for (const piece of inOrder) {
      all.push({ to: place(mirrored ? piece[0]!.offset : piece.at(-1)!.offset), stops: piece, place });
    }
  }
  return all;
}

/** The stops cut at hard edges; each piece has at least two, apart from each other. */
function pieces(stops: readonly GradientStop[]): GradientStop[][] {
  const cut: GradientStop[][] = [];
  let piece: GradientStop[] = [];
  for (const stop of stops) {
    const previous = piece.at(-1);
    if (previous && stop.offset - previous.offset <= COINCIDENT) {
      if (piece.length > 1) cut.push(piece);
      piece = [];
    }
    piece.push(stop);
  }
  if (piece.length > 1) cut.push(piece);
  return cut;
}

/** A type 2 or 3 shading over a smooth stretch; both ends go on for ever. */
function shading(
  objects: ObjectStore,
  gradient: Gradient,
  stops: readonly GradientStop[],
  place: (offset: number) => number,
  channel: Channel,
): Ref {
  const from = place(stops[0]!.offset);
  const to = place(stops.at(-1)!.offset);
  let coords: number[];
  if (gradient.kind === "linear") {
    const { x1, y1, x2, y2 } = gradient;
    coords = [from, to].flatMap((t) => [x1 + t * (x2 - x1), y1 + t * (y2 - y1)]);
  } else {
    const circle = circleAt(gradient);
    coords = [from, to].flatMap(circle);
  }
  return objects.intern(
    `<</ShadingType ${gradient.kind === "linear" ? 2 : 3}/ColorSpace${channel.operand}` +
      `/Coords[${coords.map(fine).join(" ")}]/Function${rampFunction(stops, channel)}/Extend[true true]>>`,
  );
}

/** Exponential functions between neighbours, stitched over 0–1 (§7.10.3, §7.10.4). */
function rampFunction(asked: readonly GradientStop[], channel: Channel): string {
  const stops = channel.refine(asked);
  const values = stops.map((stop) => operands(channel.of(stop)));
  const between = values
    .slice(1)
    .map((value, i) => `<</FunctionType 2/Domain[0 1]/C0[${values[i]}]/C1[${value}]/N 1>>`);
  if (between.length === 1) return between[0]!;
  const start = stops[0]!.offset;
  const length = stops.at(-1)!.offset - start;
  const bounds = stops.slice(1, -1).map((stop) => fine((stop.offset - start) / length));
  return (
    `<</FunctionType 3/Domain[0 1]/Functions[${between.join("")}]` +
    `/Bounds[${bounds.join(" ")}]/Encode[${between.map(() => "0 1").join(" ")}]>>`
  );
}

/** The smallest and largest gradient parameter in a rectangle. */
function visibleRange(gradient: Gradient, { x, y, width, height }: Rect): readonly [number, number] {
  const corners = [x, x + width].flatMap((cx) => [y, y + height].map((cy) => [cx, cy] as const));
  const parameters = corners.map(
    gradient.kind === "linear" ? axisParameter(gradient) : circleParameter(gradient),
  );
  const least = gradient.kind === "linear" ? Math.min(...parameters) : 0;
  return [least, Math.max(...parameters)];
}

function axisParameter({ x1, y1, x2, y2 }: LinearGradient): (point: readonly [number, number]) => number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  return ([x, y]) => ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy);
}

/** The t whose circle passes through a point: |p − f − t(c − f)| = t·r. */
function circleParameter(gradient: RadialGradient): (point: readonly [number, number]) => number {
  const { cx, cy, r } = gradient;
  const [fx, fy] = focusInside(gradient);
  const [ex, ey] = [cx - fx, cy - fy];
  const a = ex * ex + ey * ey - r * r;
  return ([x, y]) => {
    const [qx, qy] = [x - fx, y - fy];
    const along = qx * ex + qy * ey;
    return (along - Math.sqrt(Math.max(0, along * along - a * (qx * qx + qy * qy)))) / a;
  };
}

function circleAt(gradient: RadialGradient): (t: number) => [number, number, number] {
  const [fx, fy] = focusInside(gradient);
  return (t) => [fx + t * (gradient.cx - fx), fy + t * (gradient.cy - fy), t * gradient.r];
}

/** A focus on or outside the circle is moved just inside it (SVG 1.1 §13.2.3). */
function focusInside({ cx, cy, r, fx, fy }: RadialGradient): readonly [number, number] {
  const distance = Math.hypot(fx - cx, fy - cy);
  const most = r * 0.999;
  if (distance <= most) return [fx, fy];
  return [cx + ((fx - cx) * most) / distance, cy + ((fy - cy) * most) / distance];
}

/** Paths over the part of `bounds` where the parameter of a linear gradient is at most t. */
function halfPlanes({ x1, y1, x2, y2 }: LinearGradient, bounds: Rect): (t: number) => string {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = Math.hypot(dx, dy);
  const reach = Math.hypot(bounds.width, bounds.height);
  const middle = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
  const [ux, uy] = [dx / length, dy / length];
  const across = (middle.x - x1) * -uy + (middle.y - y1) * ux;
  const start = (middle.x - x1) * ux + (middle.y - y1) * uy - reach;
  const point = (along: number, side: number) =>
    `${fine(x1 + along * ux - side * uy)} ${fine(y1 + along * uy + side * ux)}`;
  return (t) => {
    const end = Math.max(start, t * length);
    const [left, right] = [across - reach, across + reach];
    return `${point(start, left)} m ${point(end, left)} l ${point(end, right)} l ${point(start, right)} l h`;
  };
}

/** Control points of a quarter circle of radius 1 lie this far along its tangents. */
const KAPPA = 0.5522847;

function circles(gradient: RadialGradient): (t: number) => string {
  const circle = circleAt(gradient);
  return (t) => {
    const [x, y, r] = circle(Math.max(0, t));
    const at = (dx: number, dy: number) => `${fine(x + dx * r)} ${fine(y + dy * r)}`;
    return (
      `${at(1, 0)} m ${at(1, KAPPA)} ${at(KAPPA, 1)} ${at(0, 1)} c ${at(-KAPPA, 1)} ${at(-1, KAPPA)} ${at(-1, 0)} c ` +
      `${at(-1, -KAPPA)} ${at(-KAPPA, -1)} ${at(0, -1)} c ${at(KAPPA, -1)} ${at(1, -KAPPA)} ${at(1, 0)} c h`
    );
  };
}

const rectOperator = ({ x, y, width, height }: Rect): string =>
  `${[x, y, width, height].map(fine).join(" ")} re`;

/** A rectangle with room around it, so that no edge of a tile comes into sight. */
export const withRoom = ({ x, y, width, height }: Rect): Rect =>
  rect(x - width * 0.01, y - height * 0.01, width * 1.02, height * 1.02);
