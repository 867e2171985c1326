/** A job as answers and webhooks tell it. */

import type { Diagnostic } from "../../base/diagnostic.ts";
import { findingBody } from "../problem/problem.ts";
import { saidInstead } from "../problem/said-instead.ts";
import type { JobRecord } from "./job-record.ts";

const time = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

export function jobBody(job: JobRecord) {
  const { id, kind, state, progress, counts, diagnostics, created, started, finished, webhook } = job;
  const self = `/v1/jobs/${id}`;
  return {
    ...{ id, kind, state, progress, counts },
    created: time(created),
    started: time(started),
    finished: time(finished),
    diagnostics: (diagnostics as Diagnostic[]).map((each) => findingBody(saidInstead(each) ?? each)),
    webhook: webhook.state,
    links: { self, events: `${self}/events`, files: `${self}/files`, zip: `${self}.zip` },
  };
}
