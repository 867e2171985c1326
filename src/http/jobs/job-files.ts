/** The files of a job, and nothing else of the machine. */

import { lstat, readdir, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";

export interface JobFile {
  /** Relative to the job's folder of files, with `/`. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** Every finished file, sorted; what is half-written has a name that begins with a dot. */
export async function jobFiles(folder: string): Promise<readonly JobFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files: JobFile[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = path
      .slice(folder.length + 1)
      .split(sep)
      .join("/");
    if (!entry.isFile() || !isPlain(name)) continue;
    files.push({ name, size: (await stat(path)).size });
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The place of a file that the job really has; `null` for any other name, however it is written. */
export async function jobFile(folder: string, name: string): Promise<string | null> {
  if (!isPlain(name)) return null;
  const path = join(folder, ...name.split("/"));
  const found = await lstat(path).catch(() => null);
  if (!found?.isFile()) return null;
  // Nothing that was put in between may lead elsewhere.
  const [real, root] = await Promise.all([realpath(path), realpath(folder)]);
  return real === join(root, ...name.split("/")) ? path : null;
}

/** Names as print runs give them: no empty part, none that begins with a dot, nothing that a system reads otherwise. */
const isPlain = (name: string): boolean =>
  name.length <= 500 && name.split("/").every((part) => /^[^./\\:\p{Cc}][^/\\:\p{Cc}]*$/u.test(part));
