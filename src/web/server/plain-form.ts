/**
 * A form sent without script: the draft that its page was written from, and every field that the page shows, also
 * those that nobody touched. What is not shown stays as it was. What still says what it said is no change, and goes
 * along when the sources change. A piece that was pressed is the one to be looked at next.
 */

import { readProgrammes } from "../../run/rows/cell-programmes.ts";
import { activePiece, type Draft } from "../model/draft.ts";
import { indexIn, LOOK_AT, textKey, themeKey } from "../model/draft-link.ts";
import type { BaseValues, FormField, ProgrammeValue } from "../model/form.ts";
import { shownValue } from "../model/shown-value.ts";

/**
 * @param before the draft that the page was written from
 * @param base what the sources of that draft say
 */
export function draftFromForm(
  sent: URLSearchParams,
  before: Draft,
  fields: readonly FormField[],
  base: BaseValues,
): Draft {
  const piece = activePiece(before);
  if (!piece) return before;
  const shared = new Map(Object.entries(before.data));
  const own = new Map(Object.entries(piece.data));
  for (const field of fields) {
    const { path } = field;
    const text = sent.get(textKey(before, path));
    if (text === null) continue;
    const shown = shownValue(before, piece, base, path);
    const value = typed(field, text, shown);
    if (isSame(value, shown)) continue;
    if (own.has(path)) lay(own, path, value, shared.has(path) ? shared.get(path) : base[path]);
    else lay(shared, path, value, base[path]);
  }
  const hasTheme = piece.theme !== null;
  const theme = sent.get(themeKey(before));
  const changed = {
    ...piece,
    theme: hasTheme ? theme || piece.theme : null,
    data: Object.fromEntries(own),
  };
  return {
    ...before,
    audience: chosen(sent.get("audience"), before.audience),
    event: chosen(sent.get("event"), before.event),
    theme: hasTheme ? before.theme : theme || before.theme,
    data: Object.fromEntries(shared),
    pieces: before.pieces.map((each) => (each === piece ? changed : each)),
    active: indexIn(before.pieces, sent.get(LOOK_AT)) ?? before.active,
  };
}

/** What would be said anyway is not said. */
function lay(texts: Map<string, unknown>, path: string, value: unknown, usual: unknown): void {
  if (isSame(value, usual)) texts.delete(path);
  else texts.set(path, value);
}

/** A choice that the page did not offer stays; the empty one is none. */
const chosen = (sent: string | null, before: string | null): string | null =>
  sent === null ? before : sent || null;

function typed({ control }: FormField, text: string, shown: unknown): unknown {
  const lines = text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (control === "list" || control === "phones") return lines;
  if (control === "programmes") return programmesFrom(lines.join("\n"), shown);
  return text.replace(/\r\n/gu, "\n").trim();
}

/** Programmes that were there keep what the lines do not say. */
function programmesFrom(text: string, shown: unknown): readonly ProgrammeValue[] {
  const known = Array.isArray(shown) ? (shown as readonly ProgrammeValue[]) : [];
  return readProgrammes(text).map(({ name, levels }) => {
    const before = known.find((each) => each.name === name);
    const all = levels.length > 0 ? levels : (before?.levels ?? ["trung-cap"]);
    return { ...before, name, levels: all };
  });
}

/** Empty and absent are the same to whoever fills a form. */
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(said(one)) === JSON.stringify(said(other));

const said = (value: unknown): unknown =>
  value === undefined || value === "" || (Array.isArray(value) && value.length === 0) ? null : value;
