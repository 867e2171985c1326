/**
 * Content that need not be checked clause by clause. No clause asks for the numbers in the dictionary of a form or for
 * what its resources are called, so a dictionary that differs from one that kept every clause in these alone keeps them
 * too. What is familiar in this way has its operators left to look at.
 */

import { Latest } from "../../../base/latest.ts";
import type { PdfObject, Ref } from "../object.ts";
import type { CodedPage } from "../page.ts";
import type { Resource } from "../resources.ts";
import { operatorsIn } from "./content-file.ts";
import { readOperators } from "./operators.ts";
import { DEEPEST } from "./page-clauses.ts";

const MOST_REMEMBERED = 20_000;
const kept = new Latest<true>(MOST_REMEMBERED);

/** Says that objects and pages kept every clause. */
export function noteSound(pages: readonly CodedPage[], objects: Iterable<readonly [Ref, PdfObject]>): void {
  for (const page of pages) note(kindOfPage(page));
  for (const [ref, object] of objects) note(kindOf(ref, object));
}

function note(kind: string | null): void {
  if (kind !== null) kept.set(kind, true);
}

export const isFamiliarPage = (page: CodedPage): boolean => isKept(kindOfPage(page)) && areSound(page.parts);

/** Fonts are checked with what the whole file shows of them. */
export function isFamiliar(ref: Ref, object: PdfObject): boolean {
  if (typeof object === "string" || !("kind" in object) || object.kind === "layer") return isKept(ref);
  return object.kind === "font" || (isKept(kindOf(ref, object)) && areSound(object.parts));
}

const isKept = (kind: string | null): boolean => kind !== null && kept.get(kind) === true;

/** Boxes count. */
const kindOfPage = ({ entries, resources }: CodedPage): string | null => kindWith("page", entries, resources);

function kindOf(ref: Ref, object: PdfObject): string | null {
  if (typeof object === "string" || !("kind" in object) || object.kind !== "content") return ref;
  return kindWith("form", object.entries.replace(NUMBERS, "0"), object.resources);
}

const NUMBERS = /\[[-\d. ]*\]| -?[\d.]+/g;

/** What {@link ResourceNames} gives: too long for a key that a clause asks for, and shorter than is allowed. */
const ORDINARY_NAME = /^[A-Z][\w-]{4,20}$/;

/** `null` for what is called otherwise than anything here. */
function kindWith(what: string, entries: string, resources: readonly Resource[]): string | null {
  let kind = `${what} ${entries}`;
  let before = "";
  for (const { category, name } of resources) {
    if (!ORDINARY_NAME.test(name)) return null;
    if (category !== before) kind += ` ${category}`;
    before = category;
  }
  return kind;
}

function areSound(parts: CodedPage["parts"]): boolean {
  const { deepest, open, foreign } = readOperators(operatorsIn(parts));
  return open === 0 && deepest <= DEEPEST && foreign.length === 0;
}
