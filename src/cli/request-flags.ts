/** The flags of a render request: made from its schema, so that a new field is a new flag. */

import { type Command, Option } from "commander";
import { renderRequest } from "../model/request.ts";
import { inLanguage, type Language } from "./language.ts";
import { number, ratio } from "./options.ts";

type Field = keyof typeof renderRequest.shape;

/** Fields that other parts of the command line give: an argument, `--data` with `--set`, the file's extension. */
const GIVEN_OTHERWISE: readonly Field[] = ["template", "data", "as"];

/** What stands after a flag in the help, where an id is not the only thing it takes. Empty: a switch. */
const VALUES: Partial<Record<Field, string>> = {
  institution: "<id|file.json>",
  ppi: "<number>",
  bleed: "<mm>",
  marks: "[list]",
  outline: "",
  scale: "<1:10>",
  mirror: "",
  date: "<2026-09-30>",
};

/** Fields that the profile may have switched on already, with what `--no-…` does. */
const SWITCHES: Partial<Record<Field, string>> = {
  marks: "không có dấu in | no marks",
  outline: "giữ chữ sống | keep text live",
  mirror: "không lật gương | not mirrored",
};

const fields = Object.keys(renderRequest.shape) as Field[];

/** The description of a request field, “Vietnamese | English”. */
export const describeField = (field: Field): string => renderRequest.shape[field].description ?? "";

/** The request fields that are flags, in the schema's order. */
export const FLAG_FIELDS: readonly Field[] = fields.filter((field) => !GIVEN_OTHERWISE.includes(field));

/**
 * Adds `--format`, `--institution` and the rest to a command. The parser does not demand those without a
 * default: the schema does, and names all that are missing at once.
 */
export function addRequestFlags(command: Command, language: Language): void {
  for (const field of FLAG_FIELDS) {
    const fallback = renderRequest.shape[field].safeParse(undefined);
    const required = inLanguage("bắt buộc | required", language);
    const shown = fallback.success
      ? fallback.data === null
        ? ""
        : ` [${String(fallback.data)}]`
      : ` (${required})`;
    const text = `${inLanguage(describeField(field), language)}${shown}`;
    command.addOption(new Option(`--${field} ${VALUES[field] ?? "<id>"}`.trim(), text));
    const without = SWITCHES[field];
    if (without) command.addOption(new Option(`--no-${field}`, inLanguage(without, language)));
  }
}

/** How the text of a flag becomes a field's value. What cannot be read stays text, for the schema to refuse. */
const READERS: Partial<Record<Field, (value: unknown) => unknown>> = {
  ppi: number,
  bleed: number,
  marks: list,
  scale: ratio,
};

/** The request fields among parsed options. */
export function requestFields(options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const given = FLAG_FIELDS.filter((field) => options[field] !== undefined);
  return Object.fromEntries(
    given.map((field) => [field, READERS[field]?.(options[field]) ?? options[field]]),
  );
}

/** `crop,slug` → its names. */
function list(value: unknown): unknown {
  return typeof value === "string" ? value.split(",").map((name) => name.trim()) : value;
}
