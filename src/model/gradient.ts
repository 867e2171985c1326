/** What gradients mean (SVG 2 §14.2), which every exporter has to draw alike. */

import type { Point, Rect } from "../base/geometry.ts";
import type { GradientStop, LinearGradient, RadialGradient } from "./scene.ts";

export type Gradient = LinearGradient | RadialGradient;

/** More periods than this show as their mean: on a panel of 12 m each is less than 3 mm long. */
export const MOST_PERIODS = 5000;

/** Farther from its axis than this, in lengths of it, a gradient has no periods that numbers could tell apart. */
const FARTHEST = 2 ** 31;

/**
 * The stop that stands for a whole gradient: of one without extent the last (§14.2), of one that repeats too finely to
 * be seen the mean of its colours. `null` for one that has to be drawn.
 * @param bounds what is painted, in the gradient's coordinates
 */
export function soleStop(gradient: Gradient, bounds: Rect): GradientStop | null {
  const { stops, spread } = gradient;
  const last = stops.at(-1);
  if (!last) return null;
  const flat =
    gradient.kind === "linear" ? gradient.x1 === gradient.x2 && gradient.y1 === gradient.y2 : gradient.r <= 0;
  if (flat || stops.length === 1) return last;
  if (spread === "pad") return null;
  const [from, to] = parameterRange(gradient, bounds);
  const drawable = to - from <= MOST_PERIODS && from > -FARTHEST && to < FARTHEST;
  return drawable ? null : meanStop(stops);
}

/** The stops of one period, from 0 to 1: its outer colours hold up to its ends. */
export function wholePeriod(stops: readonly GradientStop[]): readonly GradientStop[] {
  const [first] = stops;
  const last = stops.at(-1);
  if (!first || !last) return stops;
  return [
    ...(first.offset > 0 ? [{ ...first, offset: 0 }] : []),
    ...stops,
    ...(last.offset < 1 ? [{ ...last, offset: 1 }] : []),
  ];
}

/** The smallest and largest gradient parameter in a rectangle in gradient coordinates: 0 at the start, 1 at the end. */
export function parameterRange(gradient: Gradient, { x, y, width, height }: Rect): readonly [number, number] {
  const corners = [x, x + width].flatMap((cx) => [y, y + height].map((cy): Point => ({ x: cx, y: cy })));
  const parameters = corners.map(
    gradient.kind === "linear" ? axisParameter(gradient) : circleParameter(gradient),
  );
  const least = gradient.kind === "linear" ? Math.min(...parameters) : 0;
  return [least, Math.max(...parameters)];
}

/** A focus on or outside the circle is moved just inside it (SVG 1.1 §13.2.3). */
export function focusInside({ cx, cy, r, fx, fy }: RadialGradient): Point {
  const distance = Math.hypot(fx - cx, fy - cy);
  const most = r * 0.999;
  if (distance <= most) return { x: fx, y: fy };
  return { x: cx + ((fx - cx) * most) / distance, y: cy + ((fy - cy) * most) / distance };
}

function axisParameter({ x1, y1, x2, y2 }: LinearGradient): (point: Point) => number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  return ({ x, y }) => ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy);
}

/** The t whose circle passes through a point: |p − f − t(c − f)| = t·r. */
function circleParameter(gradient: RadialGradient): (point: Point) => number {
  const { cx, cy, r } = gradient;
  const focus = focusInside(gradient);
  const [ex, ey] = [cx - focus.x, cy - focus.y];
  const a = ex * ex + ey * ey - r * r;
  return ({ x, y }) => {
    const [qx, qy] = [x - focus.x, y - focus.y];
    const along = qx * ex + qy * ey;
    return (along - Math.sqrt(Math.max(0, along * along - a * (qx * qx + qy * qy)))) / a;
  };
}

/**
 * What periods too fine to be seen look like: each stretch between neighbours counts by its length, and its colours by
 * how much of them is seen.
 */
export function meanStop(stops: readonly GradientStop[]): GradientStop {
  const period = wholePeriod(stops);
  let [r, g, b, alpha] = [0, 0, 0, 0];
  period.forEach((stop, i) => {
    const before = period[i - 1]?.offset ?? 0;
    const after = period[i + 1]?.offset ?? 1;
    const weight = (stop.alpha * (after - before)) / 2;
    r += stop.color.rgb.r * weight;
    g += stop.color.rgb.g * weight;
    b += stop.color.rgb.b * weight;
    alpha += weight;
  });
  const [first] = stops;
  const alike = stops.every(({ color }) => color.token === first?.color.token);
  const rgb =
    alpha === 0
      ? { r: 0, g: 0, b: 0 }
      : { r: Math.round(r / alpha), g: Math.round(g / alpha), b: Math.round(b / alpha) };
  return { offset: 1, color: { rgb, token: alike ? (first?.color.token ?? null) : null }, alpha };
}
