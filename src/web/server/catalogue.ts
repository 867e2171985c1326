/** Gathers what there is to choose from. */

import { AnphamError } from "../../base/diagnostic.ts";
import type { Campaign } from "../../model/campaign.ts";
import type { Format } from "../../model/format.ts";
import { FORMATS } from "../../model/formats/index.ts";
import type { Phrase } from "../../model/ids.ts";
import type { Institution } from "../../model/institution.ts";
import { THEMES } from "../../model/theme.ts";
import type { Library } from "../../resolve/library.ts";
import { pieceSize } from "../../run/words.ts";
import type { Catalogue, FormatCard, InstitutionCard, ReadyText } from "../model/catalogue.ts";

/** @param campaign id; an unknown one counts as the first that there is */
export async function catalogueOf(library: Library, campaign: string): Promise<Catalogue> {
  const campaignIds = await library.campaigns.ids();
  const campaigns = await Promise.all(campaignIds.map((id) => library.campaigns.load(id)));
  const chosen = campaigns.find(({ id }) => id === campaign) ?? campaigns[0];
  if (!chosen) throw new AnphamError([]);
  const kit = await library.kits.load(chosen.kit);
  const own = { primary: hexOf(kit.colors.primary.rgb), accent: hexOf(kit.colors.accent.rgb) };
  const institutions = await usable(library.institutions);
  const templates = await Promise.all(library.templates.ids.map((id) => library.templates.load(id)));
  const profiles = await usable(library.profiles);
  return {
    institutions: institutions.map((each) => institutionCard(each, own)),
    campaigns: campaigns.map(({ id, name }) => ({ id, name: name.vi })),
    messages: chosen.messages.map(({ id, text, headline }) => ({
      id,
      name: text,
      headline: (headline.settings[0] ?? []).join(" "),
    })),
    audiences: chosen.audiences.map(({ id, name }) => ({ id, name: name.vi })),
    events: chosen.events.map(({ id, name }) => ({ id, name: name.text })),
    ready: readyTexts(chosen),
    themes: THEMES.map(({ id, name, idea }) => ({ id, name: name.vi, idea: idea.vi })),
    formats: FORMATS.map(formatCard),
    templates: templates.map(({ id, name, description, formats, themes }) => ({
      id,
      name: name.vi,
      description: description.vi,
      formats,
      themes,
    })),
    profiles: profiles
      .filter(({ colorSpace }) => colorSpace === "cmyk")
      .map(({ id, name, use }) => ({ id, name: name.vi, use: use.vi })),
  };
}

/** A broken file of the brand folder must not close the whole form: what can be read is offered. */
async function usable<T>(shelf: {
  ids(): Promise<readonly string[]>;
  load(id: string): Promise<T>;
}): Promise<T[]> {
  const loaded = await Promise.allSettled((await shelf.ids()).map((id) => shelf.load(id)));
  return loaded.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
}

const hexOf = (rgb: unknown): string => {
  if (typeof rgb === "string") return rgb;
  const { r, g, b } = rgb as { r: number; g: number; b: number };
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
};

const institutionCard = (
  { id, name, province, monogram, colors, sample }: Institution,
  kit: InstitutionCard["colors"],
): InstitutionCard => ({
  id,
  name: name.text,
  short: name.short ?? name.text,
  province,
  monogram,
  colors: colors ? { primary: hexOf(colors.primary.rgb), accent: hexOf(colors.accent.rgb) } : kit,
  sample,
});

const formatCard = (format: Format): FormatCard => ({
  id: format.id,
  name: format.name.vi,
  family: format.family,
  medium: format.medium,
  width: format.width,
  height: format.height,
  pixels: format.pixels,
  size: pieceSize(format),
  bleed: format.bleed,
  safe: format.safe,
  covered: format.covered,
  shape: format.shape,
  wrap: format.wrap,
  folds: format.folds,
  viewingDistance: format.viewingDistance,
  profile: format.profile,
  uses: format.uses,
});

/** Every text that the campaign has ready for a field, each once. */
function readyTexts({ audiences, events, messages, badge, enrolmentPeriod }: Campaign): readonly ReadyText[] {
  const found: ReadyText[] = [];
  const add = (path: string, from: string, phrase: Phrase | string | null) => {
    const text = typeof phrase === "string" ? phrase : phrase?.text;
    if (text && !found.some((each) => each.path === path && each.text === text))
      found.push({ path, from, text });
  };
  for (const { text } of messages) add("message.text", "Thông điệp của chiến dịch", text);
  add("badge", "Chiến dịch", badge);
  add("enrolmentPeriod", "Chiến dịch", enrolmentPeriod);
  for (const { name, lead, callToAction, benefits } of audiences) {
    add("lead", name.vi, lead);
    add("callToAction", name.vi, callToAction);
    for (const each of benefits) add("benefits", name.vi, each);
  }
  for (const { name, badge: label, lead, invitation } of events) {
    add("badge", name.text, label);
    add("lead", name.text, lead);
    add("event.name", name.text, name);
    add("invitation.purpose", name.text, invitation?.purpose ?? null);
    add("invitation.greeting", name.text, invitation?.greeting ?? null);
  }
  return found;
}
