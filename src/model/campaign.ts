/** A campaign: messages, audiences, events and channels. Data only; next year's needs no change of code. */

import * as z from "zod";
import { award } from "./award.ts";
import { formatFamily } from "./format.ts";
import { handbook } from "./handbook.ts";
import { id, localized, phrase, prose } from "./ids.ts";
import { invitation } from "./invitation.ts";

/** One way to break a headline into lines, by sense. */
const setting = z.array(prose(80)).min(1).max(8);

export const message = z.object({
  id,
  /** The whole slogan as it is quoted in running text. */
  text: prose(200),
  /** A short line set above the headline, or nothing. */
  overline: prose(60).nullable().default(null),
  /** What is set large. */
  headline: z.object({
    /** From the narrowest setting (most lines) to the widest (fewest); more than four with one of a single syllable are for narrow signs alone. */
    settings: z.array(setting).min(1).max(6),
    /** The part of the headline that is set in the highlight colour; must occur in the text, or nothing. */
    emphasis: prose(120).nullable().default(null),
  }),
  /** What is set under it in a smaller size. */
  tail: z
    .object({ settings: z.array(setting).min(1).max(6) })
    .nullable()
    .default(null),
});
export type Message = z.infer<typeof message>;

/** Ready text for one group of readers. */
export const audience = z.object({
  id,
  name: localized,
  /** How a piece names them: “Quý phụ huynh”; the Vietnamese name when absent. */
  shownAs: phrase.nullable().default(null),
  /** One or two sentences under the headline. */
  lead: phrase,
  callToAction: phrase,
  benefits: z.array(phrase).min(1).max(12),
});
export type Audience = z.infer<typeof audience>;

/** An occasion, with a fixed day (`04-10`) or one that each institution sets. */
export const campaignEvent = z.object({
  id,
  name: phrase,
  /** Month and day as `MM-DD`, or `null` when it varies. */
  day: z
    .string()
    .regex(/^\d\d-\d\d$/, "MM-DD")
    .nullable()
    .default(null),
  /** The line on the badge above the headline, for example “Ngày kỹ năng lao động Việt Nam”. */
  badge: phrase,
  lead: phrase,
  message: id.nullable().default(null),
  /** The award given at it; the campaign's first when absent. */
  award: id.nullable().default(null),
  /** How guests are asked to it; the campaign's own words when absent. */
  invitation: invitation.nullable().default(null),
});
export type CampaignEvent = z.infer<typeof campaignEvent>;

/** Ready text for one kind of certificate. */
export const campaignAward = award.extend({ id });
export type CampaignAward = z.infer<typeof campaignAward>;

export const campaign = z.object({
  id,
  name: localized,
  year: z.number().int().min(2000).max(2100),
  kit: id,
  /** The badge of a piece that announces no event: “Tuyển sinh 2026”. */
  badge: phrase,
  /** The period set beside the call to action, or nothing. */
  enrolmentPeriod: phrase.nullable().default(null),
  messages: z.array(message).min(1),
  audiences: z.array(audience).min(1),
  events: z.array(campaignEvent),
  /** The first is what a certificate says when nothing else is asked for. */
  awards: z.array(campaignAward).default([]),
  /** What an invitation says when its event has no words of its own. */
  invitation: invitation.nullable().default(null),
  handbook: handbook.nullable().default(null),
  /** The product list of the plan: what is made, by family. */
  products: z.array(z.object({ family: formatFamily, name: localized, use: prose(300) })),
  /** Where the pieces are shown or sent. */
  channels: z.array(
    z.object({ id, kind: z.enum(["direct", "indirect"]), name: localized, families: z.array(formatFamily) }),
  ),
});
export type Campaign = z.infer<typeof campaign>;
