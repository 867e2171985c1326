/**
 * The mark that stands for a glyph while satori lays text out.
 *
 * satori reports text either as words with positions but without saying which face, features or synthesis it
 * used, or as outlines that no longer say what they are. So it is given marker fonts: the real fonts with
 * every outline replaced by a contour that spells the face and the glyph. satori shapes, breaks, clips, masks
 * and transforms them as usual, and each contour found in its result tells exactly which glyph of which face
 * stands where, how large and how slanted.
 *
 * A mark is one closed polygon of six on-curve points, in font units, y up, none below the baseline (so that
 * underlines, which skip ink below it, are not disturbed): the origin, one point far right and one far up that
 * carry scale and slant, and three whose coordinates on a 16 × 16 lattice carry 8 bits each.
 */

/** The longest arm, near the largest coordinate a TrueType glyph can hold (int16). */
const ARM = 30000;
const LATTICE = ARM / 15;

/** The six points of a mark, first point first: `[x, y]` in font units. TrueType outlines start at the last. */
export function markPoints(face: number, glyph: number): readonly (readonly [number, number])[] {
  const point = (byte: number) => [(byte >> 4) * LATTICE, (byte & 15) * LATTICE] as const;
  return [[ARM, 0], [0, ARM], point(face & 255), point(glyph >> 8), point(glyph & 255), [0, 0]];
}

/** A glyph read back from a mark. */
export interface Marked {
  readonly face: number;
  readonly glyph: number;
  /** The glyph's origin on the baseline, px, y down. */
  readonly x: number;
  readonly y: number;
  /** px per font unit. */
  readonly scale: number;
  /** Tangent of the synthetic slant. */
  readonly skew: number;
}

/**
 * The shortest arm, px, whose lattice stands clear of satori's rounding. It belongs to text of a quarter to
 * half a px, which nobody can see.
 */
const SMALLEST_ARM = 8;

/** Number of points that satori writes for a mark: the origin, the five others, and the origin again. */
export const MARK_POINTS = 7;

/**
 * Reads the contour whose points start at `from` in `points` (x, y pairs, px, y down); `null` when it is no mark.
 * satori rounds coordinates to 0.1 px, so the origin is averaged over all points.
 */
export function readMark(points: readonly number[], from: number): Marked | null {
  const at = (i: number): [number, number] => [points[from + i * 2]!, points[from + i * 2 + 1]!];
  const [x0, y0] = at(0);
  const [x1, y1] = at(1);
  const [x2, y2] = at(2);
  const [x6, y6] = at(6);
  if (x6 !== x0 || y6 !== y0 || Math.abs(y1 - y0) > 0.11) return null;
  const scale = (x1 - x0 + (y0 - y2)) / (2 * ARM);
  if (ARM * scale < SMALLEST_ARM || Math.abs(x1 - x0 - (y0 - y2)) > 0.5) return null;
  const slant = (x2 - x0) / (y0 - y2);
  const skew = Math.abs(slant) < 0.02 ? 0 : Math.round(slant * 100) / 100;

  const bytes: number[] = [];
  let dx = 0;
  let dy = 0;
  for (let i = 3; i < 6; i++) {
    const [x, y] = at(i);
    const up = (y0 - y) / scale;
    const along = (x - x0) / scale - skew * up;
    const v = Math.round(up / LATTICE);
    const u = Math.round(along / LATTICE);
    if (u < 0 || u > 15 || v < 0 || v > 15) return null;
    const off = Math.max(Math.abs(v * LATTICE - up), Math.abs(u * LATTICE - along)) * scale;
    if (off > 0.25) return null;
    bytes.push(u * 16 + v);
    dx += x - (u + skew * v) * LATTICE * scale - x0;
    dy += y + v * LATTICE * scale - y0;
  }
  dx += x1 - ARM * scale - x0 + (x2 - skew * ARM * scale - x0);
  dy += y1 - y0 + (y2 + ARM * scale - y0);
  const [face, high, low] = bytes as [number, number, number];
  return { face, glyph: high * 256 + low, x: x0 + dx / 6, y: y0 + dy / 6, scale, skew };
}
