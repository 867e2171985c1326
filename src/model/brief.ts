/**
 * The brief: everything that may be said on a piece, gathered from campaign, message, event, audience and
 * institution. One brief fills every template; each template takes what its format has room for.
 */

import { z } from "zod";
import { message } from "./campaign.ts";
import { phrase, text, words } from "./ids.ts";
import { contact, programme } from "./institution.ts";

export const event = z.object({
  name: phrase,
  /** ISO date, shown as “ngày 04/10/2026”. */
  date: z.iso.date().nullable().default(null),
  /** `HH:MM`, shown as “7 giờ 30”. */
  time: z
    .string()
    .regex(/^\d\d:\d\d$/)
    .nullable()
    .default(null),
  place: phrase.nullable().default(null),
});
export type Event = z.infer<typeof event>;

/** How a photo is printed: as it is, or in two of the kit's colours. */
export const PHOTO_TREATMENTS = ["natural", "duotone"] as const;
export type PhotoTreatment = (typeof PHOTO_TREATMENTS)[number];

export const photo = z.preprocess(
  (value) => (typeof value === "string" ? { file: value } : value),
  z.object({
    file: z.string(),
    /** The point that must stay in view, 0–1 from the left and from the top; `null`: found in the picture. */
    focus: z
      .object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })
      .nullable()
      .default(null),
    /** `null`: what the theme asks for. */
    treatment: z.enum(PHOTO_TREATMENTS).nullable().default(null),
  }),
);

export const brief = z.object({
  institution: z.object({
    name: phrase,
    monogram: words(4),
    governingBody: phrase.nullable(),
    /** A file to show instead of the monogram. */
    logo: z.string().nullable(),
  }),
  badge: phrase.nullable(),
  message: message.omit({ id: true }),
  lead: phrase.nullable(),
  event: event.nullable(),
  /** The heading of the programme list, for example “8 nghề đang cần người”. */
  programmesTitle: phrase.nullable(),
  programmes: z.array(programme).max(60),
  benefits: z.array(phrase).max(12),
  callToAction: phrase,
  enrolmentPeriod: phrase.nullable(),
  contact,
  /** What the QR code opens; `null` for no code. */
  qr: text(300).nullable(),
  /** A photo file, alone or with how to show it. */
  photo: photo.nullable(),
});
export type Brief = z.infer<typeof brief>;
