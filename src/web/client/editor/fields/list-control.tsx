/** Short texts one under the other: telephone numbers, addresses, benefits. */

import { useRef } from "preact/hooks";
import { textKey } from "../../../model/draft-link.ts";
import { Icon } from "../../ui/icon.tsx";
import { Input } from "../../ui/input.tsx";
import { useStore } from "../editor.tsx";
import { type ControlProps, idOf } from "./field.tsx";
import { focusRow } from "./focus-row.ts";
import { isWhollyMarked, pastedLines, withLines } from "./pasted-lines.ts";
import { RoomCount } from "./room-count.tsx";

export function ListControl({ field, describedBy, isWrong }: ControlProps) {
  const store = useStore();
  const { path, label, control, example, maxItems } = field;
  const list = useRef<HTMLUListElement>(null);
  const value = store.fieldValue(path);
  const items = Array.isArray(value) ? value.map((each) => (typeof each === "string" ? each : "")) : [];
  const rows = items.length === 0 ? [""] : items;
  const most = maxItems ?? 12;
  const set = (next: readonly string[]) => store.say(path, next);
  return (
    <>
      <ul class="rows live-only" ref={list}>
        {rows.map((text, index) => (
          <li key={index}>
            <Input
              class="input"
              id={`${idOf(path)}-${index}`}
              value={text}
              type={control === "phones" ? "tel" : "text"}
              autocomplete="off"
              aria-label={`${label} ${index + 1}`}
              aria-describedby={describedBy}
              aria-invalid={isWrong(index) ? "true" : undefined}
              placeholder={example === null ? undefined : `Ví dụ: ${example}`}
              onFocus={() => {
                store.focus.value = `${path}.${index}`;
              }}
              onBlur={() => {
                store.focus.value = null;
              }}
              onPaste={(event: ClipboardEvent & { readonly currentTarget: HTMLInputElement }) => {
                const lines = pastedLines(event.clipboardData?.getData("text/plain") ?? "");
                if (lines.length === 0) return;
                event.preventDefault();
                set(withLines(rows, index, isWhollyMarked(event.currentTarget), lines));
              }}
              onInput={(event) => {
                performance.mark("keystroke");
                const now = event.currentTarget.value;
                set(rows.map((each, at) => (at === index ? now : each)));
              }}
            />
            <RoomCount path={`${path}.${index}`} />
            {items.length > 1 && (
              <button
                class="button quiet square small"
                type="button"
                onClick={() => {
                  set(items.filter((_, at) => at !== index));
                  focusRow(list.current, Math.min(index, items.length - 2), "button", "input");
                }}
              >
                <Icon name="trash-2" />
                <span class="unseen">
                  Xóa {label} {index + 1}
                </span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {items.length < most && (
        <button
          class="linklike live-only"
          type="button"
          onClick={() => {
            set([...items, ""]);
            focusRow(list.current, items.length, "input");
          }}
        >
          <Icon name="plus" />
          Thêm<span class="unseen"> {label}</span>
        </button>
      )}
      <textarea
        class="input plain-only"
        name={textKey(store.draft.value, path)}
        aria-label={`${label}, mỗi dòng một mục`}
        rows={Math.max(2, items.length)}
        value={items.join("\n")}
      />
    </>
  );
}
