/**
 * Finds templates, compiles them and checks what they export.
 *
 * A template is `<folder>/<id>/template.tsx`. It is compiled once for its content and kept on disk, so that
 * the next process starts without loading a compiler. The result carries its own copy of the template kit,
 * whose files count as inputs: a changed kit compiles its templates anew.
 */

import { existsSync } from "node:fs";
import {
  access,
  constants,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { BuildFailure, Plugin } from "esbuild";
import { z } from "zod";
import { AnphamError, fail, reasonOf } from "../base/diagnostic.ts";
import { contentHash, sha256 } from "../base/hash.ts";
import { packageRoot } from "../base/package-root.ts";
import { id, localized } from "../model/ids.ts";
import { BRIEF_NEEDS, type TemplateDefinition } from "../model/template.ts";

const ENTRY = "template.tsx";
/** Raise it when what is written to the cache, or how templates are compiled, changes. */
const CACHE_VERSION = 1;

/** The templates of one folder. */
export interface TemplateRegistry {
  /** Every template's id, sorted. */
  readonly ids: readonly string[];
  /**
   * Compiles, loads and checks a template; the same object every time.
   * @throws AnphamError `template.broken`
   */
  load(id: string): Promise<TemplateDefinition>;
}

const templateDefinition = z.object({
  id,
  name: localized,
  description: localized,
  formats: z.array(id).min(1),
  themes: z.array(id).min(1),
  needs: z.array(z.enum(BRIEF_NEEDS)).optional(),
  display: z.literal("formal").optional(),
  pages: z.custom<TemplateDefinition["pages"]>((value) => typeof value === "function", "a function"),
});

/**
 * Lists the folder's templates; each is compiled only when it is asked for.
 * @param cache where compiled templates are kept; by default with the package, else in a temporary folder
 */
export async function openTemplates(folder: string, cache?: string): Promise<TemplateRegistry> {
  const root = resolve(folder);
  const ids = (await listFolders(root)).filter((name) => existsSync(join(root, name, ENTRY))).sort(byName);
  const loaded = new Map<string, Promise<TemplateDefinition>>();
  return {
    ids,
    load(template) {
      let definition = loaded.get(template);
      if (!definition) {
        definition = loadTemplate(join(root, template), template, cache ?? null);
        loaded.set(template, definition);
      }
      return definition;
    },
  };
}

async function listFolders(root: string): Promise<string[]> {
  try {
    const entries = await readdir(root, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  } catch (thrown) {
    fail(
      "request.unreadable-file",
      { file: root, reasonVi: reasonOf(thrown), reason: reasonOf(thrown) },
      { file: root },
      { cause: thrown },
    );
  }
}

async function loadTemplate(folder: string, name: string, cache: string | null): Promise<TemplateDefinition> {
  const broken = (reason: string, cause?: unknown): never =>
    fail("template.broken", { template: name, reason }, { file: join(folder, ENTRY) }, { cause });
  try {
    const file = await compiledFile(await realpath(folder), name, cache ?? (await defaultCache()));
    const module: { default?: unknown } = await import(pathToFileURL(file).href);
    const checked = templateDefinition.safeParse(module.default);
    if (!checked.success) {
      const [issue] = checked.error.issues;
      return broken(`${["default export", ...(issue?.path ?? [])].join(".")}: ${issue?.message}`);
    }
    if (checked.data.id !== name) return broken(`its id is “${checked.data.id}”, its folder is “${name}”`);
    return module.default as TemplateDefinition;
  } catch (thrown) {
    if (thrown instanceof AnphamError) throw thrown;
    return broken(compilerReason(thrown) ?? reasonOf(thrown), thrown);
  }
}

// ── the cache on disk ────────────────────────────────────────────────────────────────────────────

/** What was compiled from what. */
const cacheRecord = z.object({
  output: z.string(),
  inputs: z.array(z.object({ path: z.string(), size: z.number(), mtimeMs: z.number(), sha256: z.string() })),
});
type CacheRecord = z.infer<typeof cacheRecord>;
type CacheInput = CacheRecord["inputs"][number];

/** The compiled module of a template: from the cache when none of its inputs changed, else built now. */
async function compiledFile(folder: string, name: string, cache: string): Promise<string> {
  // Inputs are recorded by their place, so a moved package or template needs its own record.
  const key = contentHash([CACHE_VERSION, folder, kitEntry("index")]).slice(0, 16);
  const recordFile = join(cache, `${name}-${key}.json`);
  const known = await readRecord(recordFile);
  if (known && existsSync(join(cache, known.output)) && (await isFresh(known)))
    return join(cache, known.output);

  const { code, inputs } = await compile(folder);
  const content = contentHash([key, inputs.map((input) => [input.path, input.sha256])]).slice(0, 16);
  // The content is in the name: Node never loads an imported file a second time.
  const output = `${name}-${content}.mjs`;
  await writeWhole(join(cache, output), code);
  await writeWhole(recordFile, JSON.stringify({ output, inputs } satisfies CacheRecord));
  if (known && known.output !== output) await rm(join(cache, known.output), { force: true });
  return join(cache, output);
}

async function readRecord(file: string): Promise<CacheRecord | null> {
  try {
    return cacheRecord.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return null; // No record, or one that nobody can use: compile again.
  }
}

async function isFresh(record: CacheRecord): Promise<boolean> {
  const fresh = await Promise.all(
    record.inputs.map(async (input) => {
      const found = await stat(input.path).catch(() => null);
      if (!found) return false;
      if (found.size === input.size && found.mtimeMs === input.mtimeMs) return true;
      // A fresh checkout changes every time stamp and no content.
      return found.size === input.size && sha256(await readFile(input.path)) === input.sha256;
    }),
  );
  return fresh.every(Boolean);
}

let defaultCacheFound: Promise<string> | null = null;

function defaultCache(): Promise<string> {
  defaultCacheFound ??= (async () => {
    const own = join(packageRoot(), "node_modules", ".cache", "anpham");
    try {
      await mkdir(own, { recursive: true });
      await access(own, constants.W_OK);
      return own;
    } catch {
      return sharedCacheFolder(); // Installed where this user may not write.
    }
  })();
  return defaultCacheFound;
}

/** A folder under the system's temporary one. Code is loaded from it, so nobody else may own it. */
async function sharedCacheFolder(): Promise<string> {
  const user = process.getuid?.() ?? "user";
  const folder = join(tmpdir(), `anpham-${user}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await stat(folder);
  if (process.getuid && (found.uid !== user || (found.mode & 0o022) !== 0)) {
    throw new Error(`the cache folder ${folder} belongs to somebody else`);
  }
  return folder;
}

/** Two processes may compile at once: each writes its own file and moves it into place. */
async function writeWhole(file: string, content: string): Promise<void> {
  const temporary = `${file}.${process.pid}.${performance.now()}.tmp`;
  await writeFile(temporary, content);
  await rename(temporary, file);
}

// ── the compiler ─────────────────────────────────────────────────────────────────────────────────

async function compile(folder: string): Promise<{ code: string; inputs: CacheInput[] }> {
  // Loaded only here: it costs more than everything else at the start of a process.
  const { build } = await import("esbuild");
  const result = await build({
    entryPoints: [join(folder, ENTRY)],
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
    jsxImportSource: "anpham",
    // A tsconfig.json above the template must not change what comes out.
    tsconfigRaw: {},
    loader: { ".svg": "text", ".png": "dataurl", ".jpg": "dataurl" },
    logLevel: "silent",
    plugins: [onlyTheKit(folder)],
  });
  const inputs = await Promise.all(
    Object.keys(result.metafile.inputs).map(async (input): Promise<CacheInput> => {
      const path = resolve(folder, input);
      const { size, mtimeMs } = await stat(path);
      return { path, size, mtimeMs, sha256: sha256(await readFile(path)) };
    }),
  );
  return { code: result.outputFiles[0]!.text, inputs };
}

/** Lets a template import files of its own folder and the template kit, and nothing else. */
function onlyTheKit(folder: string): Plugin {
  const kit = new Map([
    ["anpham/kit", kitEntry("index")],
    ["anpham/jsx-runtime", kitEntry("jsx-runtime")],
  ]);
  // esbuild gives real paths, so a link cannot lead out either.
  const isInside = (path: string) => path.startsWith(folder + sep);
  return {
    name: "only-the-kit",
    setup(build) {
      build.onResolve({ filter: /.*/ }, async (args) => {
        const entry = kit.get(args.path);
        if (entry) return { path: entry };
        if (args.kind === "entry-point" || args.pluginData === isInside) return null;
        if (!isInside(args.importer)) return args.path.startsWith("node:") ? { external: true } : null;
        const refused = { errors: [{ text: `templates import only the template kit, not “${args.path}”` }] };
        if (!args.path.startsWith(".")) return refused;
        const { importer, kind, resolveDir } = args;
        // The mark keeps this plugin from answering its own question.
        const found = await build.resolve(args.path, { importer, kind, resolveDir, pluginData: isInside });
        return found.errors.length > 0 || isInside(found.path) ? found : refused;
      });
    },
  };
}

/** esbuild's first complaint, with its place. */
function compilerReason(thrown: unknown): string | null {
  if (!(thrown instanceof Error) || !("errors" in thrown)) return null;
  const [first] = (thrown as BuildFailure).errors;
  if (!first) return null;
  const { location, text } = first;
  return location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text;
}

// ── this package ─────────────────────────────────────────────────────────────────────────────────

/** The kit beside this code: its source when running from src, its bundle when running from dist. */
function kitEntry(module: "index" | "jsx-runtime"): string {
  const root = packageRoot();
  const fromSource = relative(root, fileURLToPath(import.meta.url)).startsWith(`src${sep}`);
  return fromSource ? join(root, "src", "kit", `${module}.ts`) : join(root, "dist", "kit", `${module}.js`);
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
