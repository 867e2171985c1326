/** Fetches fields and their values anew when the draft's sources or pieces change. */

import { effect } from "@preact/signals";
import { pieceKey } from "../../model/draft.ts";
import { draftToQuery } from "../../model/draft-link.ts";
import type { BaseValues, Form } from "../../model/form.ts";
import { AwayError, ask } from "./api.ts";
import type { Store } from "./store.ts";

export function keepSources(store: Store): () => void {
  let known = sourcesOf(store);
  let newest = 0;
  const fetchFields = async (number: number): Promise<void> => {
    const { draft } = store;
    const query = draftToQuery({
      ...draft.peek(),
      data: {},
      pieces: draft.peek().pieces.map((each) => ({ ...each, data: {} })),
    });
    try {
      const reply = await ask<{ form: Form; base: BaseValues }>("/form/fields", query);
      store.isAway.value = false;
      if (number !== newest) return;
      store.form.value = reply.form;
      store.base.value = reply.base;
    } catch (thrown) {
      if (!(thrown instanceof AwayError)) return;
      store.isAway.value = true;
      setTimeout(() => number === newest && void fetchFields(number), 2000);
    }
  };
  return effect(() => {
    const now = sourcesOf(store);
    if (now === known) return;
    known = now;
    newest++;
    void fetchFields(newest);
  });
}

const sourcesOf = ({ draft }: Store): string => {
  const { institution, campaign, audience, event, message, pieces } = draft.value;
  return JSON.stringify([institution, campaign, audience, event, message, pieces.map(pieceKey)]);
};
