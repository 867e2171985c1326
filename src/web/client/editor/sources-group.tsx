/** Ready texts with one choice each: whom the pieces speak to, and on what occasion. */

import { useStore } from "./editor.tsx";

export function Sources() {
  const store = useStore();
  const { draft, catalogue, form } = store;
  const reads = (paths: readonly string[]) => form.value.fields.some(({ path }) => paths.includes(path));
  const now = draft.value;
  return (
    <div class="sources">
      {reads(["lead", "callToAction", "benefits"]) && (
        <div class="field">
          <div class="field-head">
            <label for="audience">Nói với ai</label>
          </div>
          <select
            class="input"
            id="audience"
            name="audience"
            value={now.audience ?? ""}
            onChange={(event) =>
              change(store, { audience: event.currentTarget.value || null }, [
                "lead",
                "callToAction",
                "benefits",
              ])
            }
          >
            <option value="">Mọi người (lời chung)</option>
            {catalogue.audiences.map(({ id, name }) => (
              <option value={id} key={id} selected={id === now.audience}>
                {name}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="field">
        <div class="field-head">
          <label for="event">Dịp</label>
        </div>
        <select
          class="input"
          id="event"
          name="event"
          value={now.event ?? ""}
          onChange={(event) =>
            change(store, { event: event.currentTarget.value || null }, [
              "badge",
              "lead",
              "message.text",
              "event.name",
            ])
          }
        >
          <option value="">Tuyển sinh hằng năm</option>
          {catalogue.events.map(({ id, name }) => (
            <option value={id} key={id} selected={id === now.event}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <p class="hint">Chọn là có sẵn lời. Sau đó sửa chỗ nào cũng được.</p>
    </div>
  );
}

/** New ready texts come in place of typed ones; what was typed is one undo away. */
function change(
  store: ReturnType<typeof useStore>,
  sources: Partial<typeof store.draft.value>,
  texts: readonly string[],
): void {
  const { data, ...rest } = store.draft.value;
  const kept = Object.fromEntries(
    Object.entries(data).filter(([path]) => !texts.includes(path.replace(/\.short$/, ""))),
  );
  const isLost = Object.keys(kept).length < Object.keys(data).length;
  store.change({ ...rest, data: kept, ...sources });
  if (isLost)
    store.toast.value = {
      text: "Đã thay lời bạn gõ bằng lời có sẵn.",
      action: { name: "Lấy lại", run: store.undo },
    };
}
