/** Takes jobs from Redis, renders them on this machine's threads and hands the files over through a store. */

import type { Job } from "bullmq";
import * as z from "zod";
import { AnphamError, type Diagnostic, diagnose, diagnosticsOf } from "../../base/diagnostic.ts";
import type { RenderRequest } from "../../model/request.ts";
import type { Folders } from "../../render.ts";
import { openStore, type SharedStore } from "../exchange/shared-store.ts";
import type { RenderPool } from "../pool.ts";
import { handOver } from "./artifacts.ts";
import { connect, QUEUE, watchConnection } from "./connection.ts";
import { differingParts, fingerprintOf } from "./engine-fingerprint.ts";
import { createGate } from "./gate.ts";
import { MOST_DEATHS } from "./job-queue.ts";
import { isDeath } from "./local-queue.ts";
import { failureText, type JobAnswer, type JobMessage, jobMessage } from "./message.ts";
import { checkPictures } from "./pictures.ts";
import { isRefusal } from "./redis-reason.ts";
import { createTroubles, lost } from "./troubles.ts";

export interface QueueWorkerOptions {
  /** `redis://…` */
  readonly address: string;
  readonly folders: Folders;
  /** Where this machine reaches the store; `null` to take the address from each job. */
  readonly store: string | null;
  /** Ends with the worker. */
  readonly pool: RenderPool;
  /** Told to whoever looks into Redis, and in complaints. */
  readonly name: string;
  /** How long Redis hears nothing of a job before another worker takes it, ms. */
  readonly lockDuration: number;
  /** Told when Redis is lost or refuses, once each time: `queue.lost`. */
  readonly onTrouble: (trouble: Diagnostic) => void;
}

export interface QueueWorker {
  /** Finishes what is begun, begins nothing, and lets go of everything. */
  drain(): Promise<void>;
}

/** Jobs a thread that are taken from Redis: the next one waits while files of the last are stored. */
const TAKEN = 2;
/** Between attempts after Redis was lost, ms. */
const RETRY = 500;
/** How often BullMQ may find a job without its worker; deaths are counted here, and more exactly. */
const UNLIMITED = 1_000_000;

/** Deaths that may have been of the job: marked before it is rendered, so that the mark outlives this process. */
const record = z.object({ begun: z.int().min(0) });
const deathsOf = ({ progress }: Job): number => record.safeParse(progress).data?.begun ?? 0;

/** @throws AnphamError `queue.bad-address`, `queue.unreachable`, `store.bad-address` */
export async function openWorker(options: QueueWorkerOptions): Promise<QueueWorker> {
  const { address, folders, pool, name, lockDuration } = options;
  const engine = await fingerprintOf(folders);
  const own = options.store === null ? null : await openStore(options.store);
  const stores = new Map<string, Promise<SharedStore>>();
  const storeFor = (message: JobMessage): Promise<SharedStore> | SharedStore => {
    if (own) return own;
    const store = stores.get(message.store) ?? openStore(message.store);
    stores.set(message.store, store);
    return store;
  };
  const { redis, bullmq } = await connect(address);
  const gate = createGate(pool.workers);
  /** Ends a job for good: what is wrong with it will be so again. */
  const park = (thrown: unknown): never => {
    throw new bullmq.UnrecoverableError(failureText(diagnosticsOf(thrown)));
  };
  /** Ends an attempt: the next one may go well. */
  const postpone = (thrown: unknown): never => {
    throw new Error(failureText(diagnosticsOf(thrown)));
  };

  const check = async (job: Job): Promise<JobMessage> => {
    const message = jobMessage.safeParse(job.data);
    if (!message.success) throw new AnphamError([diagnose("queue.bad-message", { worker: name })]);
    const parts = differingParts(engine, message.data.engine);
    if (parts.length > 0) {
      throw new AnphamError([diagnose("queue.other-engine", { worker: name, parts: parts.join(", ") })]);
    }
    await checkPictures(message.data.pictures);
    return message.data;
  };

  const render = async (job: Job): Promise<JobAnswer> => {
    const message = await check(job).catch(park);
    const deaths = deathsOf(job);
    const poison = () => new AnphamError([diagnose("queue.poison-job", { deaths: MOST_DEATHS })]);
    if (deaths >= MOST_DEATHS) park(poison());
    const requests = message.requests as unknown as readonly RenderRequest[];
    const results = await gate.pass(deaths > 0, async () => {
      await job.updateProgress({ begun: deaths + 1 });
      return pool.run({ folders, requests });
    });
    if (isDeath(results)) {
      if (deaths + 1 >= MOST_DEATHS) park(poison());
      postpone(new AnphamError(results.flatMap(({ diagnostics }) => diagnostics)));
    }
    try {
      return await handOver(results, message.folder, await storeFor(message));
    } catch (thrown) {
      await job.updateProgress({ begun: deaths });
      return postpone(thrown);
    }
  };

  const worker = new bullmq.Worker(QUEUE, render, {
    connection: redis,
    name,
    concurrency: pool.workers * TAKEN,
    lockDuration,
    stalledInterval: Math.ceil(lockDuration / 2),
    maxStalledCount: UNLIMITED,
    runRetryDelay: RETRY,
  });
  // Of the connection, which comes back, or of a job that another worker has by now.
  const troubles = createTroubles(options.onTrouble);
  watchConnection(redis, troubles);
  worker.on("error", (error) => {
    if (isRefusal(error)) troubles.begin(lost(error));
  });
  worker.on("completed", () => troubles.end("queue.lost"));
  await worker.waitUntilReady();
  return {
    async drain() {
      await worker.close();
      redis.disconnect();
      await pool.close();
    },
  };
}
