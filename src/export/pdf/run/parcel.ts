/** What goes from a worker to the file: objects that it has not sent before. */

import { keptWith } from "../../../base/kept-with.ts";
import { Latest } from "../../../base/latest.ts";
import type { Objects, PdfObject, Ref } from "../object.ts";
import type { CodedPages } from "../page-coder.ts";

/** Objects by worker that are remembered as sent. */
const MOST_REMEMBERED = 20_000;

/**
 * The file writes a form out where it occurs first and names it from the second time on, so a worker sends each form
 * twice, and all else once. Leaving out is never relied upon: what the file lacks it asks for again.
 */
export class Sender {
  readonly #sent = new Latest<number>(MOST_REMEMBERED);
  /** Pieces that recur, by how often they were sent. */
  readonly #pieces = keptWith<Objects, number>();

  /** @param whole leave nothing out */
  pack({ pages, pieces }: CodedPages, whole: boolean): CodedPages {
    const packed = new Map<Ref, PdfObject>();
    for (const piece of pieces) {
      const times = this.#pieces.get(piece) ?? 0;
      if (times >= MOST_TIMES && !whole) continue;
      this.#pieces.set(piece, times + 1);
      this.#packPiece(piece, packed, whole);
    }
    return { pages, pieces: [packed] };
  }

  #packPiece(piece: Objects, packed: Map<Ref, PdfObject>, whole: boolean): void {
    for (const [ref, object] of piece) {
      if (packed.has(ref)) continue;
      const times = this.#sent.get(ref) ?? 0;
      if (whole || times < timesToSend(object)) packed.set(ref, object);
      if (times < MOST_TIMES) this.#sent.set(ref, times + 1);
    }
  }
}

const MOST_TIMES = 2;

const timesToSend = (object: PdfObject): number =>
  typeof object === "object" && "kind" in object && object.kind === "content" ? MOST_TIMES : 1;
