/** Sends the webhooks of finished jobs, again and again for a while when the other side does not take them. */

import { reasonOf } from "../../base/diagnostic.ts";
import { jobBody } from "./job-body.ts";
import type { JobRecord } from "./job-record.ts";
import { callWebhook, type WebhookAnswer, type WebhookRules } from "./webhook.ts";

export interface Notifier {
  /** Does nothing for a job without webhook. */
  notify(job: JobRecord): void;
  /** Resolves when what is being sent has its answer. What is to be sent again is left to the next service. */
  close(): Promise<void>;
}

export interface NotifierOptions {
  readonly rules: WebhookRules;
  /** The job as it is now; `null` when it was removed. */
  readonly read: (id: string) => JobRecord | null;
  /** Notes in the job how it went. */
  readonly note: (id: string, webhook: JobRecord["webhook"]) => Promise<void>;
  /** Told of every call. @param attempt counts from 1 */
  readonly onAnswer: (job: JobRecord, attempt: number, answer: WebhookAnswer) => void;
  readonly now: () => number;
  /** Hex. */
  readonly sign: (owner: string, text: string) => string;
  readonly call?: typeof callWebhook;
}

/** Before the first, second … repetition, ms. */
const PAUSES = [5000, 30_000, 5 * 60_000, 30 * 60_000];

export function openNotifier(options: NotifierOptions): Notifier {
  const { rules, read, note, onAnswer, now, sign, call = callWebhook } = options;
  const timers = new Set<NodeJS.Timeout>();
  const sending = new Set<Promise<void>>();
  let isOpen = true;

  const attempt = async (id: string): Promise<void> => {
    const job = read(id);
    const url = job?.request.webhook ?? null;
    if (!job || url === null || job.webhook.state !== "pending") return;
    const body = JSON.stringify(jobBody(job));
    const time = Math.floor(now() / 1000);
    const signature = `t=${time},v1=${sign(job.owner, `${time}.${body}`)}`;
    const answer = await call({ url, body, signature }, rules).catch(
      (thrown: unknown): WebhookAnswer => ({ verdict: "failed", reason: reasonOf(thrown) }),
    );
    const attempts = job.webhook.attempts + 1;
    onAnswer(job, attempts, answer);
    const isLast = answer.verdict === "refused" || attempts > PAUSES.length;
    const state = answer.verdict === "taken" ? "delivered" : isLast ? "failed" : "pending";
    await note(id, { state, attempts });
    if (state === "pending") again(id, PAUSES[attempts - 1]!);
  };
  const again = (id: string, pause: number) => {
    if (!isOpen) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      send(id);
    }, pause);
    timer.unref();
    timers.add(timer);
  };
  const send = (id: string) => {
    const sent = attempt(id).finally(() => sending.delete(sent));
    sending.add(sent);
  };
  return {
    notify: ({ id }) => send(id),
    async close() {
      isOpen = false;
      for (const timer of timers) clearTimeout(timer);
      await Promise.all(sending);
    },
  };
}
