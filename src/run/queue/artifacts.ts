/** Files of finished jobs on their way through the store. */

import { setTimeout as wait } from "node:timers/promises";
import { lengthOf } from "../../base/byte-parts.ts";
import { AnphamError, diagnose } from "../../base/diagnostic.ts";
import { sha256 } from "../../base/hash.ts";
import type { ArtifactInParts } from "../../model/artifact.ts";
import type { SharedStore } from "../exchange/shared-store.ts";
import type { RenderJobResult } from "../render-job.ts";
import type { ArtifactReference, JobAnswer } from "./message.ts";

/** A worker's side: leaves the files in the job's folder. @throws AnphamError of the store */
export async function handOver(
  results: RenderJobResult,
  folder: string,
  store: SharedStore,
): Promise<JobAnswer> {
  const answer: JobAnswer = [];
  for (const [index, { artifacts, diagnostics, timings }] of results.entries()) {
    const references: ArtifactReference[] = [];
    for (const [position, { parts, mediaType, page, sha256: hash }] of artifacts.entries()) {
      const name = `${folder}/${index + 1}-${position + 1}`;
      await store.write(name, ...parts);
      references.push({ name, mediaType, sha256: hash, size: lengthOf(parts), page });
    }
    answer.push({ artifacts: references, diagnostics: [...diagnostics], timings });
  }
  return answer;
}

/** Between looks for a file, ms: folders on other machines show new files late, and networks fail for moments. */
const LOOKS = [0, 200, 800, 3200];

/**
 * The other side. What is read is exactly what was rendered, or nothing.
 * @throws AnphamError `store.missing-file`, `store.wrong-content`, `store.cannot-read`
 */
export async function takeOver(answer: JobAnswer, store: SharedStore): Promise<RenderJobResult> {
  return Promise.all(
    answer.map(async ({ artifacts, diagnostics, timings }) => ({
      artifacts: await Promise.all(artifacts.map((each) => fetchArtifact(each, store))),
      diagnostics: diagnostics as RenderJobResult[number]["diagnostics"],
      timings: timings as RenderJobResult[number]["timings"],
    })),
  );
}

async function fetchArtifact(
  { name, mediaType, sha256: hash, page }: ArtifactReference,
  store: SharedStore,
): Promise<ArtifactInParts> {
  let fault = diagnose("store.missing-file", { name });
  for (const pause of LOOKS) {
    await wait(pause);
    try {
      const bytes = await store.read(name);
      if (bytes && sha256(bytes) === hash)
        return { mediaType, parts: [new Uint8Array(bytes)], sha256: hash, page };
      fault = diagnose(bytes ? "store.wrong-content" : "store.missing-file", { name });
      // Files are whole when they appear: looking again would not mend this one.
      if (bytes) break;
    } catch (thrown) {
      if (!(thrown instanceof AnphamError)) throw thrown;
      fault = thrown.diagnostics[0]!;
    }
  }
  throw new AnphamError([fault]);
}
