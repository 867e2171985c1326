/** Sends the webhooks of finished jobs, again and again for a while when the other side does not take them. */

import { jobBody } from "./job-body.ts";
import type { JobRecord } from "./job-record.ts";
import { callWebhook, type WebhookRules } from "./webhook.ts";

export interface Notifier {
  /** Does nothing for a job without webhook. */
  notify(job: JobRecord): void;
  close(): void;
}

export interface NotifierOptions {
  readonly rules: WebhookRules;
  /** Notes in the job how it went. */
  readonly note: (id: string, webhook: JobRecord["webhook"]) => Promise<void>;
  readonly now: () => number;
  /** Hex. */
  readonly sign: (owner: string, text: string) => string;
  readonly call?: typeof callWebhook;
}

/** Before the first, second … repetition, ms. */
const PAUSES = [5000, 30_000, 5 * 60_000, 30 * 60_000];

export function openNotifier({ rules, note, now, sign, call = callWebhook }: NotifierOptions): Notifier {
  const timers = new Set<NodeJS.Timeout>();
  const attempt = async (job: JobRecord): Promise<void> => {
    const url = job.request.webhook;
    if (url === null || job.webhook.state !== "pending") return;
    const body = JSON.stringify(jobBody(job));
    const time = Math.floor(now() / 1000);
    const signature = `t=${time},v1=${sign(job.owner, `${time}.${body}`)}`;
    const isTaken = await call({ url, body, signature }, rules).catch(() => false);
    const attempts = job.webhook.attempts + 1;
    const isLast = attempts > PAUSES.length;
    const state = isTaken ? "delivered" : isLast ? "failed" : "pending";
    const webhook: JobRecord["webhook"] = { state, attempts };
    const after = { ...job, webhook };
    await note(job.id, webhook);
    if (state !== "pending") return;
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        void attempt(after);
      },
      PAUSES[attempts - 1],
    );
    timer.unref();
    timers.add(timer);
  };
  return {
    notify: (job) => void attempt(job),
    close() {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
