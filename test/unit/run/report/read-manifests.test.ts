import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AnphamError } from "../../../../src/base/diagnostic.ts";
import { readManifests } from "../../../../src/run/report/read-manifests.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-report-"));
  await writeFile(join(folder, "good.jsonl"), "");
});
afterAll(() => rm(folder, { recursive: true }));
const paths = (...names: readonly string[]) => names.map((name) => join(folder, name));

test("a manifest that is given twice counts once", async () => {
  expect(await readManifests(paths("good.jsonl", "good.jsonl"))).toHaveLength(1);
});

test("of several that cannot be read, each is told", async () => {
  const thrown = await readManifests(paths("a.jsonl", "good.jsonl", "b.jsonl")).catch((error) => error);
  expect(thrown).toBeInstanceOf(AnphamError);
  expect((thrown as AnphamError).diagnostics.map(({ code, where }) => [code, where.file])).toEqual(
    paths("a.jsonl", "b.jsonl").map((file) => ["request.unreadable-file", file]),
  );
});
