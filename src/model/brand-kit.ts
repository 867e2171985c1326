/** A brand kit: the colours, faces and marks that all pieces of a campaign share. */

import * as z from "zod";
import { COLOR_TOKENS, type ColorToken } from "./color-token.ts";
import { id, localized } from "./ids.ts";

export const hex = z.string().regex(/^#[0-9a-f]{6}$/, "#rrggbb, chữ thường | #rrggbb, lower case");

const ink = z.number().min(0).max(100);
export const cmyk = z.object({ c: ink, m: ink, y: ink, k: ink });

/** One colour as every output needs it. */
export const kitColor = z.object({
  rgb: hex,
  /** Ink percentages; `null` leaves the conversion to the output condition's ICC profile. */
  cmyk: cmyk.nullable().default(null),
  /** Separation name, for example `PANTONE 288 C`. */
  spot: z.string().min(1).max(127).nullable().default(null),
});

/** A path inside the brand folder. */
export const brandPath = z
  .string()
  .regex(/^(?!\/)(?!.*\.\.)[\w./-]+$/, "đường dẫn trong thư mục nhận diện | a path inside the brand folder");

export const brandKit = z.object({
  id,
  name: localized,
  colors: z.object(
    Object.fromEntries(COLOR_TOKENS.map((token) => [token, kitColor])) as Record<ColorToken, typeof kitColor>,
  ),
  /** The black of large areas; text is always pure K. */
  richBlack: cmyk,
  /** Font families by role, as named in the font files. */
  faces: z.object({
    /** Headlines; `null` leaves them to the theme. */
    display: z.string().nullable().default(null),
    text: z.string(),
    /** The headlines of certificates and invitations. */
    formal: z.string().default("Lora"),
  }),
  /** Marks beside the institution's own. Placeholders ship; a real kit replaces the files. */
  marks: z.object({ campaign: brandPath.nullable(), authority: brandPath.nullable() }),
});
export type BrandKit = z.infer<typeof brandKit>;
