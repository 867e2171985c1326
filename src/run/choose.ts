/** Which of the things that exist were asked for. */

import { AnphamError } from "../base/diagnostic.ts";
import { type Format, formatUse } from "../model/format.ts";
import { FORMATS } from "../model/formats/index.ts";
import { type IdKind, unknownId } from "../resolve/known-ids.ts";

/**
 * The ids asked for, in that order; every known one for `null`.
 * @throws AnphamError `request.unknown-id`, one for each that is not there
 */
export function chosenIds(
  kind: IdKind,
  asked: readonly string[] | null,
  known: readonly string[],
): readonly string[] {
  const wrong = (asked ?? []).filter((id) => !known.includes(id));
  if (wrong.length > 0) throw new AnphamError(wrong.map((id) => unknownId(kind, id, known)));
  return asked ?? known;
}

const USE = "uses:";

/**
 * Format ids, and `uses:event` for every format made for events.
 * @throws AnphamError `request.unknown-id`, one for each that is not there
 */
export function chosenFormats(asked: readonly string[] | null): readonly string[] {
  const given = asked?.map((each) => (each.startsWith(USE) ? formatsFor(each.slice(USE.length)) : each));
  return chosenIds("format", given?.flat() ?? null, FORMATS.map(idOf));
}

function formatsFor(use: string): readonly string[] {
  const known = formatUse.options;
  const found = known.find((each) => each === use);
  if (!found) {
    throw new AnphamError([
      unknownId(
        "format",
        USE + use,
        known.map((each) => USE + each),
      ),
    ]);
  }
  return FORMATS.filter(({ uses }) => uses.includes(found)).map(idOf);
}

/**
 * The format that a template names.
 * @throws AnphamError `request.unknown-id`: a template may name one that the catalogue lacks
 */
export function catalogueFormat(id: string): Format {
  const format = FORMATS.find((each) => each.id === id);
  if (!format) throw new AnphamError([unknownId("format", id, FORMATS.map(idOf))]);
  return format;
}

export const idOf = ({ id }: { readonly id: string }): string => id;
