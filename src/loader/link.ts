/**
 * Links the built code: what Node's own modules do, but for scripts, because V8 keeps only the compiled code of scripts
 * for other processes to use (Node does so for modules from 22.1 on).
 */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import type { CodeCache } from "./code-cache.ts";
import { type CodeGraph, GRAPH_FILE, SCRIPT_ENDING } from "./code-graph.ts";

/** What a module exports, by name. */
export type Exports = Readonly<Record<string, unknown>>;

/** `import.meta` of a script. */
interface ImportMeta {
  readonly url: string;
  resolve(specifier: string): string;
}

type Evaluate = (
  meta: ImportMeta,
  importDynamically: (specifier: string) => Promise<unknown>,
  require: NodeJS.Require,
  ...imports: readonly unknown[]
) => Promise<Exports>;

export interface Linker {
  /**
   * What a script exports; evaluated once, after all that it imports.
   * @param name in the graph
   */
  load(name: string): Promise<Exports>;
  /** The scripts that were compiled so far, by name. */
  readonly compiled: ReadonlyMap<string, vm.Script>;
}

/** @param folder of the scripts */
export function createLinker(folder: string, { scripts }: CodeGraph, cache: CodeCache | null): Linker {
  const compiled = new Map<string, vm.Script>();
  const evaluated = new Map<string, Promise<Exports>>();
  const require = createRequire(join(folder, GRAPH_FILE));

  function compile(name: string, file: string): Evaluate {
    const script = new vm.Script(readFileSync(file, "utf8"), {
      filename: file,
      cachedData: cache?.get(name),
    });
    if (script.cachedDataRejected) cache?.drop(name);
    compiled.set(name, script);
    return script.runInThisContext() as Evaluate;
  }

  async function evaluate(name: string): Promise<Exports> {
    const imports = await Promise.all(scripts[name]!.imports.map(importStatically));
    const file = join(folder, `${name}${SCRIPT_ENDING}`);
    const importDynamically = (specifier: string): Promise<unknown> =>
      specifier.startsWith(".")
        ? load(posix.join(posix.dirname(name), specifier.slice(0, -".js".length)))
        : import(specifier);
    const { href: url } = pathToFileURL(file);
    const meta = { url, resolve: (specifier: string) => import.meta.resolve(specifier) };
    return compile(name, file)(meta, importDynamically, require, ...imports);
  }

  function load(name: string): Promise<Exports> {
    let exports = evaluated.get(name);
    if (!exports) {
      exports = evaluate(name);
      evaluated.set(name, exports);
    }
    return exports;
  }

  const importStatically = (specifier: string): unknown =>
    specifier in scripts
      ? load(specifier)
      : specifier.startsWith("node:")
        ? builtin(specifier)
        : import(specifier);

  return { load, compiled };
}

/** A namespace as `import` would give it, without one being built. */
function builtin(specifier: string): object {
  const found: object = process.getBuiltinModule(specifier)!;
  return Object.assign(Object.create(found), { default: found });
}
