/** Gathers everything that may be said on a piece from campaign, audience, event and institution. */

import { foundOnce } from "../base/found-once.ts";
import type { Award } from "../model/award.ts";
import { type Brief, brief } from "../model/brief.ts";
import type { Audience, Campaign, CampaignEvent, Message } from "../model/campaign.ts";
import type { DirectoryEntry } from "../model/handbook.ts";
import type { Phrase } from "../model/ids.ts";
import type { Institution } from "../model/institution.ts";
import { chooseAward, withoutAwardId } from "./award.ts";
import { checkedByField } from "./check.ts";
import { deepMerge, isJsonObject, type JsonObject } from "./deep-merge.ts";
import { entryOf } from "./directory.ts";
import { messageFromText } from "./message-from-text.ts";

export interface BriefSources {
  readonly campaign: Campaign;
  readonly message: Message;
  readonly audience: Audience;
  /** Whether the request names it, or it is only the campaign's first. */
  readonly audienceAsked: boolean;
  readonly event: CampaignEvent | null;
  readonly institution: Institution;
  /** For templates that need it, else empty. */
  readonly directory: readonly DirectoryEntry[];
}

/**
 * The brief of one piece, with the caller's data laid over it.
 * @throws AnphamError `request.invalid-field` for each wrong field of the data, its path starting with `data`;
 *   `request.unknown-id` for an award that the campaign does not have
 */
export function buildBrief(sources: BriefSources, data: JsonObject): Brief {
  const merged = deepMerge(gather(sources, data), withoutAwardId(withWholeMessage(data))) as JsonObject;
  const said = checkedByField(brief, merged, { prefix: "data", refuseUnknown: true });
  return {
    ...said,
    programmesTitle: "programmesTitle" in data ? said.programmesTitle : programmesTitle(said.programmes),
    award: withDay(said, data),
    handbook: "handbook" in data ? said.handbook : sources.campaign.handbook,
    directory: "directory" in data ? said.directory : withOwnEntry(said, sources.directory),
  };
}

/** What the sources say on their own. */
function gather(sources: BriefSources, data: JsonObject): JsonObject {
  const { campaign, message, audience, audienceAsked, event, institution, directory } = sources;
  const { id: _, ...said } = message;
  return {
    institution: {
      name: institution.name,
      monogram: institution.monogram,
      governingBody: institution.governingBody,
      logo: institution.logo,
    },
    audience: { id: audience.id, name: audience.shownAs ?? { text: audience.name.vi, short: null } },
    badge: event?.badge ?? campaign.badge,
    message: said,
    lead: event?.lead ?? audience.lead,
    event: event && {
      name: event.name,
      date: event.day && `${campaign.year}-${event.day}`,
      time: null,
      place: null,
    },
    programmesTitle: null,
    programmes: institution.programmes,
    // Readers that a request names are told what concerns them; the school's own list speaks to pupils.
    benefits: audienceAsked || institution.benefits.length === 0 ? audience.benefits : institution.benefits,
    callToAction: audience.callToAction,
    enrolmentPeriod: campaign.enrolmentPeriod,
    contact: institution.contact,
    person: null,
    award: gatherAward(sources, data),
    invitation: event?.invitation ?? campaign.invitation,
    // Long, and checked when they were read: checked again only when the data changes them.
    handbook: "handbook" in data ? campaign.handbook : null,
    directory: "directory" in data ? [...directory] : [],
    qr: institution.enrolmentUrl,
    photo: null,
  } satisfies Brief;
}

/** The award's texts; what the campaign leaves open is the institution's: its province and who signs for it. */
function gatherAward({ campaign, event, institution }: BriefSources, data: JsonObject): Award | null {
  const chosen = chooseAward(campaign, event, data);
  if (!chosen) return null;
  const { id: _, ...said } = chosen;
  return {
    ...said,
    place: said.place ?? institution.province,
    signer: said.signer ?? institution.signer,
  };
}

/** An award is signed on the day of its event, unless the data says otherwise. */
function withDay({ award, event }: Brief, data: JsonObject): Award | null {
  if (!award || (isJsonObject(data.award) && "date" in data.award)) return award;
  const date = award.date ?? event?.date ?? null;
  return date === award.date ? award : { ...award, date };
}

/**
 * A message given as a sentence, or as a text without its headline, becomes a whole one: laid over the
 * campaign's message it would keep the headline of another slogan.
 */
function withWholeMessage(data: JsonObject): JsonObject {
  const { message } = data;
  if (typeof message === "string") return { ...data, message: messageFromText(message) };
  if (isJsonObject(message) && typeof message.text === "string" && !("headline" in message)) {
    return { ...data, message: { ...messageFromText(message.text), ...message } };
  }
  return data;
}

/** The heading over the programmes that are really listed. */
const programmesTitle = foundOnce(({ length }: Brief["programmes"]): Phrase | null =>
  length === 0 ? null : { text: `${length} nghề đang tuyển sinh`, short: null },
);

/** The list of institutions, its first entry telling what the rest of the piece tells of its own. */
const withOwnEntry = (
  { institution: { name }, contact }: Brief,
  directory: readonly DirectoryEntry[],
): DirectoryEntry[] => (directory.length === 0 ? [] : [entryOf({ name, contact }), ...directory.slice(1)]);
