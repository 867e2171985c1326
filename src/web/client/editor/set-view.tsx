/** All pieces of the set side by side. */

import { useRef } from "preact/hooks";
import { pieceKey } from "../../model/draft.ts";
import { Icon } from "../ui/icon.tsx";
import { useStore } from "./editor.tsx";
import { focusRow } from "./fields/focus-row.ts";
import { plainFindings } from "./plain-words.ts";
import { Thumb } from "./thumb.tsx";

export function SetView({ onChoose }: { readonly onChoose: () => void }) {
  const store = useStore();
  const { draft } = store;
  const now = draft.value;
  const list = useRef<HTMLUListElement>(null);
  const isNarrow = innerWidth <= 860;
  return (
    <div class="canvas set">
      <ul class="set-grid" ref={list}>
        {now.pieces.map((piece, index) => {
          const format = store.formatOf(piece);
          const findings = plainFindings(store.views.value[pieceKey(piece)]?.diagnostics ?? []).filter(
            ({ severity }) => severity !== "note",
          );
          const isOwn = Object.keys(piece.data).length > 0 || piece.theme !== null;
          return (
            <li class="set-piece" key={pieceKey(piece)}>
              <button
                type="button"
                class="set-open"
                onClick={() => {
                  store.page.value = 0;
                  store.look(index);
                  onChoose();
                }}
              >
                <span class="set-picture">
                  <Thumb piece={piece} side={isNarrow ? 136 : 248} height={isNarrow ? 136 : 210} />
                </span>
                <span class="set-name">{format.name}</span>
                <small>
                  {format.size}
                  {isOwn ? " · chỉnh riêng" : ""}
                </small>
                {findings.length > 0 && (
                  <small class="set-warn">
                    <Icon name="triangle-alert" />
                    {findings.length} điều cần xem
                  </small>
                )}
              </button>
              <button
                class="button quiet square small set-remove"
                type="button"
                onClick={() => {
                  const pieces = now.pieces.filter((each) => each !== piece);
                  const last = pieces.length - 1;
                  if (last > 0) focusRow(list.current, Math.min(index, last), ".set-remove");
                  else document.querySelector<HTMLElement>(".strip button")?.focus();
                  store.change({ ...now, pieces, active: Math.min(now.active, pieces.length - 1) });
                  store.toast.value = {
                    text: `Đã bỏ ${format.name} khỏi bộ.`,
                    action: {
                      name: "Lấy lại",
                      run() {
                        store.undo();
                        focusRow(document.querySelector(".set-grid"), index, ".set-remove");
                      },
                    },
                  };
                }}
              >
                <Icon name="x" />
                <span class="unseen">Bỏ khỏi bộ: {format.name}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
