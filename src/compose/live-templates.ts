/**
 * Templates under the hands of whoever writes them: compiled anew when told so, with the places of their elements and
 * with errors that say where in the TSX they arose.
 */

import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { SourceMap, type SourceMapPayload } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { AnphamError, fail } from "../base/diagnostic.ts";
import { sha256 } from "../base/hash.ts";
import type { SourcePlace } from "../model/source-place.ts";
import type { TemplateDefinition } from "../model/template.ts";
import { compilerFinding, compileTemplate, TEMPLATE_ENTRY } from "./compile-template.ts";
import { thrownReason } from "./purity.ts";
import { brokenTemplate, checkedTemplate } from "./registry.ts";
import { findTemplates, foldersOf, type TemplateFolders } from "./template-folders.ts";

export interface LiveTemplates {
  /** Every template's id, sorted, as of the last {@link refresh}. */
  readonly ids: readonly string[];
  /**
   * @throws AnphamError `template.broken`, its `where` in the TSX as far as it is known; `studio.stopped`
   */
  load(id: string): Promise<TemplateDefinition>;
  /** The folder that holds a template, as the file system really names it; `null` for an unknown one. */
  folderOf(id: string): string | null;
  /** Looks at the folders again, and compiles the named templates anew when they are next asked for. */
  refresh(changed: readonly string[]): Promise<void>;
  /** The innermost place in a template's own code where an error was thrown; the file is absolute. */
  placeOf(thrown: unknown): SourcePlace | null;
  /** Removes the compiled files. */
  close(): Promise<void>;
}

interface Compiled {
  readonly folder: string;
  readonly map: SourceMap;
}

export interface LiveOptions {
  /** Templates whose modules did not end within so many seconds: refused until they change. */
  readonly stopped: ReadonlyMap<string, number>;
  /** Told which template's module runs, and `null` when it has. Only one does at a time. */
  readonly onRun: (id: string | null) => void;
}

const NOBODY: LiveOptions = { stopped: new Map(), onRun: () => undefined };

export async function openLiveTemplates(
  folders: TemplateFolders,
  { stopped: before, onRun }: LiveOptions = NOBODY,
): Promise<LiveTemplates> {
  const stopped = new Map(before);
  const cache = await mkdtemp(join(await realpath(tmpdir()), "anpham-live-"));
  const compiled = new Map<string, Compiled>();
  const loaded = new Map<string, Promise<TemplateDefinition>>();
  let found: ReadonlyMap<string, string> = new Map();

  const placeOf = (thrown: unknown): SourcePlace | null => {
    for (const { file, line, column } of framesOf(thrown)) {
      const known = compiled.get(file);
      const entry = known?.map.findEntry(line - 1, column - 1);
      if (known && entry && "originalSource" in entry) {
        return {
          file: resolve(known.folder, entry.originalSource),
          line: entry.originalLine + 1,
          column: entry.originalColumn + 1,
        };
      }
    }
    return null;
  };

  let latest: Promise<unknown> = Promise.resolve();
  /** What a template's module exports. */
  const run = (id: string, file: string): Promise<{ default?: unknown }> => {
    const running = latest.then(async () => {
      onRun(id);
      try {
        return (await import(pathToFileURL(file).href)) as { default?: unknown };
      } finally {
        onRun(null);
      }
    });
    latest = running.catch(() => undefined);
    return running;
  };

  const load = async (id: string, folder: string): Promise<TemplateDefinition> => {
    const seconds = stopped.get(id);
    if (seconds !== undefined) {
      return fail("studio.stopped", { template: id, seconds }, { file: join(folder, TEMPLATE_ENTRY) });
    }
    try {
      const { code, map } = await compileTemplate(folder, true);
      // The content is in the name: Node never loads an imported file a second time.
      const file = join(cache, `${id}-${sha256(code).slice(0, 16)}.mjs`);
      await writeFile(file, code);
      compiled.set(file, { folder, map: new SourceMap(JSON.parse(map ?? "{}") as SourceMapPayload) });
      return checkedTemplate((await run(id, file)).default, folder, id);
    } catch (thrown) {
      if (thrown instanceof AnphamError) throw thrown;
      const told = compilerFinding(thrown);
      // brokenTemplate names files by the folder that they lie in.
      const place = told ? told.place : placeOf(thrown);
      return brokenTemplate(folder, id, told?.reason ?? thrownReason(thrown), place, thrown);
    }
  };

  const refresh = async (changed: readonly string[]): Promise<void> => {
    const now = new Map<string, string>();
    for (const [id, folder] of await findTemplates(folders)) now.set(id, await realpath(folder));
    for (const [id, folder] of found) if (now.get(id) !== folder) loaded.delete(id);
    for (const id of changed) {
      loaded.delete(id);
      stopped.delete(id);
    }
    found = now;
  };

  await mkdir(cache, { recursive: true });
  await refresh([]);
  return {
    get ids() {
      return [...found.keys()];
    },
    load(id) {
      let definition = loaded.get(id);
      if (!definition) {
        // One that is not there is told as one whose file cannot be read.
        definition = load(id, found.get(id) ?? join(foldersOf(folders)[0] ?? ".", id));
        loaded.set(id, definition);
      }
      return definition;
    },
    folderOf: (id) => found.get(id) ?? null,
    refresh,
    placeOf,
    close: () => rm(cache, { recursive: true, force: true }),
  };
}

/** The calls of a stack that lie in files, the innermost first. */
function framesOf(thrown: unknown): readonly SourcePlace[] {
  const stack = thrown instanceof Error ? (thrown.stack ?? "") : "";
  return [...stack.matchAll(/(file:\/\/[^\s()]+|\/[^\s():]+):(\d+):(\d+)/g)].map(
    ([, file = "", line, column]) => ({
      file: file.startsWith("file:") ? fileURLToPath(file) : file,
      line: Number(line),
      column: Number(column),
    }),
  );
}
