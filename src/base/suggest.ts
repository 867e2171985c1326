/** Finds what somebody probably meant when a name is not known. */

import { distance } from "fastest-levenshtein";
import { slug } from "./vietnamese/slug.ts";

/** How many names are worth showing. */
const SHOWN = 3;

/**
 * The candidates closest to a mistyped name, the best first; equal ones in alphabetical order. Case,
 * Vietnamese marks and the separators between words do not count. A name that holds the typed text, or the
 * other way round, is close.
 */
export function nearest(typed: string, candidates: readonly string[], limit = SHOWN): readonly string[] {
  const wanted = slug(typed);
  return candidates
    .map((candidate) => ({ candidate, score: farness(wanted, slug(candidate)) }))
    .sort((a, b) => a.score - b.score || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** {@link nearest} as text for a sentence; a dash when there is nothing to choose from. */
export const nearestList = (typed: string, candidates: readonly string[]): string =>
  nearest(typed, candidates).join(", ") || "–";

/** 0 for the same, below 1 for a part of it, else the share of letters that must change, plus 1. */
function farness(wanted: string, candidate: string): number {
  if (wanted === candidate) return 0;
  const longest = Math.max(wanted.length, candidate.length);
  if (wanted.length >= 2 && (candidate.includes(wanted) || wanted.includes(candidate))) {
    return Math.abs(wanted.length - candidate.length) / longest;
  }
  return 1 + distance(wanted, candidate) / longest;
}
