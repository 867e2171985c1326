/** What decides about a rendering's bytes besides its request. Machines that differ in it must not share a run. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as z from "zod";
import { contentHash } from "../../base/hash.ts";
import { foldersOf } from "../../compose/template-folders.ts";
import type { Folders } from "../../render.ts";
import { folderHash, programHash } from "../fingerprint.ts";

/** Hashes by what they are of. */
export const engineFingerprint = z.object({
  /** This package as it was built. */
  program: z.string(),
  /** Libraries outside of the build, and what compresses: zlib makes other bytes on another processor. */
  machine: z.string(),
  brand: z.string(),
  fonts: z.string(),
  templates: z.string(),
});
export type EngineFingerprint = z.output<typeof engineFingerprint>;
export type EnginePart = keyof EngineFingerprint;

/** Those of them that the build leaves out and that draw, shape or encode. */
const LIBRARIES = [
  "sharp",
  "@napi-rs/canvas",
  "@resvg/resvg-js",
  "harfbuzzjs",
  "lcms-wasm",
  "woff2-encoder",
  "esbuild",
] as const;

/** Reads every file that it covers once. */
export async function fingerprintOf({ brand, fonts, templates }: Folders): Promise<EngineFingerprint> {
  const folders = [brand, fonts, ...foldersOf(templates)];
  const [ofProgram, hashes] = await Promise.all([programHash(), Promise.all(folders.map(folderHash))]);
  const [ofBrand, ofFonts, ...each] = hashes as [string, string, ...string[]];
  const ofTemplates = each.length === 1 ? each[0]! : contentHash(each);
  const { platform, arch, versions } = process;
  const machine = contentHash([platform, arch, versions.zlib, LIBRARIES.map(versionOf)]);
  return { program: ofProgram, machine, brand: ofBrand, fonts: ofFonts, templates: ofTemplates };
}

/** In which parts two differ. */
export const differingParts = (a: EngineFingerprint, b: EngineFingerprint): readonly EnginePart[] =>
  (Object.keys(engineFingerprint.shape) as EnginePart[]).filter((part) => a[part] !== b[part]);

const { resolve } = createRequire(import.meta.url);

function versionOf(library: string): string {
  for (let folder = dirname(resolve(library)); ; folder = dirname(folder)) {
    try {
      const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      if (name === library) return `${library} ${version}`;
    } catch {
      // Not the folder with its package.json yet.
    }
    if (dirname(folder) === folder) return library;
  }
}
