/** Compiled code from one process to the next: V8's code cache, of all scripts in one file. */

import { createHash } from "node:crypto";
import { closeSync, openSync, readdirSync, readSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { writeWhole } from "../base/cache-folder.ts";

/** What V8 has compiled of a script up to now. */
export interface CompiledScript {
  createCachedData(): Buffer;
}

/** By script. V8 looks for itself whether the code is of its version and flags, and of that script. */
export interface CodeCache {
  get(name: string): Buffer | undefined;
  /** Forgets what V8 does not take. */
  drop(name: string): void;
  /**
   * Writes what is known already and the code of scripts that is not, unless flags were set since. Never throws: the
   * next process then compiles as this one did.
   */
  keep(scripts: ReadonlyMap<string, CompiledScript>): void;
}

/**
 * @param folder that only this user can write to: the file is code
 * @param build hash of the code
 */
export function openCodeCache(folder: string, build: string): CodeCache {
  // The flags are part of the tag: a command that sets other flags has other code.
  const tag = cachedDataVersionTag();
  const file = join(folder, `code-${build.slice(0, 16)}-${tag}.bin`);
  const { entries } = openEntries(file);
  return {
    get(script) {
      const code = entries.get(script)?.();
      if (!code) entries.delete(script);
      return code;
    },
    drop: (script) => entries.delete(script),
    keep(scripts) {
      const fresh = [...scripts].filter(([script]) => !entries.has(script));
      if (fresh.length === 0 || cachedDataVersionTag() !== tag) return;
      for (const [script, compiled] of fresh) {
        const code = compiled.createCachedData();
        entries.set(script, () => code);
      }
      try {
        // Another process may have kept other scripts meanwhile.
        const others = openEntries(file);
        writeEntries(file, new Map([...others.entries, ...entries]));
        others.close();
        removeOthers(folder, build);
      } catch {
        // A full disk, a folder that cannot be written to.
      }
    },
  };
}

/** Reads an entry; `undefined` when it is not whole. */
type Read = () => Buffer | undefined;

/** The file's head, as JSON behind its own digest and length: the entries that follow, in their order. */
type Index = readonly (readonly [name: string, length: number, digest: string])[];

const DIGEST_BYTES = 32;
const LENGTH_BYTES = 4;

interface OpenFile {
  readonly entries: Map<string, Read>;
  close(): void;
}

/**
 * A thread needs a part of the file, so it stays open and is read piece by piece; a file that is moved over it is
 * another one. Empty when there is none, or none that is whole.
 */
function openEntries(file: string): OpenFile {
  const entries = new Map<string, Read>();
  let descriptor: number | null = null;
  const close = () => {
    if (descriptor !== null) closeSync(descriptor);
  };
  try {
    descriptor = openSync(file, "r");
    const opened = descriptor;
    const bytesAt = (position: number, length: number): Buffer => {
      const bytes = Buffer.alloc(length);
      readSync(opened, bytes, 0, length, position);
      return bytes;
    };
    const start = DIGEST_BYTES + LENGTH_BYTES;
    const length = bytesAt(DIGEST_BYTES, LENGTH_BYTES).readUInt32LE();
    if (length > MOST_INDEX) return { entries, close };
    const head = bytesAt(start, length);
    if (!digest(head).equals(bytesAt(0, DIGEST_BYTES))) return { entries, close };
    let at = start + length;
    for (const [name, length, expected] of JSON.parse(head.toString()) as Index) {
      const position = at;
      entries.set(name, () => {
        const code = bytesAt(position, length);
        return digest(code).toString("base64") === expected ? code : undefined;
      });
      at += length;
    }
  } catch {
    // Not there.
  }
  return { entries, close };
}

/** No index is as long, a damaged file's may say so. */
const MOST_INDEX = 1_000_000;

function writeEntries(file: string, entries: ReadonlyMap<string, Read>): void {
  const parts: Buffer[] = [];
  const index: (readonly [string, number, string])[] = [];
  for (const [name, read] of entries) {
    const code = read();
    if (!code) continue;
    parts.push(code);
    index.push([name, code.length, digest(code).toString("base64")]);
  }
  const head = Buffer.from(JSON.stringify(index));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(head.length);
  writeWhole(file, Buffer.concat([digest(head), length, head, ...parts]));
}

/** V8 runs whatever stands in an entry. */
const digest = (bytes: Buffer): Buffer => createHash("sha256").update(bytes).digest();

/** Files of other builds, which nobody will ask for again. */
function removeOthers(folder: string, build: string): void {
  for (const name of readdirSync(folder)) {
    if (/^code-[0-9a-f]{16}-\d+\.bin/.test(name) && !name.startsWith(`code-${build.slice(0, 16)}-`))
      rmSync(join(folder, name), { force: true });
  }
}
