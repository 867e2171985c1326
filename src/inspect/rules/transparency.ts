/** Transparency that is blended in the wrong colours (ISO 32000-1 §11.3.4). */

import { diagnose } from "../../base/diagnostic.ts";
import type { Painted } from "../content/painted.ts";
import { type Rule, Tally, whereOf } from "./judge.ts";

const isTransparentAlone = ({ alpha, blend, masked, image }: Painted): boolean =>
  alpha < 1 || blend !== "Normal" || masked || image?.softMask === true;

/** By itself or with the groups that it is in. */
export const isTransparent = (painted: Painted): boolean =>
  painted.groups.length > 0 || isTransparentAlone(painted);

const INK_SPACES: ReadonlySet<string | null> = new Set(["DeviceCMYK", "ICCBased CMYK"]);

export const transparency: Rule = ({ number, wanted }) => {
  const found = new Tally<string | null>();
  return {
    see(painted) {
      const { within, blendingSpace, groups, area } = painted;
      // A mask is blended in whatever tells its shade.
      if (!wanted.inksOnly || within === "soft-mask") return;
      const spaces = groups.map((group) => group.blendingSpace);
      if (isTransparentAlone(painted)) spaces.push(blendingSpace);
      // An object counts once, as what it becomes first.
      const wrong = spaces.findLast((space) => !INK_SPACES.has(space));
      if (wrong !== undefined) found.add(wrong ?? "", 0, area, wrong);
    },
    end: () =>
      found.entries.map(({ worst, count, area }) =>
        diagnose("pdf.blending-space", { page: number, count, space: worst ?? "–" }, whereOf(number, area)),
      ),
  };
};
