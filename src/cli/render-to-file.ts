/** Renders a request and writes what came out. */

import type { Diagnostic } from "../base/diagnostic.ts";
import type { RenderRequest } from "../model/request.ts";
import type { Engine } from "../render.ts";
import { writeWholeFile } from "../run/write-file.ts";
import { type Companions, renderCompanions } from "./companions.ts";
import { namePages } from "./output-files.ts";

/** A file that was written. */
export interface WrittenFile {
  readonly path: string;
  readonly mediaType: string;
  /** Size. */
  readonly bytes: number;
  readonly sha256: string;
  /** 1-based; `null` when the file holds every page. */
  readonly page: number | null;
}

export interface WrittenPiece {
  readonly files: readonly WrittenFile[];
  readonly diagnostics: readonly Diagnostic[];
  /** Milliseconds by stage, then `write` and `total`. */
  readonly timings: Readonly<Record<string, number>>;
}

/** @throws AnphamError when nothing can be rendered or a file cannot be written */
export async function renderToFile(
  engine: Engine,
  request: RenderRequest,
  out: string,
  companions: Companions = { proof: null, ticket: null },
): Promise<WrittenPiece> {
  const start = performance.now();
  const rendering = await engine.render(request);
  const { artifacts, diagnostics, timings } = rendering;
  const rendered = performance.now();
  const pages = namePages(out, artifacts);
  for (const { path, artifact } of pages) await writeWholeFile(path, artifact.bytes);
  for (const { path, artifact } of await renderCompanions(rendering, pages, companions)) {
    await writeWholeFile(path, artifact.bytes);
    pages.push({ path, artifact });
  }
  const end = performance.now();
  return {
    files: pages.map(({ path, artifact: { mediaType, bytes, sha256, page } }) => ({
      path,
      mediaType,
      bytes: bytes.byteLength,
      sha256,
      page,
    })),
    diagnostics,
    timings: rounded({ ...timings, write: end - rendered, total: end - start }),
  };
}

const rounded = (timings: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(timings).map(([stage, ms]) => [stage, Math.round(ms * 10) / 10]));

/** `out/flyer.pdf  182 KB  640 ms` */
export function describeFile({ path, bytes }: WrittenFile, milliseconds: number | undefined): string {
  return [path, sizeText(bytes), `${Math.round(milliseconds ?? 0)} ms`].join("  ");
}

export const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
