/** The colour roles that every kit fills and every template uses. */

import * as z from "zod";

export const COLOR_TOKENS = [
  /** Deep ground colour of the institution. */
  "primary",
  /** Three lighter steps of the primary, for the motif. */
  "primary-2",
  "primary-3",
  "primary-4",
  /** One warm colour, under 10 % of the area, always on the call to action. */
  "accent",
  /** For emphasised words on the primary. */
  "highlight",
  /** Body text on paper. */
  "ink",
  /** Secondary text on paper. */
  "muted",
  /** Very light ground. */
  "tint",
  /** Very light and warm: the highlight's echo on paper. */
  "glow",
  "paper",
] as const;

export const colorToken = z.enum(COLOR_TOKENS);
export type ColorToken = z.infer<typeof colorToken>;
