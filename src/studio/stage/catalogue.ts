/** Everything that can be chosen on the page. */

import type { LiveTemplates } from "../../compose/live-templates.ts";
import { FORMATS } from "../../model/formats/index.ts";
import { THEMES } from "../../model/theme.ts";
import type { Library, Shelf } from "../../resolve/library.ts";
import type { Catalogue, CatalogueTemplate } from "../shared/wire.ts";
import type { DataSets } from "./request-of.ts";

export async function catalogueOf(
  library: Library,
  templates: LiveTemplates,
  dataSets: DataSets,
): Promise<Catalogue> {
  const [institutions, campaigns, profiles, known] = await Promise.all([
    every(library.institutions),
    every(library.campaigns),
    every(library.profiles),
    Promise.all(templates.ids.map((id) => templateOf(id, templates))),
  ]);
  const plain = (text: string) => ({ vi: text, en: text });
  return {
    templates: known,
    formats: FORMATS.map(({ id, name, family, medium, profile, width, height }) => ({
      id,
      name,
      family,
      medium,
      profile,
      width,
      height,
    })),
    themes: THEMES.map(({ id, name }) => ({ id, name })),
    institutions: institutions.map(({ id, name }) => ({ id, name: plain(name.text) })),
    campaigns: campaigns.map(({ id, name, messages, audiences, events }) => ({
      id,
      name,
      messages: messages.map((one) => ({ id: one.id, name: plain(one.text) })),
      audiences: audiences.map((one) => ({ id: one.id, name: one.name })),
      events: events.map((one) => ({ id: one.id, name: plain(one.name.text) })),
    })),
    profiles: profiles.map(({ id, name, use, colorSpace }) => ({ id, name, use, colorSpace })),
    dataSets: [...dataSets.keys()],
  };
}

async function templateOf(id: string, templates: LiveTemplates): Promise<CatalogueTemplate> {
  try {
    const { name, description, formats, themes } = await templates.load(id);
    return { id, definition: { name, description, formats, themes } };
  } catch {
    return { id, definition: null }; // Looking at it says why.
  }
}

/** What cannot be read is left out here, and told about where it is asked for. */
async function every<T>(shelf: Shelf<T>): Promise<readonly T[]> {
  const ids = await shelf.ids().catch(() => []);
  const items = await Promise.all(ids.map((id) => shelf.load(id).catch(() => null)));
  return items.filter((item) => item !== null);
}
