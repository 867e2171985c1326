/** A format: the geometry of one kind of piece, independent of any design. */

import { z } from "zod";
import { fold } from "./fold.ts";
import { id, localized } from "./ids.ts";

/** What people call the piece; a template says which formats it offers. */
export const formatFamily = z.enum([
  "flyer",
  "brochure",
  "handbook",
  "poster",
  "banner",
  "bandroll",
  "panel",
  "standee",
  "backdrop",
  "signboard",
  "decal",
  "badge",
  "screen",
  "social",
  "avatar",
  "web-banner",
  "souvenir",
  "certificate",
  "invitation",
]);
export type FormatFamily = z.infer<typeof formatFamily>;

const length = z.number().positive();
const insets = z.object({
  top: z.number().nonnegative(),
  right: z.number().nonnegative(),
  bottom: z.number().nonnegative(),
  left: z.number().nonnegative(),
});

/** A part of the page that a platform or a stand may cover: keep text out of it. mm, trim coordinates. */
export const zone = z.object({
  name: localized,
  x: z.number(),
  y: z.number(),
  width: length,
  height: length,
});

export const format = z.object({
  id,
  name: localized,
  family: formatFamily,
  medium: z.enum(["print", "screen"]),
  /** Finished size, mm. */
  width: length.describe("mm"),
  height: length.describe("mm"),
  /** Pixel size that a platform asks for; `null` for print. At 96 ppi it equals width × height. */
  pixels: z.object({ width: z.number().int().positive(), height: z.number().int().positive() }).nullable(),
  /** mm past the trim; 0 on screens. */
  bleed: z.number().nonnegative(),
  /** From the trim to where text must stay, mm. */
  safe: insets,
  /** From where it is read, metres. Text must have x-height ≥ distance / 300 (art direction). */
  viewingDistance: length.describe("m"),
  /** Resolution that its pictures need at final size. */
  ppi: length,
  covered: z.array(zone),
  /** Outline of the finished piece; a rectangle when left out. A circle fills the trim. */
  shape: z.enum(["rectangle", "circle"]).optional(),
  /** Where the flat piece is folded; nowhere when left out. */
  folds: z.array(fold).optional(),
});
export type Format = z.infer<typeof format>;
