/**
 * `Idempotency-Key`: a request that is sent again, because its answer was lost, makes no second job
 * (draft-ietf-httpapi-idempotency-key-header-07). A key counts for as long as its job is kept, among its owner's.
 */

import { fail } from "../../base/diagnostic.ts";
import { contentHash, sha256 } from "../../base/hash.ts";
import type { JobRecord, NewJob } from "./job-record.ts";

export type OnceKey = NonNullable<JobRecord["once"]>;

/** As the draft has it, a String of RFC 8941, 3.3.3; many callers leave the quotes out. */
const QUOTED = /^"((?:[ !#-[\]-~]|\\["\\])+)"$/;
const BARE = /^([!#-~]+)$/;
const LONGEST = 255;

/**
 * `null` where none was sent.
 * @param rows the file of rows
 * @throws AnphamError `service.bad-idempotency-key`
 */
export function onceKey(
  header: string | readonly string[] | undefined,
  { kind, request }: Pick<NewJob, "kind" | "request">,
  rows: Uint8Array | null,
): OnceKey | null {
  if (header === undefined) return null;
  const sent = String(header);
  const key = (QUOTED.exec(sent) ?? BARE.exec(sent))?.[1]?.replace(/\\(["\\])/g, "$1");
  if (key === undefined || key.length > LONGEST) {
    return fail("service.bad-idempotency-key", { key: sent.slice(0, 80), limit: LONGEST });
  }
  return { key, content: contentHash([kind, request, rows && sha256(rows)]) };
}

/**
 * The job that the key has made, `null` when there is none.
 * @param jobs of the owner
 * @throws AnphamError `service.idempotency-key-reused` when it has made another one
 */
export function madeBefore(jobs: readonly JobRecord[], { key, content }: OnceKey): JobRecord | null {
  const job = jobs.find(({ once }) => once?.key === key);
  if (!job) return null;
  return job.once!.content === content
    ? job
    : fail("service.idempotency-key-reused", { key: key.slice(0, 80), job: job.id });
}

/** Does what has one name one after the other: of two requests with one key, the second finds the first one's job. */
export function inSuccession(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const begun = (last.get(name) ?? Promise.resolve()).then(work, work);
    last.set(name, begun);
    try {
      return await begun;
    } finally {
      if (last.get(name) === begun) last.delete(name);
    }
  };
}
