/** Transparency that is blended in the wrong colours (ISO 32000-1 §11.3.4). */

import { diagnose } from "../../base/diagnostic.ts";
import type { Painted } from "../content/painted.ts";
import { type Rule, Tally, whereOf } from "./judge.ts";

export const isTransparent = ({ alpha, blend, masked, image }: Painted): boolean =>
  alpha < 1 || blend !== "Normal" || masked || image?.softMask === true;

const INK_SPACES: ReadonlySet<string | null> = new Set(["DeviceCMYK", "ICCBased CMYK"]);

export const transparency: Rule = ({ number, wanted }) => {
  const found = new Tally<string | null>();
  return {
    see(painted) {
      const { within, blendingSpace, area } = painted;
      // A mask is blended in whatever tells its shade.
      if (!wanted.inksOnly || within === "soft-mask" || INK_SPACES.has(blendingSpace)) return;
      if (isTransparent(painted)) found.add(blendingSpace ?? "", 0, area, blendingSpace);
    },
    end: () =>
      found.entries.map(({ worst, count, area }) =>
        diagnose("pdf.blending-space", { page: number, count, space: worst ?? "–" }, whereOf(number, area)),
      ),
  };
};
