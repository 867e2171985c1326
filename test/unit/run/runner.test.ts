/** Print runs of whoever uses the package as a library. */

import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AnphamError } from "../../../src/base/diagnostic.ts";
import type { PressSheet, RowPlace, WrittenPart } from "../../../src/index.ts";
import type { RenderRequest } from "../../../src/model/request.ts";
import { packageFolders } from "../../../src/package-folders.ts";
import { createEngine } from "../../../src/render.ts";
import { openRunner, type Runner } from "../../../src/run/runner.ts";

const folders = packageFolders();
let folder: string;
let runner: Runner;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-runner-"));
  runner = openRunner({ folders, workers: 2 });
});
afterAll(async () => {
  await runner.close();
  await rm(folder, { recursive: true });
});

const card = (i: number): RenderRequest => ({
  template: "name-card",
  format: "name-card-86x54",
  institution: "cd-y-te",
  data: { institution: { name: { text: `Trường Trung cấp số ${i}` } } },
});
const cards = (count: number) => Array.from({ length: count }, (_, i) => card(i));
const unstopped = new AbortController().signal;
const codeOf = (thrown: unknown) => thrown instanceof AnphamError && thrown.diagnostics[0]!.code;

test("pieces come in the order of their requests, with the bytes that an engine makes of them", async () => {
  const engine = await createEngine(folders);
  let next = 0;
  for await (const { request, artifacts } of runner.each(cards(12), unstopped)) {
    expect(request).toEqual(card(next++));
    const own = await engine.render(request);
    expect(Buffer.compare(artifacts[0]!.bytes, own.artifacts[0]!.bytes)).toBe(0);
  }
  expect(next).toBe(12);
});

test("a piece that cannot be rendered is told, and holds up no other", async () => {
  const requests = [card(0), { ...card(1), format: "khong-co" }, card(2)];
  const files: number[] = [];
  for await (const { artifacts, diagnostics } of runner.each(requests, unstopped)) {
    files.push(artifacts.length);
    if (artifacts.length === 0) expect(diagnostics[0]!.code).toBe("request.unknown-id");
  }
  expect(files).toEqual([1, 0, 1]);
});

test("runs share the threads: files of their own beside rows in one PDF", async () => {
  const merge = (name: string) =>
    runner.merge({
      rows: cards(20).map((request, i) => ({ request, title: null, number: i + 1 })),
      profile: "offset",
      file: join(folder, name),
      nUp: null,
      splitEvery: null,
      strict: false,
      title: null,
      signal: unstopped,
      onRow: () => undefined,
    });
  const alone = await merge("alone.pdf");
  expect(alone).toMatchObject({ rowsWritten: 20, rowsLeftOut: 0 });
  const beside = merge("beside.pdf");
  let pieces = 0;
  for await (const { artifacts } of runner.each(cards(8), unstopped)) pieces += artifacts.length;
  await beside;
  expect(pieces).toBe(8);
  const bytesOf = (name: string) => readFileSync(join(folder, name));
  expect(Buffer.compare(bytesOf("beside.pdf"), bytesOf("alone.pdf"))).toBe(0);
});

test("a runner that is closed fails the run that is under way", async () => {
  const closing = openRunner({ folders, workers: 1 });
  let closed: Promise<void> | null = null;
  let pieces = 0;
  const run = async () => {
    for await (const { artifacts } of closing.each(cards(40), unstopped)) {
      pieces += artifacts.length;
      closed ??= closing.close();
    }
  };
  expect(codeOf(await run().catch((error: unknown) => error))).toBe("run.cancelled");
  await closed;
  expect(pieces).toBeLessThan(40);
});

test.each([0, -1, 1.5, Number.NaN])("%s threads cannot be opened", (workers) => {
  expect(() => openRunner({ folders, workers })).toThrow(/request\.invalid-field: Field “workers”/);
});

test.each([0, 1.5])("files of %s pages cannot be written", async (splitEvery) => {
  const run = runner.merge({
    rows: [],
    profile: "offset",
    file: join(folder, "split.pdf"),
    nUp: null,
    splitEvery,
    strict: false,
    title: null,
    signal: unstopped,
    onRow: () => undefined,
  });
  await expect(run).rejects.toThrow(/request\.invalid-field: Field “splitEvery”/);
});

test("relative folders stay what they were when the process goes to another one", async () => {
  const from = process.cwd();
  const relativeFolders = {
    brand: relative(from, folders.brand),
    fonts: relative(from, folders.fonts),
    templates: [relative(from, folders.templates)],
  };
  const engine = await createEngine(relativeFolders);
  const own = openRunner({ folders: relativeFolders, workers: 1 });
  try {
    process.chdir(tmpdir());
    expect((await engine.render(card(0))).artifacts).toHaveLength(1);
    for await (const { diagnostics } of own.each([card(0)], unstopped)) expect(diagnostics).toEqual([]);
  } finally {
    process.chdir(from);
    await own.close();
  }
});

test("what goes into a print run and comes out of it has names that callers can import", async () => {
  const sheet: PressSheet = { width: 320, height: 450, gutter: 6, margin: 10 };
  const places: RowPlace[] = [];
  const { files } = await runner.merge({
    rows: cards(2).map((request, i) => ({ request, title: null, number: i + 1 })),
    profile: "offset",
    file: join(folder, "sheet.pdf"),
    nUp: { sheet, grid: null },
    splitEvery: null,
    strict: false,
    title: null,
    signal: unstopped,
    onRow: ({ place }) => place && places.push(place),
  });
  const [sheetFile]: readonly WrittenPart[] = files;
  expect(places.map(({ page }) => page)).toEqual([1, 1]);
  expect(sheetFile).toMatchObject({ rows: 2 });
});
