/** Starts a job's thread and renders what it asks for. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { type Diagnostic, diagnose, fail } from "../../base/diagnostic.ts";
import { packageRoot } from "../../base/package-root.ts";
import type { RenderPool } from "../../run/pool.ts";
import { surely } from "../../run/queue/local-queue.ts";
import type { RenderJob } from "../../run/render-job.ts";
import type { RenderedBefore } from "./rendered-before.ts";
import type { FromThread, JobEnd, JobProgress, JobSpec, ToThread } from "./thread-messages.ts";

/** JavaScript heap of the thread, MB: tables and contact sheets, no pictures. */
const HEAP = 1024;

export interface RunningJob {
  /** Never rejects. */
  readonly end: Promise<JobEnd>;
  /** Begins nothing more and finishes what was begun. */
  stop(): void;
}

export interface ThreadHelp {
  /** Renders; it stays open. */
  readonly pool: RenderPool;
  /** `null` for jobs that remember by themselves. */
  readonly before: RenderedBefore | null;
  readonly onProgress: (progress: JobProgress) => void;
  /** Told of what holds the job's queue up. */
  readonly onTrouble: (trouble: Diagnostic) => void;
}

export function startThread(spec: JobSpec, { pool, before, onProgress, onTrouble }: ThreadHelp): RunningJob {
  const thread = new Worker(threadFile(), {
    workerData: spec,
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
    execArgv: [],
  });
  const say = (message: ToThread) => thread.postMessage(message);
  const leave = new AbortController();
  const open = new Set<Promise<void>>();

  /** What was taken back is answered too: the thread waits for it. */
  const render = async (seq: number, job: RenderJob): Promise<void> => {
    const known = (await before?.find(job)) ?? null;
    const begin = () => pool.later(job, leave.signal);
    const results = known ?? (await surely(job, begin(), begin).catch(() => null))?.results ?? null;
    say({ type: "rendered", seq, results });
    if (!known && results) await before?.keep(job, results);
  };

  const end = new Promise<JobEnd>((resolve) => {
    const died = (reason: string): JobEnd => ({
      counts: {},
      diagnostics: [diagnose("run.worker-died", { reason })],
      stopped: true,
    });
    let told: JobEnd | null = null;
    let failure = "";
    thread.on("message", (message: FromThread) => {
      if (message.type === "end") told = message.end;
      else if (message.type === "progress") onProgress(message.progress);
      else if (message.type === "trouble") onTrouble(message.trouble);
      else {
        const done = render(message.seq, message.job)
          .catch(() => say({ type: "rendered", seq: message.seq, results: null }))
          .finally(() => open.delete(done));
        open.add(done);
      }
    });
    thread.once("error", (error) => {
      failure = error.message;
    });
    thread.once("exit", (code) => {
      leave.abort();
      void Promise.all(open).then(() => resolve(told ?? died(failure || `exit ${code}`)));
    });
  });
  return {
    end,
    stop() {
      say({ type: "stop" });
      leave.abort();
    },
  };
}

function threadFile(): string {
  const file = join(packageRoot(), "dist", "http", "jobs", "job-thread.js");
  if (!existsSync(file)) fail("internal.unexpected", { reason: `${file} is missing; run “npm run build”` });
  return file;
}
