/** Where compiled code is kept between processes. Code is loaded from it, so nobody else may own it. */

import { accessSync, constants, mkdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

let found: string | null = null;

/**
 * A folder that exists and that this user can write to: with the package, else under the system's temporary one.
 * @param root of the package
 * @throws Error when somebody else could write to it
 */
export function cacheFolder(root: string): string {
  found ??= withPackage(join(root, "node_modules", ".cache", "anpham")) ?? ofUser();
  return found;
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

function ofUser(): string {
  const user = process.getuid?.() ?? "user";
  const folder = join(tmpdir(), `anpham-${user}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = statSync(folder);
  if (process.getuid && (uid !== user || (mode & 0o022) !== 0)) {
    throw new Error(`the cache folder ${folder} belongs to somebody else`);
  }
  return folder;
}
