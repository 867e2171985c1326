/** The fields of a set of pieces: those that any of their templates reads, in the order in which people think. */

import type { FieldControl } from "../../run/fields/field-control.ts";
import { FIELD_GROUPS } from "../../run/fields/field-groups.ts";
import type { TemplateField } from "../../run/fields/template-fields.ts";
import type { PieceDraft } from "../model/draft.ts";
import type { ControlKind, Form, FormField } from "../model/form.ts";
import type { TemplateFacts } from "./template-facts.ts";
import { GROUP_ORDER, HINTS, LABELS } from "./words.ts";

const CONTROLS: Readonly<Partial<Record<FieldControl, ControlKind>>> = {
  text: "text",
  textarea: "textarea",
  date: "date",
  time: "time",
  list: "list",
  phone: "phones",
  programmes: "programmes",
  photo: "photo",
  logo: "logo",
  url: "url",
  email: "email",
};

/** Chosen elsewhere on the page, or told by the choice of readers. */
const NOT_TYPED = /^(?:audience\.|photo\.(?:focus|treatment))|\.short$/;

/** @throws AnphamError `request.unknown-id` for a template that there is not */
export async function formOf(facts: TemplateFacts, pieces: readonly PieceDraft[]): Promise<Form> {
  const found = new Map<string, { field: TemplateField; control: ControlKind; pieces: string[] }>();
  for (const { template, format } of pieces) {
    for (const field of await facts.fieldsOf(template)) {
      const path = field.request?.startsWith("data.") ? field.request.slice("data.".length) : null;
      const control = CONTROLS[field.control];
      if (path === null || control === undefined || NOT_TYPED.test(path)) continue;
      const entry = found.get(path) ?? { field, control, pieces: [] };
      if (field.formats.includes(format)) entry.pieces.push(`${template}/${format}`);
      found.set(path, entry);
    }
  }
  const fields = [...found].flatMap(([path, { field, control, pieces: shownBy }]): FormField[] => {
    if (shownBy.length === 0) return [];
    const { group, label, example, limits, required } = field;
    return [
      {
        path,
        group: group === "pictures" && path === "institution.logo" ? "institution" : group,
        control: path === "message.text" ? "textarea" : control,
        label: LABELS[path] ?? label.vi,
        hint: HINTS[path] ?? null,
        example,
        maxLength: limits.maxLength,
        maxItems: limits.maxItems,
        required,
        pieces: shownBy,
      },
    ];
  });
  const groups = GROUP_ORDER.filter((id) => fields.some(({ group }) => group === id)).map((id) => ({
    id,
    name: FIELD_GROUPS[id].vi,
  }));
  return { groups, fields: fields.sort((a, b) => rank(a.path) - rank(b.path)) };
}

/** What people fill first stands first; the rest keeps the order of the schema. */
const FIRST: readonly string[] = [
  ...["message.text", "badge", "lead", "callToAction", "enrolmentPeriod"],
  ...["event.name", "event.date", "event.time", "event.place"],
  ...["institution.name", "institution.governingBody", "institution.logo", "institution.monogram"],
  ...["programmes", "programmesTitle", "benefits"],
  ...["contact.phones", "contact.addresses", "contact.website", "qr"],
];
const rank = (path: string): number => (FIRST.includes(path) ? FIRST.indexOf(path) : FIRST.length);
