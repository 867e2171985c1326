/**
 * Jobs of this process in Redis. What Redis tells about them is only a reason to look: events may get lost with a
 * connection, what stands in Redis does not. A job that Redis forgot is sent again; its name keeps it from being
 * there twice.
 */

import type { Job, Queue } from "bullmq";
import { type Diagnostic, diagnose, diagnosticsOf } from "../../base/diagnostic.ts";
import { QUEUE, type RedisConnection, watchConnection } from "./connection.ts";
import { type JobAnswer, type JobMessage, jobAnswer, readFailure } from "./message.ts";
import { tellingRefusals } from "./redis-reason.ts";
import { createTroubles } from "./troubles.ts";

/** Attempts at what fails for a passing reason, the pause doubling each time from the first, ms. */
const ATTEMPTS = 5;
const FIRST_PAUSE = 500;
/** Seconds after which Redis forgets what nobody took over. */
const KEPT = 30 * 24 * 3600;
/** Events carry results; since they are only hints, few are kept. */
const REMEMBERED_EVENTS = 1000;
/** Looks without news until it is asked whether there is a worker at all. */
const PATIENCE = 10;
/** Put aside until somebody says `anpham queue retry`. Everything else may go well when the run is begun again. */
const PARKED_FOR_GOOD = "queue.poison-job";

export type ErrandOutcome =
  | { readonly answer: JobAnswer; readonly failure: null }
  | { readonly answer: null; readonly failure: readonly Diagnostic[] };

/**
 * A job under way. The same job asked for twice is one errand.
 * @throws AnphamError `queue.refused`, whatever is asked of it
 */
export interface Errand {
  readonly message: JobMessage;
  /** `null` when it was taken back before a worker had it. */
  outcome(): Promise<ErrandOutcome | null>;
  /** Takes it back if no worker has it. */
  takeBack(): Promise<void>;
  /** Has it done anew. */
  repeat(): Promise<void>;
  /** Its result was taken over. Answers whether nobody else waits for it; then Redis forgets it, unless it is parked. */
  settle(): Promise<boolean>;
}

/** @throws AnphamError `queue.refused`, whatever is asked of them */
export interface Errands {
  /** Jobs under way. */
  count(): number;
  send(id: string, message: JobMessage): Promise<Errand>;
  /** Takes back what waits of a run, also from before this process. */
  takeBackAll(run: string): Promise<void>;
  /** Forgets finished jobs of a run that nobody waits for. */
  forget(run: string): Promise<void>;
  close(): Promise<void>;
}

interface Entry {
  readonly id: string;
  readonly message: JobMessage;
  users: number;
  outcome: Promise<ErrandOutcome | null>;
  resolve: (outcome: ErrandOutcome | null) => void;
  /** Whether somebody still waits for the outcome. */
  isOpen: boolean;
  /** Whether what stands in Redis under its name is this errand, not what came of an earlier one. */
  isSent: boolean;
  isTakenBack: boolean;
  isParked: boolean;
}

export interface ErrandsOptions {
  /** ms. */
  readonly lookEvery: number;
  /** Told of what holds the jobs up: `queue.lost`, `queue.no-worker`. */
  readonly onTrouble: (trouble: Diagnostic) => void;
}

export async function openErrands(
  { redis, bullmq }: RedisConnection,
  { lookEvery, onTrouble }: ErrandsOptions,
): Promise<Errands> {
  const queue: Queue = new bullmq.Queue(QUEUE, {
    connection: redis,
    streams: { events: { maxLen: REMEMBERED_EVENTS } },
    defaultJobOptions: {
      attempts: ATTEMPTS,
      backoff: { type: "exponential", delay: FIRST_PAUSE },
      removeOnComplete: { age: KEPT },
      removeOnFail: { age: KEPT },
      stackTraceLimit: 0,
    },
  });
  const listening = redis.duplicate();
  const events = new bullmq.QueueEvents(QUEUE, { connection: listening });
  const entries = new Map<string, Entry>();
  const troubles = createTroubles(onTrouble);
  watchConnection(redis, troubles);
  let looksWithoutNews = 0;
  // Connections come back by themselves; what was missed is found by looking.
  queue.on("error", () => undefined);
  events.on("error", () => undefined);
  listening.on("error", () => undefined);
  await Promise.all([queue.waitUntilReady(), events.waitUntilReady()]);

  const find = (id: string): Promise<Job | undefined> => bullmq.Job.fromId(queue, id);
  const put = ({ id, message }: Entry) => queue.add("render", message, { jobId: id });
  const open = (entry: Entry) => {
    entry.isOpen = true;
    entry.isSent = false;
    entry.outcome = new Promise((resolve) => {
      entry.resolve = resolve;
    });
  };
  const end = (entry: Entry, outcome: ErrandOutcome | null) => {
    looksWithoutNews = 0;
    entry.isOpen = false;
    entry.isParked = outcome?.failure != null;
    entry.resolve(outcome);
  };

  const look = async (id: string) => {
    const entry = entries.get(id);
    if (!entry?.isOpen || !entry.isSent) return;
    const { outcome } = entry;
    const job = await find(id);
    if (!entry.isOpen || entry.outcome !== outcome) return;
    if (!job) {
      if (entry.isTakenBack) end(entry, null);
      else await put(entry);
    } else if (job.finishedOn !== undefined) end(entry, outcomeOf(job));
  };
  const lookSafely = (id: string) => void look(id).catch(() => undefined);
  events.on("completed", ({ jobId }) => lookSafely(jobId));
  events.on("failed", ({ jobId }) => lookSafely(jobId));
  let looking = false;
  const lookAtAll = async () => {
    // While Redis is away, one round of looks waits for it.
    if (looking) return;
    looking = true;
    await Promise.all([...entries.keys()].map(look)).catch(() => undefined);
    await lookForWorkers().catch(() => undefined);
    looking = false;
  };
  /** Only after a while in which nothing came: a worker that is there needs no question. */
  const lookForWorkers = async () => {
    if (![...entries.values()].some(({ isOpen }) => isOpen)) looksWithoutNews = 0;
    if (++looksWithoutNews < PATIENCE) return;
    looksWithoutNews = 0;
    const database = String(redis.options.db ?? 0);
    const workers = await queue.getWorkers();
    // Servers that list no clients tell nothing of databases either.
    if (workers.some(({ db = database }) => db === database)) troubles.end("queue.no-worker");
    else troubles.begin(diagnose("queue.no-worker", {}));
  };
  const timer = setInterval(() => void lookAtAll(), lookEvery);

  /** Removing what a worker holds is refused, and what is finished is wanted. */
  const removeWaiting = async (id: string): Promise<boolean> => {
    const state = await queue.getJobState(id);
    if (state !== "waiting" && state !== "delayed" && state !== "prioritized") return false;
    return (await queue.remove(id)) === 1;
  };

  const begin = async (entry: Entry) => {
    const there = await find(entry.id);
    if (there?.failedReason && there.finishedOn !== undefined && !isParkedForGood(there)) {
      await queue.remove(entry.id);
    }
    await put(entry);
    entry.isSent = true;
    if (there) await look(entry.id);
  };

  const errandOf = (entry: Entry): Errand => ({
    message: entry.message,
    outcome: () => entry.outcome,
    takeBack: tellingRefusals(async () => {
      if (!entry.isOpen || entry.isTakenBack) return;
      entry.isTakenBack = true;
      if (await removeWaiting(entry.id)) end(entry, null);
      else entry.isTakenBack = false;
    }),
    repeat: tellingRefusals(async () => {
      // Somebody else who waits for it has it done anew already.
      if (entry.isOpen) return;
      open(entry);
      try {
        await queue.remove(entry.id);
        await put(entry);
      } finally {
        entry.isSent = true;
      }
    }),
    settle: tellingRefusals(async () => {
      entry.users--;
      if (entry.users > 0) return false;
      if (entries.get(entry.id) === entry) entries.delete(entry.id);
      if (!entry.isOpen && !entry.isParked) await queue.remove(entry.id);
      return !entry.isOpen;
    }),
  });

  return {
    count: () => entries.size,
    send: tellingRefusals(async (id: string, message: JobMessage) => {
      const known = entries.get(id);
      if (known) {
        known.users++;
        return errandOf(known);
      }
      const entry = { id, message, users: 1, isTakenBack: false, isParked: false } as Entry;
      open(entry);
      entries.set(id, entry);
      try {
        await begin(entry);
      } catch (thrown) {
        // Nobody else waits for what was never sent.
        entries.delete(id);
        end(entry, { answer: null, failure: diagnosticsOf(thrown) });
        throw thrown;
      }
      return errandOf(entry);
    }),
    takeBackAll: tellingRefusals(async (run: string) => {
      const waiting = await queue.getJobs(["waiting", "delayed", "prioritized"]);
      const ids = waiting.flatMap((job) => job?.id ?? []).filter((id) => id.startsWith(`${run}-`));
      await Promise.all(ids.filter((id) => !entries.has(id)).map(removeWaiting));
    }),
    forget: tellingRefusals(async (run: string) => {
      const finished = await queue.getJobs(["completed"]);
      const ids = finished.flatMap((job) => job?.id ?? []).filter((id) => id.startsWith(`${run}-`));
      await Promise.all(ids.map((id) => queue.remove(id)));
    }),
    async close() {
      clearInterval(timer);
      // After a failover of Redis the listener never hears of its own end: nothing waits for that.
      void events.close().catch(() => undefined);
      await queue.close();
      listening.disconnect();
      redis.disconnect();
    },
  };
}

const isParkedForGood = (job: Job): boolean =>
  readFailure(job.failedReason).some(({ code }) => code === PARKED_FOR_GOOD);

function outcomeOf(job: Job): ErrandOutcome {
  if (job.failedReason) return { answer: null, failure: readFailure(job.failedReason) };
  const answer = jobAnswer.safeParse(job.returnvalue);
  return answer.success
    ? { answer: answer.data, failure: null }
    : { answer: null, failure: readFailure("unreadable result") };
}
