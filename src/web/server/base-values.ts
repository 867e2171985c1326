/** What the fields of a form say before anybody types: the brief of the sources alone. */

import type { Brief } from "../../model/brief.ts";
import { institution as institutionSchema } from "../../model/institution.ts";
import { buildBrief } from "../../resolve/brief.ts";
import { findById } from "../../resolve/known-ids.ts";
import type { Library } from "../../resolve/library.ts";
import { type Draft, OWN_INSTITUTION } from "../model/draft.ts";
import type { BaseValues, FormField } from "../model/form.ts";
import { ownInstitution, PLACEHOLDERS } from "./own-institution.ts";

/** @throws AnphamError `request.unknown-id` */
export async function baseValues(
  library: Library,
  draft: Draft,
  fields: readonly FormField[],
): Promise<BaseValues> {
  const campaign = await library.campaigns.load(draft.campaign);
  const isOwn = draft.institution === OWN_INSTITUTION;
  const institution = isOwn
    ? institutionSchema.parse(ownInstitution({ ...draft, data: {} }))
    : await library.institutions.load(draft.institution);
  const event = draft.event === null ? null : findById("event", draft.event, campaign.events);
  const messageId = draft.message ?? event?.message ?? null;
  const brief = buildBrief(
    {
      campaign,
      message: messageId === null ? campaign.messages[0]! : findById("message", messageId, campaign.messages),
      audience:
        draft.audience === null
          ? campaign.audiences[0]!
          : findById("audience", draft.audience, campaign.audiences),
      audienceAsked: draft.audience !== null,
      event,
      institution,
      directory: [],
    },
    {},
  );
  const values = new Map<string, unknown>();
  for (const { path } of fields) {
    if (AUTOMATIC.includes(path)) continue;
    const value = isOwn && PLACEHOLDERS.includes(path) ? null : shown(valueAt(brief, path));
    values.set(path, value);
    const short = phraseShort(valueAt(brief, path));
    if (short !== null) values.set(`${path}.short`, short);
  }
  return Object.fromEntries(values);
}

/** Counted from other fields as long as nobody types: to show the count of before would be wrong. */
const AUTOMATIC: readonly string[] = ["programmesTitle"];

const valueAt = (brief: Brief, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>(
      (at, key) => (typeof at === "object" && at !== null ? (at as Record<string, unknown>)[key] : undefined),
      brief,
    );

/** A phrase as the text that a field shows; lists of phrases as lists of texts. */
function shown(value: unknown): unknown {
  if (value === undefined) return null;
  if (Array.isArray(value)) {
    return value.map((each) => {
      if (typeof each !== "object" || each === null) return each;
      if (isPhrase(each)) return each.text;
      // Of programmes the whole is kept, so that what the form does not show is not lost.
      return "name" in each && isPhrase(each.name) ? { ...each, name: each.name.text } : each;
    });
  }
  return isPhrase(value) ? value.text : value;
}

const phraseShort = (value: unknown): string | null =>
  typeof value === "object" && value !== null && isPhrase(value) ? value.short : null;

const isPhrase = (value: unknown): value is { readonly text: string; readonly short: string | null } =>
  typeof value === "object" &&
  value !== null &&
  "text" in value &&
  "short" in value &&
  Object.keys(value).length === 2;
