/** Colours that a press cannot print as they are: RGB, calibrated colours, and inks that nobody meant. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import { type ColorSpace, involved, spaceName } from "../content/color-space.ts";
import { KIND_NAMES, placeText, type Rule, Tally, whereOf } from "./judge.ts";

/** `device`: numbers of an unknown screen. `managed`: defined colours that still are no inks. */
export function rgbIn(space: ColorSpace): "device" | "managed" | null {
  const parts = involved(space);
  if (parts.some((part) => part.kind === "device" && part.family === "DeviceRGB")) return "device";
  const managed = parts.some(
    (part) =>
      (part.kind === "icc" && part.components === 3) || (part.kind === "calibrated" && part.components === 3),
  );
  return managed ? "managed" : null;
}

export const deviceColor: Rule = ({ number, wanted }) => {
  const found = new Tally<{ readonly kind: keyof typeof KIND_NAMES; readonly name: string }>();
  return {
    see({ kind, color, area }) {
      const rgb = wanted.inksOnly ? rgbIn(color.space) : null;
      if (rgb === null) return;
      const name = spaceName(color.space);
      found.add(`${rgb}\0${name}\0${kind}`, 0, area, { kind, name });
    },
    end: () =>
      found.entries.map(({ key, count, worst: { kind, name }, area }): Diagnostic => {
        const [kindVi, kindEn] = KIND_NAMES[kind];
        const params = { page: number, kindVi, kind: kindEn, space: name, count, place: placeText(area) };
        const code = key.startsWith("device") ? "pdf.device-rgb" : "pdf.managed-rgb";
        return diagnose(code, params, whereOf(number, area));
      }),
  };
};
