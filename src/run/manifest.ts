/**
 * The manifest of a folder of finished files: one JSON line a file, written as the files are. A run that is killed
 * leaves at most a torn last line, which the next one cuts off.
 */

import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import * as z from "zod";
import { type Diagnostic, diagnose } from "../base/diagnostic.ts";
import { canonicalJson } from "../base/hash.ts";
import { failOnFile, failOnWrite, isSystemError } from "../base/system-reason.ts";
import { finding } from "../model/finding.ts";
import { type FolderLock, lockFolder } from "./folder-lock.ts";
import { writeWholeFile } from "./write-file.ts";

export const MANIFEST = "manifest.jsonl";

export const manifestEntry = z.object({
  /**
   * Relative to the folder, with `/`; a row of a merged run as `run.pdf#page=3&row=2` (a page as in RFC 8118, § 3,
   * which rows may share). Names the entry: a later line about the same file replaces an earlier one.
   */
  file: z.string().min(1),
  /** 1-based row of the data file; 1 where there is a single one. */
  row: z.int().min(1),
  template: z.string(),
  format: z.string(),
  theme: z.string(),
  /** As people call it. */
  institution: z.string(),
  campaign: z.string(),
  /** 1-based page that the file shows; `null` when it holds every page. */
  page: z.int().min(1).nullable(),
  /** Files that the piece has as this file type. */
  files: z.int().min(1),
  /** SHA-256 of everything that the file depends on: request, pictures, template, brand folder, fonts, program. */
  inputs: z.string(),
  /** The program's version. */
  engine: z.string(),
  sha256: z.string(),
  /** Bytes; of a page of a merged run, what the file grew by with it. */
  size: z.int().min(0),
  /** What rendering the piece as this file type took; `null` where pieces were rendered together. */
  ms: z.number().min(0).nullable(),
  diagnostics: z.array(finding),
});
export type ManifestEntry = z.output<typeof manifestEntry>;

export interface ManifestContent {
  /** The last word on every file, in the order of the lines. */
  readonly entries: ReadonlyMap<string, ManifestEntry>;
  /** `run.broken-manifest-line`, except for a torn last line. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether another line can be put behind the last one. */
  readonly isWhole: boolean;
}

/**
 * @param file path of a manifest
 * @throws AnphamError `request.unreadable-file`
 */
export async function readManifest(file: string): Promise<ManifestContent> {
  const entries = new Map<string, ManifestEntry>();
  const broken: number[] = [];
  let line = 0;
  const source = createReadStream(file);
  const end = { byte: 0x0a };
  source.on("data", (chunk) => {
    end.byte = (chunk as Buffer).at(-1) ?? end.byte;
  });
  try {
    for await (const text of createInterface({ input: source, crlfDelay: Infinity })) {
      line++;
      const entry = parseLine(text);
      if (!entry) broken.push(line);
      else {
        // Behind those that were written since.
        entries.delete(entry.file);
        entries.set(entry.file, entry);
      }
    }
  } catch (thrown) {
    failOnFile(file, thrown);
  }
  const isEnded = end.byte === 0x0a;
  const told = broken.filter((each) => isEnded || each !== line);
  const diagnostics = told.map((each) =>
    diagnose("run.broken-manifest-line", { line: each, file }, { file }),
  );
  return { entries, diagnostics, isWhole: isEnded && broken.length === 0 };
}

function parseLine(text: string): ManifestEntry | null {
  try {
    return manifestEntry.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** A manifest while its folder is written, by nobody else. */
export interface OpenManifest {
  /** What was in the folder before. */
  readonly previous: ReadonlyMap<string, ManifestEntry>;
  readonly diagnostics: readonly Diagnostic[];
  /**
   * Puts entries at the end: all of their lines or none, and none between those of another call.
   * @throws AnphamError `output.cannot-write`
   */
  append(entries: readonly ManifestEntry[]): Promise<void>;
  /**
   * Leaves one line a file that is there, by row and name; nothing can be appended after it. The same files give the
   * same order.
   * @throws AnphamError `output.cannot-write`; then the lines are there as they were appended
   */
  finish(isThere: (file: string) => Promise<boolean>): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the manifest of a folder, which is made when it is missing; so it is known that the folder can be written.
 * @throws AnphamError `output.cannot-write`, `request.unreadable-file`, `run.folder-in-use`
 */
export async function openManifest(folder: string): Promise<OpenManifest> {
  const file = join(folder, MANIFEST);
  const lock = await lockFolder(folder);
  try {
    const handle = await openForAppending(file);
    try {
      const { entries, diagnostics, isWhole } = await readManifest(file);
      // A line behind a torn one would be lost with it.
      if (!isWhole) {
        await writeWholeFile(file, linesOf([...entries.values()]));
        await handle.close();
        return keep({ lock, handle: await openForAppending(file), file, entries, diagnostics });
      }
      return keep({ lock, handle, file, entries, diagnostics });
    } catch (thrown) {
      await handle.close();
      throw thrown;
    }
  } catch (thrown) {
    await lock.release();
    throw thrown;
  }
}

async function openForAppending(file: string): Promise<FileHandle> {
  try {
    return await open(file, "a");
  } catch (thrown) {
    return failOnWrite(file, thrown);
  }
}

interface Kept extends Pick<ManifestContent, "entries" | "diagnostics"> {
  readonly lock: FolderLock;
  readonly handle: FileHandle;
  readonly file: string;
}

function keep({ lock, handle, file, entries: previous, diagnostics }: Kept): OpenManifest {
  const write = async (entries: readonly ManifestEntry[]): Promise<void> => {
    const { size } = await handle.stat();
    try {
      await handle.appendFile(linesOf(entries));
    } catch (thrown) {
      // A full disk may have taken the beginning.
      if (isSystemError(thrown)) await handle.truncate(size).catch(() => undefined);
      failOnWrite(file, thrown);
    }
  };
  let before: Promise<void> = Promise.resolve();
  return {
    previous,
    diagnostics,
    append(entries) {
      const writing = before.then(() => write(entries));
      before = writing.catch(() => undefined);
      return writing;
    },
    async finish(isThere) {
      await handle.close();
      const { entries } = await readManifest(file);
      const there: ManifestEntry[] = [];
      for (const entry of entries.values()) if (await isThere(entry.file)) there.push(entry);
      there.sort((a, b) => a.row - b.row || (a.file < b.file ? -1 : 1));
      await writeWholeFile(file, linesOf(there));
    },
    async close() {
      await handle.close();
      await lock.release();
    },
  };
}

const linesOf = (entries: readonly ManifestEntry[]): Buffer =>
  Buffer.from(entries.map((entry) => `${canonicalJson(entry)}\n`).join(""));
