import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

let found: string | null = null;

/** The folder of the package.json named “anpham” above this code, wherever it was bundled to. */
export function packageRoot(): string {
  if (found) return found;
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).name === "anpham") {
      found = folder;
      return folder;
    }
    if (dirname(folder) === folder) throw new Error("the package.json of anpham was not found");
  }
}

let version: string | null = null;

/** The version in that package.json. */
export function packageVersion(): string {
  version ??= String(JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8")).version);
  return version;
}
