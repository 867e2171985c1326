/** Where templates lie: one folder or several, each with a folder a template. */

import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { failOnFile } from "../base/system-reason.ts";
import { TEMPLATE_ENTRY } from "./compile-template.ts";

/** One folder, or several: a template that two of them hold is the first one's. */
export type TemplateFolders = string | readonly string[];

export const foldersOf = (folders: TemplateFolders): readonly string[] =>
  typeof folders === "string" ? [folders] : folders;

/**
 * The folder of every template by its id, sorted.
 * @throws AnphamError `request.unreadable-file` for a folder that cannot be read
 */
export async function findTemplates(folders: TemplateFolders): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const root of foldersOf(folders).map((folder) => resolve(folder))) {
    for (const name of await listFolders(root)) {
      const folder = join(root, name);
      if (!found.has(name) && existsSync(join(folder, TEMPLATE_ENTRY))) found.set(name, folder);
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

async function listFolders(root: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(root, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  } catch (thrown) {
    failOnFile(root, thrown);
  }
}
