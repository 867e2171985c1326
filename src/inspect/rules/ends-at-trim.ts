/**
 * Grounds and pictures that end where the knife goes, although the page has room for bleed: boxes alone promise
 * bleed, only what is painted keeps the promise.
 */

import { diagnose } from "../../base/diagnostic.ts";
import type { Rect } from "../../base/geometry.ts";
import { type Mm, tenths } from "../../base/units.ts";
import { isWhite } from "../content/inks.ts";
import type { Painted } from "../content/painted.ts";
import { isOnPiece, type JudgedPage, KIND_NAMES, placeText, type Rule, whereOf } from "./judge.ts";

/** How far inside the trim an edge may lie and still be meant to reach it, mm of the piece. */
const AT_TRIM: Mm = 0.3;
/** Shorter edges along the trim, and slimmer shapes, are rules and ornaments. */
const LEAST_EDGE: Mm = 5;
const LEAST_DEPTH: Mm = 1;
/** Edges a side that are kept; a side whose bleed is painted in more pieces than this is not judged. */
const MOST = 200;

type Side = "top" | "right" | "bottom" | "left";
const SIDES: Readonly<Record<Side, string>> = { top: "trên", right: "phải", bottom: "dưới", left: "trái" };

interface Interval {
  readonly from: Mm;
  readonly to: Mm;
}

interface Edge extends Interval {
  readonly overshoot: Mm;
  readonly kind: Painted["kind"];
  readonly area: Rect;
}

interface SideEdges {
  readonly side: Side;
  /** What ends at the trim or soon after it. */
  readonly ending: Edge[];
  /** Where the bleed is painted: apart from each other. */
  beyond: readonly Interval[];
}

export const endsAtTrim: Rule = (page) => {
  const needed = page.wanted.bleed ?? 0;
  const { scale } = page.wanted;
  const least = LEAST_EDGE * scale;
  // Where the page has no room, that is what is told.
  const sides = (Object.keys(SIDES) as Side[])
    .filter((side) => page.wanted.press && needed > 0 && page.boxes.bleedInsets[side] > needed / 2)
    .map((side): SideEdges => ({ side, ending: [], beyond: [] }));
  return {
    see(painted) {
      if (sides.length === 0 || !isOnPiece(painted, page) || isUnseen(painted)) return;
      for (const each of sides) {
        const { overshoot, depth, from, to } = placeAt(each.side, painted.area, page);
        const { kind, area } = painted;
        if (overshoot >= needed / 2) {
          if (each.beyond.length <= MOST) each.beyond = joined(each.beyond, { from, to });
        } else if (
          overshoot >= -AT_TRIM * scale &&
          depth >= LEAST_DEPTH * scale &&
          to - from >= least &&
          isGround(painted) &&
          each.ending.length < MOST
        ) {
          each.ending.push({ from, to, overshoot, kind, area });
        }
      }
    },
    end() {
      const found = sides.flatMap(({ side, ending, beyond }) =>
        beyond.length > MOST
          ? []
          : ending.filter((edge) => bare(edge, beyond) >= least).map((edge) => ({ side, edge })),
      );
      const [first] = found;
      if (!first) return [];
      const { kind, area } = first.edge;
      const named = new Set(found.map(({ side }) => side));
      const params = {
        page: page.number,
        kindVi: KIND_NAMES[kind][0],
        kind: KIND_NAMES[kind][1],
        place: placeText(area),
        count: new Set(found.map(({ edge }) => edge.area)).size,
        sidesVi: [...named].map((side) => SIDES[side]).join(", "),
        sides: [...named].join(", "),
        found: Math.max(0, tenths(first.edge.overshoot)),
        needed: Math.round(needed * 100) / 100,
      };
      return [diagnose("pdf.ends-at-trim", params, whereOf(page.number, area))];
    },
  };
};

/** Fills only where they are upright rectangles: of other shapes nobody knows where they meet the edge. */
function isGround({ kind, thickness, masked, image }: Painted): boolean {
  if (kind === "fill") return thickness !== null && !masked;
  return (kind === "image" && image?.softMask !== true && !masked) || (kind === "shading" && !masked);
}

const isUnseen = ({ kind, color }: Painted): boolean =>
  kind !== "image" && kind !== "shading" && isWhite(color.space, color.components);

interface EdgePlace extends Interval {
  /** How far the area reaches past the trim; negative inside. */
  readonly overshoot: Mm;
  /** How far it reaches into the piece from its outer edge. */
  readonly depth: Mm;
}

/** The interval is along the side, within the trim. */
function placeAt(side: Side, { x, y, width, height }: Rect, { boxes: { trim } }: JudgedPage): EdgePlace {
  const upright = side === "left" || side === "right";
  const along = upright
    ? { start: y, length: height, whole: trim.height }
    : { start: x, length: width, whole: trim.width };
  const from = Math.max(0, along.start);
  const to = Math.min(along.whole, along.start + along.length);
  const overshoot = {
    top: -y,
    left: -x,
    right: x + width - trim.width,
    bottom: y + height - trim.height,
  }[side];
  return { overshoot, depth: upright ? width : height, from, to };
}

const joined = (intervals: readonly Interval[], { from, to }: Interval): readonly Interval[] => {
  const touched = intervals.filter((each) => each.from <= to && each.to >= from);
  const whole = {
    from: Math.min(from, ...touched.map((each) => each.from)),
    to: Math.max(to, ...touched.map((each) => each.to)),
  };
  return [...intervals.filter((each) => !touched.includes(each)), whole];
};

/** How much of the edge has nothing beyond it. */
const bare = ({ from, to }: Interval, beyond: readonly Interval[]): Mm =>
  beyond.reduce(
    (left, each) => left - Math.max(0, Math.min(to, each.to) - Math.max(from, each.from)),
    to - from,
  );
