/** Ready texts with one choice each: whom the pieces speak to, and on what occasion. */

import { NO_EVENT } from "../../model/draft.ts";
import { NamedSelect } from "../ui/named-select.tsx";
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
          <NamedSelect
            name="audience"
            options={catalogue.audiences}
            value={now.audience}
            none="Mọi người (lời chung)"
            onPick={(audience) =>
              change(store, "audience", { audience }, ["lead", "callToAction", "benefits"])
            }
          />
        </div>
      )}
      <div class="field">
        <div class="field-head">
          <label for="event">Dịp</label>
        </div>
        <NamedSelect
          name="event"
          options={catalogue.events}
          value={now.event}
          none={NO_EVENT}
          onPick={(event) =>
            change(store, "event", { event }, ["badge", "lead", "message.text", "event.name"])
          }
        />
      </div>
      <p class="hint">Chọn là có sẵn lời. Sau đó sửa chỗ nào cũng được.</p>
    </div>
  );
}

/** New ready texts come in place of typed ones; what was typed is one undo away. */
function change(
  store: ReturnType<typeof useStore>,
  select: "audience" | "event",
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
      action: {
        name: "Lấy lại",
        run() {
          store.undo();
          document.getElementById(select)?.focus();
        },
      },
    };
}
