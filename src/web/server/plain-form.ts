/**
 * A form sent without script: every field comes along, also those that nobody touched. What still says what its
 * sources say is no change, and goes along when the sources change.
 */

import { readProgrammes } from "../../run/rows/cell-programmes.ts";
import type { Draft, Overrides } from "../model/draft.ts";
import type { BaseValues, FormField, ProgrammeValue } from "../model/form.ts";

/**
 * @param draft as it was sent
 * @param base what the fields said when the form was written
 */
export function withoutUntouched(draft: Draft, fields: readonly FormField[], base: BaseValues): Draft {
  const data = new Map<string, unknown>();
  for (const [path, sent] of Object.entries(draft.data)) {
    const field = fields.find((each) => each.path === path);
    const value = field && typeof sent === "string" ? typed(field, sent, base[path]) : sent;
    if (!isSame(value, base[path])) data.set(path, value);
  }
  return { ...draft, data: Object.fromEntries(data) as Overrides };
}

function typed({ control }: FormField, text: string, base: unknown): unknown {
  const lines = text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (control === "list" || control === "phones") return lines;
  if (control === "programmes") return programmesFrom(lines.join("\n"), base);
  return text.replace(/\r\n/gu, "\n").trim();
}

/** Programmes that were there keep what the lines do not say. */
function programmesFrom(text: string, base: unknown): readonly ProgrammeValue[] {
  const known = Array.isArray(base) ? (base as readonly ProgrammeValue[]) : [];
  return readProgrammes(text).map(({ name, levels }) => {
    const before = known.find((each) => each.name === name);
    const all = levels.length > 0 ? levels : (before?.levels ?? ["trung-cap"]);
    return { ...before, name, levels: all };
  });
}

/** Empty and absent are the same to whoever fills a form. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one === "" ? null : one) ===
  JSON.stringify(other === "" || other === undefined ? null : other);
