/** Gathers everything that may be said on a piece from campaign, audience, event and institution. */

import { type Brief, brief } from "../model/brief.ts";
import type { Audience, Campaign, CampaignEvent, Message } from "../model/campaign.ts";
import type { Institution } from "../model/institution.ts";
import { checked } from "./check.ts";
import { deepMerge, isJsonObject, type JsonObject } from "./deep-merge.ts";
import { messageFromText } from "./message-from-text.ts";

export interface BriefSources {
  readonly campaign: Campaign;
  readonly message: Message;
  readonly audience: Audience;
  /** Whether the request names it, or it is only the campaign's first. */
  readonly audienceAsked: boolean;
  readonly event: CampaignEvent | null;
  readonly institution: Institution;
}

/**
 * The brief of one piece, with the caller's data laid over it.
 * @throws AnphamError `request.invalid-field` for each wrong field of the data, its path starting with `data`
 */
export function buildBrief(sources: BriefSources, data: JsonObject): Brief {
  const merged = deepMerge(gather(sources), withWholeMessage(data)) as JsonObject;
  const titled = { ...merged, programmesTitle: programmesTitle(merged, data) };
  return checked(brief, titled, { prefix: "data", refuseUnknown: true });
}

/** What the sources say on their own. */
function gather({
  campaign,
  message,
  audience,
  audienceAsked,
  event,
  institution,
}: BriefSources): JsonObject {
  const { id: _, ...said } = message;
  return {
    institution: {
      name: institution.name,
      monogram: institution.monogram,
      governingBody: institution.governingBody,
      logo: institution.logo,
    },
    badge: event?.badge ?? campaign.badge,
    message: said,
    lead: event?.lead ?? audience.lead,
    event: event && {
      name: event.name,
      date: event.day && `${campaign.year}-${event.day}`,
      time: null,
      place: null,
    },
    programmes: institution.programmes,
    // Readers that a request names are told what concerns them; the school's own list speaks to pupils.
    benefits: audienceAsked || institution.benefits.length === 0 ? audience.benefits : institution.benefits,
    callToAction: audience.callToAction,
    enrolmentPeriod: campaign.enrolmentPeriod,
    contact: institution.contact,
    qr: institution.enrolmentUrl,
    photo: null,
  } satisfies Omit<Brief, "programmesTitle">;
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

/** The heading over the programmes that are really listed; the caller's own when there is one. */
function programmesTitle(merged: JsonObject, data: JsonObject): unknown {
  if ("programmesTitle" in data) return data.programmesTitle;
  const { programmes } = merged;
  if (!Array.isArray(programmes) || programmes.length === 0) return null;
  return `${programmes.length} nghề đang tuyển sinh`;
}
