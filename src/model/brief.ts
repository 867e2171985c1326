/**
 * The brief: everything that may be said on a piece, gathered from campaign, message, event, audience and
 * institution. One brief fills every template; each template takes what its format has room for.
 */

import * as z from "zod";
import { award } from "./award.ts";
import { message } from "./campaign.ts";
import { directoryEntry, handbook } from "./handbook.ts";
import { id, phrase, text, words } from "./ids.ts";
import { contact, programme } from "./institution.ts";
import { invitation } from "./invitation.ts";
import { person } from "./person.ts";

export const event = z.object({
  name: phrase,
  /** ISO date, shown as “ngày 04/10/2026”. */
  date: z.iso.date().nullable().default(null),
  /** `HH:MM`, shown as “7 giờ 30”. */
  time: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "HH:MM, 00:00–23:59")
    .nullable()
    .default(null),
  place: phrase.nullable().default(null),
});

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

/** Slots that stand on every piece, whatever its size: who speaks, what they say, what to do, whom to call. */
export const KEPT_SLOTS = [
  "institution.name",
  "message.headline",
  "callToAction",
  "contact.phones.0",
] as const;

/**
 * The slots of a campaign piece by importance, as paths into the brief: from those that are never dropped to
 * the first to go. `*` stands for all further items of a list. Texts that are a piece's own subject (award,
 * invitation, handbook, person) are not here: their templates have room for them.
 */
export const SLOT_PRIORITY = [
  ...KEPT_SLOTS,
  "event.name",
  "event.date",
  "event.time",
  "event.place",
  "contact.addresses.0",
  "qr",
  "contact.website",
  "badge",
  "programmes",
  "enrolmentPeriod",
  "programmesTitle",
  "institution.logo",
  "message.overline",
  "photo",
  "contact.zalo",
  "contact.phones.*",
  "contact.facebook",
  "contact.email",
  "contact.addresses.*",
  "institution.governingBody",
  "benefits",
  "message.tail",
  "lead",
] as const;

/**
 * Where room is short, a piece first takes short forms, then drops slots from the end of {@link SLOT_PRIORITY}:
 * the lead, the tail of the message, benefits, the governing body, further addresses, the e-mail address, …
 * The institution's name, the headline, the call and the first telephone number always stay.
 */
export const brief = z.object({
  institution: z.object({
    name: phrase,
    monogram: words(4),
    governingBody: phrase.nullable(),
    /** A file to show instead of the monogram. */
    logo: z.string().nullable(),
  }),
  /** Whom the piece speaks to. */
  audience: z.object({ id, name: phrase }),
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
  /** Whom a certificate, an invitation or a name card is for. */
  person: person.nullable().default(null),
  award: award.nullable().default(null),
  invitation: invitation.nullable().default(null),
  handbook: handbook.nullable().default(null),
  /** The institutions to list, the piece's own first; filled only for templates that need it. */
  directory: z.array(directoryEntry).max(200).default([]),
  /** What the QR code opens; `null` for no code. */
  qr: text(300).nullable(),
  /** A photo file, alone or with how to show it. */
  photo: photo.nullable(),
});
export type Brief = z.infer<typeof brief>;
