/**
 * Compiles a template's folder into one module. A built kit stays outside, so that the template shares it, and all that
 * it stands on, with the engine and the other templates; a kit that is source goes inside.
 */

import { readFile, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { BuildFailure, Plugin } from "esbuild";
import type { Localized } from "../base/diagnostic.ts";
import { sha256 } from "../base/hash.ts";
import { packageRoot } from "../base/package-root.ts";
import type { SourcePlace } from "../model/source-place.ts";
import { IMPURE, PURE_MODULE } from "./purity.ts";

export const TEMPLATE_ENTRY = "template.tsx";

export interface CompiledTemplate {
  readonly code: string;
  /** Source Map Revision 3, its sources relative to the template's folder; `null` unless asked for. */
  readonly map: string | null;
  /** Every file that went into it. */
  readonly inputs: readonly CompiledInput[];
}

export interface CompiledInput {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly mtimeMs: number;
  readonly sha256: string;
}

/** A picture that a template imports is its address; cameras and drawing programs write ends in capitals too. */
const PICTURES: Readonly<Record<string, "dataurl">> = Object.fromEntries(
  ["svg", "png", "jpg", "jpeg", "webp", "gif"].flatMap((end) =>
    [end, end.toUpperCase()].map((each) => [`.${each}`, "dataurl"] as const),
  ),
);

/**
 * @param folder as the file system really names it
 * @param live for whoever edits it: every element keeps where it was written, and there is a source map
 * @throws esbuild's failure; {@link compilerFinding} reads it
 */
export async function compileTemplate(folder: string, live = false): Promise<CompiledTemplate> {
  // Loaded only here: it costs more than everything else at the start of a process.
  const { build } = await import("esbuild");
  const result = await build({
    entryPoints: [join(folder, TEMPLATE_ENTRY)],
    outfile: join(folder, "template.mjs"),
    absWorkingDir: folder,
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "node20",
    charset: "utf8",
    jsx: "automatic",
    jsxDev: live,
    jsxImportSource: "anpham",
    sourcemap: live ? "external" : false,
    sourcesContent: false,
    // A tsconfig.json above the template must not change what comes out.
    tsconfigRaw: {},
    loader: PICTURES,
    define: IMPURE,
    inject: [PURE],
    logLevel: "silent",
    plugins: [pureOnly, onlyTheKit(folder)],
  });
  const inputs = await Promise.all(
    Object.keys(result.metafile.inputs)
      .filter((input) => !input.startsWith(`${PURE}:`))
      .map(async (input): Promise<CompiledInput> => {
        const path = resolve(folder, input.replace(IN_BUILT_KIT, ""));
        const { size, mtimeMs } = await stat(path);
        return { path, size, mtimeMs, sha256: sha256(await readFile(path)) };
      }),
  );
  const [map, code] = [".map", ".mjs"].map((end) =>
    result.outputFiles.find(({ path }) => path.endsWith(end)),
  );
  return { code: code!.text, map: map?.text ?? null, inputs };
}

/** esbuild's namespace for the kit's bundle, which stays outside. */
const BUILT_KIT = "built-kit";
const IN_BUILT_KIT = new RegExp(`^${BUILT_KIT}:`);

/** esbuild's name and namespace for what stands in for clock and chance. */
const PURE = "pure";

const pureOnly: Plugin = {
  name: PURE,
  setup(build) {
    const filter = new RegExp(`^${PURE}$`);
    build.onResolve({ filter }, ({ path, kind }) =>
      kind !== "entry-point" ? null : { path, namespace: PURE, sideEffects: false },
    );
    build.onLoad({ filter, namespace: PURE }, () => ({ contents: PURE_MODULE }));
  },
};

/** What it refuses is said in both languages, “Vietnamese | English”; esbuild speaks English. */
const OWN_RULE = "only-the-kit";

/** Lets a template import files of its own folder and the template kit, and nothing else. */
function onlyTheKit(folder: string): Plugin {
  const kit = new Map([
    ["anpham/kit", kitEntry("index")],
    ["anpham/jsx-runtime", kitEntry("jsx-runtime")],
    ["anpham/jsx-dev-runtime", kitEntry("jsx-runtime")],
  ]);
  // esbuild gives real paths, so a link cannot lead out either.
  const isInside = (path: string) => path.startsWith(folder + sep);
  return {
    name: OWN_RULE,
    setup(build) {
      build.onResolve({ filter: /.*/ }, async (args) => {
        const entry = kit.get(args.path);
        if (entry) return { path: entry, namespace: entry.endsWith(".js") ? BUILT_KIT : "file" };
        if (args.namespace === BUILT_KIT) return { path: args.path, external: true };
        if (args.kind === "entry-point" || args.pluginData === isInside) return null;
        if (!isInside(args.importer)) return args.path.startsWith("node:") ? { external: true } : null;
        const text = `mẫu chỉ import được bộ dựng mẫu, không phải “${args.path}” | templates import only the template kit, not “${args.path}”`;
        const refused = { errors: [{ text }] };
        if (!args.path.startsWith(".")) return refused;
        const { importer, kind, resolveDir } = args;
        // The mark keeps this plugin from answering its own question.
        const found = await build.resolve(args.path, { importer, kind, resolveDir, pluginData: isInside });
        return found.errors.length > 0 || isInside(found.path) ? found : refused;
      });
      // Named one by one, so that a name that the kit does not have is told with its line.
      build.onLoad({ filter: /.*/, namespace: BUILT_KIT }, async ({ path }) => {
        const address = pathToFileURL(path).href;
        const names = Object.keys((await import(address)) as object);
        return { contents: `export {${names.join()}} from ${JSON.stringify(address)};` };
      });
    },
  };
}

/** esbuild's first complaint, with its place; `null` for any other failure. */
export function compilerFinding(
  thrown: unknown,
): { readonly reason: Localized; readonly place: SourcePlace | null } | null {
  if (!(thrown instanceof Error) || !("errors" in thrown)) return null;
  const [first] = (thrown as BuildFailure).errors;
  if (!first) return null;
  const { location, text, pluginName } = first;
  const [vi = text, en = text] = pluginName === OWN_RULE ? text.split(" | ") : [];
  if (!location) return { reason: { vi, en }, place: null };
  const { file, line } = location;
  const column = location.column + 1;
  const at = `${file}:${line}:${column}`;
  return { reason: { vi: `${at}: ${vi}`, en: `${at}: ${en}` }, place: { file, line, column } };
}

/** The kit beside this code: its source when running from src, its bundle when running from dist. */
export function kitEntry(module: "index" | "jsx-runtime"): string {
  const root = packageRoot();
  const fromSource = relative(root, fileURLToPath(import.meta.url)).startsWith(`src${sep}`);
  return fromSource ? join(root, "src", "kit", `${module}.ts`) : join(root, "dist", "kit", `${module}.js`);
}
