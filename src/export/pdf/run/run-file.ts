/**
 * Many rows in one PDF, written as they come (variable data printing). A form is written out where it occurs first; from
 * the second time on it is one Form XObject that pages name. Which that are depends on the rows alone, in their order.
 */

import { LRUCache } from "lru-cache";
import type { OutputCondition } from "../../../model/output-condition.ts";
import { Assembly } from "../assembly.ts";
import { FileBuilder } from "../builder.ts";
import type { Body } from "../file.ts";
import type { DocumentInfo } from "../metadata.ts";
import { allOf, namedIn, type Objects, type PdfObject, type Ref, refsOf, sizeOf } from "../object.ts";
import type { CodedPages } from "../page-coder.ts";
import type { Subset } from "../subset.ts";
import { countUses, isRepeated } from "../uses.ts";
import { refuseOtherInks, refuseUnlessX4Document } from "../x4/refuse.ts";
import { Outline } from "./outline.ts";
import { PackedFile } from "./packed-file.ts";

/** Forms whose uses are counted, the last used. */
const MOST_COUNTED = 20_000;
/** Objects that are kept for the next file of a run, bytes. */
const MOST_KEPT = 24 * 1024 * 1024;

/** What the files of one run have in common. */
export class RunMemory {
  readonly uses = new LRUCache<Ref, number>({ max: MOST_COUNTED });
  /** The only space that a separation's name may stand for. */
  readonly separations = new Map<string, Ref>();
  readonly kept = new LRUCache<Ref, PdfObject>({ maxSize: MOST_KEPT, sizeCalculation: sizeOf });
  readonly #keeps: boolean;

  /** @param split whether there may be more than one file */
  constructor(split: boolean) {
    this.#keeps = split;
  }

  keep(objects: Objects): void {
    if (this.#keeps) for (const [ref, object] of objects) this.kept.set(ref, object);
  }
}

export interface RunFileOptions {
  /** The printing condition of a press; `null` for sRGB. */
  readonly condition: OutputCondition | null;
  /** `null` where text becomes shapes. */
  readonly subset: Subset | null;
}

/** A bookmark: the title of a row, and on which of the pages that come with it the row begins. */
export interface RowMark {
  readonly title: string;
  readonly page: number;
}

export class RunFile {
  readonly #options: RunFileOptions;
  readonly #memory: RunMemory;
  readonly #builder: FileBuilder;
  readonly #packed: PackedFile;
  readonly #assembly: Assembly;
  readonly #outline: Outline;
  /** What is written at the end, for the check. */
  #ending: Map<number, Body> | null = null;

  constructor(options: RunFileOptions, memory: RunMemory) {
    this.#options = options;
    this.#memory = memory;
    const builder = new FileBuilder(
      (number, body) => {
        this.#ending?.set(number, body);
        packed.write(number, body);
      },
      (form) => isRepeated(memory.uses, form),
    );
    const packed = new PackedFile(() => builder.reserve());
    this.#builder = builder;
    this.#packed = packed;
    this.#assembly = new Assembly(builder);
    this.#outline = new Outline(builder);
  }

  get pages(): number {
    return this.#assembly.pages;
  }

  /** Bytes so far. */
  get length(): number {
    return this.#packed.length;
  }

  /** Whether something is neither among the objects nor in the file nor kept from before. */
  lacks({ pages, pieces }: CodedPages): boolean {
    const objects = allOf(pieces);
    const seen = new Set<Ref>();
    const isLacking = (ref: Ref): boolean => {
      if (seen.has(ref) || this.#builder.has(ref)) return false;
      seen.add(ref);
      const object = objects.get(ref) ?? this.#memory.kept.get(ref);
      return object === undefined || refsOf(object).some(isLacking);
    };
    return pages.some((page) => namedIn(page).some(isLacking));
  }

  /**
   * Adds pages that lack nothing. Their bytes wait in {@link take}.
   * @throws AnphamError `export.not-x4` when an ink has another stand-in than on earlier pages; nothing is added then
   */
  add({ pages, pieces }: CodedPages, marks: readonly RowMark[]): void {
    const objects = allOf(pieces);
    const { uses, separations } = this.#memory;
    refuseOtherInks(objects, separations);
    this.#memory.keep(objects);
    const source = (ref: Ref) => objects.get(ref) ?? this.#memory.kept.get(ref);
    countUses(pages, uses, source, (form) => this.#builder.has(form));
    const numbers = pages.map((page) => this.#assembly.addPage(page, source));
    for (const { title, page } of marks) this.#outline.add(title, numbers[page]!);
  }

  /** The bytes since the last time, in order. */
  take(): readonly Uint8Array[] {
    return this.#packed.take();
  }

  /** @throws AnphamError `export.not-x4` when PDF/X-4 is asked for and the document breaks one of its clauses */
  finish(info: DocumentInfo): void {
    const { subset } = this.#options;
    const fonts = subset ? this.#builder.finishFonts(subset) : [];
    const ending = new Map<number, Body>();
    this.#ending = ending;
    const finished = this.#assembly.finish({ ...info, ...this.#options }, this.#outline.finish());
    if (info.standard === "pdf/x-4") refuseUnlessX4Document(ending, finished, info, fonts);
    this.#ending = null;
    this.#packed.finish(finished.root, finished.info, finished.id);
  }
}
