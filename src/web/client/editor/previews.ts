/**
 * Keeps the pictures up with the draft: the piece that is looked at first, then the others, two at a time. Of each
 * piece at most one question is open; when its answer comes and the draft has gone on, the newest draft is asked
 * about, so that no stale picture is ever waited for and none overtakes a newer one.
 */

import { effect } from "@preact/signals";
import { type PieceDraft, pieceKey } from "../../model/draft.ts";
import { pieceQuery } from "../../model/draft-link.ts";
import type { PreviewReply } from "../../model/form.ts";
import { AwayError, ask, RefusedError } from "./api.ts";
import { opening } from "./spreads.ts";
import { NOTHING, type PieceView, type Store } from "./store.ts";

const AT_ONCE = 2;
const RETRY_MS = 2000;
/** A picture that takes longer is told to be waited for. */
const PATIENCE_MS = 10_000;

export function keepPreviews(store: Store): () => void {
  /** The question that the shown answer belongs to. */
  const answered = new Map<string, string>();
  /** The draft that the kept pictures show, whatever their pages. */
  const drawnDrafts = new Map<string, string>();
  const open = new Set<string>();
  /** Open while the server was last not there. */
  let retry: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  const questionOf = (piece: PieceDraft): string => {
    const query = pieceQuery(store.draft.value, piece);
    const { pageCount } = store.views.value[pieceKey(piece)] ?? NOTHING;
    const pages =
      piece === store.piece.value ? opening(store.formatOf(piece), pageCount, store.page.value) : [0];
    query.set("page", pages.join(","));
    return query.toString();
  };

  const wanted = (): PieceDraft | undefined => {
    const { pieces } = store.draft.value;
    return [store.piece.value, ...pieces].find((piece) => {
      const key = pieceKey(piece);
      return !open.has(key) && answered.get(key) !== questionOf(piece);
    });
  };

  const pump = () => {
    while (!isStopped && open.size < AT_ONCE) {
      const piece = wanted();
      if (!piece) return;
      void draw(piece);
    }
  };

  const draw = async (piece: PieceDraft) => {
    const key = pieceKey(piece);
    const question = questionOf(piece);
    open.add(key);
    performance.mark(`asked ${key}`);
    const patience = setTimeout(() => {
      store.isAway.value = true;
    }, PATIENCE_MS);
    try {
      const reply = await ask<PreviewReply>("/form/preview", new URLSearchParams(question));
      answered.set(key, question);
      const drawn = draftOf(question);
      const isSame = drawnDrafts.get(key) === drawn;
      drawnDrafts.set(key, drawn);
      show(key, (view) => ({ ...seen(view, reply, isSame), judged: drawn }));
      store.isAway.value = false;
    } catch (thrown) {
      if (thrown instanceof RefusedError) {
        answered.set(key, question);
        store.isAway.value = false;
        const { diagnostics } = thrown.refused;
        const judged = draftOf(question);
        show(key, (view) => ({ ...view, diagnostics, judged, isFresh: true, isRefused: true }));
      } else if (thrown instanceof AwayError) {
        store.isAway.value = true;
        clearTimeout(retry);
        retry = setTimeout(() => {
          retry = undefined;
          pump();
        }, RETRY_MS);
        open.delete(key);
        return;
      } else throw thrown;
    } finally {
      clearTimeout(patience);
    }
    open.delete(key);
    pump();
  };

  const show = (key: string, next: (view: PieceView) => PieceView) => {
    const before = store.views.value[key] ?? NOTHING;
    store.views.value = { ...store.views.value, [key]: next(before) };
  };

  const stop = effect(() => {
    // Read so that it is followed.
    void store.draft.value;
    void store.page.value;
    const { pieces } = store.draft.value;
    const stale = pieces.filter((piece) => {
      const view = store.views.peek()[pieceKey(piece)];
      return view?.isFresh && answered.get(pieceKey(piece)) !== questionOf(piece);
    });
    if (stale.length > 0) {
      const views = { ...store.views.peek() };
      for (const piece of stale) views[pieceKey(piece)] = { ...views[pieceKey(piece)]!, isFresh: false };
      store.views.value = views;
    }
    if (retry === undefined) queueMicrotask(pump);
  });
  return () => {
    isStopped = true;
    clearTimeout(retry);
    stop();
  };
}

const draftOf = (question: string): string => question.replace(/&page=[^&]*$/, "");

/** New pictures in the place of the old ones, whose memory is given back once they are no longer shown. */
function seen(
  view: PieceView,
  { pages, took: _, ...reply }: PreviewReply,
  isSame: boolean,
): Omit<PieceView, "judged"> {
  // The page that was drawn is as the draft is now; other pages are from before and are drawn when they are looked at.
  const pictures: Record<number, string> = isSame ? { ...view.pictures } : {};
  for (const { page, svg } of pages)
    pictures[page] = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  const old = isSame ? pages.flatMap(({ page }) => view.pictures[page] ?? []) : Object.values(view.pictures);
  setTimeout(() => {
    for (const address of old) URL.revokeObjectURL(address);
  }, 4000);
  return { ...reply, pictures, isFresh: true, isRefused: false };
}
