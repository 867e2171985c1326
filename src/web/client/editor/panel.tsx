/** The form: what the whole set is made from, then the fields of its templates by group. */

import type { Diagnostic } from "../../../base/diagnostic.ts";
import { BEFORE, draftToQuery } from "../../model/draft-link.ts";
import type { FormField } from "../../model/form.ts";
import { GoneNote } from "../ui/gone-note.tsx";
import { Group } from "../ui/group.tsx";
import { Icon } from "../ui/icon.tsx";
import { useStore } from "./editor.tsx";
import { FieldView } from "./fields/field.tsx";
import { Look } from "./look.tsx";
import { PlainDownloads } from "./plain-downloads.tsx";
import { findingsOf } from "./plain-words.ts";
import { ScopeSwitch } from "./scope.tsx";
import { Sources } from "./sources-group.tsx";

const ICON_OF_GROUP = {
  message: "message-square",
  event: "calendar",
  programmes: "wrench",
  contact: "phone",
  pictures: "image",
  institution: "school",
  person: "user",
  award: "award",
  invitation: "mail",
  handbook: "book-open",
} as const;

/** Id of the form. */
export const FORM = "noi-dung";

export function Panel({ gone }: { readonly gone: readonly Diagnostic[] }) {
  const store = useStore();
  const { form, draft, piece } = store;
  const key = `${piece.value.template}/${piece.value.format}`;
  const findings = store.findings.value;
  const fields = form.value.fields.filter(({ pieces }) => pieces.includes(key));
  const hasEvent = draft.value.event !== null;
  return (
    <form
      class="panel"
      id={FORM}
      action="/an-pham"
      method="post"
      onSubmit={(event) => event.preventDefault()}
      novalidate
    >
      <input type="hidden" name={BEFORE} value={draftToQuery(draft.value).toString()} />
      <GoneNote gone={gone} />
      <ScopeSwitch />
      <Sources />
      <Look />
      {form.value.groups.map(({ id, name }, index) => {
        const own = fields.filter(({ group }) => group === id);
        // Without an occasion there is nothing to tell about it.
        if (own.length === 0 || (id === "event" && !hasEvent)) return null;
        const count = own.reduce(
          (sum, { path }) =>
            sum + findingsOf(findings, path).filter(({ severity }) => severity !== "note").length,
          0,
        );
        return (
          <Group
            key={id}
            name={name}
            icon={ICON_OF_GROUP[id as keyof typeof ICON_OF_GROUP] ?? "file-text"}
            isOpen={index < 2 || OPEN.includes(id)}
            count={count}
          >
            {own.map((field: FormField) => (
              <FieldView field={field} key={field.path} findings={findingsOf(findings, field.path)} />
            ))}
          </Group>
        );
      })}
      <div class="plain-only plain-submit">
        <button class="button deep" type="submit">
          <Icon name="refresh-cw" />
          Cập nhật ảnh xem trước
        </button>
      </div>
      <PlainDownloads />
    </form>
  );
}

const OPEN: readonly string[] = ["person", "award", "invitation", "message", "event"];
