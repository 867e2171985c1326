/** A theme: one visual family over every format. Its motif and surfaces are drawn by the kit. */

import { z } from "zod";
import { id, localized } from "./ids.ts";

export const theme = z.object({
  id,
  name: localized,
  idea: localized,
});
export type Theme = z.infer<typeof theme>;

export const THEMES: readonly Theme[] = [
  {
    id: "vuon-len",
    name: { vi: "Vươn lên", en: "Rising" },
    idea: { vi: "Đường chéo và bậc thang đi lên", en: "Rising diagonals and steps" },
  },
];
