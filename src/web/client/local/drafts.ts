/** Drafts in this browser's own memory, so that a closed page or a dead server loses nothing. */

import type { Draft } from "../../model/draft.ts";
import { draftFromQuery, draftToQuery } from "../../model/draft-link.ts";

const KEY = "anpham.draft";

/** Storage may be full or switched off: the form works on without it. */
export function saveDraft(draft: Draft): boolean {
  try {
    localStorage.setItem(KEY, draftToQuery(draft).toString());
    return true;
  } catch {
    return false;
  }
}

export function lastDraft(): Draft | null {
  try {
    const saved = localStorage.getItem(KEY);
    if (!saved) return null;
    const draft = draftFromQuery(new URLSearchParams(saved));
    return draft.pieces.length > 0 ? draft : null;
  } catch {
    return null;
  }
}

export function forgetDraft(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}
