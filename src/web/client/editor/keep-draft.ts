/** Writes the draft into this browser's memory and into the address, a moment after each change. */

import { effect } from "@preact/signals";
import type { Draft } from "../../model/draft.ts";
import { draftAddress } from "../../model/draft-link.ts";
import { draftId, saveDraft } from "../local/drafts.ts";
import { keepUnsaved } from "../local/unsaved.ts";
import type { Store } from "./store.ts";

const PAUSE_MS = 250;

/** @param first as the address has it */
export function keepDraft({ draft }: Store, first: Draft): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const id = draftId();
  const opened = location.href;
  history.replaceState({ draft: id }, "");
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    saveDraft(id, draft.peek());
    history.replaceState({ draft: id }, "", draftAddress(location.pathname, draft.peek()));
  };
  const flush = () => timer !== undefined && save();
  addEventListener("pagehide", flush);
  let isChanged = false;
  const stop = effect(() => {
    // What nobody has changed is no draft: looking at pieces fills no list.
    if (draft.value === first && !isChanged) return;
    isChanged = true;
    // A reload opens the address that there was when it began, and may not wait for this page to be left.
    keepUnsaved(id, draft.value, [opened, location.href]);
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE_MS);
  });
  return () => {
    removeEventListener("pagehide", flush);
    stop();
  };
}
