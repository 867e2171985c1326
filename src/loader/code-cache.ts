/** Compiled code from one process to the next: V8's code cache, of all scripts in one file. */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cachedDataVersionTag } from "node:v8";

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

/** The file's head: which bytes after it are whose. */
type Index = readonly (readonly [name: string, length: number])[];

const DIGEST_BYTES = 32;
const LENGTH_BYTES = 4;

/**
 * @param folder that only this user can write to: the file is code
 * @param build hash of the code
 */
export function openCodeCache(folder: string, build: string): CodeCache {
  // The flags are part of the tag: a command that sets other flags has other code.
  const tag = cachedDataVersionTag();
  const file = join(folder, `code-${build.slice(0, 16)}-${tag}.bin`);
  const entries = read(file);
  return {
    get: (script) => entries.get(script),
    drop: (script) => entries.delete(script),
    keep(scripts) {
      const fresh = [...scripts].filter(([script]) => !entries.has(script));
      if (fresh.length === 0 || cachedDataVersionTag() !== tag) return;
      for (const [script, compiled] of fresh) entries.set(script, compiled.createCachedData());
      try {
        // Another process may have kept other scripts meanwhile.
        write(file, new Map([...read(file), ...entries]));
        removeOthers(folder, build);
      } catch {
        // A full disk, a folder that cannot be written to.
      }
    },
  };
}

/** Empty when there is none, or when it is not whole: V8 would run whatever is in it. */
function read(file: string): Map<string, Buffer> {
  const entries = new Map<string, Buffer>();
  try {
    const bytes = readFileSync(file);
    const content = bytes.subarray(DIGEST_BYTES);
    if (!bytes.subarray(0, DIGEST_BYTES).equals(digest(content))) return entries;
    let at = LENGTH_BYTES + content.readUInt32LE(0);
    const index = JSON.parse(content.toString("utf8", LENGTH_BYTES, at)) as Index;
    for (const [name, length] of index) {
      entries.set(name, content.subarray(at, at + length));
      at += length;
    }
  } catch {
    // Not there.
  }
  return entries;
}

function write(file: string, entries: ReadonlyMap<string, Buffer>): void {
  const index: Index = [...entries].map(([name, { length }]) => [name, length]);
  const head = Buffer.from(JSON.stringify(index));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(head.length);
  const content = Buffer.concat([length, head, ...entries.values()]);
  // Whole or not at all: processes that end together each write their own file and move it into place.
  const temporary = `${file}.${process.pid}.${performance.now()}.tmp`;
  writeFileSync(temporary, Buffer.concat([digest(content), content]), { mode: 0o600 });
  renameSync(temporary, file);
}

const digest = (content: Buffer): Buffer => createHash("sha256").update(content).digest();

/** Files of other builds, which nobody will ask for again. */
function removeOthers(folder: string, build: string): void {
  for (const name of readdirSync(folder)) {
    if (/^code-[0-9a-f]{16}-\d+\.bin$/.test(name) && !name.startsWith(`code-${build.slice(0, 16)}-`))
      rmSync(join(folder, name), { force: true });
  }
}
