import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { diagnose } from "../../../../src/base/diagnostic.ts";
import { canonicalJson, sha256 } from "../../../../src/base/hash.ts";
import { readManifest } from "../../../../src/run/manifest.ts";
import { type RowEntry, RunManifest } from "../../../../src/run/merge/run-manifest.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-run-manifest-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** With words that look like what the manifest looks for. */
const entry = (name: string, row: number): RowEntry => ({
  file: `${name}#page=${row}&row=${row}`,
  row,
  ...{ template: "name-card", format: "name-card-86x54", theme: "vuon-len", campaign: "gdnn-2026" },
  ...{ institution: `Trường "sha256":"${row}`, page: null, files: 1, inputs: "a", engine: "0.1.0" },
  ...{ size: 10, ms: null },
  diagnostics: [diagnose("preflight.overflow", { frame: `"sha256":"ô ${row}`, excess: 3 }, { row })],
});
const part = (name: string) => ({
  file: join(folder, name),
  sha256: sha256(name),
  pages: 1,
  rows: 1,
  bytes: 1,
});

test("every row has the hash of its file, in any number of blocks and files", async () => {
  const manifest = new RunManifest(join(folder, "in #1.pdf"));
  const rows = Array.from({ length: 600 }, (_, i) => entry(`in #1-000${1 + Math.trunc(i / 250)}.pdf`, i + 1));
  for (const row of rows) {
    manifest.add(row);
    await manifest.write();
  }
  const parts = [1, 2, 3].map((number) => `in #1-000${number}.pdf`);
  const file = await manifest.finish(parts.map(part));
  expect(file).toBe(join(folder, "in #1.manifest.jsonl"));
  const hashed = rows.map((row, i) => ({ ...row, sha256: sha256(parts[Math.trunc(i / 250)]!) }));
  expect(await readFile(file!, "utf8")).toBe(hashed.map((each) => `${canonicalJson(each)}\n`).join(""));
  const { entries, diagnostics, isWhole } = await readManifest(file!);
  expect([entries.size, diagnostics, isWhole]).toEqual([600, [], true]);
});

test("a run without rows has none; one that is given up leaves nothing", async () => {
  expect(await new RunManifest(join(folder, "none.pdf")).finish([])).toBeNull();
  const manifest = new RunManifest(join(folder, "run.pdf"));
  for (let row = 1; row <= 200; row++) manifest.add(entry("run.pdf", row));
  await manifest.write();
  expect(await readdir(folder)).toHaveLength(1);
  await manifest.discard();
  expect(await readdir(folder)).toEqual([]);
});

test("where no file can be, that is told", async () => {
  await writeFile(join(folder, "file"), "");
  const manifest = new RunManifest(join(folder, "file/run.pdf"));
  manifest.add(entry("run.pdf", 1));
  await expect(manifest.finish([part("run.pdf")])).rejects.toThrow("output.cannot-write");
});
