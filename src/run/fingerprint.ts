/** What a rendering depends on besides its request, as hashes: equal ones make equal pictures. */

import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { contentHash, sha256 } from "../base/hash.ts";
import { packageRoot } from "../base/package-root.ts";
import { findTemplates } from "../compose/template-folders.ts";
import { GRAPH_FILE } from "../loader/code-graph.ts";
import type { Folders } from "../render.ts";

/** The hash of a template with everything that all templates share: the program, brand folder and fonts. */
export async function fingerprints(folders: Folders): Promise<(template: string) => Promise<string>> {
  const [program, brand, fonts] = await Promise.all([
    programHash(),
    folderHash(folders.brand),
    folderHash(folders.fonts),
  ]);
  const templates = await findTemplates(folders.templates);
  const known = new Map<string, Promise<string>>();
  return (template) => {
    let hash = known.get(template);
    if (!hash) {
      hash = folderHash(templates.get(template) ?? template).then((own) =>
        contentHash([program, brand, fonts, own]),
      );
      known.set(template, hash);
    }
    return hash;
  };
}

/** Of this package as it was built: the build has a hash of all its scripts, so that none is read here. */
export const programHash = async (): Promise<string> =>
  sha256(await readFile(join(packageRoot(), "dist", "code", GRAPH_FILE)));

/** Files that are read at a time: one by one, most of the time would go into waiting. */
const FILES_AT_ONCE = 16;

/** Of all files of a folder by their place in it: the same files are the same on every machine. */
export async function folderHash(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : 1));
  const hashes: string[] = [];
  const lineOf = async (file: string) =>
    `${relative(folder, file).split(sep).join("/")} ${sha256(await readFile(file))}`;
  for (let i = 0; i < files.length; i += FILES_AT_ONCE) {
    hashes.push(...(await Promise.all(files.slice(i, i + FILES_AT_ONCE).map(lineOf))));
  }
  return contentHash(hashes);
}
