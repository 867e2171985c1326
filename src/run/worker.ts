/** What a pool's worker thread does. Its own entry point of the build: threads start from a file. */

import { setImmediate } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { move, transferableSymbol, valueSymbol } from "piscina";
import { diagnosticsOf } from "../base/diagnostic.ts";
import type { RenderRequest } from "../model/request.ts";
import { createEngine, type Engine, type Folders } from "../render.ts";
import type { RenderJob, RenderJobResult, RenderResult } from "./render-job.ts";

/** A worker serves one set of folders, two where a studio compares. */
const engines = new LRUCache<string, Promise<Engine>>({ max: 2 });

function engineFor(folders: Folders): Promise<Engine> {
  const key = JSON.stringify([folders.brand, folders.fonts, folders.templates]);
  let engine = engines.get(key);
  if (!engine) {
    engine = createEngine(folders);
    engines.set(key, engine);
    // Folders that cannot be opened now may be there for the next job.
    engine.catch(() => engines.delete(key));
  }
  return engine;
}

/** Never rejects: a failure is a result without artifacts. Bytes change hands without being copied. */
export default async function renderJob({ folders, requests }: RenderJob): Promise<unknown> {
  const results: RenderResult[] = [];
  for (const request of requests) {
    results.push(await renderOne(folders, request));
    // Native pictures are freed when the event loop turns, and only then.
    await setImmediate();
  }
  return transferred(results);
}

async function renderOne(folders: Folders, request: RenderRequest): Promise<RenderResult> {
  try {
    const engine = await engineFor(folders);
    const { artifacts, diagnostics, timings } = await engine.render(request);
    return {
      // Native libraries hand out memory that cannot change threads, and Node slices of a shared block.
      artifacts: artifacts.map((artifact) => ({ ...artifact, bytes: new Uint8Array(artifact.bytes) })),
      diagnostics,
      timings,
    };
  } catch (thrown) {
    return { artifacts: [], diagnostics: diagnosticsOf(thrown), timings: {} };
  }
}

function transferred(results: RenderJobResult): unknown {
  const buffers = results.flatMap(({ artifacts }) =>
    artifacts.map(({ bytes }) => bytes.buffer as ArrayBuffer),
  );
  return move({ [transferableSymbol]: buffers, [valueSymbol]: results } as unknown as ArrayBuffer);
}
