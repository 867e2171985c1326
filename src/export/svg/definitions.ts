/** The `<defs>` of one document: equal content is written once, under ids that count up. */

import { element } from "./markup.ts";

export class Definitions {
  readonly #ids = new Map<string, string>();
  readonly #elements: string[] = [];

  /**
   * Defines an element.
   * @param content its inner markup; may refer to ids defined before
   * @returns its id, that of an earlier equal element where there is one
   */
  define(name: string, attributes: string, content: string): string {
    return this.defineOnce(`${name}\0${attributes}\0${content}`, name, () => [attributes, content]);
  }

  /** Like {@link define}, for content that is costly to write or to compare: `key` stands for it. */
  defineOnce(key: string, name: string, write: () => readonly [attributes: string, content: string]): string {
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = `d${this.#ids.size + 1}`;
      this.#ids.set(key, id);
      const [attributes, content] = write();
      this.#elements.push(element(name, ` id="${id}"${attributes}`, content));
    }
    return id;
  }

  /** The `<defs>` element, or nothing. */
  toMarkup(): string {
    return this.#elements.length > 0 ? `<defs>${this.#elements.join("")}</defs>` : "";
  }
}
