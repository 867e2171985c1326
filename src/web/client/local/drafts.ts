/**
 * Drafts in this browser's own memory, the newest first, so that a closed page, another piece or a dead server
 * loses nothing.
 */

import type { Draft } from "../../model/draft.ts";
import { draftFromQuery, draftToQuery } from "../../model/draft-link.ts";
import { forgetInTab, keepInTab, keptInTab } from "./tab-memory.ts";

export interface KeptDraft {
  readonly id: string;
  /** ms since 1970. */
  readonly at: number;
  readonly draft: Draft;
}

interface Written {
  readonly id: string;
  readonly at: number;
  readonly query: string;
}

const KEY = "anpham.drafts";
/** The draft that the next editor goes on with. */
const RESUMED = "anpham.resumed";
const MOST = 20;

/** Storage may be full or switched off: the form works on without it. */
function written(): readonly Written[] {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "[]") as unknown;
    return Array.isArray(found) ? (found as readonly Written[]) : [];
  } catch {
    return [];
  }
}

function write(drafts: readonly Written[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(drafts.slice(0, MOST)));
  } catch {
    // The address still has it.
  }
}

export function saveDraft(id: string, draft: Draft): void {
  const others = written().filter((each) => each.id !== id);
  write([{ id, at: Date.now(), query: draftToQuery(draft).toString() }, ...others]);
}

export const keptDrafts = (): readonly KeptDraft[] =>
  written().flatMap(({ id, at, query }) => {
    const draft = draftFromQuery(new URLSearchParams(query));
    return draft.pieces.length > 0 ? [{ id, at, draft }] : [];
  });

export const forgetDraft = (id: string): void => write(written().filter((each) => each.id !== id));

/** The editor that opens next continues this draft instead of beginning one. */
export const resumeDraft = (id: string): void => keepInTab(RESUMED, id);

/** The id under which this page keeps its draft, the same after a reload. */
export function draftId(): string {
  const kept = (history.state as { readonly draft?: unknown } | null)?.draft;
  if (typeof kept === "string") return kept;
  const resumed = keptInTab(RESUMED);
  forgetInTab(RESUMED);
  return typeof resumed === "string" ? resumed : newDraftId();
}

export const newDraftId = (): string => Math.random().toString(36).slice(2);
