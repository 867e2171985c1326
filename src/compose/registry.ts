/**
 * Finds templates, compiles them and checks what they export.
 *
 * A template is `<folder>/<id>/template.tsx`. It is compiled once for its content and kept on disk, so that
 * the next process starts without loading a compiler. Every file that went into the result counts as an input, the
 * kit's too: a changed kit compiles its templates anew.
 */

import { existsSync } from "node:fs";
import { readFile, realpath, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod";
import { cacheFolder, writeWhole } from "../base/cache-folder.ts";
import { AnphamError, fail, type Localized } from "../base/diagnostic.ts";
import { contentHash, sha256 } from "../base/hash.ts";
import { nearestList } from "../base/suggest.ts";
import { isSystemError } from "../base/system-reason.ts";
import { FORMATS } from "../model/formats/index.ts";
import { id, localized } from "../model/ids.ts";
import type { SourcePlace } from "../model/source-place.ts";
import { BRIEF_NEEDS, type TemplateDefinition } from "../model/template.ts";
import { ALL_THEMES } from "../model/theme.ts";
import { compilerFinding, compileTemplate, kitEntry, TEMPLATE_ENTRY } from "./compile-template.ts";
import { thrownReason } from "./purity.ts";
import { findTemplates, foldersOf, type TemplateFolders } from "./template-folders.ts";

/** Raise it when what is written to the cache, or how templates are compiled, changes. */
const CACHE_VERSION = 3;

/** The templates of some folders. */
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
  pages: z.custom<TemplateDefinition["pages"]>(
    (value) => typeof value === "function",
    "phải là hàm | must be a function",
  ),
});

/**
 * Lists the templates of the folders; each is compiled only when it is asked for.
 * @param cache where compiled templates are kept; `null` where they cannot be, and each process compiles its own
 */
export async function openTemplates(
  folders: TemplateFolders,
  cache: string | null = cacheFolder(),
): Promise<TemplateRegistry> {
  const found = await findTemplates(folders);
  const loaded = new Map<string, Promise<TemplateDefinition>>();
  return {
    ids: [...found.keys()],
    load(template) {
      let definition = loaded.get(template);
      if (!definition) {
        // One that is not there is told as one whose file cannot be read.
        const folder = found.get(template) ?? join(foldersOf(folders)[0] ?? ".", template);
        definition = loadTemplate(folder, template, cache);
        loaded.set(template, definition);
      }
      return definition;
    },
  };
}

async function loadTemplate(folder: string, name: string, cache: string | null): Promise<TemplateDefinition> {
  try {
    const address = await compiledAddress(await realpath(folder), name, cache);
    const module: { default?: unknown } = await import(address);
    return checkedTemplate(module.default, folder, name);
  } catch (thrown) {
    if (thrown instanceof AnphamError) throw thrown;
    const found = compilerFinding(thrown);
    return brokenTemplate(folder, name, found?.reason ?? thrownReason(thrown), found?.place ?? null, thrown);
  }
}

/**
 * What a template's module exports, when it is a template.
 * @throws AnphamError `template.broken`
 */
export function checkedTemplate(exported: unknown, folder: string, name: string): TemplateDefinition {
  if (exported === undefined) {
    const reason = {
      vi: "tệp không xuất ra gì: thiếu “export default defineTemplate({ … })”",
      en: "its file has no default export: “export default defineTemplate({ … })” is missing",
    };
    return brokenTemplate(folder, name, reason, null, null);
  }
  const checked = templateDefinition.safeParse(exported);
  if (!checked.success) {
    return brokenTemplate(folder, name, whyNoTemplate(checked.error), null, null);
  }
  if (checked.data.id !== name) {
    return brokenTemplate(
      folder,
      name,
      {
        vi: `mã của nó là “${checked.data.id}”, thư mục là “${name}”`,
        en: `its id is “${checked.data.id}”, its folder is “${name}”`,
      },
      null,
      null,
    );
  }
  for (const [property, kindVi, kind, known] of KNOWN) {
    const unknown = checked.data[property].find((one) => !known.includes(one));
    if (unknown === undefined) continue;
    const near = nearestList(unknown, known);
    const reason = {
      vi: `default export.${property}: không có ${kindVi} “${unknown}”; gần nhất: ${near}`,
      en: `default export.${property}: there is no ${kind} “${unknown}”; nearest: ${near}`,
    };
    return brokenTemplate(folder, name, reason, null, null);
  }
  return exported as TemplateDefinition;
}

const KNOWN = [
  ["formats", "khổ", "format", FORMATS.map(({ id: known }) => known)],
  ["themes", "chủ đề", "theme", ALL_THEMES],
] as const;

function whyNoTemplate({ issues: [issue] }: z.ZodError): Localized {
  const place = ["default export", ...(issue?.path ?? [])].join(".");
  // A schema's own words are of both languages; zod's are English.
  const [own = "", en = own] = issue?.message.split(" | ") ?? [];
  const vi = en === own ? (FAULTS_VI[issue?.code ?? ""] ?? "không hợp lệ") : own;
  return { vi: `${place}: ${vi}`, en: `${place}: ${en}` };
}

const FAULTS_VI: Readonly<Record<string, string>> = {
  invalid_type: "còn thiếu hoặc sai kiểu",
  invalid_value: "không có giá trị này",
  too_small: "đang trống",
  too_big: "quá dài",
};

/** @throws AnphamError `template.broken`, always */
export function brokenTemplate(
  folder: string,
  name: string,
  reason: Localized,
  place: SourcePlace | null,
  cause: unknown,
): never {
  const file = resolve(folder, place?.file ?? TEMPLATE_ENTRY);
  const where = place ? { file, line: place.line, column: place.column } : { file };
  fail("template.broken", { template: name, reasonVi: reason.vi, reason: reason.en }, where, { cause });
}

// ── the cache on disk ────────────────────────────────────────────────────────────────────────────

/** What was compiled from what. */
const cacheRecord = z.object({
  output: z.string(),
  inputs: z
    .array(z.object({ path: z.string(), size: z.number(), mtimeMs: z.number(), sha256: z.string() }))
    .readonly(),
});
type CacheRecord = z.infer<typeof cacheRecord>;

/** Where Node loads the compiled module of a template: from the cache when none of its inputs changed, else built now. */
async function compiledAddress(folder: string, name: string, cache: string | null): Promise<string> {
  if (cache === null) return inItself((await compileTemplate(folder)).code);
  // Inputs are recorded by their place, so a moved package or template needs its own record.
  const key = contentHash([CACHE_VERSION, folder, kitEntry("index")]).slice(0, 16);
  const recordFile = join(cache, `${name}-${key}.json`);
  const known = await readRecord(recordFile);
  if (known && existsSync(join(cache, known.output)) && (await isFresh(known)))
    return pathToFileURL(join(cache, known.output)).href;

  const { code, inputs } = await compileTemplate(folder);
  const content = contentHash([key, inputs.map((input) => [input.path, input.sha256])]).slice(0, 16);
  // The content is in the name: Node never loads an imported file a second time.
  const output = `${name}-${content}.mjs`;
  try {
    writeWhole(join(cache, output), code);
    writeWhole(recordFile, JSON.stringify({ output, inputs } satisfies CacheRecord));
  } catch (thrown) {
    // A full disk, a folder that was taken away: the next process compiles as this one did.
    if (isSystemError(thrown)) return inItself(code);
    throw thrown;
  }
  if (known && known.output !== output) await rm(join(cache, known.output), { force: true });
  return pathToFileURL(join(cache, output)).href;
}

/** The address of a module that stands in no file (RFC 2397). */
const inItself = (code: string): string =>
  `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;

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
