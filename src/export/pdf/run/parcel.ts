/** What goes from a worker to the file: objects that it has not sent before. */

import { LRUCache } from "lru-cache";
import type { PdfObject, Ref } from "../object.ts";
import type { CodedPages } from "../page-coder.ts";

/** Objects by worker that are remembered as sent. */
const MOST_REMEMBERED = 20_000;

/**
 * The file writes a form out where it occurs first and names it from the second time on, so a worker sends each form
 * twice, and all else once. Leaving out is never relied upon: what the file lacks it asks for again.
 */
export class Sender {
  readonly #sent = new LRUCache<Ref, number>({ maxSize: MOST_REMEMBERED, sizeCalculation: () => 1 });

  /** @param whole leave nothing out */
  pack({ pages, objects }: CodedPages, whole: boolean): CodedPages {
    const packed = new Map<Ref, PdfObject>();
    for (const [ref, object] of objects) {
      const times = this.#sent.get(ref) ?? 0;
      if (whole || times < timesToSend(object)) packed.set(ref, object);
      this.#sent.set(ref, times + 1);
    }
    return { pages, objects: packed };
  }
}

const timesToSend = (object: PdfObject): number =>
  typeof object === "object" && "kind" in object && object.kind === "content" ? 2 : 1;
