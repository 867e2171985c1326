/** Before the first caller comes, every thread has loaded its engine and drawn something. */

import { FORMATS } from "../model/formats/index.ts";
import type { RenderRequest } from "../model/request.ts";
import type { Folders } from "../render.ts";
import type { Library } from "../resolve/library.ts";
import { SAMPLE_INSTITUTION } from "../run/fields/sample.ts";
import { RENDERING, type Threads } from "../run/pool.ts";

/** Drawings of each thread. */
const ROUNDS = 3;
const PPI = 40;
/** Of one round, ms. */
const LONGEST = 15_000;

/** Never fails: what cannot be drawn is told to whoever asks for it. */
export async function warmUp(threads: Threads, library: Library, folders: Folders): Promise<void> {
  const pool = threads.pool(RENDERING);
  // Compiled once, for this thread and all others.
  const loaded = await Promise.allSettled(library.templates.ids.map((id) => library.templates.load(id)));
  const template = loaded.find((each) => each.status === "fulfilled")?.value ?? null;
  const format = FORMATS.find((each) => each.id === template?.formats[0]);
  if (!template || !format) return;
  const institution = SAMPLE_INSTITUTION;
  const request: RenderRequest = {
    template: template.id,
    format: format.id,
    institution,
    as: "png",
    ppi: PPI,
  };
  for (let round = 0; round < ROUNDS; round++) {
    const late = AbortSignal.timeout(LONGEST);
    const all = Array.from({ length: threads.workers }, () =>
      pool.run({ folders, requests: [request] }, late),
    );
    const done = await Promise.allSettled(all);
    // A template that never ends is not what threads are warmed with.
    if (done.some(({ status }) => status === "rejected")) return;
  }
}
