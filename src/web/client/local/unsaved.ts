/**
 * What an address could not take: too long a draft stands behind it, and what is typed while a reload is under way
 * comes too late for it.
 */

import type { Catalogue } from "../../model/catalogue.ts";
import type { Draft } from "../../model/draft.ts";
import { draftFromQuery, draftToQuery } from "../../model/draft-link.ts";
import { knownPieces } from "../../model/known-pieces.ts";
import { resumeDraft } from "./drafts.ts";
import { keepInTab, keptInTab } from "./tab-memory.ts";

const KEY = "anpham.unsaved";

interface Unsaved {
  /** Of the draft. */
  readonly id: string;
  readonly query: string;
  /** That the page had so far: one of them is what a reload opens. */
  readonly addresses: readonly string[];
}

/** @param addresses that the page had so far */
export function keepUnsaved(id: string, draft: Draft, addresses: readonly string[]): void {
  keepInTab(KEY, { id, query: draftToQuery(draft).toString(), addresses } satisfies Unsaved);
}

/** @returns the draft behind the address, `null` when there is none */
export const draftBehind = (catalogue: Catalogue): Draft | null =>
  knownDraft(location.hash.slice(1), catalogue);

/** @returns the draft as this page, before it was loaded again, had it last; `null` when it had none */
export function unsavedDraft(catalogue: Catalogue): Draft | null {
  const kept = keptInTab(KEY) as Unsaved | null;
  if (!kept) return null;
  const own = (history.state as { readonly draft?: unknown } | null)?.draft;
  // A quick reload may lose the state of its entry.
  const isLost = own === undefined && isReload() && kept.addresses.includes(location.href);
  if (isLost) resumeDraft(kept.id);
  return isLost || kept.id === own ? knownDraft(kept.query, catalogue) : null;
}

const isReload = (): boolean =>
  performance
    .getEntriesByType("navigation")
    .some((entry) => (entry as PerformanceNavigationTiming).type === "reload");

function knownDraft(query: string, catalogue: Catalogue): Draft | null {
  const { draft } = knownPieces(draftFromQuery(new URLSearchParams(query)), catalogue);
  return draft.pieces.length > 0 ? draft : null;
}
