/**
 * Jobs of this process in Redis. What Redis tells about them is only a reason to look: events may get lost with a
 * connection, what stands in Redis does not. A job that Redis forgot is sent again; its name keeps it from being
 * there twice.
 */

import type { Job, Queue } from "bullmq";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { QUEUE, type RedisConnection } from "./connection.ts";
import { type JobAnswer, type JobMessage, jobAnswer, readFailure } from "./message.ts";

/** Attempts at what fails for a passing reason, the pause doubling each time from the first, ms. */
const ATTEMPTS = 5;
const FIRST_PAUSE = 500;
/** Seconds after which Redis forgets what nobody took over. */
const KEPT = 30 * 24 * 3600;
/** Events carry results; since they are only hints, few are kept. */
const REMEMBERED_EVENTS = 1000;
/** Put aside until somebody says `anpham queue retry`. Everything else may go well when the run is begun again. */
const PARKED_FOR_GOOD = "queue.poison-job";

export type ErrandOutcome =
  | { readonly answer: JobAnswer; readonly failure: null }
  | { readonly answer: null; readonly failure: readonly Diagnostic[] };

/** A job under way. The same job asked for twice is one errand. */
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
  isTakenBack: boolean;
  isParked: boolean;
}

/** @param lookEvery ms */
export async function openErrands({ redis, bullmq }: RedisConnection, lookEvery: number): Promise<Errands> {
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
  // Connections come back by themselves; what was missed is found by looking.
  queue.on("error", () => undefined);
  events.on("error", () => undefined);
  listening.on("error", () => undefined);
  await Promise.all([queue.waitUntilReady(), events.waitUntilReady()]);

  const find = (id: string): Promise<Job | undefined> => bullmq.Job.fromId(queue, id);
  const put = ({ id, message }: Entry) => queue.add("render", message, { jobId: id });
  const open = (entry: Entry) => {
    entry.isOpen = true;
    entry.outcome = new Promise((resolve) => {
      entry.resolve = resolve;
    });
  };
  const end = (entry: Entry, outcome: ErrandOutcome | null) => {
    entry.isOpen = false;
    entry.isParked = outcome?.failure != null;
    entry.resolve(outcome);
  };

  const look = async (id: string) => {
    const entry = entries.get(id);
    if (!entry?.isOpen) return;
    const job = await find(id);
    if (!entry.isOpen) return;
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
    looking = false;
  };
  const timer = setInterval(() => void lookAtAll(), lookEvery);

  /** Removing what a worker holds is refused, and what is finished is wanted. */
  const removeWaiting = async (id: string): Promise<boolean> => {
    const state = await queue.getJobState(id);
    if (state !== "waiting" && state !== "delayed" && state !== "prioritized") return false;
    return (await queue.remove(id)) === 1;
  };

  const errandOf = (entry: Entry): Errand => ({
    message: entry.message,
    outcome: () => entry.outcome,
    async takeBack() {
      if (!entry.isOpen || entry.isTakenBack) return;
      entry.isTakenBack = true;
      if (await removeWaiting(entry.id)) end(entry, null);
      else entry.isTakenBack = false;
    },
    async repeat() {
      open(entry);
      await queue.remove(entry.id);
      await put(entry);
    },
    async settle() {
      entry.users--;
      if (entry.users > 0) return false;
      if (entries.get(entry.id) === entry) entries.delete(entry.id);
      if (!entry.isOpen && !entry.isParked) await queue.remove(entry.id);
      return !entry.isOpen;
    },
  });

  return {
    count: () => entries.size,
    async send(id, message) {
      const known = entries.get(id);
      if (known) {
        known.users++;
        return errandOf(known);
      }
      const entry = { id, message, users: 1, isTakenBack: false, isParked: false } as Entry;
      open(entry);
      entries.set(id, entry);
      const there = await find(id);
      if (there?.failedReason && there.finishedOn !== undefined && !isParkedForGood(there)) {
        await queue.remove(id);
      }
      await put(entry);
      if (there) await look(id);
      return errandOf(entry);
    },
    async takeBackAll(run) {
      const waiting = await queue.getJobs(["waiting", "delayed", "prioritized"]);
      const ids = waiting.flatMap((job) => job?.id ?? []).filter((id) => id.startsWith(`${run}-`));
      await Promise.all(ids.filter((id) => !entries.has(id)).map(removeWaiting));
    },
    async forget(run) {
      const finished = await queue.getJobs(["completed"]);
      const ids = finished.flatMap((job) => job?.id ?? []).filter((id) => id.startsWith(`${run}-`));
      await Promise.all(ids.map((id) => queue.remove(id)));
    },
    async close() {
      clearInterval(timer);
      await Promise.all([events.close(), queue.close()]);
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
