/**
 * Gradients as shadings (ISO 32000-1 §8.7.4.5). Nothing here knows how many components a colour has.
 *
 * A smooth gradient that is padded is one shading. One with hard edges, or one that repeats, is painted in *bands*
 * from the far end inwards, each over the last: viewers sample a shading's function at 256 places or fewer, which
 * would blur its edges and alias many periods.
 */

import { type Rect, rect } from "../../base/geometry.ts";
import { focusInside, type Gradient, meanStop, parameterRange, wholePeriod } from "../../model/gradient.ts";
import type { GradientStop, LinearGradient, RadialGradient } from "../../model/scene.ts";
import { type Channel, operands } from "./color.ts";
import type { Content } from "./content.ts";
import { fine } from "./number.ts";
import type { ObjectStore, Ref } from "./object.ts";

/** Stops nearer than this are one hard edge; SVG normalisers push coincident stops apart by about 1e-7. */
const COINCIDENT = 1e-5;

/** Whether one shading can show it within `bounds` (gradient coordinates). */
export function isSmooth(gradient: Gradient, bounds: Rect): boolean {
  if (gradient.spread !== "pad") {
    const [from, to] = parameterRange(gradient, bounds);
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
  const region = gradient.kind === "linear" ? stripes(gradient, bounds) : circles(gradient);
  const painted: string[] = [];
  const all = bands(gradient, bounds);
  for (const [i, { to, stops, place }] of all.entries()) {
    const shape = to === null ? rectOperator(bounds) : region(to, all[i + 1]?.to ?? null);
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
  const [from, to] = parameterRange(gradient, bounds);
  const lowest = Math.floor(from);
  const highest = Math.ceil(to);
  const period = pieces(wholePeriod(stops));
  // Through the edges of bands finer than a pixel shows what lies below them.
  const all: Band[] = [{ to: null, stops: [meanStop(stops)], place: asIs }];
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

function circleAt(gradient: RadialGradient): (t: number) => [number, number, number] {
  const { x, y } = focusInside(gradient);
  return (t) => [x + t * (gradient.cx - x), y + t * (gradient.cy - y), t * gradient.r];
}

/**
 * Paths over the part of `bounds` where the parameter of a linear gradient is at most `to`: down to the next band, and
 * as far under it as the band is wide, so that no seam shows and nothing is painted over thousands of times.
 */
function stripes({ x1, y1, x2, y2 }: LinearGradient, bounds: Rect): Region {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = Math.hypot(dx, dy);
  const reach = Math.hypot(bounds.width, bounds.height);
  const middle = { x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 };
  const [ux, uy] = [dx / length, dy / length];
  const across = (middle.x - x1) * -uy + (middle.y - y1) * ux;
  const start = (middle.x - x1) * ux + (middle.y - y1) * uy - reach;
  const point = (along: number, side: number) =>
    `${fine(x1 + along * ux - side * uy)} ${fine(y1 + along * uy + side * ux)}`;
  return (to, next) => {
    const begin = next === null ? start : Math.max(start, (next - (to - next)) * length);
    const end = Math.max(begin, to * length);
    const [left, right] = [across - reach, across + reach];
    return `${point(begin, left)} m ${point(end, left)} l ${point(end, right)} l ${point(begin, right)} l h`;
  };
}

/**
 * @param to where the band ends, as a gradient parameter
 * @param next where the band ends that is painted over its near end; `null` for none
 */
type Region = (to: number, next: number | null) => string;

/** Control points of a quarter circle of radius 1 lie this far along its tangents. */
const KAPPA = 0.5522847;

function circles(gradient: RadialGradient): Region {
  const circle = circleAt(gradient);
  return (to) => {
    const [x, y, r] = circle(Math.max(0, to));
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
