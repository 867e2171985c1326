/** What jobs ask for and was rendered before: a kit that is begun again after a restart is there at once. */

import { AnphamError } from "../../base/diagnostic.ts";
import { type CheckedRequest, readRequest } from "../../resolve/read-request.ts";
import type { RenderJob, RenderJobResult } from "../../run/render-job.ts";
import type { PieceCache } from "../cache/piece-cache.ts";

export interface RenderedBefore {
  /** `null` unless all of it is known. */
  find(job: RenderJob): Promise<RenderJobResult | null>;
  keep(job: RenderJob, results: RenderJobResult): Promise<void>;
}

export function renderedBefore(
  tag: (request: CheckedRequest) => Promise<string>,
  cache: PieceCache,
): RenderedBefore {
  const tagsOf = async ({ requests }: RenderJob): Promise<readonly string[]> => {
    try {
      return await Promise.all(requests.map((request) => tag(readRequest(request))));
    } catch (thrown) {
      // A wrong request is told by rendering it.
      if (thrown instanceof AnphamError) return [];
      throw thrown;
    }
  };
  return {
    async find(job) {
      const found: RenderJobResult[number][] = [];
      for (const name of await tagsOf(job)) {
        const piece = await cache.find(name);
        if (!piece) return null;
        found.push({ artifacts: piece.artifacts, diagnostics: piece.diagnostics, timings: piece.timings });
      }
      return found.length > 0 ? found : null;
    },
    async keep(job, results) {
      for (const [i, name] of (await tagsOf(job)).entries()) {
        const result = results[i];
        if (result && result.artifacts.length > 0) await cache.keep(name, result);
      }
    },
  };
}
