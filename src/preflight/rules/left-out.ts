/** What a card was given to say of its wearer and had no room for: one of hundreds of cards is looked at by nobody. */

import { diagnose } from "../../base/diagnostic.ts";
import type { PieceRule } from "../piece.ts";
import { saidBy, saysPhrase } from "../said.ts";

export const leftOut: PieceRule = (piece) => {
  const { person } = piece.brief;
  if (piece.format.family !== "badge" || !person) return [];
  const says = saidBy(piece);
  // A pin with a logo alone is nobody's card.
  if (!says(person.name)) return [];
  const { title, detail, number } = person;
  const given = [title, detail, number].filter((each) => each !== null);
  return given
    .map((each) => (typeof each === "string" ? { text: each, short: null } : each))
    .filter((phrase) => !saysPhrase(says, phrase))
    .map(({ text }) => diagnose("preflight.left-out", { text, name: person.name }, { page: 1 }));
};
