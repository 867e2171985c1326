/** What a rendering depends on besides its request, as hashes: equal ones make equal pictures. */

import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { contentHash, sha256 } from "../base/hash.ts";
import { packageRoot } from "../base/package-root.ts";
import { findTemplates } from "../compose/template-folders.ts";
import type { Folders } from "../render.ts";

/** The hash of a template with everything that all templates share: the program, brand folder and fonts. */
export async function fingerprints(folders: Folders): Promise<(template: string) => Promise<string>> {
  const [program, brand, fonts] = await Promise.all(
    [join(packageRoot(), "dist"), folders.brand, folders.fonts].map(folderHash),
  );
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

/** Of all files of a folder by their place in it: the same files are the same on every machine. */
export async function folderHash(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".d.ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => (a < b ? -1 : 1));
  const hashes: string[] = [];
  for (const file of files) {
    hashes.push(`${relative(folder, file).split(sep).join("/")} ${sha256(await readFile(file))}`);
  }
  return contentHash(hashes);
}
