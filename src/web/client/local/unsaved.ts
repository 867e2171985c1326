/**
 * What an address could not take: too long a draft stands behind it, and what was typed a moment before a reload came
 * too late for it.
 */

import type { Catalogue } from "../../model/catalogue.ts";
import type { Draft } from "../../model/draft.ts";
import { draftFromQuery, draftToQuery } from "../../model/draft-link.ts";
import { knownPieces } from "../../model/known-pieces.ts";

const KEY = "anpham.unsaved";

interface Unsaved {
  /** The address that a reload opens. */
  readonly address: string;
  readonly query: string;
}

/** @param address as it was before */
export function keepUnsaved(address: string, draft: Draft): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ address, query: draftToQuery(draft).toString() }));
  } catch {
    // The moment before is lost.
  }
}

export function forgetUnsaved(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

/** @returns the draft that this page means in place of the one that its server knows; `null` for that one */
export function meantDraft(catalogue: Catalogue): Draft | null {
  const { draft } = knownPieces(
    draftFromQuery(new URLSearchParams(unsaved() ?? location.hash.slice(1))),
    catalogue,
  );
  return draft.pieces.length > 0 ? draft : null;
}

function unsaved(): string | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Unsaved | null;
    return kept?.address === location.href ? kept.query : null;
  } catch {
    return null;
  }
}
