/**
 * What a pool's worker threads do. Their own entry point of the build: threads start from a file. A thread mostly does
 * one kind of work; the code of each is loaded by its first job.
 */

import { boxed } from "./box.ts";
import type { FieldsJob } from "./fields/fields-job.ts";
import type { FormJob } from "./form/form-job.ts";
import type { MergeJob } from "./merge/merge-job.ts";
import type { PreflightJob } from "./preflight-job.ts";
import type { Preparation } from "./preparation.ts";
import type { RenderJob } from "./render-job.ts";
import type { UploadJob } from "./upload/upload-job.ts";

export const prepare = async (preparation: Preparation) =>
  (await import("./prepare.ts")).prepare(preparation);

export default async (job: RenderJob) => (await import("./render-work.ts")).renderJob(job);

export const preflightPiece = async (job: PreflightJob) =>
  boxed(await (await import("./render-work.ts")).preflightPiece(job));

export const mergeRows = async (job: MergeJob) =>
  boxed(await (await import("./merge/merge-worker.ts")).mergeRows(job));

export const formWork = async (job: FormJob) =>
  boxed(await (await import("./form/form-work.ts")).formWork(job));

export const describeTemplate = async (job: FieldsJob) =>
  boxed(await (await import("./fields/describe-template.ts")).describeTemplate(job));

export const normalisePicture = async (job: UploadJob) =>
  boxed(await (await import("./upload/normalise-picture.ts")).normalisePicture(job));
