/** Puts pages together into a document: page tree, fonts, metadata, output intent, catalog (ISO 32000-1 §7.7). */

import type { OutputCondition } from "../../model/output-condition.ts";
import type { FileBuilder, ObjectSource } from "./builder.ts";
import { streamOf } from "./file.ts";
import { layersEntry } from "./layers.ts";
import { type DocumentInfo, infoDictionary, xmpStream } from "./metadata.ts";
import { addOutputIntent } from "./output-intent.ts";
import type { CodedPage } from "./page.ts";
import { textString } from "./string.ts";

/** Pages under one node of the tree (§7.7.3.2). */
const KIDS = 64;

const to = (number: number): string => `${number} 0 R`;

/** Object numbers that the trailer needs, and the file's identifier. */
export interface AssembledFile {
  readonly root: number;
  readonly info: number;
  /** The XMP packet. */
  readonly metadata: number;
  readonly id: string;
  /** The ICC profile of the output intent. */
  readonly profile: number | null;
}

export class Assembly {
  readonly #file: FileBuilder;
  readonly #root: number;
  readonly #metadata: number;
  /** The nodes above pages, and how many pages each has. */
  readonly #nodes: number[] = [];
  /** Above all nodes, as soon as there is more than one. */
  #top: number | null = null;
  #node: number;
  #kids: number[] = [];
  #pages = 0;

  constructor(file: FileBuilder) {
    this.#file = file;
    this.#root = file.reserve();
    this.#node = file.reserve();
    this.#metadata = file.reserve();
  }

  get pages(): number {
    return this.#pages;
  }

  /** @returns the page's object number */
  addPage(page: CodedPage, source: ObjectSource): number {
    if (this.#kids.length === KIDS) this.#closeNode();
    const file = this.#file;
    const { operators, resources } = file.stream(page, source);
    const named = file.intern(resources);
    const contents = file.add(streamOf("", operators));
    const number = file.add(
      `<</Type/Page/Parent ${to(this.#node)}${page.entries}/Resources ${to(named)}/Contents ${to(contents)}>>`,
    );
    this.#kids.push(number);
    this.#pages++;
    return number;
  }

  #closeNode(): void {
    this.#top ??= this.#file.reserve();
    this.#writeNode(this.#node, this.#kids, this.#kids.length, this.#top);
    this.#nodes.push(this.#node);
    this.#node = this.#file.reserve();
    this.#kids = [];
  }

  #writeNode(number: number, kids: readonly number[], count: number, parent: number | null): void {
    const above = parent === null ? "" : `/Parent ${to(parent)}`;
    this.#file.define(number, `<</Type/Pages${above}/Count ${count}/Kids[${kids.map(to).join(" ")}]>>`);
  }

  /**
   * Writes everything but pages and fonts.
   * @param entries of the catalog, beyond those of every document
   */
  finish(
    options: DocumentInfo & { readonly condition: OutputCondition | null },
    entries: string,
  ): AssembledFile {
    const file = this.#file;
    const { condition, language, standard } = options;
    this.#writeNode(this.#node, this.#kids, this.#kids.length, this.#top);
    if (this.#top !== null) this.#writeNode(this.#top, [...this.#nodes, this.#node], this.#pages, null);
    const press = condition && addOutputIntent(file, condition);
    const intent = press ? `/OutputIntents[${to(press.intent)}]` : "";
    file.define(
      this.#root,
      `<</Type/Catalog/Pages ${to(this.#top ?? this.#node)}/Lang${textString(language)}/Metadata ${to(this.#metadata)}` +
        `${intent}${layersEntry(file.layers, standard)}${entries}/ViewerPreferences<</DisplayDocTitle true>>>>`,
    );
    const info = file.add(infoDictionary(options));
    const id = file.digest();
    file.define(this.#metadata, xmpStream(options, id));
    return { root: this.#root, info, metadata: this.#metadata, id, profile: press?.profile ?? null };
  }
}
