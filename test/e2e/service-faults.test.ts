/** What happens to the service when something breaks: no wrong bytes, no lost job, and back within seconds. */

import { createHash } from "node:crypto";
import { once } from "node:events";
import { cp, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../src/base/package-root.ts";
import { FOLDER_LOCK } from "../../src/run/folder-lock.ts";
import { testWith } from "../support/judges.ts";
import { startRedis } from "../support/redis.ts";
import { endServices, type ServiceProcess, startService } from "../support/service-process.ts";
import { endWorkers, startWorker } from "../support/worker-process.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-faults-"));
});
afterEach(async () => {
  await endServices();
  await endWorkers();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const json = { "content-type": "application/json" };
const flyer = (text: string) => ({
  ...{ template: "recruitment-flyer", format: "a5", institution: "cd-y-te", as: "png", ppi: 40 },
  data: { lead: text },
});
const render = (address: string, request: object, signal?: AbortSignal) =>
  fetch(`${address}/v1/render`, {
    ...{ method: "POST", headers: json, body: JSON.stringify(request) },
    ...(signal ? { signal } : {}),
  });
const hashOf = async (answer: Response) =>
  createHash("sha256")
    .update(new Uint8Array(await answer.arrayBuffer()))
    .digest("hex");

const people = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ "person.name": `Nguyễn Văn ${i + 1}` }));
async function batch(address: string, count: number): Promise<string> {
  const body = {
    template: "certificate",
    format: "certificate-a4",
    institution: "cd-y-te",
    as: ["png"],
    rows: people(count),
  };
  const made = await fetch(`${address}/v1/batches`, {
    method: "POST",
    headers: json,
    body: JSON.stringify(body),
  });
  expect(made.status).toBe(202);
  return ((await made.json()) as { id: string }).id;
}
interface JobAnswer {
  readonly state: string;
  readonly progress: { readonly done: number };
  readonly counts: Record<string, number>;
}
const job = async (address: string, id: string) =>
  (await (await fetch(`${address}/v1/jobs/${id}`)).json()) as JobAnswer;
async function until(check: () => Promise<boolean>): Promise<void> {
  for (let i = 0; !(await check()); i++) {
    if (i > 1000) throw new Error("it does not come");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const isDone = (address: string, id: string) => async () => (await job(address, id)).state === "done";
const filesOf = (state: string, id: string) => readdir(join(state, "jobs", id, "out"));

/** Of the service's own; 0 for one that it does not tell yet. */
async function figure(address: string, name: string): Promise<number> {
  const told = await (await fetch(`${address}/metrics`)).text();
  return Number(
    told
      .split("\n")
      .find((line) => line.startsWith(`${name} `))
      ?.slice(name.length) ?? 0,
  );
}

/** As where the process ran in a container that is gone since, a while ago. */
async function leftElsewhere(place: string): Promise<void> {
  const file = join(place, FOLDER_LOCK);
  await writeFile(
    file,
    JSON.stringify({ ...JSON.parse(await readFile(file, "utf8")), host: "a1b2c3d4e5f6" }),
  );
  const past = new Date(Date.now() - 120_000);
  await utimes(file, past, past);
}

/** Services start and stop in these; each takes seconds on a busy machine. */
const LONG = 180_000;

describe("a stop under load", { timeout: LONG }, () => {
  test("what was taken on is answered in full, the job goes on in the next service", async () => {
    const state = join(folder, "sigterm");
    let service = await startService(state);
    const expected = await hashOf(await render(service.address, flyer("Một")));
    const id = await batch(service.address, 24);
    const statuses: number[] = [];
    let isOver = false;
    const client = async (number: number) => {
      for (let i = 0; !isOver; i++) {
        // Every other one is new, so that threads are busy.
        const text = i % 2 === 0 ? "Một" : `Dẫn ${number} ${i}`;
        const answer = await render(service.address, flyer(text)).catch(() => null);
        // A connection that was refused or closed before an answer is no wrong answer.
        if (!answer) return;
        statuses.push(answer.status);
        const hash = await hashOf(answer);
        if (answer.status === 200 && text === "Một") expect(hash).toBe(expected);
      }
    };
    const clients = Promise.all(Array.from({ length: 12 }, (_, i) => client(i)));
    await until(async () => (await job(service.address, id)).progress.done >= 2);
    const code = await service.end("SIGTERM");
    isOver = true;
    await clients;
    expect(code).toBe(0);
    expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(5);

    service = await startService(state);
    await until(isDone(service.address, id));
    const { counts } = await job(service.address, id);
    expect(counts.failed).toBe(0);
    expect(counts.kept).toBeGreaterThan(0);
    expect((await filesOf(state, id)).filter((name) => name.endsWith(".png"))).toHaveLength(24);
    await service.end("SIGTERM");
  });

  test("after a power cut the job goes on, and no file is half-written", async () => {
    const state = join(folder, "sigkill");
    let service = await startService(state);
    // A second one on the same folder would take its jobs for some that were left.
    await expect(startService(state)).rejects.toThrow("Another run is writing to");
    const id = await batch(service.address, 16);
    await until(async () => (await job(service.address, id)).progress.done >= 3);
    await service.end("SIGKILL");
    for (const place of ["jobs", join("jobs", id, "out")]) await leftElsewhere(join(state, place));
    service = await startService(state);
    await until(isDone(service.address, id));
    const names = await filesOf(state, id);
    expect(names.filter((name) => name.endsWith(".tmp"))).toEqual([]);
    const manifest = await readFile(join(state, "jobs", id, "out", "manifest.jsonl"), "utf8");
    const entries = manifest
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { file: string; sha256: string });
    expect(entries).toHaveLength(16);
    for (const { file, sha256 } of entries) {
      const bytes = await readFile(join(state, "jobs", id, "out", file));
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
    }
    // Watching goes on after the last event that was heard, across the restart.
    const events = await (await fetch(`${service.address}/v1/jobs/${id}/events`)).text();
    const ids = [...events.matchAll(/^id: (\d+)$/gm)].map(([, each]) => Number(each));
    expect(ids).toEqual(ids.map((_, i) => i + 1));
    const rest = await (
      await fetch(`${service.address}/v1/jobs/${id}/events`, {
        headers: { "last-event-id": String(ids.length - 1) },
      })
    ).text();
    expect([...rest.matchAll(/^id: (\d+)$/gm)].map(([, each]) => Number(each))).toEqual([ids.length]);
    await service.end("SIGTERM");
  });
});

describe("threads and files", { timeout: LONG }, () => {
  let service: ServiceProcess;
  let templates = "";
  const small = (template: string, text = "Một") => ({
    ...{ template, format: "a5", institution: "cd-y-te", as: "png", ppi: 20 },
    data: { message: { text } },
  });
  beforeAll(async () => {
    templates = join(folder, "templates");
    await cp(join(import.meta.dirname, "../fixtures/run-templates"), templates, { recursive: true });
    await cp(join(packageRoot(), "templates", "recruitment-flyer"), join(templates, "recruitment-flyer"), {
      recursive: true,
    });
  });

  test("a piece that ends its thread harms no other; one that never ends is stopped", async () => {
    service = await startService(join(folder, "threads"), { ANPHAM_TIMEOUT: "25" }, "--templates", templates);
    const expected = await hashOf(await render(service.address, small("plain")));
    const others = Array.from({ length: 10 }, (_, i) => render(service.address, small("plain", `Chữ ${i}`)));
    const dying = [render(service.address, small("quits")), render(service.address, small("quits", "Hai"))];
    const endless = render(service.address, small("endless"));
    expect((await Promise.all(others)).map(({ status }) => status)).toEqual(others.map(() => 200));
    for (const answer of await Promise.all(dying)) {
      expect(((await answer.json()) as { code: string }).code).toBe("queue.poison-job");
    }
    const late = await endless;
    expect([late.status, late.headers.get("retry-after")]).toEqual([503, "2"]);
    expect(((await late.json()) as { code: string }).code).toBe("service.timeout");
    expect(await hashOf(await render(service.address, small("plain")))).toBe(expected);
    await service.end("SIGTERM");
  });

  test("callers that leave free their places", async () => {
    const state = join(folder, "leave");
    const limits = { ANPHAM_QUEUE: "30", ANPHAM_TIMEOUT: "600" };
    service = await startService(state, limits, "--templates", templates);
    const leave = new AbortController();
    const ask = (template: string, text: string) =>
      render(service.address, small(template, text), leave.signal).catch(() => null);
    const busy = Array.from({ length: 2 }, (_, i) => ask("endless", `Mãi ${i}`));
    await until(async () => (await figure(service.address, "anpham_threads_busy")) === 2);
    const waiting = Array.from({ length: 28 }, (_, i) => ask("plain", `Đi ${i}`));
    await until(async () => (await figure(service.address, "anpham_queue_waiting")) === 28);
    leave.abort();
    await Promise.all([...busy, ...waiting]);
    expect((await render(service.address, small("plain", "Ở lại"))).status).toBe(200);
    // What is rendered is kept: nothing was for those who had gone.
    const kept = await readdir(join(state, "cache"), { recursive: true });
    expect(kept.filter((name) => /[\da-f]{64}$/.test(name))).toHaveLength(1);
    await service.end("SIGTERM");
  });

  test("more than can wait is answered 503, and soon all is well again", async () => {
    service = await startService(join(folder, "overload"), { ANPHAM_QUEUE: "5" });
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, i) => render(service.address, flyer(`Quá tải ${i}`))),
    );
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].sort()).toEqual([200, 503]);
    for (const answer of answers.filter(({ status }) => status === 503)) {
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    }
    const start = performance.now();
    expect((await render(service.address, flyer("Sau đó"))).status).toBe(200);
    expect(performance.now() - start).toBeLessThan(5000);
    await service.end("SIGTERM");
  });

  test("identical requests at one time are one rendering; damaged cache files are not served", async () => {
    const state = join(folder, "cache");
    service = await startService(state, { ANPHAM_CACHE_MEMORY_MB: "0" });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => render(service.address, flyer("Cùng"))),
    );
    const sources = answers.map(({ headers }) => headers.get("anpham-source"));
    expect(sources.filter((source) => source === "rendered")).toHaveLength(1);
    const hashes = new Set(await Promise.all(answers.map(hashOf)));
    expect(hashes.size).toBe(1);
    const cached = await render(service.address, flyer("Cùng"));
    expect(cached.headers.get("anpham-source")).toBe("disk");
    const cache = join(state, "cache");
    for (const name of await readdir(cache, { recursive: true })) {
      if (!/[\da-f]{64}$/.test(name)) continue;
      const bytes = await readFile(join(cache, name));
      bytes[bytes.length - 100]! ^= 1;
      await writeFile(join(cache, name), bytes);
    }
    const again = await render(service.address, flyer("Cùng"));
    expect([again.headers.get("anpham-source"), await hashOf(again)]).toEqual(["rendered", [...hashes][0]]);
    await service.end("SIGTERM");
  });
});

testWith("redis-server")(
  "with Redis gone in the middle, the job waits and ends, and the log says so",
  async () => {
    const redis = await startRedis();
    const state = join(folder, "redis");
    try {
      const address = redis.address(0);
      await startWorker(address, "one");
      const service = await startService(state, { ANPHAM_LOG: "warn" }, "--queue", address);
      const id = await batch(service.address, 12);
      await until(async () => (await job(service.address, id)).progress.done >= 2);
      await redis.kill();
      // Pieces on demand need no Redis.
      expect((await render(service.address, flyer("Không cần"))).status).toBe(200);
      await until(async () => service.log().includes(`"job":"${id}","code":"queue.lost"`));
      await redis.restart();
      await until(isDone(service.address, id));
      expect((await job(service.address, id)).counts).toMatchObject({ rows: 12, failed: 0 });
      expect((await filesOf(state, id)).filter((name) => name.endsWith(".png"))).toHaveLength(12);
      await service.end("SIGTERM");
    } finally {
      await redis.stop();
    }
  },
);

test("with no Redis at its address, pieces are rendered, jobs wait, and the log says why", async () => {
  const listening = createServer().listen(0, "127.0.0.1");
  await once(listening, "listening");
  const { port } = listening.address() as AddressInfo;
  listening.close();
  await once(listening, "close");
  const address = `redis://:hush@127.0.0.1:${port}`;
  const service = await startService(join(folder, "no-redis"), { ANPHAM_LOG: "warn" }, "--queue", address);
  const id = await batch(service.address, 1);
  await until(async () => service.log().includes(`"job":"${id}","code":"queue.unreachable"`));
  expect(service.log()).toContain(`127.0.0.1:${port}`);
  expect(service.log()).not.toContain("hush");
  const waiting = await (await fetch(`${service.address}/v1/jobs/${id}`)).text();
  expect(JSON.parse(waiting)).toMatchObject({
    state: "queued",
    diagnostics: [{ code: "service.queue-away" }],
  });
  expect(waiting).not.toContain(String(port));
  expect((await render(service.address, flyer("Không cần Redis"))).status).toBe(200);
  await service.end("SIGTERM");
}, 60_000);
