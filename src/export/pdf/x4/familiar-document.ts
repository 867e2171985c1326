/**
 * Documents that need not be checked clause by clause. No clause asks for the numbers of objects or, as long as Info
 * and XMP say the same, for what they say; so a document that differs from one that kept every clause in these alone
 * keeps them too.
 */

import { LRUCache } from "lru-cache";
import type { AssembledFile } from "../assembly.ts";
import type { Body } from "../file.ts";
import type { DocumentInfo } from "../metadata.ts";
import { dataDigest } from "../object.ts";

const MOST_REMEMBERED = 200;
const kept = new LRUCache<string, true>({ max: MOST_REMEMBERED });

/** Says that a document of this kind kept every clause. */
export function noteSoundDocument(kind: string | null): void {
  if (kind !== null) kept.set(kind, true);
}

export const isFamiliarDocument = (kind: string | null): boolean => kind !== null && kept.has(kind);

/**
 * What the clauses can tell documents apart by.
 * @param objects everything but pages and fonts
 * @returns `null` for one that says of itself what Info and XMP may put differently
 */
export function kindOfDocument(
  objects: ReadonlyMap<number, Body>,
  { root, info, metadata, id }: AssembledFile,
  { title, author, date, standard }: DocumentInfo,
): string | null {
  if (!isPlain(title) || (author !== null && !isPlain(author))) return null;
  const places = new Map(Array.from(objects.keys(), (number, place) => [number, place]));
  const placeOf = (number: number) => places.get(number) ?? "elsewhere";
  const placed = (text: string) =>
    text.replace(REFERENCE, (_, number: string) => `${placeOf(Number(number))} R`);
  const said = [standard, author === null, date?.toISOString().length, id.length].join();
  let kind = [placeOf(root), placeOf(info), placeOf(metadata), said].join(" ");
  for (const [number, body] of objects) {
    if (number === info || number === metadata) kind += "\n";
    else if (typeof body === "string") kind += `\n${placed(body)}`;
    else kind += `\n${placed(body.dictionary)} ${dataDigest(body.data)}`;
  }
  return kind;
}

const REFERENCE = /(\d+) 0 R/g;

/** Words that Info and XMP write in their own ways and mean alike: no markup, and nothing but characters. */
const isPlain = (text: string): boolean => PLAIN.test(text) && text.trim() !== "";
const PLAIN = /^[^\p{Cc}\p{Cs}<>&\ufffe\uffff]+$/u;
