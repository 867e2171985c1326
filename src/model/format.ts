/** A format: the geometry of one kind of piece, independent of any design. */

import * as z from "zod";
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

/** What pieces are made for; galleries are filtered by it. */
export const formatUse = z.enum([
  "recruitment",
  "event",
  "social",
  "outdoor",
  "office",
  "ceremony",
  "souvenir",
]);
export type FormatUse = z.infer<typeof formatUse>;

const length = z.number().positive();
const insets = z.object({
  top: z.number().nonnegative(),
  right: z.number().nonnegative(),
  bottom: z.number().nonnegative(),
  left: z.number().nonnegative(),
});

/** A part of the page that a platform, a stand, a frame or a pocket may cover: keep text out of it. mm, trim coordinates. */
export const zone = z.object({
  name: localized,
  x: z.number(),
  y: z.number(),
  width: length,
  height: length,
});
export type Zone = z.infer<typeof zone>;

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
  /** Outline of the finished piece. A circle fills the trim. */
  shape: z.enum(["rectangle", "circle"]),
  /** mm of the trim along its edge that are folded round to the back and not seen: the rim of a pin badge. */
  wrap: z.number().nonnegative(),
  /** Where the flat piece is folded. */
  folds: z.array(fold),
  /** The output profile that a shop would want unless it says otherwise; `web` for screens. */
  profile: id,
  /** What the piece is made for, the most usual first. */
  uses: z.array(formatUse).min(1),
});
export type Format = z.infer<typeof format>;
