/** Pages and objects without numbers as a file that the clauses can look at. */

import { type Body, type FinishedFile, finishedFile } from "../file.ts";
import { type PdfObject, type Ref, type SharedForm, withNumbers } from "../object.ts";
import type { CodedPage } from "../page.ts";
import { resourceDictionary } from "../resources.ts";

const NOTHING = new Uint8Array();

/** What is referred to and not among the objects is left out. */
export function contentFile(
  pages: readonly CodedPage[],
  objects: Iterable<readonly [Ref, PdfObject]>,
): FinishedFile {
  const bodies = new Map<number, Body>();
  const numbers = new Map<Ref, number>();
  const [root, tree] = [1, 2];
  let last = tree;
  const numberOf = (ref: Ref): number => {
    const number = numbers.get(ref) ?? ++last;
    numbers.set(ref, number);
    return number;
  };
  const kids = pages.map(({ entries, parts, resources }) => {
    const contents = ++last;
    bodies.set(contents, { dictionary: "<<>>", data: NOTHING, plain: operatorsIn(parts) });
    const named = withNumbers(resourceDictionary(resources), numberOf);
    bodies.set(++last, `<</Type/Page${entries}/Resources${named}/Contents ${contents} 0 R>>`);
    return `${last} 0 R`;
  });
  for (const [ref, object] of objects) {
    const body = bodyOf(object, numberOf);
    if (body !== null) bodies.set(numberOf(ref), body);
  }
  bodies.set(root, `<</Type/Catalog/Pages ${tree} 0 R>>`);
  bodies.set(tree, `<</Type/Pages/Kids[${kids.join(" ")}]>>`);
  return finishedFile(bodies, root, root, "", null);
}

/** `null` for fonts, which are written with the document. */
function bodyOf(object: PdfObject, numberOf: (ref: Ref) => number): Body | null {
  if (typeof object === "string") return withNumbers(object, numberOf);
  if (!("kind" in object)) return { ...object, dictionary: withNumbers(object.dictionary, numberOf) };
  switch (object.kind) {
    case "content": {
      const resources = withNumbers(resourceDictionary(object.resources), numberOf);
      const dictionary = `<<${withNumbers(object.entries, numberOf)}/Resources${resources}>>`;
      return { dictionary, data: NOTHING, plain: operatorsIn(object.parts) };
    }
    case "layer":
      return object.dictionary;
    case "font":
      return null;
  }
}

/** Without those of the forms among the parts. */
export const operatorsIn = (parts: readonly (string | SharedForm)[]): string =>
  parts.filter((part) => typeof part === "string").join("\n");
