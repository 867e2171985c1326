/** What an output file's name says, and the names of several pages. */

import { extname } from "node:path";
import { fail } from "../base/diagnostic.ts";
import type { Artifact } from "../model/artifact.ts";
import { EXTENSIONS } from "../model/output-files.ts";
import { OUTPUT_TYPES, type OutputType } from "../model/request.ts";

/** Types by what a name may end in: `.jpg` and `.jpeg`, `.tif` and `.tiff`. */
const TYPES: Readonly<Record<string, OutputType>> = Object.fromEntries(
  OUTPUT_TYPES.flatMap((type) => [EXTENSIONS[type], type].map((end) => [`.${end}`, type])),
);

/** The extensions that may be asked for. */
export const OUTPUT_EXTENSIONS = Object.keys(TYPES);

/** @throws AnphamError `request.unknown-output-type` */
export function outputTypeOf(file: string): OutputType {
  const type = TYPES[extname(file).toLowerCase()];
  if (!type) fail("request.unknown-output-type", { file, known: OUTPUT_EXTENSIONS.join(", ") });
  return type;
}

export interface NamedArtifact {
  readonly path: string;
  readonly artifact: Artifact;
}

/** The name itself for a single file; `poster-1.png`, `poster-2.png` for the pages of several. */
export function namePages(file: string, artifacts: readonly Artifact[]): NamedArtifact[] {
  if (artifacts.length === 1) return artifacts.map((artifact) => ({ path: file, artifact }));
  const extension = extname(file);
  const stem = file.slice(0, file.length - extension.length);
  const digits = String(artifacts.length).length;
  return artifacts.map((artifact, i) => {
    const page = String(artifact.page ?? i + 1).padStart(digits, "0");
    return { path: `${stem}-${page}${extension}`, artifact };
  });
}
