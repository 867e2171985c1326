/** What a worker thread does for a form. It never rejects: a failure is a refusal that says why. */

import { setImmediate } from "node:timers/promises";
import { diagnosticsOf, fail } from "../../base/diagnostic.ts";
import { sha256 } from "../../base/hash.ts";
import { exportSheets } from "../../export/export.ts";
import { impose } from "../../impose/impose.ts";
import { imposeJobOf } from "../../impose/impose-job.ts";
import type { Artifact } from "../../model/artifact.ts";
import { type Engine, exportOptionsOf } from "../../render.ts";
import { resolve } from "../../resolve/resolve.ts";
import { engineFor } from "../engines.ts";
import { fitOf } from "./fit.ts";
import type {
  Check,
  CheckJob,
  Files,
  FilesJob,
  FormJob,
  FormResult,
  Picture,
  PictureJob,
} from "./form-job.ts";
import { preview } from "./preview.ts";

export async function formWork(job: FormJob): Promise<FormResult> {
  try {
    const engine = await engineFor(job.folders);
    const result = await resultOf(engine, job);
    // Native pictures are freed when the event loop turns, and only then.
    await setImmediate();
    return result;
  } catch (thrown) {
    return { kind: "refusal", diagnostics: diagnosticsOf(thrown) };
  }
}

function resultOf(engine: Engine, job: FormJob): Promise<FormResult> {
  switch (job.kind) {
    case "preview":
      return preview(engine, job);
    case "fit":
      return fitOf(engine, job);
    case "files":
      return files(engine, job);
    case "picture":
      return picture(engine, job);
    case "check":
      return check(engine, job);
  }
}

async function check({ library }: Engine, { request }: CheckJob): Promise<Check> {
  await resolve(request, library);
  return { kind: "check" };
}

/** Only the page that is asked for is drawn. */
async function picture(engine: Engine, { request, page }: PictureJob): Promise<Picture> {
  const { job, scenes } = await engine.compose(request);
  const scene = scenes[page] ?? scenes[0];
  const { value: sheets } = impose(scene ? [scene] : [], imposeJobOf(job));
  const { value: artifacts } = await exportSheets(sheets, exportOptionsOf(job));
  const [artifact] = artifacts;
  if (!artifact) fail("internal.unexpected", { reason: "no picture came out" });
  return { kind: "picture", artifact: { ...artifact, bytes: new Uint8Array(artifact.bytes) } };
}

async function files(engine: Engine, { request, ticket }: FilesJob): Promise<Files> {
  const { artifacts, diagnostics, job, sheets } = await engine.render(request);
  return {
    kind: "files",
    // Native libraries hand out memory that cannot change threads.
    artifacts: artifacts.map((each) => ({ ...each, bytes: new Uint8Array(each.bytes) })),
    ticket: ticket === null ? null : await ticketOf({ job, sheets, artifacts }, ticket),
    diagnostics,
  };
}

async function ticketOf(
  { job, sheets, artifacts }: Pick<Awaited<ReturnType<Engine["render"]>>, "job" | "sheets" | "artifacts">,
  name: string,
): Promise<Artifact> {
  const { printTicket } = await import("../../ticket/print-ticket.ts");
  const { bytes, mediaType } = await printTicket({
    job,
    sheets,
    files: artifacts.map(({ bytes: { byteLength }, sha256: hash, mediaType: type }) => ({
      name,
      bytes: byteLength,
      sha256: hash,
      mediaType: type,
    })),
    quantity: null,
  });
  return { mediaType, bytes: new Uint8Array(bytes), sha256: sha256(bytes), page: null };
}
