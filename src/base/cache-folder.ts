/** Where compiled code is kept between processes. Code is loaded from it, so nobody else may own it. */

import { accessSync, constants, mkdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { packageRoot } from "./package-root.ts";

let found: string | null | undefined;

/**
 * A folder that exists and that only this user can write to: with the package, else under the system's temporary one.
 * `null` where there is none, as on a disk that is read-only: then nothing is kept.
 */
export function cacheFolder(): string | null {
  if (found === undefined) {
    found = withPackage(join(packageRoot(), "node_modules", ".cache", "anpham")) ?? ofUser();
  }
  return found;
}

/** Whole or not at all: threads and processes that write at once each write a file of their own and move it into place. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.${process.pid}.${threadId}.tmp`;
  writeFileSync(temporary, content, { mode: 0o600 });
  renameSync(temporary, file);
}

function withPackage(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    return null; // Installed where this user may not write.
  }
}

function ofUser(): string | null {
  const user = process.getuid?.() ?? "user";
  const folder = join(tmpdir(), `anpham-${user}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    const { uid, mode } = statSync(folder);
    const isOwn = !process.getuid || (uid === user && (mode & 0o022) === 0);
    return isOwn ? folder : null;
  } catch {
    return null;
  }
}
