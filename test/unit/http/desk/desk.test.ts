import { expect, test } from "vitest";
import type { PieceCache } from "../../../../src/http/cache/piece-cache.ts";
import { openDesk } from "../../../../src/http/desk/desk.ts";
import { readRequest } from "../../../../src/resolve/read-request.ts";
import type { Threads } from "../../../../src/run/pool.ts";
import type { PreflightJob, PreflightResult } from "../../../../src/run/preflight-job.ts";

const never = new AbortController().signal;
const requestFor = (format: string) =>
  readRequest({ template: "recruitment-flyer", format, institution: "cd-y-te" });

test("a template that never ends keeps nobody waiting for what it reads, and its thread is stopped", async () => {
  let stopped = 0;
  const run = (_job: unknown, stop: AbortSignal) =>
    new Promise((_, reject) => {
      stop.addEventListener("abort", () => {
        stopped++;
        reject(new Error("stopped"));
      });
    });
  const threads = { pool: () => ({ run }) } as unknown as Threads;
  const desk = openDesk({
    ...{ threads, folders: { brand: "", fonts: "", templates: "" }, cache: {} as PieceCache },
    ...{ tag: async () => "", timeout: 20, onPiece: () => undefined },
  });
  await expect(desk.describe("endless", never)).rejects.toThrow("service.timeout");
  expect(stopped).toBe(1);
});

/** Judges by the given rule, and tells how often it was asked. */
function deskOf(judge: (job: PreflightJob) => PreflightResult) {
  let asked = 0;
  const run = async (job: PreflightJob) => {
    asked++;
    return judge(job);
  };
  const threads = { pool: () => ({ run }) } as unknown as Threads;
  const desk = openDesk({
    ...{ threads, folders: { brand: "", fonts: "", templates: "" }, cache: {} as PieceCache },
    ...{ tag: async ({ format }) => format, timeout: 1000, onPiece: () => undefined },
  });
  return { desk, asked: () => asked };
}

test("a request that was judged is not laid out again, however often its link is asked for", async () => {
  const { desk, asked } = deskOf(({ request }) => ({
    ...{ pages: request.format === "a5" ? 2 : 1, diagnostics: [], timings: { layout: 3 } },
  }));
  for (let i = 0; i < 3; i++) {
    expect((await desk.preflight(requestFor("a5"), never)).pages).toBe(2);
    expect((await desk.preflight(requestFor("a4"), never)).pages).toBe(1);
  }
  expect(asked()).toBe(2);
});

test("what could not be laid out is tried again", async () => {
  let pages = 0;
  const { desk } = deskOf(() => ({ pages, diagnostics: [], timings: {} }));
  await expect(desk.preflight(requestFor("a5"), never)).rejects.toThrow();
  pages = 1;
  expect((await desk.preflight(requestFor("a5"), never)).pages).toBe(1);
});
