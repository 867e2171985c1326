/** What a worker thread does for pieces: files, or only what preflight says of them. */

import { setImmediate } from "node:timers/promises";
import { move, transferableSymbol, valueSymbol } from "piscina";
import { diagnosticsOf } from "../base/diagnostic.ts";
import { MEDIA_TYPES } from "../model/output-files.ts";
import type { RenderRequest } from "../model/request.ts";
import type { Folders } from "../render.ts";
import { boxed } from "./box.ts";
import { engineFor } from "./engines.ts";
import type { PreflightJob, PreflightResult } from "./preflight-job.ts";
import type { RenderJob, RenderJobResult, RenderResult } from "./render-job.ts";

/** Never rejects: a failure is a result without artifacts. Bytes change hands without being copied. */
export async function renderJob({ folders, requests }: RenderJob): Promise<unknown> {
  const results: RenderResult[] = [];
  for (const request of requests) {
    results.push(await renderOne(folders, request));
    // Native pictures are freed when the event loop turns, and only then.
    await setImmediate();
  }
  return transferred(results);
}

/** Never rejects. */
export async function preflightPiece({ folders, request }: PreflightJob): Promise<PreflightResult> {
  try {
    const engine = await engineFor(folders);
    const { scenes, diagnostics, timings } = await engine.compose(request);
    return { pages: scenes.length, diagnostics, timings };
  } catch (thrown) {
    return { pages: 0, diagnostics: diagnosticsOf(thrown), timings: {} };
  }
}

async function renderOne(folders: Folders, request: RenderRequest): Promise<RenderResult> {
  try {
    const engine = await engineFor(folders);
    const { artifacts, diagnostics, timings } = await engine.renderInParts(request);
    return {
      artifacts: artifacts.map(({ parts, ...about }) => ({
        ...about,
        parts: parts.map((part) => movable(part, about.mediaType)),
      })),
      diagnostics,
      timings,
    };
  } catch (thrown) {
    return { artifacts: [], diagnostics: diagnosticsOf(thrown), timings: {} };
  }
}

/**
 * Bytes that can change threads. What many files have in common lies where all threads read it. Native libraries hand
 * out memory that cannot, and Node slices of a shared block; a PDF is written here, into memory of its own.
 */
function movable(bytes: Uint8Array, mediaType: string): Uint8Array {
  const isOwn = mediaType === MEDIA_TYPES.pdf && bytes.byteLength === bytes.buffer.byteLength;
  return isOwn || isShared(bytes) ? bytes : new Uint8Array(bytes);
}

const isShared = ({ buffer }: Uint8Array): boolean => buffer instanceof SharedArrayBuffer;

/** In their box, as Piscina hands it over. */
function transferred(results: RenderJobResult): unknown {
  const buffers = results.flatMap(({ artifacts }) =>
    artifacts.flatMap(({ parts }) => parts.filter((part) => !isShared(part)).map(({ buffer }) => buffer)),
  );
  return move({ [transferableSymbol]: buffers, [valueSymbol]: boxed(results) } as unknown as ArrayBuffer);
}
