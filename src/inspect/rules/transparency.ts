/** Transparency that is blended in the wrong colours (ISO 32000-1 §11.3.4). */

import { diagnose } from "../../base/diagnostic.ts";
import type { Painted } from "../content/painted.ts";
import { type Rule, Tally, whereOf } from "./judge.ts";

export const isTransparent = ({ alpha, blend, masked, image }: Painted): boolean =>
  alpha < 1 || blend !== "Normal" || masked || image?.softMask === true;

/** @param blendingSpace the page group's colour space by name; `null` without one */
export const transparency =
  (blendingSpace: string | null): Rule =>
  ({ number, wanted }) => {
    const found = new Tally<null>();
    return {
      see(painted) {
        if (!wanted.inksOnly || blendingSpace === "DeviceCMYK" || blendingSpace === "ICCBased CMYK") return;
        if (isTransparent(painted)) found.add("", 0, painted.area, null);
      },
      end: () =>
        found.entries.map(({ count, area }) =>
          diagnose(
            "pdf.blending-space",
            { page: number, count, space: blendingSpace ?? "–" },
            whereOf(number, area),
          ),
        ),
    };
  };
