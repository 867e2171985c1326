/** Tells when files of the templates, the brand or the fonts change. */

import { relative, resolve, sep } from "node:path";
import { watch as watchFiles } from "chokidar";
import { foldersOf } from "../../compose/template-folders.ts";
import type { Folders } from "../../render.ts";

export interface Change {
  readonly files: readonly string[];
  /** Ids of the templates they belong to. */
  readonly templates: readonly string[];
  readonly brand: boolean;
  readonly fonts: boolean;
}

export interface Watching {
  /** When changes will be seen from now on. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/** Editors write a file in two or three steps; what follows within this is one change. */
export const GATHER_MS = 12;

export function watchFolders(folders: Folders, onChange: (change: Change) => void): Watching {
  const roots = foldersOf(folders.templates).map((folder) => resolve(folder));
  const watcher = watchFiles([...roots, folders.brand, folders.fonts], {
    ignoreInitial: true,
    ignored: (path) =>
      /(?:^|[/\\])(?:node_modules|\.git|\.anpham)(?:[/\\]|$)|[~]$|\.(?:swp|swx|tmp)$/.test(path),
  });
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  watcher.on("all", (_event, path) => {
    changed.add(resolve(path));
    timer ??= setTimeout(() => {
      timer = null;
      const files = [...changed];
      changed.clear();
      onChange(changeOf(files, roots, folders));
    }, GATHER_MS);
  });
  return {
    ready: new Promise((done) => watcher.once("ready", () => done())),
    async close() {
      if (timer) clearTimeout(timer);
      await watcher.close();
    },
  };
}

/** What a set of changed files means. */
export function changeOf(files: readonly string[], roots: readonly string[], folders: Folders): Change {
  const templates = new Set<string>();
  for (const file of files) {
    for (const root of roots) {
      const inside = insideOf(root, file);
      const [id] = inside?.split(sep) ?? [];
      if (id) templates.add(id);
    }
  }
  return {
    files,
    templates: [...templates],
    brand: files.some((file) => insideOf(resolve(folders.brand), file) !== null),
    fonts: files.some((file) => insideOf(resolve(folders.fonts), file) !== null),
  };
}

function insideOf(folder: string, file: string): string | null {
  const inside = relative(folder, file);
  return inside.startsWith("..") || resolve(folder, inside) !== file ? null : inside;
}
