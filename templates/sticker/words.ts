/** The few words of a sticker. */

import { capitals, type PageContext, setText, typeScale } from "anpham/kit";

/** A year stands on its own line, as on a medal. */
const YEAR = /\s+((?:năm\s+)?\d{4})$/u;

/** The campaign's badge in one to four lines, in the theme's case; `null` when the brief has none. */
export function badgeSettings(page: PageContext, width: number): readonly (readonly string[])[] | null {
  const { badge } = page.brief;
  if (!badge) return null;
  const options = {
    size: typeScale(page).minimum,
    family: "display",
    weight: page.theme.headline.weight,
  } as const;
  const said = badge.short ?? badge.text;
  const inCase = (words: string) => (page.theme.headline.capitals ? capitals(words) : words);
  const year = YEAR.exec(said)?.[1];
  const rest = inCase(year ? said.replace(YEAR, "") : said);
  return [3, 1, 0.9, 0.8, 0.7, 0.6].map((share) => [
    ...setText(page, rest, { ...options, width: width * share }).lines,
    ...(year ? [inCase(year)] : []),
  ]);
}
