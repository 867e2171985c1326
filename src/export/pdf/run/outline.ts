/** Bookmarks in one row, written as they come (ISO 32000-1 §12.3.3). */

import type { FileBuilder } from "../builder.ts";
import { textString } from "../string.ts";

interface Item {
  readonly number: number;
  readonly title: string;
  readonly page: number;
  readonly before: number | null;
}

export class Outline {
  readonly #file: FileBuilder;
  readonly #root: number;
  /** Waits for the number of the next. */
  #last: Item | null = null;
  #first: number | null = null;
  #count = 0;

  constructor(file: FileBuilder) {
    this.#file = file;
    this.#root = file.reserve();
  }

  /** @param page object number of the page that it leads to */
  add(title: string, page: number): void {
    const number = this.#file.reserve();
    const before = this.#last?.number ?? null;
    this.#write(number);
    this.#last = { number, title, page, before };
    this.#first ??= number;
    this.#count++;
  }

  /** @returns the catalog's entries */
  finish(): string {
    this.#write(null);
    const ends = this.#last ? `/First ${this.#first} 0 R/Last ${this.#last.number} 0 R` : "";
    this.#file.define(this.#root, `<</Type/Outlines${ends}/Count ${this.#count}>>`);
    return `/Outlines ${this.#root} 0 R/PageMode/UseOutlines`;
  }

  #write(next: number | null): void {
    if (!this.#last) return;
    const { number, title, page, before } = this.#last;
    const links = (before === null ? "" : `/Prev ${before} 0 R`) + (next === null ? "" : `/Next ${next} 0 R`);
    this.#file.define(
      number,
      `<</Title${textString(title)}/Parent ${this.#root} 0 R${links}/Dest[${page} 0 R/Fit]>>`,
    );
  }
}
