/** An old link may name pieces that there no longer are: the others open. */

import type { Catalogue } from "./catalogue.ts";
import type { Draft, PieceDraft } from "./draft.ts";

export interface KnownPieces {
  /** Without the pieces that are gone. */
  readonly draft: Draft;
  readonly gone: readonly PieceDraft[];
}

export function knownPieces(
  draft: Draft,
  { templates, formats }: Pick<Catalogue, "templates" | "formats">,
): KnownPieces {
  const isKnown = ({ template, format }: PieceDraft): boolean =>
    formats.some(({ id }) => id === format) &&
    templates.some(({ id, formats: offered }) => id === template && offered.includes(format));
  const gone = draft.pieces.filter((piece) => !isKnown(piece));
  if (gone.length === 0) return { draft, gone };
  const pieces = draft.pieces.filter(isKnown);
  const active = pieces.indexOf(draft.pieces[draft.active]!);
  return { draft: { ...draft, pieces, active: Math.max(0, active) }, gone };
}
