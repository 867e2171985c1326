import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addressBlocks } from "../../../../src/http/access/address-blocks.ts";
import type { JobRecord } from "../../../../src/http/jobs/job-record.ts";
import { openNotifier } from "../../../../src/http/jobs/notify.ts";
import type { WebhookAnswer } from "../../../../src/http/jobs/webhook.ts";

const MINUTE = 60_000;
const finished = {
  ...{ id: "0123456789abcdef01234567", owner: "cd-y-te", key: "k", kind: "batch", state: "done" },
  request: { webhook: "https://hooks.example.vn/x" },
  progress: { done: 1, total: 1, problems: 0 },
  ...{ counts: {}, diagnostics: [], created: 0, started: 0, finished: 0 },
  webhook: { state: "pending", attempts: 0 },
} as unknown as JobRecord;

let job: JobRecord | null;
let told: string[];
beforeEach(() => {
  vi.useFakeTimers();
  job = finished;
  told = [];
});
afterEach(() => vi.useRealTimers());

/** @param answers of the other side, the last one again and again */
function open(...answers: (WebhookAnswer["verdict"] | Promise<WebhookAnswer>)[]) {
  const times: number[] = [];
  const notifier = openNotifier({
    rules: { hosts: [], allowedPrivate: addressBlocks([]) },
    read: () => job,
    note: async (_, webhook) => {
      job = job && ({ ...job, webhook } as JobRecord);
    },
    onAnswer: ({ id }, attempt, { reason }) => void told.push(`${id.slice(0, 4)} ${attempt} ${reason}`),
    now: () => 1_800_000_000_000,
    sign: (owner, text) => `${owner}:${text.length}`,
    async call() {
      times.push(Date.now());
      const answer = answers[Math.min(times.length, answers.length) - 1]!;
      return typeof answer === "string" ? { verdict: answer, reason: answer } : answer;
    },
  });
  return { notifier, times };
}

test("what is not taken is sent five times in 36 minutes, and the operator hears of each", async () => {
  const { notifier, times } = open("failed");
  notifier.notify(finished);
  await vi.advanceTimersByTimeAsync(120 * MINUTE);
  expect(times.map((time) => time - times[0]!)).toEqual([0, 5000, 35_000, 335_000, 2_135_000]);
  expect(job!.webhook).toEqual({ state: "failed", attempts: 5 });
  expect(told).toHaveLength(5);
  expect(told[4]).toBe("0123 5 failed");
});

test("what is taken is sent once", async () => {
  const { notifier, times } = open("failed", "taken");
  notifier.notify(finished);
  await vi.advanceTimersByTimeAsync(120 * MINUTE);
  expect(times).toHaveLength(2);
  expect(job!.webhook).toEqual({ state: "delivered", attempts: 2 });
});

test("a receiver that is gone is not called again", async () => {
  const { notifier, times } = open("refused");
  notifier.notify(finished);
  await vi.advanceTimersByTimeAsync(120 * MINUTE);
  expect(times).toHaveLength(1);
  expect(job!.webhook).toEqual({ state: "failed", attempts: 1 });
});

test("nothing is told of a job that was removed meanwhile", async () => {
  const { notifier, times } = open("failed");
  notifier.notify(finished);
  await vi.advanceTimersByTimeAsync(1000);
  job = null;
  await vi.advanceTimersByTimeAsync(120 * MINUTE);
  expect(times).toHaveLength(1);
});

test("a stop waits for the answer to what is being sent, and leaves the rest to the next service", async () => {
  let answer: (given: WebhookAnswer) => void = () => undefined;
  const { notifier, times } = open(new Promise<WebhookAnswer>((resolve) => (answer = resolve)));
  notifier.notify(finished);
  let isClosed = false;
  const closed = notifier.close().then(() => (isClosed = true));
  await vi.advanceTimersByTimeAsync(1000);
  expect(isClosed).toBe(false);
  answer({ verdict: "failed", reason: "503" });
  await closed;
  await vi.advanceTimersByTimeAsync(120 * MINUTE);
  expect(times).toHaveLength(1);
  expect(job!.webhook).toEqual({ state: "pending", attempts: 1 });
});
