import { textKey } from "../../../model/draft-link.ts";
import { Input } from "../../ui/input.tsx";
import { useStore } from "../editor.tsx";
import { type ControlProps, idOf } from "./field.tsx";

const TYPES = { date: "date", time: "time", url: "url", email: "email" } as const;
const MODES = { url: "url", email: "email" } as const;

/** Texts of that many characters may be longer than the form is wide: they go on in a second line. */
const LONG = 200;

export function TextControl({ field, describedBy, isWrong }: ControlProps) {
  const store = useStore();
  const { path, control, example, maxLength, required } = field;
  const value = store.fieldValue(path);
  // No `maxlength`: it would cut off what is pasted without a word. What is too long is told as any other fault.
  const shared = {
    class: "input",
    id: idOf(path),
    name: textKey(store.draft.value, path),
    value: typeof value === "string" ? value : value === null || value === undefined ? "" : String(value),
    "aria-describedby": describedBy,
    "aria-invalid": isWrong(null) ? ("true" as const) : undefined,
    required,
    onFocus: () => {
      store.focus.value = path;
    },
    onBlur: () => {
      if (store.focus.value === path) store.focus.value = null;
    },
    ...(example === null ? {} : { placeholder: `Ví dụ: ${example}` }),
  };
  const say = (text: string) => {
    performance.mark("keystroke");
    store.say(path, text);
  };
  if (control === "textarea" || (control === "text" && (maxLength ?? 0) >= LONG)) {
    return (
      <textarea
        {...shared}
        class={control === "textarea" ? "input" : "input line"}
        rows={control === "textarea" ? 2 : 1}
        onInput={({ currentTarget: area }) => {
          if (area.value.includes("\n")) {
            // The cursor stays where it was.
            const at = area.selectionStart;
            area.value = area.value.replaceAll("\n", " ");
            area.setSelectionRange(at, at);
          }
          say(area.value);
        }}
      />
    );
  }
  const type = control in TYPES ? TYPES[control as keyof typeof TYPES] : "text";
  return (
    <Input
      {...shared}
      // Addresses are typed without “https://”, which the browser's own check would refuse.
      type={type === "url" ? "text" : type}
      inputMode={control in MODES ? MODES[control as keyof typeof MODES] : undefined}
      spellcheck={type === "text"}
      autocomplete="off"
      onInput={(event) => say(event.currentTarget.value)}
    />
  );
}
