/** Pictures with too few pixels for their printed size. */

import { diagnose } from "../../base/diagnostic.ts";
import { mapRect } from "../../base/geometry.ts";
import { mmToPx } from "../../base/units.ts";
import { whereOf } from "../findings.ts";
import type { Rule } from "../page.ts";

/** Three quarters of the wanted resolution still print well. */
const TOLERATED = 0.75;

export const lowResolution: Rule = ({ frames, format, profile, number }) => {
  const painted = frames.flatMap(({ hasPictures, leaves }) => (hasPictures ? leaves : []));
  const needed = profile.ppi ?? format.ppi;
  const told = new Set<string>();
  return painted.flatMap(({ node, toPage, resources, placed }) => {
    const asset = node.kind === "image" && resources.images.get(node.image);
    if (!asset || node.kind !== "image") return [];
    const [a, b, c, d] = toPage;
    const across = asset.pixelWidth / mmToPx(node.box.width * Math.hypot(a, b), 1);
    const down = asset.pixelHeight / mmToPx(node.box.height * Math.hypot(c, d), 1);
    const found = Math.floor(Math.min(across, down));
    const key = `${placed.frame}\0${node.image}`;
    if (found >= needed * TOLERATED || told.has(key)) return [];
    told.add(key);
    const area = mapRect(toPage, node.box);
    const params = { frame: placed.frame, found, needed };
    return [diagnose("preflight.low-resolution", params, whereOf(number, placed.frame, area))];
  });
};
