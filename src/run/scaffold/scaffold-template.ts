/** Writes the start of a template: one that works, for a family of formats, in any folder. */

import { existsSync } from "node:fs";
import { cp, readFile } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { fail } from "../../base/diagnostic.ts";
import { makeFolder } from "../../base/make-folder.ts";
import { packageRoot } from "../../base/package-root.ts";
import { failOnWrite } from "../../base/system-reason.ts";
import { TEMPLATE_ENTRY } from "../../compose/compile-template.ts";
import { openTemplates } from "../../compose/registry.ts";
import { foldersOf } from "../../compose/template-folders.ts";
import type { FormatFamily } from "../../model/format.ts";
import { FORMATS, formatById } from "../../model/formats/index.ts";
import { id as templateId } from "../../model/ids.ts";
import { packageFolders } from "../../package-folders.ts";
import { writeWholeFile } from "../write-file.ts";

export interface ScaffoldOptions {
  readonly id: string;
  readonly family: FormatFamily;
  /** The folder of templates; made where it is missing. */
  readonly folder: string;
  /** As galleries show it; the id where it is `null`. */
  readonly name: string | null;
}

export interface Scaffolded {
  /** Absolute. */
  readonly files: readonly string[];
  /** The shipped template that it began as; `null` for the short starter. */
  readonly from: string | null;
}

/** Families that the short starter suits; the others begin as the shipped template for them, which knows their ways. */
const STARTER_FAMILIES: readonly FormatFamily[] = ["flyer", "poster", "standee"];

/** @throws AnphamError `template.bad-id`, `template.exists`, `output.cannot-write` */
export async function scaffoldTemplate(options: ScaffoldOptions): Promise<Scaffolded> {
  const { id, family } = options;
  const root = resolve(options.folder);
  const folder = join(root, id);
  if (!templateId.safeParse(id).success) fail("template.bad-id", { template: id });
  if (existsSync(folder)) fail("template.exists", { template: id, folder: root }, { file: folder });
  const formats = FORMATS.filter((format) => format.family === family).map((format) => format.id);
  const from = STARTER_FAMILIES.includes(family) ? null : await shippedFor(family);
  await makeFolder(folder).catch((thrown: unknown) => failOnWrite(folder, thrown));
  const entry = join(folder, TEMPLATE_ENTRY);
  if (from !== null) await cp(join(shippedFolder(), from), folder, { recursive: true });
  const source = from === null ? starterFile() : entry;
  const text = renamed(await readFile(source, "utf8"), options, from === null ? formats : null);
  await writeWholeFile(entry, Buffer.from(text));
  const config = join(root, "tsconfig.json");
  const needsConfig = !isInside(root, packageRoot()) && !existsSync(config);
  if (needsConfig) await writeWholeFile(config, Buffer.from(editorConfig(root)));
  return { files: needsConfig ? [entry, config] : [entry], from };
}

const starterFile = (): string => join(packageRoot(), "src", "run", "scaffold", "starter.tsx");
const shippedFolder = (): string => foldersOf(packageFolders().templates)[0]!;

/** The shipped template that offers most formats of the family. */
async function shippedFor(family: FormatFamily): Promise<string> {
  const templates = await openTemplates(shippedFolder());
  const counted = await Promise.all(
    templates.ids.map(async (id) => {
      const { formats } = await templates.load(id);
      return { id, count: formats.filter((format) => formatById(format)?.family === family).length };
    }),
  );
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).id;
}

/** The source under its new id and name. @param formats `null` keeps those that it has */
function renamed(source: string, { id, name }: ScaffoldOptions, formats: readonly string[] | null): string {
  const shown = JSON.stringify(name ?? id);
  const called = source
    .replace(/\bid: "[^"]*"/, () => `id: ${JSON.stringify(id)}`)
    .replace(/\bname: \{[^}]*\}/, () => `name: { vi: ${shown}, en: ${shown} }`);
  return formats === null
    ? called
    : called.replace(
        /\bformats: \[[^\]]*\]/,
        () => `formats: ${JSON.stringify(formats).replaceAll(",", ", ")}`,
      );
}

/** What an editor needs to know the kit's types beside a folder that no package is installed for. */
function editorConfig(root: string): string {
  const types = join(packageRoot(), "dist", "types");
  const path = (file: string) => {
    const found = relative(root, join(types, file)).split(sep).join("/");
    return found.startsWith(".") ? found : `./${found}`;
  };
  const config = {
    compilerOptions: {
      target: "es2023",
      lib: ["es2023"],
      types: [],
      module: "esnext",
      moduleResolution: "bundler",
      jsx: "react-jsx",
      jsxImportSource: "anpham",
      strict: true,
      noUncheckedIndexedAccess: true,
      allowImportingTsExtensions: true,
      skipLibCheck: true,
      noEmit: true,
      paths: {
        "anpham/kit": [path("kit/index.d.ts")],
        "anpham/jsx-runtime": [path("kit/jsx-runtime.d.ts")],
        "anpham/jsx-dev-runtime": [path("kit/jsx-runtime.d.ts")],
      },
    },
    files: [path(join("..", "..", "src", "kit", "pictures.d.ts"))],
    include: ["**/*.ts", "**/*.tsx"],
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

const isInside = (folder: string, parent: string): boolean => (folder + sep).startsWith(parent + sep);
