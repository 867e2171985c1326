import { appendFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { diagnose } from "../../../src/base/diagnostic.ts";
import { type ManifestEntry, openManifest, readManifest } from "../../../src/run/manifest.ts";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-manifest-"));
  file = join(folder, "manifest.jsonl");
});
afterEach(() => rm(folder, { recursive: true }));

const entry = (name: string, row: number, more: Partial<ManifestEntry> = {}): ManifestEntry => ({
  file: name,
  row,
  template: "name-card",
  format: "name-card-86x54",
  theme: "vuon-len",
  institution: "Trường CĐ Y tế",
  campaign: "gdnn-2026",
  page: null,
  files: 1,
  inputs: "a",
  engine: "0.1.0",
  sha256: "b",
  size: 10,
  ms: 1.5,
  diagnostics: [],
  ...more,
});
const names = async () => [...(await readManifest(file)).entries.keys()];
const linesIn = async () => (await readFile(file, "utf8")).split("\n").slice(0, -1);

test("what was appended is read back, findings with their sentences", async () => {
  const told = diagnose("preflight.overflow", { frame: "tên", excess: 3 }, { page: 1 });
  const manifest = await openManifest(folder);
  await manifest.append([entry("a.pdf", 1, { diagnostics: [told] })]);
  await manifest.close();
  const { entries, diagnostics, isWhole } = await readManifest(file);
  expect([...entries.values()]).toEqual([entry("a.pdf", 1, { diagnostics: [told] })]);
  expect(diagnostics).toEqual([]);
  expect(isWhole).toBe(true);
});

test("a torn last line is no fault, and the next entry stands on a line of its own", async () => {
  const manifest = await openManifest(folder);
  await manifest.append([entry("a.pdf", 1), entry("b.pdf", 2)]);
  await manifest.close();
  for (const cut of [1, 40, 200]) {
    const whole = await readFile(file);
    await writeFile(file, whole.subarray(0, -cut));
    expect((await readManifest(file)).diagnostics).toEqual([]);
    const again = await openManifest(folder);
    await again.append([entry("b.pdf", 2)]);
    await again.close();
    expect(await names()).toEqual(["a.pdf", "b.pdf"]);
    for (const line of await linesIn()) expect(() => JSON.parse(line)).not.toThrow();
  }
});

test("a broken line in the middle is told by its number, and the others count", async () => {
  const manifest = await openManifest(folder);
  await manifest.append([entry("a.pdf", 1)]);
  await manifest.close();
  await appendFile(file, '{"file":"x"}\nkhông phải JSON\n');
  const { entries, diagnostics } = await readManifest(file);
  expect([...entries.keys()]).toEqual(["a.pdf"]);
  expect(diagnostics.map(({ message }) => message.en)).toEqual([
    `Line 2 of “${file}” cannot be read and is left out.`,
    `Line 3 of “${file}” cannot be read and is left out.`,
  ]);
  const again = await openManifest(folder);
  expect(again.previous.size).toBe(1);
  await again.close();
  expect(await linesIn()).toHaveLength(1);
});

test("in the end there is one line a file that is there, by row, the last word on it", async () => {
  const manifest = await openManifest(folder);
  await manifest.append([entry("b.pdf", 10), entry("c.pdf", 2, { sha256: "old" }), entry("a.pdf", 10)]);
  await manifest.append([entry("c.pdf", 2, { sha256: "new" }), entry("gone.pdf", 1)]);
  await manifest.finish((name) => Promise.resolve(name !== "gone.pdf"));
  const { entries } = await readManifest(file);
  expect([...entries.values()].map(({ file: name, sha256 }) => [name, sha256])).toEqual([
    ["c.pdf", "new"],
    ["a.pdf", "b"],
    ["b.pdf", "b"],
  ]);
  expect(await linesIn()).toHaveLength(3);
});

test("a folder that cannot be written is found out before anything is rendered", async () => {
  await writeFile(join(folder, "a-file"), "");
  await expect(openManifest(join(folder, "a-file", "out"))).rejects.toMatchObject({
    diagnostics: [{ code: "output.cannot-write" }],
  });
});

test("entries that come at once stand on whole lines", async () => {
  const manifest = await openManifest(folder);
  const many = Array.from({ length: 40 }, (_, i) =>
    entry(`${i}.pdf`, i + 1, { institution: "T".repeat(i * 900) }),
  );
  await Promise.all(many.map((each) => manifest.append([each, { ...each, file: `${each.file}.png` }])));
  await manifest.close();
  const { entries, diagnostics, isWhole } = await readManifest(file);
  expect([entries.size, diagnostics, isWhole]).toEqual([80, [], true]);
});
