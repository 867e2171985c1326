/** A job as its journal keeps it. */

import { randomBytes } from "node:crypto";
import * as z from "zod";
import { finding } from "../../model/finding.ts";
import { id } from "../../model/ids.ts";
import { outputType } from "../../model/request.ts";
import { ENCODINGS } from "../../run/rows/encodings.ts";
import type { Principal } from "../access/principal.ts";

/** `queued` and `running` go on after a restart; the others are final. */
export const JOB_STATES = ["queued", "running", "done", "failed", "cancelled"] as const;
export type JobState = (typeof JOB_STATES)[number];

/** The same for every row that says nothing else; checked like every render request. */
const content = {
  institution: z.union([id, z.record(z.string(), z.unknown())]).optional(),
  campaign: id.optional(),
  message: id.optional(),
  audience: id.optional(),
  event: id.optional(),
  theme: id.optional(),
  date: z.iso.date().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
};
/** How the file of rows is to be read. */
const reading = {
  encoding: z.enum(ENCODINGS).default("auto"),
  sheet: z.string().max(100).nullable().default(null),
  map: z.record(z.string().max(200), z.string().max(200).nullable()).nullable().default(null),
};
const common = {
  as: z.array(outputType).min(1).max(6).nullable().default(null),
  profile: id.nullable().default(null),
  /** Rows; or a file of them beside the request. */
  rows: z.array(z.record(z.string(), z.unknown())).min(1).nullable().default(null),
  /** Told when the job has ended. */
  webhook: z.url().max(500).nullable().default(null),
};

export const kitRequest = z.strictObject({
  ...{ ...content, ...reading, ...common },
  templates: z.array(id).min(1).max(100).nullable().default(null),
  formats: z.array(z.string().max(80)).min(1).max(200).nullable().default(null),
});
export const batchRequest = z.strictObject({
  ...{ ...content, ...reading, ...common },
  template: id,
  format: id,
  name: z.string().min(1).max(200).nullable().default(null),
  proof: z.boolean().default(false),
  strict: z.boolean().default(false),
});

const time = z.number().nullable();
const shared = {
  id: z.string().regex(/^[\da-f]{24}$/),
  owner: z.string(),
  /** The key that asked for it. */
  key: z.string(),
  state: z.enum(JOB_STATES),
  /** ms since 1970. */
  created: z.number(),
  started: time,
  finished: time,
  /** Name of the file of rows in the job's folder; `null` for a kit of one institution. */
  rows: z.string().nullable(),
  progress: z.object({ done: z.number(), total: z.number(), problems: z.number() }),
  /** Figures of the finished run. */
  counts: z.record(z.string(), z.number()),
  diagnostics: z.array(finding),
  /** How often it was begun and ended by no fault of its own. */
  attempts: z.number(),
  /** How often its thread died, or the whole process while it was running. */
  deaths: z.number().default(0),
  /** `Idempotency-Key` that it was asked for with, and what was asked. */
  once: z.object({ key: z.string(), content: z.string() }).nullable().default(null),
  webhook: z.object({ state: z.enum(["none", "pending", "delivered", "failed"]), attempts: z.number() }),
};

export const jobRecord = z.discriminatedUnion("kind", [
  z.object({ ...shared, kind: z.literal("kit"), request: kitRequest }),
  z.object({ ...shared, kind: z.literal("batch"), request: batchRequest }),
]);
export type JobRecord = z.output<typeof jobRecord>;
export type KitRequest = z.output<typeof kitRequest>;
export type BatchRequest = z.output<typeof batchRequest>;

export type NewJob = Pick<JobRecord, "kind" | "request" | "rows"> & { readonly webhook: string | null };

/** Of a job that waits, under a new id. @param created ms since 1970 */
export const newRecord = (
  { owner, key }: Principal,
  { kind, request, rows, webhook }: NewJob,
  once: JobRecord["once"],
  created: number,
): JobRecord =>
  ({
    ...{ id: randomBytes(12).toString("hex"), kind, request, rows, owner, key, once, state: "queued" },
    ...{ created, started: null, finished: null, attempts: 0, deaths: 0, counts: {}, diagnostics: [] },
    progress: { done: 0, total: 0, problems: 0 },
    webhook: { state: webhook === null ? "none" : "pending", attempts: 0 },
  }) as unknown as JobRecord;

export const isFinal = (state: JobState): boolean => state !== "queued" && state !== "running";

const CONTENT_FIELDS = Object.keys(content) as (keyof typeof content)[];

/** What all rows share. */
export const contentOf = (request: KitRequest | BatchRequest) =>
  Object.fromEntries(
    CONTENT_FIELDS.flatMap((field) => (request[field] === undefined ? [] : [[field, request[field]]])),
  );
