/**
 * Jobs on any number of machines, through Redis. Redis holds what is to be done and what came of it; files go through a
 * store. Nothing that must not get lost is kept in this process: begun again, a run finds its jobs by their names.
 */

import { AnphamError, type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import type { Folders } from "../../render.ts";
import { openStore, type SharedStore, storeAddress } from "../exchange/shared-store.ts";
import { failedJob, type RenderJob, type RenderJobResult } from "../render-job.ts";
import { takeOver } from "./artifacts.ts";
import { connect } from "./connection.ts";
import { type EngineFingerprint, fingerprintOf } from "./engine-fingerprint.ts";
import { type Errand, openErrands } from "./errands.ts";
import type { DoneJob, JobQueue } from "./job-queue.ts";
import { createMessage, type JobMessage, jobIdentity } from "./message.ts";
import { pictureHasher } from "./pictures.ts";
import { createProgress } from "./progress.ts";

export interface RedisQueueOptions {
  /** `redis://…` */
  readonly address: string;
  /** Names the run: begun again under the same name, it finds its jobs. Hex. */
  readonly run: string;
  /** A folder or `s3://…`, as the workers reach it. */
  readonly store: string;
  /** The folders of every job. */
  readonly folders: Folders;
  /** Jobs of this run that are in Redis or finished and not yet taken over. */
  readonly inFlight: number;
  /** How often jobs in flight are looked at besides when Redis tells, ms. */
  readonly lookEvery: number;
  /** Told of what holds the run up, once each time: `queue.lost`, `queue.no-worker`. */
  readonly onTrouble: (trouble: Diagnostic) => void;
}

export const QUEUE_DEFAULTS = { inFlight: 256, lookEvery: 1000 } as const;

/** Results fetched from the store before their turn. */
const FETCHED_AHEAD = 8;

interface Begun<J extends RenderJob> {
  readonly job: J;
  readonly errand: Errand;
  /** Begins when its turn is near. */
  results: Promise<RenderJobResult | null> | null;
}

/**
 * Its jobs end with AnphamError `queue.refused` when Redis takes no more.
 * @throws AnphamError `queue.bad-address`, `queue.unreachable`, `store.bad-address`
 */
export async function redisQueue(options: RedisQueueOptions): Promise<JobQueue> {
  const { run, folders, inFlight } = options;
  const address = storeAddress(options.store);
  const store = await openStore(address);
  const engine = await fingerprintOf(folders);
  const connection = await connect(options.address);
  const progress = createProgress();
  const { lookEvery, onTrouble } = options;
  const errands = await openErrands(connection, { lookEvery, onTrouble });
  const describe = messageWriter({ run, engine, store: address });
  let flying = 0;
  let closing: Promise<void> | null = null;

  const begin = async <J extends RenderJob>(job: J): Promise<Begun<J>> => {
    const { id, message } = await describe(job);
    flying++;
    progress.add("taken");
    try {
      return { job, errand: await errands.send(id, message), results: null };
    } catch (thrown) {
      flying--;
      throw thrown;
    }
  };

  /** `null` for a job that was taken back. */
  const resultsOf = (begun: Begun<RenderJob>): Promise<RenderJobResult | null> => {
    begun.results ??= fetchResults(begun, store).then(({ results, isParked }) => {
      if (isParked) progress.add("parked");
      progress.add(results ? "finished" : "cancelled");
      return results;
    });
    return begun.results;
  };

  /** What cannot be removed now is removed when the run is begun again; no result depends on it. */
  const clear = (name: string) => store.clear(name).catch(() => undefined);

  const settle = async ({ errand }: Begun<RenderJob>) => {
    flying--;
    if (await errand.settle()) await clear(errand.message.folder);
  };

  const close = async () => {
    progress.end();
    // What is left when nothing is under way is of runs that were killed before.
    if (errands.count() === 0) {
      await errands.forget(run);
      await clear(run);
    }
    await errands.close();
  };

  return {
    async run(job, signal) {
      if (signal?.aborted) throw cancelled();
      if (flying >= inFlight) throw new AnphamError([diagnose("run.queue-full", { limit: inFlight })]);
      const begun = await begin(job);
      const giveUp = () => void begun.errand.takeBack().catch(() => undefined);
      signal?.addEventListener("abort", giveUp, { once: true });
      if (signal?.aborted) giveUp();
      try {
        const results = await (signal ? Promise.race([resultsOf(begun), aborted(signal)]) : resultsOf(begun));
        if (!results) throw cancelled();
        return results;
      } finally {
        signal?.removeEventListener("abort", giveUp);
        await settle(begun);
      }
    },
    async *each<J extends RenderJob>(jobs: Iterable<J> | AsyncIterable<J>, signal?: AbortSignal) {
      const source = iteratorOf(jobs);
      const begun: Begun<J>[] = [];
      const takeBack = async () => {
        await Promise.all(begun.map(({ errand }) => errand.takeBack()));
        await errands.takeBackAll(run);
      };
      const onAbort = () => void takeBack().catch(() => undefined);
      signal?.addEventListener("abort", onAbort, { once: true });
      let more = true;
      try {
        while (more || begun.length > 0) {
          while (more && !signal?.aborted && begun.length < inFlight) {
            const next = await source.next();
            if (next.done) more = false;
            else if (!signal?.aborted) begun.push(await begin(next.value));
          }
          if (signal?.aborted && more) {
            more = false;
            await takeBack();
          }
          for (const each of begun.slice(0, FETCHED_AHEAD)) resultsOf(each).catch(() => undefined);
          const [head] = begun;
          if (!head) break;
          const results = await resultsOf(head);
          begun.shift();
          try {
            const done: DoneJob<J> | null = results && { job: head.job, results };
            if (done) yield done;
          } finally {
            await settle(head);
          }
        }
      } finally {
        signal?.removeEventListener("abort", onAbort);
        // Whoever stops reading wants nothing more.
        for (const each of begun) {
          flying--;
          await each.errand.takeBack();
        }
      }
    },
    progress: progress.read,
    close() {
      closing ??= close();
      return closing;
    },
  };
}

/** What a job says to a worker, under its name. */
function messageWriter({
  run,
  engine,
  store,
}: {
  readonly run: string;
  readonly engine: EngineFingerprint;
  readonly store: string;
}): (job: RenderJob) => Promise<{ readonly id: string; readonly message: JobMessage }> {
  const hashPictures = pictureHasher();
  return async ({ requests }) => {
    const pictures = await hashPictures(requests);
    const work = { engine, pictures, requests: requests as unknown as JobMessage["requests"] };
    const { id, folder } = jobIdentity(run, work);
    return { id, message: createMessage({ ...work, store, folder }) };
  };
}

/** Files that are not there, or not what was handed over, are made once more. */
async function fetchResults(
  { job, errand }: Begun<RenderJob>,
  store: SharedStore,
): Promise<{ readonly results: RenderJobResult | null; readonly isParked: boolean }> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await errand.outcome();
    if (outcome === null) return { results: null, isParked: false };
    if (outcome.failure) return { results: failedJob(job, outcome.failure), isParked: true };
    try {
      return { results: await takeOver(outcome.answer, store), isParked: false };
    } catch (thrown) {
      if (!(thrown instanceof AnphamError)) throw thrown;
      const isUnreachable = thrown.diagnostics.some(({ code }) => code === "store.cannot-read");
      if (isUnreachable || attempt > 1) {
        return { results: failedJob(job, thrown.diagnostics), isParked: true };
      }
      await errand.repeat();
    }
  }
}

const cancelled = (): AnphamError => new AnphamError([diagnose("run.cancelled", {})]);

const aborted = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => signal.addEventListener("abort", () => resolve(null), { once: true }));

const iteratorOf = <J>(jobs: Iterable<J> | AsyncIterable<J>): Iterator<J> | AsyncIterator<J> =>
  Symbol.asyncIterator in jobs ? jobs[Symbol.asyncIterator]() : jobs[Symbol.iterator]();
