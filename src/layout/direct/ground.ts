/** Paints what stands behind the content of a box: its colour, and its border around the inside of the edge. */

import { IDENTITY, type Rect } from "../../base/geometry.ts";
import { plainGroup } from "../../model/group.ts";
import { rectangleOutline } from "../../model/outline.ts";
import type { Clip, Fill, Outline, Path, SceneNode } from "../../model/scene.ts";

export interface DrawnGround {
  /** The border box; this and all lengths in mm. */
  readonly area: Rect;
  readonly radius: number;
  readonly fill: Fill | null;
  readonly border: { readonly width: number; readonly fill: Fill } | null;
}

/** The colour reaches under the border (CSS Backgrounds 3, `background-clip: border-box`). */
export function paintGround({ area, radius, fill, border }: DrawnGround): readonly SceneNode[] {
  const outline = roundedOutline(area, radius);
  const nodes: SceneNode[] = [];
  if (fill) nodes.push({ ...PLAIN, outline, fill });
  // Twice as wide and cut at the edge, as satori draws it: its inner corners are round where the radius has room.
  if (border) {
    const clip: Clip = {
      shapes: [{ transform: IDENTITY, outline, rule: "nonzero", clip: null }],
      parent: null,
    };
    const stroke: Path["stroke"] = { ...SOLID, paint: border.fill.paint, width: 2 * border.width };
    nodes.push({ ...plainGroup([{ ...PLAIN, outline, stroke }]), clip });
  }
  return nodes;
}

const PLAIN: Omit<Path, "outline"> = {
  kind: "path",
  fill: null,
  stroke: null,
  paintOrder: "fill-first",
  antialias: true,
};

/** As SVG strokes what says nothing of it. */
const SOLID = { cap: "butt", join: "miter", miterLimit: 4, dash: [], dashOffset: 0 } as const;

/** How far the control points of a quarter circle are from its ends, in radii: off by 0.03 % at most. */
const KAPPA = (4 / 3) * Math.tan(Math.PI / 8);

/**
 * The rectangle with round corners, of a pill or circle where the radius asks for more than there is (CSS Backgrounds
 * 3 §4.5).
 */
export function roundedOutline(area: Rect, radius: number): Outline {
  const { x, y, width, height } = area;
  const r = Math.min(radius, width / 2, height / 2);
  if (r <= 0) return rectangleOutline(area);
  const [right, bottom] = [x + width, y + height];
  const near = r * (1 - KAPPA);
  const coords = [x + r, y];
  let verbs = "M";
  const side = (toX: number, toY: number) => {
    if (coords.at(-2) === toX && coords.at(-1) === toY) return;
    coords.push(toX, toY);
    verbs += "L";
  };
  const corner = (...curve: readonly number[]) => {
    coords.push(...curve);
    verbs += "C";
  };
  side(right - r, y);
  corner(right - near, y, right, y + near, right, y + r);
  side(right, bottom - r);
  corner(right, bottom - near, right - near, bottom, right - r, bottom);
  side(x + r, bottom);
  corner(x + near, bottom, x, bottom - near, x, bottom - r);
  side(x, y + r);
  corner(x, y + near, x + near, y, x + r, y);
  return { verbs: `${verbs}Z`, coords };
}
