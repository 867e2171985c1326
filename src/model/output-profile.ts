/** An output profile: what kind of file leaves, for whom. */

import { z } from "zod";
import { id, localized } from "./ids.ts";

export const outputProfile = z.object({
  id,
  name: localized,
  colorSpace: z.enum(["rgb", "cmyk"]),
  /** Whether the sheet carries the format's bleed around the trim. */
  bleed: z.boolean(),
  /** Resolution of what has to be pixels inside a PDF; `null` takes the format's own. */
  ppi: z.number().positive().nullable(),
});
export type OutputProfile = z.infer<typeof outputProfile>;

export const OUTPUT_PROFILES: readonly OutputProfile[] = [
  {
    id: "web",
    name: { vi: "Xem trên màn hình", en: "To view on screens" },
    colorSpace: "rgb",
    bleed: false,
    ppi: null,
  },
  {
    id: "print",
    name: { vi: "Gửi nhà in", en: "For the print shop" },
    colorSpace: "rgb",
    bleed: true,
    ppi: null,
  },
];
