/** Writes the draft into this browser's memory and into the address, a moment after each change. */

import { effect } from "@preact/signals";
import { draftAddress } from "../../model/draft-link.ts";
import { draftId, saveDraft } from "../local/drafts.ts";
import { forgetUnsaved, keepUnsaved } from "../local/unsaved.ts";
import type { Store } from "./store.ts";

const PAUSE_MS = 250;

export function keepDraft({ draft }: Store): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const id = draftId();
  history.replaceState({ draft: id }, "");
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    saveDraft(id, draft.peek());
    history.replaceState({ draft: id }, "", draftAddress(location.pathname, draft.peek()));
    forgetUnsaved();
  };
  const flush = () => {
    if (timer === undefined) return;
    const before = location.href;
    save();
    // A reload has taken the address as it was.
    keepUnsaved(before, draft.peek());
  };
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
