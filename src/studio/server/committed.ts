/** The templates as the last commit has them, in a folder of their own, to compare with. */

import { execFile } from "node:child_process";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

export interface CommittedTemplates {
  readonly folder: string;
  /** The commit's short name. */
  readonly commit: string;
  close(): Promise<void>;
}

const run = promisify(execFile);
const git = async (folder: string, ...values: readonly string[]): Promise<Buffer> =>
  (await run("git", ["-C", folder, ...values], { encoding: "buffer", maxBuffer: 64 * 1024 * 1024 })).stdout;

/**
 * @param folder of templates
 * @returns `null` where the folder belongs to no commit, or git is not there
 */
export async function committedTemplates(folder: string): Promise<CommittedTemplates | null> {
  try {
    const commit = String(await git(folder, "rev-parse", "--short", "HEAD")).trim();
    const listed = String(await git(folder, "ls-tree", "-r", "-z", "--name-only", "HEAD", "--", "."));
    const names = listed.split("\0").filter((name) => name !== "");
    if (names.length === 0) return null;
    const target = await mkdtemp(join(await realpath(tmpdir()), "anpham-commit-"));
    for (const name of names) {
      const file = join(target, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, await git(folder, "show", `HEAD:./${name}`));
    }
    return { folder: target, commit, close: () => rm(target, { recursive: true, force: true }) };
  } catch {
    return null;
  }
}
