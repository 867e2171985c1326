import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeAll, expect, test } from "vitest";
import { AnphamError } from "../../../src/base/diagnostic.ts";
import { packageRoot } from "../../../src/base/package-root.ts";
import { type Artifact, whole } from "../../../src/model/artifact.ts";
import { packageFolders } from "../../../src/package-folders.ts";
import { createEngine } from "../../../src/render.ts";
import { openPool, type PoolOptions, type RenderPool } from "../../../src/run/pool.ts";
import type { RenderJob } from "../../../src/run/render-job.ts";

const folders = { ...packageFolders(), templates: join(packageRoot(), "test/fixtures/run-templates") };

let pool: RenderPool;
const open = (options: Partial<PoolOptions> = {}) => {
  pool = openPool({ workers: 1, ...options });
  return pool;
};
afterEach(() => pool.close());

const request = (template: string, text = "Một") => ({
  template,
  format: "a5",
  institution: "cd-y-te",
  as: "png" as const,
  ppi: 20,
  data: { message: { text } },
});
const job = (template: string, text?: string): RenderJob => ({
  folders,
  requests: [request(template, text)],
});
const codes = async (result: ReturnType<RenderPool["run"]>) =>
  result.then(
    ([first]) => (first!.artifacts.length > 0 ? "rendered" : first!.diagnostics.map(({ code }) => code)),
    (thrown: unknown) => {
      if (!(thrown instanceof AnphamError)) throw thrown;
      return `rejected: ${thrown.diagnostics[0]!.code}`;
    },
  );

test("gives the bytes that an engine of this thread gives", async () => {
  const [result] = await open().run(job("plain"));
  const here = await (await createEngine(folders)).render(request("plain"));
  const plain = (artifact: Artifact) => ({ ...artifact, bytes: new Uint8Array(artifact.bytes) });
  expect(result!.artifacts.map(whole).map(plain)).toEqual(here.artifacts.map(plain));
  expect(result!.timings.layout).toBeGreaterThan(0);
});

test("the requests of one job come back in their order, a wrong one among them", async () => {
  const requests = [
    request("plain"),
    { ...request("plain"), format: "A5" },
    { ...request("plain"), as: "pdf" as const },
  ];
  const results = await open().run({ folders, requests });
  expect(
    results.map(({ artifacts, diagnostics }) => artifacts[0]?.mediaType ?? diagnostics[0]!.code),
  ).toEqual(["image/png", "request.unknown-id", "application/pdf"]);
});

test.each([
  ["runs out of memory", "hungry"],
  ["ends", "quits"],
])("a worker that %s fails its own job and is replaced", async (_, template) => {
  open({ heapMb: 160 });
  const jobs = [job("plain"), job(template), job("plain", "Hai")].map((each) => codes(pool.run(each)));
  expect(await Promise.all(jobs)).toEqual(["rendered", ["run.worker-died"], "rendered"]);
});

test("an abort stops a job that would never end, and the next one runs", async () => {
  open();
  const controller = new AbortController();
  const endless = codes(pool.run(job("endless"), controller.signal));
  const waiting = new AbortController();
  const never = codes(pool.run(job("plain"), waiting.signal));
  const next = codes(pool.run(job("plain")));
  setTimeout(() => controller.abort(), 400);
  waiting.abort();
  expect(await Promise.all([endless, never, next])).toEqual([
    "rejected: run.cancelled",
    "rejected: run.cancelled",
    "rendered",
  ]);
});

test("a job that nobody stops is stopped when its time is over, and the others run", async () => {
  open({ mostSeconds: 1.5 });
  const jobs = ["plain", "endless", "plain"].map((template) => codes(pool.run(job(template))));
  expect(await Promise.all(jobs)).toEqual(["rendered", ["run.too-long"], "rendered"]);
});

test("no more jobs wait than allowed", async () => {
  open({ queue: 2 });
  const jobs = [1, 2, 3, 4].map((each) => codes(pool.run(job("plain", `${each}`))));
  expect(await Promise.all(jobs)).toEqual(["rendered", "rendered", "rendered", "rejected: run.queue-full"]);
});

test("closing cancels what waits and what runs", async () => {
  open();
  const jobs = ["endless", "plain"].map((template) => codes(pool.run(job(template))));
  await pool.close();
  expect(await Promise.all(jobs)).toEqual(["rejected: run.cancelled", "rejected: run.cancelled"]);
  expect(await codes(pool.run(job("plain")))).toBe("rejected: run.cancelled");
});

test("a long run is taken as there is room, and comes in order through renewals of the workers", async () => {
  open({ workers: 2, jobsBeforeRenewal: 3 });
  let taken = 0;
  let finished = 0;
  let ahead = 0;
  function* jobs() {
    for (let i = 0; i < 30; i++) {
      taken++;
      ahead = Math.max(ahead, taken - finished);
      // The first ones are heavier, so that later ones overtake them.
      yield {
        ...job("plain", `Số ${i}`),
        number: i,
        requests: [{ ...request("plain", `Số ${i}`), ppi: i % 7 === 0 ? 200 : 20 }],
      };
    }
  }
  const order: number[] = [];
  for await (const { job: done, results } of pool.each(jobs())) {
    finished++;
    expect(results[0]!.artifacts).toHaveLength(1);
    order.push(done.number);
  }
  expect(order).toEqual([...Array(30).keys()]);
  expect(ahead).toBeLessThanOrEqual(9);
});

test("an aborted run yields what was begun and takes no more", async () => {
  open();
  const controller = new AbortController();
  const done: string[] = [];
  const endless = function* () {
    for (let i = 0; ; i++) yield { ...job("plain", `Số ${i}`), name: `${i}` };
  };
  for await (const { job: each } of pool.each(endless(), controller.signal)) {
    done.push(each.name);
    if (done.length === 2) controller.abort();
  }
  expect(done.length).toBeLessThanOrEqual(4);
  expect(done).toEqual(done.map((_, i) => `${i}`));
});

test("folders that are not there are a finding, not a crash", async () => {
  const missing = { ...folders, templates: "/không/có" };
  expect(await codes(open().run({ folders: missing, requests: [request("plain")] }))).toEqual([
    "request.unreadable-file",
  ]);
});

beforeAll(() => readFile(join(packageRoot(), "dist/run/worker.js")));

test("who waits goes before a run, and the run goes on all the same", async () => {
  open({ workers: 1 });
  const order: string[] = [];
  const note = (name: string) => () => order.push(name);
  const never = new AbortController().signal;
  // The thread starts with the first; all others wait behind it.
  const first = pool.run(job("plain", "đầu"));
  const later = [1, 2].map((i) => pool.later(job("plain", `lô ${i}`), never).then(note(`run ${i}`)));
  const urgent = Array.from({ length: 9 }, (_, i) => pool.run(job("plain", `gấp ${i}`)).then(note("urgent")));
  await Promise.all([first, ...later, ...urgent]);
  // Three more after the first, then one of the run; four more, then the other.
  expect(order.indexOf("run 1")).toBe(3);
  expect(order.indexOf("run 2")).toBe(8);
  expect(order.at(-1)).toBe("urgent");
});

test("a job of a run is taken back as long as it waits", async () => {
  open({ workers: 1 });
  const drop = new AbortController();
  const first = pool.run(job("slow"));
  const waiting = pool.later(job("plain"), drop.signal);
  drop.abort();
  await expect(waiting).rejects.toThrow("run.cancelled");
  expect((await first)[0]!.artifacts).toHaveLength(1);
});

test("all jobs of a signal are taken back with it, and none of another", async () => {
  open({ workers: 1 });
  const [dropped, kept] = [new AbortController(), new AbortController()];
  const first = pool.run(job("slow"));
  const waiting = [pool.later(job("plain"), dropped.signal), pool.later(job("plain"), dropped.signal)];
  const other = pool.later(job("plain"), kept.signal);
  dropped.abort();
  expect((await Promise.allSettled(waiting)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect((await first)[0]!.artifacts).toHaveLength(1);
  expect((await other)[0]!.artifacts).toHaveLength(1);
});

test("a worker that was prepared renders the same, also when what it should load is not there", async () => {
  const plain = await open().run(job("plain"));
  await pool.close();
  for (const preparation of [
    { folders, template: "plain", profile: "offset" },
    { folders, template: "nobody", profile: "nothing" },
    { folders, template: null, profile: null },
  ]) {
    open().prepare(preparation);
    const [result] = await pool.run(job("plain"));
    expect(result!.artifacts).toEqual(plain[0]!.artifacts);
    await pool.close();
  }
});

test("a prepared pool closes at once, its workers still loading", async () => {
  open({ workers: 2 }).prepare({ folders, template: "plain", profile: "offset" });
  const start = performance.now();
  await pool.close();
  expect(await codes(pool.run(job("plain")))).toBe("rejected: run.cancelled");
  expect(performance.now() - start).toBeLessThan(5000);
});
