/** Chooses the text of a certificate: by the data's own choice, by the event, else the campaign's first. */

import type { Campaign, CampaignAward, CampaignEvent } from "../model/campaign.ts";
import { isJsonObject, type JsonObject } from "./deep-merge.ts";
import { findById } from "./known-ids.ts";

/**
 * The campaign's award that a piece starts from.
 * @throws AnphamError `request.unknown-id` when the data or the event names none of the campaign's
 */
export function chooseAward(
  { awards }: Campaign,
  event: CampaignEvent | null,
  data: JsonObject,
): CampaignAward | null {
  const asked = askedId(data);
  if (asked !== null) return findById("award", asked, awards, "data.award");
  return event?.award ? findById("award", event.award, awards) : (awards[0] ?? null);
}

/**
 * The data without its choice of an award: `"award": "skills"` and `"award": {"id": "skills", "number": "…"}`
 * name one of the campaign's, and only texts may lie over it.
 */
export function withoutAwardId(data: JsonObject): JsonObject {
  if (askedId(data) === null) return data;
  const { award, ...rest } = data;
  if (!isJsonObject(award)) return rest;
  const { id: _, ...texts } = award;
  return { ...rest, award: texts };
}

function askedId({ award }: JsonObject): string | null {
  const asked = isJsonObject(award) ? award.id : award;
  return typeof asked === "string" ? asked : null;
}
