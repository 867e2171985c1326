/** Controls for what the template reads of a brief, made from the brief's own schema. */

import { useEffect, useState } from "preact/hooks";
import { FIELD_GROUPS, type GroupId } from "../../run/fields/field-groups.ts";
import type { TemplateField } from "../../run/fields/template-fields.ts";
import { askFields } from "./api.ts";
import { change, choice, fileVersion, view } from "./state.ts";
import { say, t } from "./words.ts";

/** Chosen elsewhere on the page, or too long for an address. */
const ELSEWHERE = new Set(["handbook", "directory", "audience.id"]);

const CALM_MS = 2000;

export function Controls() {
  const [fields, setFields] = useState<readonly TemplateField[]>([]);
  const { template, format, set } = choice.value;
  const version = fileVersion.value;
  useEffect(() => {
    let isWanted = true;
    // Finding them composes the template many times: that waits until nothing is saved for a while.
    const timer = setTimeout(
      async () => {
        const found = await askFields(template).catch(() => []);
        if (isWanted) setFields(found);
      },
      fields.length === 0 ? 300 : CALM_MS,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [template, version]);
  const asked = fields.filter(
    ({ request, path, formats }) =>
      request?.startsWith("data.") && formats.includes(format) && !ELSEWHERE.has(path.split(".short")[0]!),
  );
  const groups = [...new Set(asked.map(({ group }) => group))];
  const count = Object.keys(set).length;
  return (
    <section class="controls" aria-label={t("Nội dung", "Content")}>
      <p class="legend">
        {t("Nội dung", "Content")}
        {count > 0 && (
          <button type="button" class="quiet" onClick={() => change({ set: {} })}>
            {t(`Bỏ ${count} thay đổi`, `Undo ${count}`)}
          </button>
        )}
      </p>
      {groups.map((group) => (
        <Group key={group} group={group} fields={asked.filter((field) => field.group === group)} />
      ))}
    </section>
  );
}

function Group({ group, fields }: { readonly group: GroupId; readonly fields: readonly TemplateField[] }) {
  const set = choice.value.set;
  const changed = fields.filter((field) => pathOf(field) in set).length;
  return (
    <details>
      <summary>
        {say(FIELD_GROUPS[group])} {changed > 0 && <span class="badge">{changed}</span>}
      </summary>
      {fields.map((field) => (
        <Control key={field.path} field={field} />
      ))}
    </details>
  );
}

/** Into the brief. */
const pathOf = ({ request }: TemplateField): string => (request ?? "").slice("data.".length);

function Control({ field }: { readonly field: TemplateField }) {
  const path = pathOf(field);
  const { set } = choice.value;
  const isChanged = path in set;
  const value = isChanged ? set[path] : valueAt(view.value?.brief, path);
  const put = (next: unknown) => change({ set: { ...choice.value.set, [path]: next } });
  const undo = () => {
    const { [path]: _, ...rest } = choice.value.set;
    change({ set: rest });
  };
  const id = `field-${path.replaceAll(".", "-")}`;
  return (
    <div class="pick control" data-changed={isChanged}>
      <span>
        <label for={id}>{say(field.label)}</label>
        {isChanged && (
          <button
            type="button"
            class="undo"
            onClick={undo}
            aria-label={t(`Bỏ: ${field.label.vi}`, `Undo: ${field.label.en}`)}
          >
            ↺
          </button>
        )}
      </span>
      <Input field={field} id={id} value={value} onPut={put} />
    </div>
  );
}

interface InputProps {
  readonly field: TemplateField;
  readonly id: string;
  readonly value: unknown;
  readonly onPut: (value: unknown) => void;
}

function Input({ field, id, value, onPut }: InputProps) {
  const { control, limits, choices, example } = field;
  const placeholder = example ?? "";
  const typed = (event: { readonly currentTarget: HTMLInputElement }) =>
    onPut(textOr(event.currentTarget.value));
  switch (control) {
    case "switch":
      return (
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          onChange={(event) => onPut(event.currentTarget.checked)}
        />
      );
    case "choice":
      return (
        <select id={id} value={String(value ?? "")} onChange={(event) => onPut(event.currentTarget.value)}>
          {choices.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      );
    case "list":
    case "phone":
      return (
        <textarea
          id={id}
          rows={3}
          placeholder={placeholder}
          value={Array.isArray(value) ? value.map(textOf).join("\n") : ""}
          onChange={(event) =>
            onPut(
              event.currentTarget.value
                .split("\n")
                .map((line) => line.trim())
                .filter((line) => line !== ""),
            )
          }
        />
      );
    case "programmes":
    case "structure":
      return <JsonInput id={id} value={value} onPut={onPut} />;
    case "textarea":
      return (
        <textarea
          id={id}
          rows={3}
          placeholder={placeholder}
          value={textOf(value)}
          onInput={(event) => onPut(textOr(event.currentTarget.value))}
        />
      );
    case "number":
      return (
        <input
          id={id}
          type="number"
          {...(limits.minimum === null ? {} : { min: limits.minimum })}
          {...(limits.maximum === null ? {} : { max: limits.maximum })}
          value={value === null || value === undefined ? "" : String(value)}
          onInput={(event) =>
            onPut(event.currentTarget.value === "" ? null : Number(event.currentTarget.value))
          }
        />
      );
    case "date":
      return <input id={id} type="date" value={textOf(value)} onInput={typed} />;
    case "time":
      return <input id={id} type="time" value={textOf(value)} onInput={typed} />;
    default:
      return (
        <input
          id={id}
          type="text"
          placeholder={placeholder}
          {...(limits.maxLength === null ? {} : { maxLength: limits.maxLength })}
          value={textOf(value)}
          onInput={typed}
        />
      );
  }
}

/** What has a form of its own, as JSON; kept only while it can be read. */
function JsonInput({ id, value, onPut }: Omit<InputProps, "field">) {
  const [isBroken, setBroken] = useState(false);
  return (
    <textarea
      id={id}
      rows={5}
      spellcheck={false}
      class="json"
      aria-invalid={isBroken}
      value={JSON.stringify(value ?? null, null, 1)}
      onChange={(event) => {
        try {
          onPut(JSON.parse(event.currentTarget.value));
          setBroken(false);
        } catch {
          setBroken(true);
        }
      }}
    />
  );
}

/** An emptied field says nothing. */
const textOr = (text: string): string | null => (text === "" ? null : text);

/** Texts may have a short form: what is typed is the text. */
function textOf(value: unknown): string {
  if (typeof value === "object" && value !== null && "text" in value) return String(value.text);
  return value === null || value === undefined ? "" : String(value);
}

function valueAt(brief: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (value, step) =>
        typeof value === "object" && value !== null
          ? (value as Readonly<Record<string, unknown>>)[step]
          : undefined,
      brief,
    );
}
