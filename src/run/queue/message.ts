/** What travels through Redis: plain JSON, read as carefully as any other input. Files go through the store. */

import * as z from "zod";
import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import { contentHash } from "../../base/hash.ts";
import { finding } from "../../model/finding.ts";
import { STAGES } from "../../render.ts";
import { engineFingerprint } from "./engine-fingerprint.ts";

/** Raised with every change of the shapes below. */
const VERSION = 1;

/** A job on its way to a worker. */
export const jobMessage = z.object({
  version: z.literal(VERSION),
  engine: engineFingerprint,
  requests: z.array(z.record(z.string(), z.unknown())).min(1),
  /** Files that the requests name, as they were when the job was made. */
  pictures: z.array(z.object({ file: z.string(), sha256: z.string() })),
  /** Address of the store. */
  store: z.string(),
  /** Folder there for the job's files. */
  folder: z.string().regex(/^[\da-f]+\/[\da-f]+$/),
});
export type JobMessage = z.output<typeof jobMessage>;

export const artifactReference = z.object({
  /** In the store. */
  name: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
  /** Bytes. */
  size: z.int().min(0),
  page: z.int().min(1).nullable(),
});
export type ArtifactReference = z.output<typeof artifactReference>;

/** What came of a job: one entry a request. */
export const jobAnswer = z.array(
  z.object({
    artifacts: z.array(artifactReference),
    diagnostics: z.array(finding),
    timings: z.partialRecord(z.enum(STAGES), z.number()),
  }),
);
export type JobAnswer = z.output<typeof jobAnswer>;

export const createMessage = (content: Omit<JobMessage, "version">): JobMessage => ({
  version: VERSION,
  ...content,
});

/**
 * The same work of the same run has the same name, so a run that is begun again finds what it asked for before.
 * @param run hex
 */
export function jobIdentity(
  run: string,
  work: Pick<JobMessage, "engine" | "requests" | "pictures">,
): { readonly id: string; readonly folder: string } {
  const hash = contentHash([VERSION, work.engine, work.requests, work.pictures]).slice(0, 40);
  return { id: `${run}-${hash}`, folder: `${run}/${hash}` };
}

/** Diagnostics as the reason of a failure, which is one text. */
export const failureText = (diagnostics: readonly Diagnostic[]): string => JSON.stringify(diagnostics);

/** {@link failureText} back again; anything else that ended a job is `queue.job-failed`. */
export function readFailure(text: string): readonly Diagnostic[] {
  try {
    const found = z.array(finding).min(1).safeParse(JSON.parse(text));
    if (found.success) return found.data as Diagnostic[];
  } catch {
    // Not ours.
  }
  return [diagnose("queue.job-failed", { reason: text })];
}
