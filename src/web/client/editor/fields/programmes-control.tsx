/** The list of occupations: names and levels, moved by dragging or by buttons. */

import { useEffect, useRef } from "preact/hooks";
import { textKey } from "../../../model/draft-link.ts";
import type { ProgrammeValue } from "../../../model/form.ts";
import { Icon } from "../../ui/icon.tsx";
import { useStore } from "../editor.tsx";
import type { ControlProps } from "./field.tsx";
import { focusRow } from "./focus-row.ts";
import { isWhollyMarked, pastedLines, withLines } from "./pasted-lines.ts";

const LEVELS = [
  ["so-cap", "SC", "Sơ cấp"],
  ["trung-cap", "TC", "Trung cấp"],
  ["cao-dang", "CĐ", "Cao đẳng"],
] as const;
const LEVEL_WORDS: Readonly<Record<string, string>> = {
  "so-cap": "sơ cấp",
  "trung-cap": "trung cấp",
  "cao-dang": "cao đẳng",
};

const UP = ".up:not(:disabled)";
const DOWN = ".down:not(:disabled)";

/** `null` where the move would leave the list. */
export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] | null {
  if (from === to || to < 0 || to >= items.length) return null;
  const next = [...items];
  const [item] = next.splice(from, 1);
  next.splice(to, 0, item!);
  return next;
}

export function ProgrammesControl({ field, describedBy, isWrong }: ControlProps) {
  const store = useStore();
  const { path, label, maxItems } = field;
  const list = useRef<HTMLUListElement>(null);
  const adding = useRef<HTMLButtonElement>(null);
  const value = store.fieldValue(path);
  const items = Array.isArray(value) ? (value as readonly ProgrammeValue[]) : [];
  const most = maxItems ?? 60;
  const set = (next: readonly ProgrammeValue[]) => store.say(path, next);
  const change = (index: number, part: Partial<ProgrammeValue>) =>
    set(items.map((each, at) => (at === index ? { ...each, ...part } : each)));
  const move = (from: number, to: number) => {
    const next = moved(items, from, to);
    if (!next) return;
    set(next);
    // The button moves with its row: the focus stays on what was pressed.
    focusRow(list.current, to, ...(to < from ? [UP, DOWN] : [DOWN, UP]));
  };
  const newest = useRef({ items, move });
  newest.current = { items, move };
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isGone = false;
    // Dragging is not needed before somebody looks at the list.
    void import("./drag-rows.ts").then(({ dragRows }) => {
      if (!isGone && list.current) stop = dragRows(list.current, (from, to) => newest.current.move(from, to));
    });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [items.length]);
  return (
    <>
      <ul class="programmes live-only" ref={list} aria-describedby={describedBy}>
        {items.map((item, index) => (
          <li key={index} data-index={index}>
            <span class="grip" aria-hidden="true" title="Kéo để đổi thứ tự">
              <Icon name="grip-vertical" />
            </span>
            <input
              class="input"
              value={item.name}
              aria-label={`Nghề ${index + 1}`}
              aria-invalid={isWrong(index) ? "true" : undefined}
              placeholder="Tên nghề"
              autocomplete="off"
              onPaste={(event) => {
                const lines = pastedLines(event.clipboardData?.getData("text/plain") ?? "");
                if (lines.length === 0) return;
                event.preventDefault();
                const added = lines.map((name) => ({ name, levels: item.levels }));
                set(withLines(items, index, isWhollyMarked(event.currentTarget), added));
              }}
              onInput={(event) => {
                performance.mark("keystroke");
                change(index, { name: event.currentTarget.value });
              }}
            />
            <span class="levels">
              {LEVELS.map(([id, short, name]) => (
                <label key={id} title={name}>
                  <input
                    type="checkbox"
                    checked={item.levels.includes(id)}
                    onChange={(event) =>
                      change(index, {
                        levels: LEVELS.map(([each]) => each).filter((each) =>
                          each === id ? event.currentTarget.checked : item.levels.includes(each),
                        ),
                      })
                    }
                  />
                  <span aria-hidden="true">{short}</span>
                  <span class="unseen">
                    {name}: {item.name}
                  </span>
                </label>
              ))}
            </span>
            <span class="moves">
              <button class="up" type="button" disabled={index === 0} onClick={() => move(index, index - 1)}>
                <Icon name="chevron-up" />
                <span class="unseen">Đưa lên: {item.name}</span>
              </button>
              <button
                class="down"
                type="button"
                disabled={index === items.length - 1}
                onClick={() => move(index, index + 1)}
              >
                <Icon name="chevron-down" />
                <span class="unseen">Đưa xuống: {item.name}</span>
              </button>
              <button
                class="remove"
                type="button"
                onClick={() => {
                  set(items.filter((_, at) => at !== index));
                  if (items.length > 1) focusRow(list.current, Math.min(index, items.length - 2), ".remove");
                  else adding.current?.focus();
                }}
              >
                <Icon name="trash-2" />
                <span class="unseen">Xóa: {item.name}</span>
              </button>
            </span>
          </li>
        ))}
      </ul>
      {items.length < most && (
        <button
          class="linklike live-only"
          type="button"
          ref={adding}
          onClick={() => {
            set([...items, { name: "", levels: ["trung-cap"] }]);
            focusRow(list.current, items.length, "input");
          }}
        >
          <Icon name="plus" />
          Thêm nghề
        </button>
      )}
      <textarea
        class="input plain-only"
        name={textKey(store.draft.value, path)}
        aria-label={`${label}, mỗi dòng một nghề, trình độ trong ngoặc`}
        rows={Math.max(3, items.length)}
        value={items
          .map(({ name, levels }) => `${name} (${levels.map((each) => LEVEL_WORDS[each]).join(", ")})`)
          .join("\n")}
      />
    </>
  );
}
