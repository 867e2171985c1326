/** Texts that the campaign has for this field, one click away. */

import { useSignal } from "@preact/signals";
import type { FormField } from "../../../model/form.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useStore } from "../editor.tsx";

export function ReadyTexts({ field }: { readonly field: FormField }) {
  const store = useStore();
  const isOpen = useSignal(false);
  const { path, label, control } = field;
  const ready = store.catalogue.ready.filter((each) => each.path === path);
  if (ready.length === 0) return null;
  const isList = control === "list";
  const value = store.fieldValue(path);
  const items = Array.isArray(value) ? (value as readonly string[]) : [];
  const take = (text: string) => {
    if (!isList) {
      store.say(path, text);
      isOpen.value = false;
      return;
    }
    store.say(path, items.includes(text) ? items.filter((each) => each !== text) : [...items, text]);
  };
  return (
    <>
      <button class="linklike" type="button" onClick={() => (isOpen.value = true)}>
        <Icon name="sparkles" />
        Lời có sẵn<span class="unseen">: {label}</span>
      </button>
      {isOpen.value && (
        <Dialog title={`Lời có sẵn: ${label}`} onClose={() => (isOpen.value = false)}>
          <ul class="ready">
            {ready.map(({ text, from }) => (
              <li key={text}>
                <button
                  type="button"
                  aria-pressed={isList ? items.includes(text) : value === text}
                  onClick={() => take(text)}
                >
                  <span>{text}</span>
                  <small>{from}</small>
                </button>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}
