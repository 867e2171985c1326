/** The entry points of the built package load its code through this module, one of its own in each thread. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../base/cache-folder.ts";
import { packageRoot } from "../base/package-root.ts";
import { openCodeCache } from "./code-cache.ts";
import { type CodeGraph, GRAPH_FILE } from "./code-graph.ts";
import { createLinker, type Exports } from "./link.ts";

const folder = join(packageRoot(), "dist", "code");
const graph = JSON.parse(readFileSync(join(folder, GRAPH_FILE), "utf8")) as CodeGraph;
const kept = cacheFolder();
const cache = kept === null ? null : openCodeCache(kept, graph.build);
const linker = createLinker(folder, graph, cache);

/** What the entry point of that name in the graph exports. */
export const load = (entry: string): Promise<Exports> => linker.load(entry);

/** Keeps the code that was compiled so far for processes to come, where none did yet. */
export function keepCode(): void {
  cache?.keep(linker.compiled);
}

/** By then a process has run what it mostly does: only functions that ran are kept. */
const LATER_MS = 2500;

/** {@link keepCode} after a while, for processes that others end. */
export function keepCodeLater(): void {
  setTimeout(keepCode, LATER_MS).unref();
}

/**
 * A thread's work, which keeps code once its first job is done: the thread may be stopped at any time.
 * @param before what it does before its first job; too little runs by then
 */
export function keepingCode(work: Exports, before: string): Exports {
  let isFirst = true;
  const entries = Object.entries(work as Readonly<Record<string, (job: unknown) => Promise<unknown>>>);
  return Object.fromEntries(
    entries.map(([name, run]) => [
      name,
      async (job: unknown) => {
        const result = await run(job);
        if (isFirst && name !== before) {
          isFirst = false;
          keepCode();
        }
        return result;
      },
    ]),
  );
}
