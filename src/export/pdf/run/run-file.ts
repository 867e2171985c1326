/**
 * Many rows in one PDF, written as they come (variable data printing). A form is written out where it occurs first; from
 * the second time on it is one Form XObject that pages name. Which that are depends on the rows alone, in their order.
 */

import { LRUCache } from "lru-cache";
import { AnphamError, diagnose } from "../../../base/diagnostic.ts";
import type { OutputCondition } from "../../../model/output-condition.ts";
import { Assembly } from "../assembly.ts";
import { FileBuilder } from "../builder.ts";
import type { Body } from "../file.ts";
import type { DocumentInfo } from "../metadata.ts";
import { formsIn, type PdfObject, type Ref, refsOf } from "../object.ts";
import type { Subset } from "../subset.ts";
import { refuseUnlessX4Document } from "../x4/refuse.ts";
import { Outline } from "./outline.ts";
import { PackedFile } from "./packed-file.ts";
import { type CodedPages, sizeOf } from "./page-coder.ts";

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

  keep(objects: ReadonlyMap<Ref, PdfObject>): void {
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
      (form) => (memory.uses.get(form) ?? 0) > 1,
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
  lacks({ pages, objects }: CodedPages): boolean {
    const seen = new Set<Ref>();
    const isLacking = (ref: Ref): boolean => {
      if (seen.has(ref) || this.#builder.has(ref)) return false;
      seen.add(ref);
      const object = objects.get(ref) ?? this.#memory.kept.get(ref);
      return object === undefined || refsOf(object).some(isLacking);
    };
    return pages.some(({ parts, resources, glyphs }) =>
      [...resources.map(({ ref }) => ref), ...glyphs.keys(), ...formsIn(parts)].some(isLacking),
    );
  }

  /**
   * Adds pages that lack nothing. Their bytes wait in {@link take}.
   * @throws AnphamError `export.not-x4` when an ink has another stand-in than on earlier pages; nothing is added then
   */
  add({ pages, objects }: CodedPages, marks: readonly RowMark[]): void {
    const { uses, separations } = this.#memory;
    refuseOtherInks(objects, separations);
    this.#memory.keep(objects);
    const source = (ref: Ref) => objects.get(ref) ?? this.#memory.kept.get(ref);
    const count = (form: Ref): void => {
      uses.set(form, (uses.get(form) ?? 0) + 1);
      const object = this.#builder.has(form) ? undefined : source(form);
      if (typeof object === "object" && "kind" in object && object.kind === "content")
        for (const inner of formsIn(object.parts)) count(inner);
    };
    for (const { parts } of pages) for (const form of formsIn(parts)) count(form);
    const numbers = pages.map((page) => this.#assembly.addPage(page, source));
    for (const { title, page } of marks) this.#outline.add(title, numbers[page]!);
  }

  /** The bytes since the last time, in order. */
  take(): readonly Uint8Array[] {
    return this.#packed.take();
  }

  /** @throws AnphamError `export.not-x4` when PDF/X-4 is asked for and the document breaks one of its clauses */
  finish(info: DocumentInfo): void {
    const ending = new Map<number, Body>();
    this.#ending = ending;
    const finished = this.#assembly.finish({ ...info, ...this.#options }, this.#outline.finish());
    if (info.standard === "pdf/x-4") refuseUnlessX4Document(ending, finished);
    this.#ending = null;
    this.#packed.finish(finished.root, finished.info, finished.id);
  }
}

const SEPARATION = /^\[\/Separation\/([^/[\]]+)/;

function refuseOtherInks(objects: ReadonlyMap<Ref, PdfObject>, known: Map<string, Ref>): void {
  const found = [...objects].flatMap(([ref, object]): readonly (readonly [string, Ref])[] => {
    const name = typeof object === "string" ? SEPARATION.exec(object)?.[1] : undefined;
    return name === undefined ? [] : [[name, ref]];
  });
  const other = found.find(([name, ref]) => (known.get(name) ?? ref) !== ref);
  if (other) {
    const breach = { clause: "ISO 15930-7 §6.6", found: `two meanings of ${other[0]}` };
    throw new AnphamError([diagnose("export.not-x4", breach)]);
  }
  for (const [name, ref] of found) known.set(name, ref);
}
