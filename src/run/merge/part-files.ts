/** The files of a merged run: one, or one for every so many pages. */

import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import type { DocumentInfo } from "../../export/pdf/metadata.ts";
import type { CodedPages } from "../../export/pdf/page-coder.ts";
import type { RowMark, RunFileOptions } from "../../export/pdf/run/run-file.ts";
import { RunFile, RunMemory } from "../../export/pdf/run/run-file.ts";
import { type OpenFile, openWholeFile } from "../write-file.ts";

/** A file of a run that is complete. */
export interface WrittenPart {
  readonly file: string;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly pages: number;
  readonly rows: number;
  readonly bytes: number;
}

/** Where pages went. */
export interface AddedPages {
  readonly file: string;
  /** The first one's number in its file, from 1. */
  readonly page: number;
  /** What the file grew by. */
  readonly bytes: number;
}

interface Part {
  readonly name: string;
  readonly hash: ReturnType<typeof createHash>;
  readonly pdf: RunFile;
  readonly out: OpenFile;
  rows: number;
}

/** Bytes that are gathered before they are written. */
const BLOCK = 256 * 1024;

export class PartFiles {
  readonly #file: string;
  readonly #splitEvery: number | null;
  readonly #options: RunFileOptions;
  readonly #memory: RunMemory;
  readonly #written: WrittenPart[] = [];
  #part: Part | null = null;
  #waiting: Uint8Array[] = [];
  #length = 0;

  /**
   * @param file its name when there is one; `run.pdf` gives `run-0001.pdf` and so on when there are several
   * @param splitEvery pages by file; a row that begins in a file also ends there
   */
  constructor(file: string, splitEvery: number | null, options: RunFileOptions) {
    this.#file = file;
    this.#splitEvery = splitEvery;
    this.#options = options;
    this.#memory = new RunMemory(splitEvery !== null);
  }

  get written(): readonly WrittenPart[] {
    return this.#written;
  }

  /** Makes room for pages. @returns whether they lack something that has to be sent again */
  async prepare(coded: CodedPages, info: DocumentInfo): Promise<boolean> {
    const part = this.#part;
    const most = this.#splitEvery ?? Number.POSITIVE_INFINITY;
    if (part && part.pdf.pages > 0 && part.pdf.pages + coded.pages.length > most) await this.finish(info);
    this.#part ??= await this.#open();
    return this.#part.pdf.lacks(coded);
  }

  /** Adds pages after {@link prepare}. @throws AnphamError `export.not-x4`, `output.cannot-write` */
  async add(coded: CodedPages, marks: readonly RowMark[]): Promise<AddedPages> {
    const part = this.#part!;
    const { pages, length } = part.pdf;
    part.pdf.add(coded, marks);
    part.rows += marks.length;
    await this.#write(part, BLOCK);
    return { file: part.name, page: pages + 1, bytes: part.pdf.length - length };
  }

  /** Completes the file that is open, if any. @throws AnphamError `export.not-x4`, `output.cannot-write` */
  async finish(info: DocumentInfo): Promise<void> {
    const part = this.#part;
    if (!part) return;
    const { pages } = part.pdf;
    if (pages === 0) {
      await this.discard();
      return;
    }
    part.pdf.finish(info);
    await this.#write(part, 0);
    await part.out.finish();
    this.#part = null;
    const { name, rows, pdf, hash } = part;
    this.#written.push({ file: name, sha256: hash.digest("hex"), pages, rows, bytes: pdf.length });
  }

  /** Leaves nothing behind of the file that is open. */
  async discard(): Promise<void> {
    await this.#part?.out.discard();
    this.#part = null;
    this.#waiting = [];
    this.#length = 0;
  }

  async #open(): Promise<Part> {
    const name = this.#splitEvery === null ? this.#file : numbered(this.#file, this.#written.length + 1);
    const pdf = new RunFile(this.#options, this.#memory);
    return { name, hash: createHash("sha256"), pdf, out: await openWholeFile(name), rows: 0 };
  }

  /** The disk may be slower than the rows: nothing is added before it has taken what came before. */
  async #write({ pdf, out, hash }: Part, least: number): Promise<void> {
    for (const chunk of pdf.take()) {
      this.#waiting.push(chunk);
      this.#length += chunk.byteLength;
    }
    if (this.#length < least || this.#length === 0) return;
    const block = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#length = 0;
    hash.update(block);
    await out.write(block);
  }
}

/** `run.pdf` → `run-0001.pdf` */
function numbered(file: string, number: number): string {
  const extension = extname(file);
  const stem = basename(file, extension);
  return join(dirname(file), `${stem}-${String(number).padStart(4, "0")}${extension}`);
}

/** Parts of earlier runs of the same name that are none of this one's, by their names. */
export async function otherParts(file: string, written: readonly WrittenPart[]): Promise<readonly string[]> {
  const extension = extname(file);
  const stem = basename(file, extension);
  const ours = new Set(written.map((part) => basename(part.file)));
  const names = await readdir(dirname(file)).catch(() => []);
  const isPart = (name: string) =>
    name === `${stem}${extension}` ||
    (name.startsWith(`${stem}-`) &&
      name.endsWith(extension) &&
      /^\d{4,}$/.test(name.slice(stem.length + 1, -extension.length)));
  return names.filter((name) => isPart(name) && !ours.has(name)).sort();
}
