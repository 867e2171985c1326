/** Jobs from their acceptance to their end: queued, run one after the other, taken up again after a restart. */

import { type Diagnostic, diagnose, diagnosticsOf, fail } from "../../base/diagnostic.ts";
import type { Principal } from "../access/principal.ts";
import type { JobEvents } from "./job-events.ts";
import { isFinal, type JobRecord, type JobState, type NewJob, newRecord } from "./job-record.ts";
import type { JobStore } from "./job-store.ts";
import { inSuccession, madeBefore, type OnceKey } from "./once.ts";
import { type OpenJob, openJob } from "./open-job.ts";
import type { RunningJob } from "./start-thread.ts";
import type { JobEnd, JobProgress } from "./thread-messages.ts";

export interface Jobs {
  /**
   * The same key makes no second job.
   * @throws AnphamError `service.too-many-jobs`, `service.idempotency-key-reused`, `output.cannot-write`
   */
  create(
    principal: Principal,
    job: NewJob,
    rows: Uint8Array | null,
    once?: OnceKey | null,
  ): Promise<JobRecord>;
  /** @throws AnphamError `service.unknown-job`, also for jobs of others */
  get(principal: Principal, id: string): JobRecord;
  list(principal: Principal): readonly JobRecord[];
  /** Ends an unfinished job; removes a finished one with its files. @throws AnphamError `service.unknown-job` */
  remove(principal: Principal, id: string): Promise<JobRecord>;
  /** Of anybody, for the service itself; `null` when it was removed. */
  read(id: string): JobRecord | null;
  /** Keeps how it went to tell the caller's server. */
  note(id: string, webhook: JobRecord["webhook"]): Promise<void>;
  events(id: string): JobEvents;
  folderOf(id: string): string;
  counts(): Readonly<Record<string, number>>;
  /** Takes up what an earlier service left. */
  begin(): void;
  /** Stops what runs, which goes on with the next service. */
  close(): Promise<void>;
}

export interface JobsOptions {
  readonly store: JobStore;
  /** Jobs that run at once. */
  readonly atOnce: number;
  /** Unfinished jobs of one owner. */
  readonly each: number;
  /** Finished jobs are removed after so long, ms. */
  readonly keptFor: number;
  /** ms since 1970. */
  readonly now: () => number;
  /** ms since any moment; never goes back. */
  readonly elapsed: () => number;
  readonly start: (job: JobRecord, onProgress: (progress: JobProgress) => void) => RunningJob;
  /** Told why a job waits again or has failed: callers do not hear all of it. */
  readonly onSetback: (job: JobRecord, reasons: readonly Diagnostic[]) => void;
  /** Told of every final state. */
  readonly onEnd: (job: JobRecord) => void;
  /** Told of what cannot be written. */
  readonly onFault: (reason: unknown) => void;
}

/** Reasons that do not lie in the job: it is tried again. */
const PASSING = /^(output\.cannot-write|run\.(worker-died|cancelled|folder-in-use)|queue\.|store\.)/;
/** Pauses before it is, ms; the last one again and again. */
const PAUSES = [2000, 10_000, 60_000];
/** A job that its thread or the whole process dies of is not begun for ever. */
const MOST_DEATHS = 3;
/** Between progress told to those who watch, ms. */
const TELL_EVERY = 100;
const LOOK_EVERY = 1000;
const SWEEP_EVERY = 3600 * 1000;

export async function openJobs(options: JobsOptions): Promise<Jobs> {
  const { store, atOnce, each: mostEach, keptFor, now, elapsed, start, onSetback, onEnd, onFault } = options;
  const jobs = new Map<string, OpenJob>();
  const finishing = new Set<Promise<void>>();
  let isOpen = false;
  let swept = Number.NEGATIVE_INFINITY;
  for (const record of await store.load()) jobs.set(record.id, await openJob(record, store));

  /** @throws AnphamError `output.cannot-write` */
  const saveSurely = (job: OpenJob, changes: Partial<JobRecord>): Promise<void> => {
    job.record = { ...job.record, ...changes } as JobRecord;
    const saved = job.saving.then(() => (job.isRemoved ? undefined : store.write(job.record)));
    job.saving = saved.catch(onFault);
    return saved;
  };
  /** The state in memory is right in any case; after a restart, an older one only repeats work. */
  const save = (job: OpenJob, changes: Partial<JobRecord>) => saveSurely(job, changes).catch(() => undefined);
  /** A record or an event that is on its way to the disk would bring the folder back. */
  const forget = async (id: string, job: OpenJob) => {
    jobs.delete(id);
    job.isRemoved = true;
    await job.saving;
    await job.events.written();
    await store.remove(id);
  };
  const tell = ({ record, events }: OpenJob) => {
    const { state, progress, counts } = record;
    events.add("state", { state, progress, counts });
  };

  const run = async (job: OpenJob) => {
    const { events } = job;
    let told = Number.NEGATIVE_INFINITY;
    try {
      // Before anything of it is done: should the process die of it, the next one knows what it was at.
      // What held it up is over, or will be told again.
      await saveSurely(job, { state: "running", started: job.record.started ?? now(), diagnostics: [] });
    } catch (thrown) {
      await settle(job, { counts: job.record.counts, diagnostics: diagnosticsOf(thrown), stopped: true });
      return;
    }
    tell(job);
    job.running = start(job.record, (progress) => {
      job.record = { ...job.record, progress };
      if (elapsed() - told < TELL_EVERY && progress.done < progress.total) return;
      told = elapsed();
      events.add("progress", { ...progress });
    });
    if (job.isCancelled || !isOpen) job.running.stop();
    const end = await job.running.end;
    job.running = null;
    await settle(job, end);
  };

  const settle = async (job: OpenJob, { counts, diagnostics, stopped }: JobEnd) => {
    const failures = diagnostics.filter(({ severity }) => severity === "error");
    const passing = stopped && failures.length > 0 && failures.every(({ code }) => PASSING.test(code));
    const isDeath = failures.some(({ code }) => code === "run.worker-died");
    const attempts = job.record.attempts + (passing && isOpen ? 1 : 0);
    const deaths = job.record.deaths + (isDeath && isOpen ? 1 : 0);
    job.isSuspect = false;
    if (stopped && failures.length > 0 && isOpen) onSetback(job.record, failures);
    const found = inside(diagnostics, store.folderOf(job.record.id));
    const goesOn = stopped && !job.isCancelled && (passing || failures.length === 0);
    if (goesOn && !(isDeath && deaths >= MOST_DEATHS)) {
      job.notBefore = isOpen ? elapsed() + PAUSES[Math.min(attempts, PAUSES.length) - 1]! : 0;
      await save(job, { state: "queued", attempts, deaths, diagnostics: found });
      tell(job);
      return;
    }
    const state: JobState = job.isCancelled
      ? "cancelled"
      : failures.length > 0 && stopped
        ? "failed"
        : "done";
    await save(job, { state, counts: { ...counts }, diagnostics: found, finished: now(), attempts, deaths });
    tell(job);
    job.events.end();
    onEnd(job.record);
  };

  /** Ends a job that the process has died of too often. */
  const giveUp = (job: OpenJob) => {
    const { counts, deaths } = job.record;
    const diagnostics = [diagnose("run.process-died", { times: deaths })];
    void settle(job, { counts, diagnostics, stopped: true }).catch(onFault);
  };
  /** A process that was told to stop has not died of its jobs, however late it ends: on the disk they wait again. */
  const leave = (job: OpenJob) => {
    job.saving = job.saving
      .then(() => (job.isRemoved ? undefined : store.write({ ...job.record, state: "queued" })))
      .catch(onFault);
  };

  const next = () => {
    if (!isOpen) return;
    const all = [...jobs.values()];
    const busy = all.filter(({ record }) => record.state === "running");
    if (busy.some(({ isSuspect }) => isSuspect)) return;
    let free = atOnce - busy.length;
    const ready = all.filter(
      ({ record, notBefore, running }) => record.state === "queued" && !running && notBefore <= elapsed(),
    );
    const turns = inTurn(ready, all);
    // Alone, so that no other job is counted dead with the one that ends the process.
    const suspect = turns.find(({ isSuspect }) => isSuspect);
    for (const job of suspect ? [suspect] : turns) {
      if (free-- <= 0) break;
      // At once, so that the next look does not begin it again.
      job.record = { ...job.record, state: "running" };
      const done = run(job)
        .catch(onFault)
        .finally(() => {
          finishing.delete(done);
          next();
        });
      finishing.add(done);
    }
  };

  const sweep = async () => {
    if (elapsed() - swept < SWEEP_EVERY) return;
    swept = elapsed();
    for (const [id, job] of jobs) {
      const { record } = job;
      if (!isFinal(record.state) || now() - (record.finished ?? record.created) < keptFor) continue;
      await forget(id, job).catch(onFault);
    }
  };
  const timer = setInterval(() => {
    next();
    void sweep();
  }, LOOK_EVERY);
  timer.unref();

  const find = ({ owner }: Principal, id: string): OpenJob => {
    const job = jobs.get(id);
    // Nobody learns which jobs others have.
    return job && job.record.owner === owner ? job : fail("service.unknown-job", { job: id.slice(0, 40) });
  };
  const own = ({ owner }: Principal) => [...jobs.values()].filter(({ record }) => record.owner === owner);

  const list = (principal: Principal) => own(principal).map(({ record }) => record);

  const creating = inSuccession();
  const create: Jobs["create"] = async (principal, job, bytes, once = null) => {
    const unfinished = list(principal).filter(({ state }) => !isFinal(state)).length;
    if (unfinished >= mostEach) fail("service.too-many-jobs", { limit: mostEach });
    const record = newRecord(principal, job, once, now());
    const { id, rows } = record;
    try {
      if (rows !== null && bytes) await store.writeRows(id, rows, bytes);
      await store.write(record);
    } catch (thrown) {
      await store.remove(id).catch(() => undefined);
      throw thrown;
    }
    const opened = await openJob(record, store);
    jobs.set(id, opened);
    tell(opened);
    next();
    return record;
  };

  return {
    create: async (principal, job, bytes, once = null) =>
      once === null
        ? create(principal, job, bytes)
        : creating(
            JSON.stringify([principal.owner, once.key]),
            async () => madeBefore(list(principal), once) ?? create(principal, job, bytes, once),
          ),
    get: (principal, id) => find(principal, id).record,
    list,
    async remove(principal, id) {
      const job = find(principal, id);
      if (isFinal(job.record.state)) {
        await forget(id, job);
        return job.record;
      }
      job.isCancelled = true;
      if (job.record.state === "queued") {
        await settle(job, { counts: job.record.counts, diagnostics: [], stopped: true });
      } else job.running?.stop();
      return job.record;
    },
    read: (id) => jobs.get(id)?.record ?? null,
    async note(id, webhook) {
      const job = jobs.get(id);
      if (job) await save(job, { webhook });
    },
    events: (id) => jobs.get(id)?.events ?? fail("service.unknown-job", { job: id }),
    folderOf: store.folderOf,
    counts() {
      const counts: Record<string, number> = { queued: 0, running: 0 };
      for (const { record } of jobs.values()) counts[record.state] = (counts[record.state] ?? 0) + 1;
      return counts;
    },
    begin() {
      isOpen = true;
      for (const { record } of jobs.values()) if (isFinal(record.state)) onEnd(record);
      for (const job of jobs.values()) if (job.isSuspect && job.record.deaths >= MOST_DEATHS) giveUp(job);
      next();
    },
    async close() {
      isOpen = false;
      clearInterval(timer);
      for (const job of jobs.values()) {
        if (job.record.state === "running") leave(job);
        job.running?.stop();
      }
      await Promise.all(finishing);
      await Promise.all([...jobs.values()].map(({ saving }) => saving));
      for (const { events } of jobs.values()) events.end();
    },
  };
}

/** Owners with fewer running jobs first; of one owner, the oldest. */
function inTurn(ready: readonly OpenJob[], all: readonly OpenJob[]): readonly OpenJob[] {
  const load = ({ record: { owner } }: OpenJob) =>
    all.filter(({ record }) => record.state === "running" && record.owner === owner).length;
  return [...ready].sort((a, b) => load(a) - load(b) || a.record.created - b.record.created);
}

/** Findings without the places of this machine. */
function inside(diagnostics: readonly Diagnostic[], folder: string): JobRecord["diagnostics"] {
  const plain = JSON.stringify(diagnostics).replaceAll(JSON.stringify(`${folder}/`).slice(1, -1), "");
  return JSON.parse(plain) as JobRecord["diagnostics"];
}
