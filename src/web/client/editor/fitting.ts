/** Asks how much longer the text may become that is being typed, once its picture is up to date. */

import { effect } from "@preact/signals";
import { pieceKey } from "../../model/draft.ts";
import { pieceQuery } from "../../model/draft-link.ts";
import type { FitReply } from "../../model/form.ts";
import { ask } from "./api.ts";
import type { Store } from "./store.ts";

const PAUSE_MS = 180;

export const fitKey = (piece: string, path: string): string => `${piece} ${path}`;

export function keepFitting(store: Store): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = "";
  const stop = effect(() => {
    const path = store.focus.value;
    const { isFresh } = store.view.value;
    const piece = store.piece.value;
    const draft = store.draft.value;
    clearTimeout(timer);
    if (path === null || !isFresh) return;
    const query = pieceQuery(draft, piece);
    query.set("path", path);
    query.set("limit", String(store.fieldOf(path)?.maxLength ?? 300));
    const question = query.toString();
    if (question === asked) return;
    timer = setTimeout(async () => {
      asked = question;
      try {
        const { room } = await ask<FitReply>("/form/fit", query);
        if (asked === question)
          store.fits.value = { ...store.fits.value, [fitKey(pieceKey(piece), path)]: room };
      } catch {
        // The preview says what is wrong; a counter has nothing to add.
        asked = "";
      }
    }, PAUSE_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
