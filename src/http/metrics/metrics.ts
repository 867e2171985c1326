/** Counts and times for Prometheus. */

import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Threads } from "../../run/pool.ts";
import type { PieceCache } from "../cache/piece-cache.ts";
import type { Piece } from "../desk/desk.ts";

export interface Metrics {
  readonly onPiece: (piece: Piece) => void;
  readonly onCacheFault: (fault: string) => void;
  text(): Promise<string>;
  readonly contentType: string;
}

/** Seconds: from a cached piece to the longest patience. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export interface MetricSources {
  readonly threads: Threads;
  readonly cache: () => PieceCache | null;
  /** Unfinished jobs by state. */
  readonly jobs: () => Readonly<Record<string, number>>;
}

export function createMetrics(app: FastifyInstance, { threads, cache, jobs }: MetricSources): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const registers = [register];
  const requests = new Histogram({
    ...{ registers, buckets: BUCKETS, name: "anpham_http_request_seconds" },
    help: "Time to answer, by route and status",
    labelNames: ["method", "route", "status"] as const,
  });
  const pieces = new Counter({
    ...{ registers, name: "anpham_pieces_total" },
    help: "Pieces handed out, by where they came from",
    labelNames: ["source"] as const,
  });
  const stages = new Histogram({
    ...{ registers, buckets: BUCKETS, name: "anpham_render_stage_seconds" },
    help: "Time in the stages of rendering",
    labelNames: ["stage"] as const,
  });
  const faults = new Counter({
    ...{ registers, name: "anpham_cache_faults_total" },
    help: "Damaged or unwritable files of the cache",
    labelNames: ["fault"] as const,
  });
  new Gauge({
    ...{ registers, name: "anpham_threads_busy" },
    help: "Rendering threads at work",
    collect() {
      this.set(threads.load().running);
    },
  });
  new Gauge({
    ...{ registers, name: "anpham_queue_waiting" },
    help: "Work waiting for a thread",
    collect() {
      this.set(threads.load().waiting);
    },
  });
  new Gauge({
    ...{ registers, name: "anpham_cache_bytes" },
    help: "Size of the cache on disk",
    collect() {
      this.set(cache()?.size() ?? 0);
    },
  });
  new Gauge({
    ...{ registers, name: "anpham_jobs" },
    help: "Jobs by state",
    labelNames: ["state"] as const,
    collect() {
      this.reset();
      for (const [state, count] of Object.entries(jobs())) this.set({ state }, count);
    },
  });
  app.addHook("onResponse", async (request, reply) => {
    // By route, never by address: addresses are without number.
    const route = request.routeOptions.url ?? "unknown";
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    requests.observe(labels, reply.elapsedTime / 1000);
  });
  return {
    onPiece({ source, timings }) {
      pieces.inc({ source });
      if (source !== "rendered") return;
      for (const [stage, ms] of Object.entries(timings)) stages.observe({ stage }, ms / 1000);
    },
    onCacheFault: (fault) => faults.inc({ fault }),
    text: () => register.metrics(),
    contentType: register.contentType,
  };
}
