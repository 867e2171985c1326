import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sha256 } from "../../../../src/base/hash.ts";
import { type CacheOptions, openPieceCache } from "../../../../src/http/cache/piece-cache.ts";
import type { RenderResult } from "../../../../src/run/render-job.ts";

let folder = "";
let faults: string[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-cache-"));
  faults = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (options: Partial<CacheOptions> = {}) =>
  openPieceCache({
    ...{ folder: join(folder, "cache"), disk: 1e6, memory: 0, now: () => 0 },
    onFault: (fault) => faults.push(fault),
    ...options,
  });
const piece = (text: string, size = 1000): RenderResult => {
  const bytes = new Uint8Array(Buffer.from(text.padEnd(size, ".")));
  return {
    artifacts: [{ mediaType: "image/png", parts: [bytes], sha256: sha256(bytes), page: 1 }],
    diagnostics: [],
    timings: { layout: 3 },
  };
};
const tag = (name: string) => sha256(name);
const files = async () =>
  (await readdir(join(folder, "cache"), { recursive: true })).filter((name) => /[\da-f]{64}/.test(name));

test("what is found is what was kept, also by the next service", async () => {
  const cache = await open();
  await cache.keep(tag("a"), piece("một"));
  expect(await cache.find(tag("a"))).toEqual({ tag: tag("a"), source: "disk", ...piece("một") });
  const next = await open();
  expect(await next.find(tag("a"))).toMatchObject({ source: "disk", timings: { layout: 3 } });
  expect(await next.find(tag("b"))).toBeNull();
});

test("the bound holds: what was longest unused goes", async () => {
  const cache = await open({ disk: 4000 });
  for (const name of ["a", "b", "c"]) await cache.keep(tag(name), piece(name));
  await cache.find(tag("a"));
  for (const name of ["d", "e"]) await cache.keep(tag(name), piece(name));
  expect(cache.size()).toBeLessThanOrEqual(4000);
  expect(await cache.find(tag("b"))).toBeNull();
  expect(await cache.find(tag("e"))).not.toBeNull();
  await expect.poll(async () => (await files()).length).toBeLessThanOrEqual(3);
  const whole = piece("quá lớn", 5000);
  await cache.keep(tag("f"), whole);
  expect(await cache.find(tag("f"))).toBeNull();
});

test.each([
  [
    "a turned bit",
    (bytes: Buffer) => bytes.fill(bytes[bytes.length - 9]! ^ 1, bytes.length - 9, bytes.length - 8),
  ],
  ["a missing end", (bytes: Buffer) => bytes.subarray(0, -1)],
  ["something behind it", (bytes: Buffer) => Buffer.concat([bytes, Buffer.from("x")])],
  [
    "a changed description",
    (bytes: Buffer) => Buffer.from(bytes.toString("latin1").replace("image/png", "text/html"), "latin1"),
  ],
  ["nothing", () => Buffer.alloc(0)],
  ["another file", () => Buffer.from("not a piece\n")],
])("a file with %s is removed, not served", async (_, damage) => {
  const cache = await open();
  await cache.keep(tag("a"), piece("một"));
  const [name] = await files();
  const path = join(folder, "cache", name!);
  await writeFile(path, damage(await readFile(path)));
  expect(await cache.find(tag("a"))).toBeNull();
  expect([faults, await files()]).toEqual([["damaged"], []]);
});

test("a piece of one name is not served under another", async () => {
  const cache = await open();
  await cache.keep(tag("a"), piece("một"));
  await cache.keep(tag("b"), piece("hai"));
  const path = (name: string) => join(folder, "cache", tag(name).slice(0, 2), tag(name));
  await writeFile(path("b"), await readFile(path("a")));
  expect(await cache.find(tag("b"))).toBeNull();
});

test("a disk that takes nothing costs nothing but a rendering", async () => {
  // A file where the folder should be: every write fails, as on a full disk.
  await writeFile(join(folder, "full"), "");
  const cache = await open({ folder: join(folder, "full") });
  await cache.keep(tag("a"), piece("một"));
  expect(faults).toEqual(["unwritable"]);
  expect(await cache.find(tag("a"))).toBeNull();
  const remembering = await open({ folder: join(folder, "full"), memory: 1e6 });
  await remembering.keep(tag("a"), piece("một"));
  expect(await remembering.find(tag("a"))).toMatchObject({ source: "memory" });
});

test("half-written files of an earlier service are removed", async () => {
  await (await open()).keep(tag("a"), piece("một"));
  const shelf = join(folder, "cache", tag("a").slice(0, 2));
  await writeFile(join(shelf, `${tag("a")}.1.2.tmp`), "half");
  await open();
  expect(await readdir(shelf)).toEqual([tag("a")]);
});
