/** Rows that are there twice, or that speak of somebody who is. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import { contentHash } from "../../base/hash.ts";
import type { RenderRequest } from "../../model/request.ts";
import type { MappedRow } from "../rows/map-row.ts";

/** What the reader of rows says of names is a guess at how files will be called; a run knows it. */
export const withoutNameGuesses = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.filter(({ code }) => code !== "rows.same-name");

/** Compares each row with those before it. Remembers a hash and a name a row. */
export function twinFinder(): (row: MappedRow, request: RenderRequest) => readonly Diagnostic[] {
  const contents = new Map<string, number>();
  const subjects = new Map<string, number>();
  return ({ number, slug, title }, request) => {
    const content = contentHash(request).slice(0, 32);
    const same = contents.get(content);
    // Not by the slug, which has lost its marks: “Án” and “An” are two people.
    const subject = title ?? slug;
    const key = subject.normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();
    const namesake = subjects.get(key);
    if (same === undefined) contents.set(content, number);
    if (namesake === undefined) subjects.set(key, number);
    if (same !== undefined) return [diagnose("run.duplicate-row", { other: same })];
    if (namesake === undefined) return [];
    return [diagnose("run.same-subject", { subject, other: namesake })];
  };
}
