/**
 * A theme: one visual family over every format. It is data: the kit draws motifs, corners and surfaces from it, so
 * that a template names none of them and every template comes in every theme.
 */

import * as z from "zod";
import { colorToken } from "./color-token.ts";
import { id, localized } from "./ids.ts";

export const theme = z.object({
  id,
  name: localized,
  idea: localized,
  /** Family of the headlines where the kit prescribes none; `null` for the family of the text. */
  displayFace: z.string().nullable(),
  headline: z.object({
    weight: z.number().int().min(100).max(900),
    /** Letter spacing, em. */
    tracking: z.number(),
    /** Set in true capitals. */
    capitals: z.boolean(),
  }),
  /** How the message stands in its column where it has room on both sides. */
  align: z.enum(["left", "center"]),
  /** Of labels, tiles and cards. */
  corner: z.enum(["cut", "square", "round"]),
  /** The family of vector motifs. */
  motif: z.enum(["steps", "modules", "sunrise"]),
  surfaces: z.object({
    /** What the message stands on. */
    stage: colorToken,
    /** A band of its own for the hosts. */
    header: colorToken,
    /** Lists and running text. */
    sheet: colorToken,
    /** What the reader does next. */
    foot: colorToken,
  }),
  /** How a photo is shown unless the brief says otherwise. */
  photo: z.enum(["natural", "duotone"]),
});
export type Theme = z.infer<typeof theme>;

export const THEMES: readonly Theme[] = [
  {
    id: "vuon-len",
    name: { vi: "Vươn lên", en: "Rising" },
    idea: { vi: "Đường chéo và bậc thang đi lên", en: "Rising diagonals and steps" },
    displayFace: null,
    headline: { weight: 800, tracking: -0.015, capitals: false },
    align: "left",
    corner: "cut",
    motif: "steps",
    surfaces: { stage: "primary", header: "paper", sheet: "paper", foot: "tint" },
    photo: "natural",
  },
  {
    id: "ky-nghe",
    name: { vi: "Kỹ nghệ", en: "Craft" },
    idea: {
      vi: "Lưới kỹ thuật, bánh răng và chi tiết máy thành hình học",
      en: "A technical grid, gears and workpieces reduced to geometry",
    },
    displayFace: "Saira Condensed",
    headline: { weight: 700, tracking: 0.012, capitals: true },
    align: "left",
    corner: "square",
    motif: "modules",
    surfaces: { stage: "paper", header: "paper", sheet: "tint", foot: "primary" },
    photo: "duotone",
  },
  {
    id: "tuong-lai",
    name: { vi: "Tương lai", en: "Tomorrow" },
    idea: {
      vi: "Trời rộng, vòng cung bình minh, nhiều khoảng trắng",
      en: "Open sky, sunrise arcs, generous white",
    },
    displayFace: "Lexend",
    headline: { weight: 700, tracking: -0.02, capitals: false },
    align: "center",
    corner: "round",
    motif: "sunrise",
    surfaces: { stage: "paper", header: "paper", sheet: "paper", foot: "glow" },
    photo: "natural",
  },
];

/** Their ids: what a template says that names none of them. */
export const ALL_THEMES: readonly string[] = THEMES.map(({ id }) => id);
