/**
 * The manifest of a merged run, an entry a row. What a file's hash is shows when the last row is in it: entries wait for
 * it on the disk and not in memory, with room for the hash.
 */

import { basename, dirname, extname, join } from "node:path";
import { canonicalJson } from "../../base/hash.ts";
import { MANIFEST, type ManifestEntry } from "../manifest.ts";
import { type OpenFile, openWholeFile } from "../write-file.ts";
import type { WrittenPart } from "./part-files.ts";

export type RowEntry = Omit<ManifestEntry, "sha256">;

/** Bytes that are gathered before they are written. */
const BLOCK = 64 * 1024;

/** As long as a hash. */
const ROOM = "0".repeat(64);
const BEFORE_HASH = `"sha256":"`;

export class RunManifest {
  readonly #file: string;
  #out: OpenFile | null = null;
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  /** Bytes of all entries so far. */
  #length = 0;
  /** Where hashes go, by the name of the file that they are of. */
  readonly #rooms = new Map<string, number[]>();

  /** @param run the run's PDF: of `run.pdf`, whose folder may have other manifests, it is `run.manifest.jsonl` */
  constructor(run: string) {
    this.#file = join(dirname(run), `${basename(run, extname(run))}.${MANIFEST}`);
  }

  /** Entries stand in the manifest as they come. They are written by {@link write}. */
  add(entry: RowEntry): void {
    const line = Buffer.from(`${canonicalJson({ ...entry, sha256: ROOM })}\n`);
    // In a text of JSON a quotation mark would have a backslash before it.
    const room = this.#length + line.indexOf(BEFORE_HASH) + BEFORE_HASH.length;
    const name = nameOf(entry);
    const rooms = this.#rooms.get(name);
    if (rooms) rooms.push(room);
    else this.#rooms.set(name, [room]);
    this.#length += line.byteLength;
    this.#waiting.push(line);
    this.#waitingBytes += line.byteLength;
  }

  /** Puts on the disk what waits, once it is worth it. @throws AnphamError `output.cannot-write` */
  async write(): Promise<void> {
    if (this.#waitingBytes >= BLOCK) await this.#writeOut();
  }

  /**
   * @param parts every file that an entry is about
   * @returns the manifest's path; `null` for a run without a row, which has none
   * @throws AnphamError `output.cannot-write`
   */
  async finish(parts: readonly WrittenPart[]): Promise<string | null> {
    if (this.#length === 0) return null;
    await this.#writeOut();
    for (const { file, sha256 } of parts) {
      const hash = Buffer.from(sha256);
      for (const room of this.#rooms.get(basename(file)) ?? []) await this.#out!.replace(room, hash);
    }
    await this.#out!.finish();
    this.#out = null;
    return this.#file;
  }

  /** Leaves nothing behind unless it is finished. */
  async discard(): Promise<void> {
    await this.#out?.discard();
  }

  async #writeOut(): Promise<void> {
    this.#out ??= await openWholeFile(this.#file);
    const block = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#waitingBytes = 0;
    await this.#out.write(block);
  }
}

const nameOf = ({ file }: RowEntry): string => file.slice(0, file.lastIndexOf("#"));
