/** More pieces from the same content: a list to tick. */

import { useSignal } from "@preact/signals";
import { USES } from "../../model/catalogue.ts";
import { MOST_PIECES, type PieceDraft, pieceKey } from "../../model/draft.ts";
import { Dialog } from "../ui/dialog.tsx";
import { useStore } from "./editor.tsx";

export function AddPieces({ onClose }: { readonly onClose: () => void }) {
  const store = useStore();
  const { draft, catalogue } = store;
  const now = draft.value;
  const ticked = useSignal<ReadonlySet<string>>(new Set(now.pieces.map(pieceKey)));
  const offers = catalogue.templates.flatMap((template) =>
    template.formats.flatMap((id) => {
      const format = catalogue.formats.find((each) => each.id === id);
      return format ? [{ key: `${template.id}/${id}`, template, format }] : [];
    }),
  );
  const toggle = (key: string) => {
    const next = new Set(ticked.value);
    if (!next.delete(key)) next.add(key);
    ticked.value = next;
  };
  const take = () => {
    const kept = now.pieces.filter((piece) => ticked.value.has(pieceKey(piece)));
    const added = offers
      .filter(({ key }) => ticked.value.has(key) && !now.pieces.some((piece) => pieceKey(piece) === key))
      .map(
        ({ template, format }): PieceDraft => ({
          template: template.id,
          format: format.id,
          theme: null,
          data: {},
        }),
      );
    const pieces = [...kept, ...added].slice(0, MOST_PIECES);
    const active = Math.max(
      0,
      pieces.findIndex((piece) => pieceKey(piece) === pieceKey(store.piece.value)),
    );
    if (pieces.length > 0) store.change({ ...now, pieces, active });
    onClose();
  };
  return (
    <Dialog title="Ấn phẩm của bộ" onClose={onClose} isWide>
      <p class="hint">
        Đánh dấu những khổ cần làm. Tất cả dùng chung một nội dung; sau đó có thể chỉnh riêng từng khổ.
      </p>
      {USES.map(({ id, name }) => {
        const own = offers.filter(({ format }) => format.uses[0] === id);
        return own.length === 0 ? null : (
          <fieldset class="offers" key={id}>
            <legend>{name.vi}</legend>
            {own.map(({ key, format }) => (
              <label class="check" key={key}>
                <input type="checkbox" checked={ticked.value.has(key)} onChange={() => toggle(key)} />
                <span>
                  {format.name} <small>{format.size}</small>
                </span>
              </label>
            ))}
          </fieldset>
        );
      })}
      <div class="dialog-actions">
        <button class="button" type="button" onClick={onClose}>
          Thôi
        </button>
        <button class="button deep" type="button" disabled={ticked.value.size === 0} onClick={take}>
          Dùng {ticked.value.size} ấn phẩm
        </button>
      </div>
    </Dialog>
  );
}
