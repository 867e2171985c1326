/** Every piece that can be chosen, and which of them are shown. */

import { unmarked } from "../../../base/vietnamese/slug.ts";
import type { Catalogue, FormatCard, TemplateCard } from "../../model/catalogue.ts";

export interface Offer {
  readonly template: TemplateCard;
  readonly format: FormatCard;
}

/** Every piece of every template. */
export const offersOf = ({ templates, formats }: Catalogue): readonly Offer[] =>
  templates.flatMap((template) =>
    template.formats.flatMap((id) => {
      const format = formats.find((each) => each.id === id);
      return format ? [{ template, format }] : [];
    }),
  );

/** In this order on the first page: what schools ask for most. */
const FAVOURITES = [
  ...["a5", "facebook-cover", "standee-800x1800", "a3", "facebook-post", "brochure-trifold-a4"],
  ...["bandroll-6x0.8m", "banner-3x1.5m", "backdrop-6x3m", "story", "certificate-a4", "invitation-a5"],
];

/** The use that leaves out nothing. */
export const EVERYTHING = "all";

export const keyOf = ({ template, format }: Offer): string => `${template.id}/${format.id}`;

/** Words are looked for without their marks: “to roi” finds “Tờ rơi”. */
export const isWanted =
  (use: string | null, words: string) =>
  ({ template, format }: Offer): boolean => {
    const text = unmarked(
      `${template.name} ${template.description} ${format.name} ${format.size} ${format.id}`,
    );
    const wanted = unmarked(words).split(/\s+/u);
    if (words.trim() !== "") return wanted.every((word) => text.includes(word));
    return use === EVERYTHING || format.uses.some((each) => each === use);
  };

/** The first piece of each template, those asked for most in front. */
export function favourites(offers: readonly Offer[]): readonly Offer[] {
  const named = FAVOURITES.flatMap((id) => offers.find(({ format }) => format.id === id) ?? []);
  const others = offers.filter(
    (offer, index) =>
      offers.findIndex(({ template }) => template.id === offer.template.id) === index &&
      !named.some(({ template }) => template.id === offer.template.id),
  );
  return [...named, ...others];
}
