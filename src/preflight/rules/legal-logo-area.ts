/**
 * On boards and banners with political or social content, logos take at most a fifth of the area. Law on
 * Advertising 16/2012/QH13, article 27 (docs/sources.md); amended by 75/2025/QH15, so the authority decides.
 */

import { diagnose } from "../../base/diagnostic.ts";
import { intersection, mapRect, type Rect, union } from "../../base/geometry.ts";
import { outlineBounds } from "../../model/outline.ts";
import { whereOf } from "../findings.ts";
import type { PieceRule } from "../piece.ts";
import type { PaintedInFrame } from "../walk.ts";
import { BOARDS } from "./legal-advertiser.ts";

const MOST = 0.2;

/** Frames that hold marks, by the names that templates give them. */
const LOGO_FRAME = /logo|institution|partner|sponsor/i;

export const legalLogoArea: PieceRule = ({ pages, format }) => {
  if (!BOARDS.has(format.family)) return [];
  return pages.flatMap(({ number, frames, scene }) => {
    const marks = new Map<string, Rect>();
    for (const { placed, leaves } of frames) {
      if (!LOGO_FRAME.test(placed.frame)) continue;
      for (const each of leaves) {
        const box = boxOf(each);
        const visible = box && intersection(box, scene.geometry.trim);
        const together = union(marks.get(placed.frame) ?? null, visible);
        if (together) marks.set(placed.frame, together);
      }
    }
    const area = [...marks.values()].reduce((sum, { width, height }) => sum + width * height, 0);
    const { trim } = scene.geometry;
    const share = area / (trim.width * trim.height);
    const [largest] = [...marks].sort(([, a], [, b]) => b.width * b.height - a.width * a.height);
    if (share <= MOST || !largest) return [];
    const where = whereOf(number, largest[0], largest[1]);
    return [diagnose("legal.logo-area", { found: Math.round(share * 100) }, where)];
  });
};

/** Of what is drawn: the name beside a logo is text, not the logo. */
function boxOf({ node, toPage }: PaintedInFrame): Rect | null {
  if (node.kind === "image") return mapRect(toPage, node.box);
  const box = node.kind === "path" ? outlineBounds(node.outline) : null;
  return box && mapRect(toPage, box);
}
