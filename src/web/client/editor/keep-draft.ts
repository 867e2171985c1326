/** Writes the draft into this browser's memory and into the address, a moment after each change. */

import { effect } from "@preact/signals";
import { draftToQuery } from "../../model/draft-link.ts";
import { draftId, saveDraft } from "../local/drafts.ts";
import type { Store } from "./store.ts";

const PAUSE_MS = 250;
/** Longer addresses are cut off by some programs. */
export const LONGEST_ADDRESS = 7000;

export function keepDraft({ draft }: Store): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const id = draftId();
  history.replaceState({ draft: id }, "");
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    saveDraft(id, draft.peek());
    const now = draft.peek();
    const query = draftToQuery(now).toString();
    // What has no room in an address stands behind it, where only this page reads it.
    const start = draftToQuery({
      ...now,
      data: {},
      pieces: now.pieces.map((piece) => ({ ...piece, data: {} })),
    });
    history.replaceState(
      { draft: id },
      "",
      query.length <= LONGEST_ADDRESS
        ? `${location.pathname}?${query}`
        : `${location.pathname}?${start}#${query}`,
    );
  };
  const flush = () => timer !== undefined && save();
  addEventListener("pagehide", flush);
  const first = draft.peek();
  let isChanged = false;
  const stop = effect(() => {
    // What nobody has changed is no draft: looking at pieces fills no list.
    if (draft.value === first && !isChanged) return;
    isChanged = true;
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE_MS);
  });
  return () => {
    removeEventListener("pagehide", flush);
    stop();
  };
}
