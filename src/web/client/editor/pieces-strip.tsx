/**
 * The pieces of the set, small, always up to date; and a way to add more. Without script a piece is a button of the form,
 * so that what has been typed goes along.
 */

import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { pieceKey } from "../../model/draft.ts";
import { draftAddress, LOOK_AT } from "../../model/draft-link.ts";
import { Icon } from "../ui/icon.tsx";
import { AddPieces } from "./add-pieces.tsx";
import { useStore } from "./editor.tsx";
import { FORM } from "./panel.tsx";
import { Thumb } from "./thumb.tsx";

export function PiecesStrip({ isSet }: { readonly isSet: Signal<boolean> }) {
  const store = useStore();
  const { draft, piece } = store;
  const isAdding = useSignal(false);
  const isLive = useSignal(false);
  useEffect(() => {
    isLive.value = true;
  }, []);
  const { pieces } = draft.value;
  const choose = (index: number) => {
    store.page.value = 0;
    store.look(index);
    isSet.value = false;
  };
  return (
    <nav class="strip" aria-label="Các ấn phẩm của bộ">
      {pieces.length > 1 && (
        <button
          class="button small live-only"
          type="button"
          aria-pressed={isSet.value}
          onClick={() => (isSet.value = !isSet.value)}
        >
          <Icon name="layout-grid" />
          Cả bộ
        </button>
      )}
      {pieces.length > 1 && !isLive.value && (
        // In front of the pieces, or Enter in a field would press the first of them. Some browsers skip what is not drawn.
        <button class="unseen" type="submit" form={FORM} tabIndex={-1} aria-hidden="true" />
      )}
      {pieces.length > 1 && (
        <ul>
          {pieces.map((each, index) => {
            const face = (
              <>
                <Thumb piece={each} side={52} />
                <span class="unseen">{store.formatOf(each).name}</span>
              </>
            );
            const isCurrent = each === piece.value && !isSet.value ? "true" : undefined;
            return (
              <li key={pieceKey(each)}>
                {isLive.value ? (
                  <a
                    class="strip-piece"
                    href={draftAddress("/an-pham", { ...draft.value, active: index })}
                    aria-current={isCurrent}
                    onClick={(event) => {
                      // Into another tab it goes as any link.
                      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                      event.preventDefault();
                      choose(index);
                    }}
                  >
                    {face}
                  </a>
                ) : (
                  <button
                    class="strip-piece"
                    type="submit"
                    form={FORM}
                    name={LOOK_AT}
                    value={index}
                    aria-current={isCurrent}
                  >
                    {face}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <button class="button small quiet live-only" type="button" onClick={() => (isAdding.value = true)}>
        <Icon name="plus" />
        {pieces.length > 1 ? "Thêm" : "Làm thêm khổ khác cùng nội dung"}
      </button>
      <a
        class="button small quiet strip-rows live-only"
        href={draftAddress("/nhieu-dong", draft.value)}
        title="Cùng một mẫu cho nhiều trường, nhiều người"
      >
        <Icon name="table" />
        <span>Từ bảng Excel</span>
      </a>
      {isAdding.value && <AddPieces onClose={() => (isAdding.value = false)} />}
    </nav>
  );
}
