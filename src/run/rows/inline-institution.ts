/** What an institution's data needs besides what tables say. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import { capitals } from "../../base/vietnamese/casing.ts";
import { slug } from "../../base/vietnamese/slug.ts";
import type { TrainingLevel } from "../../model/institution.ts";
import {
  isLikeAList,
  LEVEL_WORDS,
  levelOfName,
  readProgrammes,
  type WrittenProgramme,
} from "./cell-programmes.ts";
import type { DeepObject } from "./deep-object.ts";
import { quoted } from "./raw-table.ts";

/** The limit of ids. */
const LONGEST_ID = 80;

/** Fills id, monogram and an empty list of programmes where the row does not say them. */
export function completeInstitution(
  given: DeepObject,
  id: string | null,
  number: number,
): Readonly<Record<string, unknown>> {
  const name = given.get("name");
  const text = String(typeof name === "object" && name !== null && "text" in name ? name.text : (name ?? ""));
  const own = slug(id ?? String(given.get("id") ?? text))
    .slice(0, LONGEST_ID)
    .replace(/-$/u, "");
  given.set("id", own === "" ? `row-${number}` : own);
  if (given.get("monogram") === undefined && text !== "") given.set("monogram", initials(text));
  if (given.get("programmes") === undefined) given.set("programmes", []);
  return given.toObject();
}

/** Of the last two words, by which a school is told from its like: “Trường Cao đẳng Y tế” → “YT”. */
function initials(name: string): string {
  const words = name.normalize("NFC").match(/\p{L}+/gu) ?? [];
  return capitals(
    words
      .slice(-2)
      .map(([first]) => first)
      .join(""),
  );
}

/**
 * Programmes with levels: their own, else those of the row's column, else the institution's kind. None at all is left
 * for the schema to refuse.
 * @param kind name or id that tells what kind of institution it is
 */
export function completeProgrammes(
  cell: string,
  levels: readonly TrainingLevel[],
  kind: string | null,
): { readonly value: readonly unknown[]; readonly diagnostics: readonly Diagnostic[] } {
  const guess = kind === null ? null : levelOfName(kind);
  const fallback = levels.length > 0 ? levels : guess === null ? [] : [guess];
  const written = readProgrammes(cell);
  const value = written.map(({ name, levels: own }) => ({ name, levels: own.length > 0 ? own : fallback }));
  return { value, diagnostics: [...listsAmong(written), ...guesses(written, levels, guess)] };
}

const listsAmong = (written: readonly WrittenProgramme[]): readonly Diagnostic[] =>
  written
    .filter(({ name }) => isLikeAList(name))
    .map(({ name }) => diagnose("rows.one-programme", { text: quoted(name) }));

function guesses(
  written: readonly WrittenProgramme[],
  levels: readonly TrainingLevel[],
  guess: TrainingLevel | null,
): readonly Diagnostic[] {
  const count = written.filter(({ levels: own }) => own.length === 0).length;
  if (count === 0 || levels.length > 0 || guess === null) return [];
  const level = LEVEL_WORDS[guess];
  return [diagnose("rows.guessed-levels", { count, levels: level, levelsVi: level })];
}
