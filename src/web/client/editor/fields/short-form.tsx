/** The shorter way to say the same, for pieces where the whole has no room. */

import { Icon } from "../../ui/icon.tsx";
import { useStore } from "../editor.tsx";
import { idOf } from "./field.tsx";

interface ShortProps {
  readonly path: string;
  readonly label: string;
}

export function ShortForm({ path, label }: ShortProps) {
  const store = useStore();
  const { view, draft, piece } = store;
  const saying = view.value.sayings[path];
  const short = `${path}.short`;
  const isTyped = short in draft.value.data || short in piece.value.data;
  const whole = store.fieldValue(path);
  if ((saying !== "short" && !isTyped) || typeof whole !== "string" || whole === "") return null;
  const value = store.fieldValue(short);
  return (
    <div class="short-form live-only">
      <label for={idOf(short)}>
        <Icon name="info" />
        Khổ này chật nên in bản gọn<span class="unseen"> của {label}</span>:
      </label>
      <input
        class="input"
        id={idOf(short)}
        value={typeof value === "string" ? value : ""}
        autocomplete="off"
        onInput={(event) => {
          performance.mark("keystroke");
          store.say(short, event.currentTarget.value);
        }}
      />
    </div>
  );
}
