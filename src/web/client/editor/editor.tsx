/** Filling and seeing: the form at the side of the piece. */

import { useSignalEffect } from "@preact/signals";
import { createContext } from "preact";
import { useContext, useLayoutEffect, useMemo } from "preact/hooks";
import type { EditorPage } from "../../model/page.ts";
import { draftBehind, unsavedDraft } from "../local/unsaved.ts";
import { holdStrayFiles } from "../ui/stray-files.ts";
import { keepFitting } from "./fitting.ts";
import { keepDraft } from "./keep-draft.ts";
import { Panel } from "./panel.tsx";
import { keepPreviews } from "./previews.ts";
import { keepPrintWhole } from "./print-pages.ts";
import { keepSources } from "./sources.ts";
import { Stage } from "./stage.tsx";
import { openStore, type Store } from "./store.ts";
import { ToastLine } from "./toast.tsx";
import { TopBar } from "./top-bar.tsx";

const StoreContext = createContext<Store | null>(null);

export function useStore(): Store {
  const store = useContext(StoreContext);
  if (!store) throw new Error("outside of the editor");
  return store;
}

export function Editor({ page }: { readonly page: EditorPage }) {
  const store = useMemo(() => openStore(page), [page]);
  // At once: somebody may type before the page has been painted anew.
  useLayoutEffect(() => {
    const known = draftBehind(page.catalogue) ?? page.draft;
    const meant = unsavedDraft(page.catalogue) ?? known;
    if (meant !== page.draft) store.open(meant);
    const stops = [
      keepSources(store),
      keepPreviews(store),
      keepFitting(store),
      keepDraft(store, known),
      keepPrintWhole(store),
      listenToKeys(store),
      holdStrayFiles(),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [store]);
  useSignalEffect(() => {
    document.title = `${store.format.value.name} · anpham`;
  });
  return (
    <StoreContext.Provider value={store}>
      <a class="skip" href="#noi-dung">
        Tới phần điền nội dung
      </a>
      <div class="editor">
        <TopBar />
        <main>
          <Stage />
          <Panel gone={page.gone} />
        </main>
      </div>
      <ToastLine />
    </StoreContext.Provider>
  );
}

/** One history for the whole draft, so the browser's own undo of single fields stands back. */
function listenToKeys(store: Store): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    const isRedo = key === "y" || (key === "z" && event.shiftKey);
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    if (isRedo) store.redo();
    else store.undo();
  };
  addEventListener("keydown", onKey);
  return () => removeEventListener("keydown", onKey);
}
