/**
 * Renders many jobs on worker threads. Jobs wait in a bounded queue; a worker that dies fails only its own job
 * and is replaced; workers are replaced from time to time, so that memory does not grow with the run.
 */

import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Piscina } from "piscina";
import { AnphamError, type Diagnostic, diagnose, fail, reasonOf } from "../base/diagnostic.ts";
import { packageRoot } from "../base/package-root.ts";
import { type Box, unboxed } from "./box.ts";
import { type JobDone, jobDone } from "./job-done.ts";
import type { Preparation } from "./preparation.ts";
import { failedJob, type RenderJob, type RenderJobResult } from "./render-job.ts";
import { TimeLimit } from "./time-limit.ts";
import { watchSignals } from "./watched-signals.ts";

export interface PoolOptions {
  /** Threads; as many as cores by default. */
  readonly workers: number;
  /** Jobs that may wait. */
  readonly queue: number;
  /** Jobs by worker before it is replaced. */
  readonly jobsBeforeRenewal: number;
  /** Memory of the whole process for each worker, two at least, MB, above which workers are replaced early. */
  readonly memoryMb: number;
  /** JavaScript heap of one worker, MB; a job that needs more fails alone. */
  readonly heapMb: number;
  /** Of it, for new objects, MB. V8 takes a third for what it fills before it looks through it, in whole powers of two. */
  readonly youngMb: number;
  /** Longest that a job may take which nobody can stop: a template that never ends must not hold up a run for ever. */
  readonly mostSeconds: number;
}

/**
 * Threads that render row after row: what a row leaves in caches, and what it is in the midst of, is looked through every
 * fifty rows instead of every thirteen. 1,000 rows in one file on warm threads come a sixth faster, for 35 MB a thread.
 * @param workers `null` for as many as cores
 */
export const forRuns = (workers: number | null): Partial<PoolOptions> => ({
  youngMb: 96,
  ...(workers === null ? {} : { workers }),
});

/** What the workers of a pool do. Jobs and results pass from thread to thread, so they are plain data. */
export interface Task<Job, Result> {
  /** What the worker's module calls it. */
  readonly name: string;
  /** The job without what its caller hung on it, which need not be able to travel. */
  plain(job: Job): Job;
  /** How many it works on; 1 where it is about none. */
  pieces(job: Job): number;
  /** The result of a job that failed as a whole. */
  failed(job: Job, diagnostics: readonly Diagnostic[]): Result;
}

export interface Pool<Job, Result> {
  readonly workers: number;
  /**
   * Renders a job; what fails in it, even by the worker's death, is a diagnostic of its result. Somebody waits for
   * it, so it goes before the jobs of {@link each}, four of five.
   * @param stop stops it at once, also in the middle, which costs a worker; who can stop it sets the time it may take
   * @param drop takes it back as long as it waits
   * @throws AnphamError `run.queue-full`, `run.cancelled`
   */
  run(job: Job, stop?: AbortSignal, drop?: AbortSignal): Promise<Result>;
  /**
   * Renders a job of a run when nobody waits for another one; the caller sees to it that few wait.
   * @param drop takes it back as long as it waits
   * @throws AnphamError `run.cancelled`
   */
  later(job: Job, drop: AbortSignal): Promise<Result>;
  /**
   * Renders jobs and yields results in their order. Jobs are taken only as there is room, so a run of any
   * length needs the memory of a few. After an abort no job is begun; those that were are finished and yielded.
   * @throws AnphamError `run.cancelled` when the pool is closed before the last one
   */
  each<J extends Job>(
    jobs: Iterable<J> | AsyncIterable<J>,
    signal?: AbortSignal,
  ): AsyncGenerator<Done<J, Result>>;
  /** Starts the workers now; each gets ready for a run whose first job is not there yet. */
  prepare(preparation: Preparation): void;
  /** Ends the workers; jobs that still wait or run are cancelled. */
  close(): Promise<void>;
}

export interface Done<Job, Result> {
  readonly job: Job;
  readonly results: Result;
}

export type RenderPool = Pool<RenderJob, RenderJobResult>;

/** Worker threads that several kinds of task share. */
export interface Threads {
  readonly workers: number;
  /** Closing the pool closes the threads. */
  pool<Job, Result>(task: Task<Job, Result>): Pool<Job, Result>;
  load(): { readonly running: number; readonly waiting: number };
  close(): Promise<void>;
}

export const RENDERING: Task<RenderJob, RenderJobResult> = {
  name: "default",
  plain: ({ folders, requests }) => ({ folders, requests }),
  pieces: ({ requests }) => requests.length,
  failed: failedJob,
};

/**
 * Renewal is for what grows against expectation. Measured over 1,500 covers: a worker that stays is flat after 600
 * jobs, when its caches are full (258 MB in all); renewing it every 300 saves nothing (276 MB), for a thread that
 * ends leaves a few megabytes with the process.
 */
const DEFAULTS = {
  queue: 1000,
  jobsBeforeRenewal: 5000,
  memoryMb: 750,
  heapMb: 1024,
  youngMb: 24,
  // The largest pieces, rasters of 279 megapixels, take 20 on two cores.
  mostSeconds: 300,
} as const;
/** Jobs by worker before memory is looked at: a process that starts large would renew at every job. */
const FEWEST_JOBS = 20;
/** Jobs by worker that {@link RenderPool.each} keeps begun, ready or waiting: a slow one holds up nobody. */
const AHEAD = 4;

/** Urgent jobs that go before one of a run that waits. */
const MOST_IN_A_ROW = 4;

/** What the worker's module calls getting ready. */
const PREPARING = "prepare";

/** Workers of one age. */
interface Crew {
  readonly threads: Piscina;
  begun: number;
  running: number;
}

interface Waiting {
  /** Of the worker's module. */
  readonly name: string;
  readonly job: unknown;
  readonly pieces: number;
  /** What to answer when the worker dies of it. */
  readonly failed: (diagnostics: readonly Diagnostic[]) => unknown;
  /** Whether somebody waits for this one job. */
  readonly isUrgent: boolean;
  /** Stops the job while it runs. */
  readonly stop: AbortSignal | null;
  /** Take it back as long as it waits. */
  readonly drop: readonly AbortSignal[];
  readonly resolve: (results: unknown) => void;
  readonly reject: (reason: AnphamError) => void;
}

/** Opens a pool that renders; its workers start with the first job, unless it is prepared. */
export const openPool = (options: Partial<PoolOptions> = {}): RenderPool => openTaskPool(RENDERING, options);

/** Opens a pool for any task of the worker's module; its workers start with the first job. */
export const openTaskPool = <Job, Result>(
  task: Task<Job, Result>,
  options: Partial<PoolOptions> = {},
): Pool<Job, Result> => openThreads(options).pool(task);

/** Threads for several kinds of task; they start with the first job. */
export function openThreads(options: Partial<PoolOptions> = {}): Threads {
  const settings: PoolOptions = { ...DEFAULTS, workers: availableParallelism(), ...options };
  const { workers } = settings;
  const file = workerFile();
  const waiting: Waiting[] = [];
  let urgent = 0;
  /** Urgent jobs begun since the last one of a run. */
  let inARow = 0;
  const leaving = new Set<Promise<void>>();
  let crew: Crew | null = null;
  let running = 0;
  let closed = false;

  const dismiss = ({ threads }: Crew) => {
    const gone = threads.destroy().finally(() => leaving.delete(gone));
    leaving.add(gone);
  };

  // One worker's process has what all share besides.
  const mostBytes = settings.memoryMb * Math.max(2, workers) * 1024 * 1024;
  const isOld = ({ begun }: Crew): boolean =>
    begun >= settings.jobsBeforeRenewal * workers ||
    (begun >= FEWEST_JOBS * workers && process.memoryUsage.rss() > mostBytes);

  const begin = async ({ name, job, pieces, failed, stop, resolve, reject }: Waiting) => {
    if (crew && isOld(crew)) {
      if (crew.running === 0) dismiss(crew);
      crew = null;
    }
    crew ??= hire(file, settings);
    const mine = crew;
    running++;
    mine.running++;
    mine.begun++;
    const limit = stop ? null : new TimeLimit(settings.mostSeconds);
    try {
      resolve(unboxed((await mine.threads.run(job, { name, signal: stop ?? limit })) as Box<unknown>));
      if (jobDone.hasSubscribers) jobDone.publish({ workers, pieces } satisfies JobDone);
    } catch (thrown) {
      if (closed || stop?.aborted) reject(cancelled());
      else if (limit?.isOver) resolve(failed([diagnose("run.too-long", { seconds: settings.mostSeconds })]));
      else resolve(failed([diagnose("run.worker-died", { reason: reasonOf(thrown) })]));
    }
    limit?.lift();
    running--;
    mine.running--;
    if (mine !== crew && mine.running === 0) dismiss(mine);
    beginNext();
  };

  const beginNext = () => {
    while (!closed && running < workers && waiting.length > 0) {
      // Urgent ones stand first. A run gets its turn all the same, however many come.
      const isTurn = inARow >= MOST_IN_A_ROW && urgent < waiting.length;
      const [next] = waiting.splice(isTurn ? urgent : 0, 1);
      if (next!.isUrgent) urgent--;
      inARow = next!.isUrgent ? inARow + 1 : 0;
      void begin(next!);
    }
  };

  const takeBack = (signal: AbortSignal) => {
    for (const entry of waiting.filter(({ drop }) => drop.includes(signal))) {
      waiting.splice(waiting.indexOf(entry), 1);
      if (entry.isUrgent) urgent--;
      entry.reject(cancelled());
    }
  };

  const signals = watchSignals(takeBack);

  const enqueue = <Job, Result>(
    { name, plain, pieces, failed }: Task<Job, Result>,
    job: Job,
    { stop, drop }: { readonly stop: AbortSignal | null; readonly drop: readonly AbortSignal[] },
    isUrgent: boolean,
  ) =>
    new Promise<Result>((resolve, reject) => {
      if (closed || drop.some(({ aborted }) => aborted)) {
        reject(cancelled());
        return;
      }
      const settle =
        <T>(end: (value: T) => void) =>
        (value: T) => {
          for (const signal of drop) signals.unwatch(signal);
          end(value);
        };
      const entry: Waiting = {
        ...{ name, isUrgent, stop, drop, job: plain(job), pieces: pieces(job) },
        failed: (diagnostics) => failed(job, diagnostics),
        resolve: settle(resolve as (results: unknown) => void),
        reject: settle(reject),
      };
      for (const signal of drop) signals.watch(signal);
      if (isUrgent) waiting.splice(urgent++, 0, entry);
      else waiting.push(entry);
      beginNext();
    });

  const close = async () => {
    closed = true;
    urgent = 0;
    for (const { reject } of waiting.splice(0)) reject(cancelled());
    if (crew) dismiss(crew);
    await Promise.all(leaving);
  };

  const pool = <Job, Result>(task: Task<Job, Result>): Pool<Job, Result> => ({
    workers,
    run(job, stop, drop) {
      if (running >= workers && urgent >= settings.queue) {
        return Promise.reject(new AnphamError([diagnose("run.queue-full", { limit: settings.queue })]));
      }
      const dropping = [stop, drop].filter((signal) => signal !== undefined);
      return enqueue(task, job, { stop: stop ?? null, drop: dropping }, true);
    },
    later: (job, drop) => enqueue(task, job, { stop: null, drop: [drop] }, false),
    async *each<J extends Job>(jobs: Iterable<J> | AsyncIterable<J>, signal?: AbortSignal) {
      const source = iteratorOf(jobs);
      const begun: Promise<Done<J, Result> | null>[] = [];
      const drop = signal ? [signal] : [];
      let more = true;
      while (more || begun.length > 0) {
        while (more && !signal?.aborted && begun.length < workers * AHEAD) {
          const next = await source.next();
          if (next.done) more = false;
          else {
            const result = enqueue(task, next.value as Job, { stop: null, drop }, false);
            begun.push(unlessDropped(next.value, result));
          }
        }
        if (signal?.aborted) more = false;
        const next = begun.shift();
        const done = await next;
        if (done) yield done;
        else if (next && !signal?.aborted) throw cancelled();
      }
    },
    prepare(preparation) {
      if (closed) return;
      crew ??= hire(file, settings);
      for (let worker = 0; worker < workers; worker++) {
        // What is wrong is told by the job that needs it.
        crew.threads.run(preparation, { name: PREPARING }).catch(() => undefined);
      }
    },
    close,
  });

  return { workers, pool, load: () => ({ running, waiting: waiting.length }), close };
}

const cancelled = (): AnphamError => new AnphamError([diagnose("run.cancelled", {})]);

/** `null` for a job that was taken back before a worker had it. */
const unlessDropped = <Job, Result>(job: Job, results: Promise<Result>): Promise<Done<Job, Result> | null> =>
  results.then(
    (done) => ({ job, results: done }),
    () => null,
  );

const iteratorOf = <J>(jobs: Iterable<J> | AsyncIterable<J>): Iterator<J> | AsyncIterator<J> =>
  Symbol.asyncIterator in jobs ? jobs[Symbol.asyncIterator]() : jobs[Symbol.iterator]();

/** Threads cannot start from TypeScript: they run the built package, also when the pool itself is source. */
function workerFile(): string {
  const file = join(packageRoot(), "dist", "run", "worker.js");
  if (!existsSync(file)) fail("internal.unexpected", { reason: `${file} is missing; run “npm run build”` });
  return file;
}

function hire(file: string, { workers, heapMb, youngMb }: PoolOptions): Crew {
  const threads = new Piscina({
    filename: file,
    minThreads: workers,
    maxThreads: workers,
    idleTimeout: Infinity,
    // Waiting in `Atomics.wait` would keep the event loop from turning, and native memory from being freed.
    atomics: "disabled",
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: youngMb },
    execArgv: [],
  });
  // A worker that dies between jobs is replaced like any other.
  threads.on("error", () => undefined);
  return { threads, begun: 0, running: 0 };
}
