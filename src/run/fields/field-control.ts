/** How a field is asked for on a form. */

import { safeParse } from "zod/v4/core";
import { event } from "../../model/brief.ts";
import type { Field } from "../rows/schema-fields.ts";

export const FIELD_CONTROLS = [
  "text",
  /** Several lines. */
  "textarea",
  "date",
  "time",
  "number",
  "switch",
  /** One of the fixed words of {@link TemplateField.choices}. */
  "choice",
  /** An id of something that the service lists: format, theme, message … */
  "reference",
  /** Short texts, one under the other. */
  "list",
  "programmes",
  "photo",
  "logo",
  "color",
  "url",
  "email",
  /** Telephone numbers, one under the other. */
  "phone",
  /** JSON with a form of its own. */
  "structure",
] as const;
export type FieldControl = (typeof FIELD_CONTROLS)[number];

/** What the kind of a field's value does not tell. */
const OWN_CONTROL: Readonly<Record<string, FieldControl>> = {
  institution: "reference",
  programmes: "programmes",
  "photo.file": "photo",
  "institution.logo": "logo",
  "institution.colors.primary.rgb": "color",
  "institution.colors.accent.rgb": "color",
  "institution.enrolmentUrl": "url",
  qr: "url",
  "contact.website": "url",
  "contact.facebook": "url",
  "contact.email": "email",
  "contact.phones": "phone",
  lead: "textarea",
  "award.citation": "textarea",
  "invitation.purpose": "textarea",
  "invitation.closing": "textarea",
  "invitation.reply": "textarea",
};

export function controlOf({ path, kind, request }: Field): FieldControl {
  const own = OWN_CONTROL[path];
  if (own) return own;
  switch (kind) {
    case "boolean":
      return "switch";
    case "texts":
      return "list";
    case "id":
      return request === path ? "reference" : "text";
    case "text":
      return isTime(path) ? "time" : "text";
    default:
      return kind;
  }
}

/** Of the event's fields, the one that takes a time of day and nothing else. */
const isTime = (path: string): boolean => {
  const [group, key = ""] = path.split(".");
  if (group !== "event" || !Object.hasOwn(event.shape, key)) return false;
  const schema = event.shape[key as keyof typeof event.shape];
  return safeParse(schema, "07:30").success && !safeParse(schema, "abc").success;
};
