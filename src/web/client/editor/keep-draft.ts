/** Writes the draft into this browser's memory and into the address, a moment after each change. */

import { effect } from "@preact/signals";
import type { Draft } from "../../model/draft.ts";
import { draftAddress, draftToQuery } from "../../model/draft-link.ts";
import { claimDraft } from "../local/claim.ts";
import { draftId, newDraftId, saveDraft } from "../local/drafts.ts";
import { keepUnsaved } from "../local/unsaved.ts";
import type { Store } from "./store.ts";

const PAUSE_MS = 250;

/** @param first as the address has it */
export function keepDraft({ draft }: Store, first: Draft): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let id = draftId();
  const opened = location.href;
  const asOpened = contentOf(first);
  // What nobody has changed is no draft: looking at pieces fills no list.
  let isChanged = false;
  history.replaceState({ draft: id }, "");
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    if (isChanged) saveDraft(id, draft.peek());
    history.replaceState({ draft: id }, "", draftAddress(location.pathname, draft.peek()));
  };
  const saveSoon = () => {
    // A reload opens the address that there was when it began, and may not wait for this page to be left.
    keepUnsaved(id, draft.peek(), [opened, location.href]);
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE_MS);
  };
  const flush = () => timer !== undefined && save();
  addEventListener("pagehide", flush);
  const stop = effect(() => {
    const now = draft.value;
    if (now === first && !isChanged) return;
    isChanged ||= contentOf(now) !== asOpened;
    saveSoon();
  });
  const endClaim = claimDraft({
    id: () => id,
    onTaken() {
      id = newDraftId();
      history.replaceState({ draft: id }, "");
      if (isChanged) saveSoon();
    },
    onHeld: () => isChanged && saveSoon(),
  });
  return () => {
    removeEventListener("pagehide", flush);
    stop();
    endClaim();
  };
}

/** What pieces are made from, whichever of them is looked at. */
const contentOf = (draft: Draft): string => draftToQuery({ ...draft, active: 0 }).toString();
