/** Small jobs for queues, and what came of them in words. */

import { join } from "node:path";
import { AnphamError } from "../../src/base/diagnostic.ts";
import { packageRoot } from "../../src/base/package-root.ts";
import { packageFolders } from "../../src/package-folders.ts";
import { createEngine } from "../../src/render.ts";
import type { JobQueue } from "../../src/run/queue/job-queue.ts";
import type { RenderJob, RenderJobResult } from "../../src/run/render-job.ts";

export const FIXTURES = join(packageRoot(), "test/fixtures/run-templates");
export const folders = { ...packageFolders(), templates: FIXTURES };

export const request = (template: string, text: string) => ({
  template,
  format: "a5",
  institution: "cd-y-te",
  as: "png" as const,
  ppi: 20,
  data: { message: { text } },
});
export const job = (template: string, text = "Một"): RenderJob => ({
  folders,
  requests: [request(template, text)],
});
export const numbered = (count: number) =>
  Array.from({ length: count }, (_, i) => job("plain", `Việc ${i + 1}`));

/** What came out, short enough to compare: hashes, or codes of errors. */
export const told = (results: RenderJobResult): string =>
  results
    .map(({ artifacts, diagnostics }) =>
      artifacts.length > 0
        ? artifacts.map(({ sha256 }) => sha256).join(" ")
        : diagnostics.map(({ code }) => code).join(" "),
    )
    .join(" | ");
export const all = async (
  queue: JobQueue,
  jobs: Iterable<RenderJob>,
  signal?: AbortSignal,
): Promise<string[]> => {
  const found: string[] = [];
  for await (const { results } of queue.each(jobs, signal)) found.push(told(results));
  return found;
};
export const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "done",
    (thrown: unknown) => {
      if (!(thrown instanceof AnphamError)) throw thrown;
      return thrown.diagnostics[0]!.code;
    },
  );

/** What an engine of this process makes of the jobs, in the same words. */
export async function expected(jobs: readonly RenderJob[]): Promise<string[]> {
  const engine = await createEngine(folders);
  return Promise.all(
    jobs.map(async ({ requests }) => told(await Promise.all(requests.map(engine.renderInParts)))),
  );
}
