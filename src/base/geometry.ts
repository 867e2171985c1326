/** Immutable plane geometry. The x axis points right and the y axis points DOWN, everywhere but inside PDF. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An axis-parallel rectangle; width and height are never negative. */
export interface Rect extends Point, Size {}

/** Distances from the four edges of a rectangle towards its inside. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** An affine map: x' = a·x + c·y + e, y' = b·x + d·y + f (the order of SVG `matrix()` and PDF `cm`). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export const translation = (x: number, y: number): Matrix => [1, 0, 0, 1, x, y];
export const scaling = (x: number, y: number = x): Matrix => [x, 0, 0, y, 0, 0];

/** The map that applies `inner` first and `outer` after it. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  // Taken one by one: until it is compiled, code that takes an array apart makes an iterator for it.
  const a = outer[0];
  const b = outer[1];
  const c = outer[2];
  const d = outer[3];
  const e = outer[4];
  const f = outer[5];
  const g = inner[0];
  const h = inner[1];
  const i = inner[2];
  const j = inner[3];
  const k = inner[4];
  const l = inner[5];
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** The inverse map, or `null` when the map flattens the plane. */
export function invert(matrix: Matrix): Matrix | null {
  const a = matrix[0];
  const b = matrix[1];
  const c = matrix[2];
  const d = matrix[3];
  const e = matrix[4];
  const f = matrix[5];
  const determinant = a * d - b * c;
  if (Math.abs(determinant) < 1e-12) return null;
  return [
    d / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - d * e) / determinant,
    (b * e - a * f) / determinant,
  ];
}

export function apply(matrix: Matrix, { x, y }: Point): Point {
  return {
    x: matrix[0] * x + matrix[2] * y + matrix[4],
    y: matrix[1] * x + matrix[3] * y + matrix[5],
  };
}

/** The geometric mean of the two axis scales: how much a length grows on average. */
export const meanScale = (matrix: Matrix): number =>
  Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));

export const isIdentity = (matrix: Matrix): boolean =>
  matrix[0] === 1 &&
  matrix[1] === 0 &&
  matrix[2] === 0 &&
  matrix[3] === 1 &&
  matrix[4] === 0 &&
  matrix[5] === 0;

export const rect = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height });

export const uniformInsets = (inset: number): Insets => ({
  top: inset,
  right: inset,
  bottom: inset,
  left: inset,
});

/** The rectangle moved inwards (positive insets) or outwards (negative ones). */
export function inset(outer: Rect, { top, right, bottom, left }: Insets): Rect {
  return rect(
    outer.x + left,
    outer.y + top,
    Math.max(0, outer.width - left - right),
    Math.max(0, outer.height - top - bottom),
  );
}

export const outset = (inner: Rect, distance: number): Rect => inset(inner, uniformInsets(-distance));

/** The smallest rectangle around both, or the other one when one is `null`. */
export function union(one: Rect | null, other: Rect | null): Rect | null {
  if (!one) return other;
  if (!other) return one;
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  return rect(
    x,
    y,
    Math.max(one.x + one.width, other.x + other.width) - x,
    Math.max(one.y + one.height, other.y + other.height) - y,
  );
}

/** The common part of both, or `null` when they do not meet. */
export function intersection(one: Rect, other: Rect): Rect | null {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  const height = Math.min(one.y + one.height, other.y + other.height) - y;
  return width > 0 && height > 0 ? rect(x, y, width, height) : null;
}

/** Whether both have a common part once one is grown by `margin`. */
export const meets = (one: Rect, other: Rect, margin = 0): boolean =>
  one.x - margin < other.x + other.width &&
  other.x < one.x + one.width + margin &&
  one.y - margin < other.y + other.height &&
  other.y < one.y + one.height + margin;

export const isSameRect = (one: Rect, other: Rect): boolean =>
  one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height;

/** Whether a rectangle holds another. @param slack what the other may stand out, in the rectangles' unit */
export const contains = (outer: Rect, inner: Rect, slack: number): boolean =>
  inner.x >= outer.x - slack &&
  inner.y >= outer.y - slack &&
  inner.x + inner.width <= outer.x + outer.width + slack &&
  inner.y + inner.height <= outer.y + outer.height + slack;

/** The smallest axis-parallel rectangle around a mapped rectangle. */
export function mapRect(matrix: Matrix, { x, y, width, height }: Rect): Rect {
  const a = matrix[0];
  const b = matrix[1];
  const c = matrix[2];
  const d = matrix[3];
  const e = matrix[4];
  const f = matrix[5];
  const right = x + width;
  const bottom = y + height;
  const x0 = a * x + c * y + e;
  const x1 = a * right + c * y + e;
  const x2 = a * x + c * bottom + e;
  const x3 = a * right + c * bottom + e;
  const y0 = b * x + d * y + f;
  const y1 = b * right + d * y + f;
  const y2 = b * x + d * bottom + f;
  const y3 = b * right + d * bottom + f;
  const left = Math.min(x0, x1, x2, x3);
  const top = Math.min(y0, y1, y2, y3);
  return rect(left, top, Math.max(x0, x1, x2, x3) - left, Math.max(y0, y1, y2, y3) - top);
}

/** The box around points given as x, y, x, y, …; `null` for none. */
export function coordsBox(coords: ArrayLike<number>): Rect | null {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (let i = 0; i + 1 < coords.length; i += 2) {
    const x = coords[i]!;
    const y = coords[i + 1]!;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return right >= left ? rect(left, top, right - left, bottom - top) : null;
}
