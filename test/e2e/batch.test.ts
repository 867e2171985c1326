/** `anpham batch` as a user runs it. `npm run build` makes the binary. */

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read, utils, write } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sha256 } from "../../src/base/hash.ts";
import { FOLDER_LOCK } from "../../src/run/folder-lock.ts";
import { MANIFEST, readManifest } from "../../src/run/manifest.ts";
import { run, testWith } from "../support/judges.ts";

const binary = join(import.meta.dirname, "../../dist/cli/main.js");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-batch-"));
});
afterAll(() => rm(folder, { recursive: true }));

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const batchOf = (rows: string, out: string, ...more: readonly string[]) => [
  ...[binary, "batch", "name-card", "--format", "name-card-86x54", "--as", "png"],
  ...["--institution", "cd-y-te", "--rows", rows, "--out", out, "--lang", "en", ...more],
];

const batch = (rows: string, out: string, ...more: readonly string[]): Promise<Run> =>
  new Promise((done) => {
    execFile(process.execPath, batchOf(rows, out, ...more), { cwd: folder }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === "number" ? error.code : -1) : 0;
      done({ code, stdout, stderr });
    });
  });

const COUNT = 24;
const people = (count = COUNT): string[] => Array.from({ length: count }, (_, i) => `Nguyễn Thị ${i + 1}`);
const writeRows = (name: string, names: readonly string[]) =>
  writeFile(join(folder, name), ["Họ và tên;Danh xưng", ...names.map((each) => `"${each}";Cô`)].join("\r\n"));

/** Names and contents of the files of a run. */
async function filesIn(out: string): Promise<ReadonlyMap<string, string>> {
  const files = await readdir(join(folder, out));
  const names = files.filter((name) => name !== MANIFEST && name !== FOLDER_LOCK).sort();
  const hashes = await Promise.all(
    names.map(async (name) => sha256(await readFile(join(folder, out, name)))),
  );
  return new Map(names.map((name, i) => [name, hashes[i]!]));
}
const manifestOf = async (out: string) => [
  ...(await readManifest(join(folder, out, "manifest.jsonl"))).entries.values(),
];

describe("a run of people", () => {
  let whole: ReadonlyMap<string, string>;
  beforeAll(async () => {
    await writeRows("people.csv", people());
    expect((await batch("people.csv", "whole", "--workers", "2", "--name", "{person.name}")).code).toBe(0);
    whole = await filesIn("whole");
  }, 120_000);

  test("has a file a row, and a manifest that knows every one", async () => {
    expect([...whole.keys()]).toContain("Nguyễn-Thị-24.png");
    expect(new Set(whole.values()).size).toBe(COUNT);
    const entries = await manifestOf("whole");
    expect(entries.map(({ row }) => row)).toEqual(Array.from({ length: COUNT }, (_, i) => i + 1));
    for (const { file, sha256: hash } of entries) expect(whole.get(file)).toBe(hash);
  });

  test("comes out the same on one worker", async () => {
    await batch("people.csv", "single", "--workers", "1", "--name", "{person.name}");
    expect(await filesIn("single")).toEqual(whole);
    const told = async (out: string) => (await manifestOf(out)).map(({ ms, ...rest }) => rest);
    expect(await told("single")).toEqual(await told("whole"));
  });

  test("killed with -9 in the middle, goes on and ends like one that was not", async () => {
    const args = batchOf("people.csv", "killed", "--workers", "2", "--name", "{person.name}");
    const child = spawn(process.execPath, args, { cwd: folder, stdio: "ignore" });
    const ended = once(child, "close");
    const isPiece = (name: string) => name.endsWith(".png");
    const made = async () => (await readdir(join(folder, "killed")).catch(() => [])).filter(isPiece).length;
    while ((await made()) < COUNT / 3) await new Promise((next) => setTimeout(next, 5));
    child.kill("SIGKILL");
    expect(await ended).toEqual([null, "SIGKILL"]);
    // What has its name is whole, and what the manifest knows is there.
    const left = new Map([...(await filesIn("killed"))].filter(([name]) => isPiece(name)));
    for (const [name, hash] of left) expect(whole.get(name)).toBe(hash);
    const known = await manifestOf("killed");
    for (const { file, sha256: hash } of known) expect(left.get(file)).toBe(hash);

    const { code, stdout } = await batch("people.csv", "killed", "--workers", "2", "--name", "{person.name}");
    expect(code).toBe(0);
    expect(stdout).toContain(`${COUNT - known.length} rows rendered, ${known.length} kept`);
    expect(await filesIn("killed")).toEqual(whole);
    expect(await manifestOf("killed")).toHaveLength(COUNT);
  });

  test("with one row changed, renders that row", async () => {
    const rows = people();
    rows[4] = "Trần Văn Mới";
    await writeRows("changed.csv", rows);
    const { code, stdout } = await batch("changed.csv", "whole", "--json", "--name", "{row}-{slug}");
    expect(code).toBe(0);
    // Another name pattern makes other files of all rows, and the old ones are named.
    expect(JSON.parse(stdout)).toMatchObject({ rendered: COUNT, kept: 0 });
    expect(JSON.parse(stdout).diagnostics).toMatchObject([{ code: "run.leftover-files" }]);
    rows[4] = people()[4]!;
    await writeRows("changed.csv", rows);
    const again = await batch("changed.csv", "whole", "--json", "--name", "{row}-{slug}");
    expect(JSON.parse(again.stdout)).toMatchObject({ rendered: 1, kept: COUNT - 1, files: 1 });
  });

  test("interrupted, finishes what was begun and says that it was stopped", async () => {
    await writeRows("many.csv", people(400));
    const child = spawn(process.execPath, batchOf("many.csv", "many", "--workers", "1"), {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const ended = once(child, "close");
    while ((await filesIn("many").catch(() => new Map())).size === 0) {
      await new Promise((next) => setTimeout(next, 20));
    }
    child.kill("SIGINT");
    expect((await ended)[0]).toBe(1);
    const files = await filesIn("many");
    expect([...files.keys()].filter((name) => name.endsWith(".tmp"))).toEqual([]);
    expect(new Set((await manifestOf("many")).map(({ file }) => file))).toEqual(new Set(files.keys()));
    expect(files.size).toBeLessThan(200);
  });
});

test("hostile names stay in the folder, bad rows are told, the exit code is 3", async () => {
  const names = ["../../../etc/passwd", "a/b", "CON", "x".repeat(70), "\u202egnp.exe", "An", "An"];
  await writeRows("hostile.csv", [...people(1), ...names, "#REF!"]);
  const { code, stderr } = await batch("hostile.csv", "hostile", "--name", "{person.name}");
  expect(code).toBe(3);
  expect([...(await filesIn("hostile")).keys()]).toEqual(
    [
      "Nguyễn-Thị-1.png",
      "etc-passwd.png",
      "a-b.png",
      "row-4.png",
      `${"x".repeat(70)}.png`,
      "gnp-exe.png",
      "An.png",
      "An-2.png",
    ].sort(),
  );
  expect(stderr).toContain("Row 9");
  expect(stderr).toContain("is taken by row 7");
  expect((await readdir(folder)).filter((name) => /passwd/.test(name))).toEqual([]);
});

describe("refused, with nothing written", () => {
  test.each([
    ["no rows", ["--rows", "nowhere.csv"], "nowhere.csv"],
    ["an unknown theme", ["--theme", "vuon-lem"], "vuon-len"],
    ["a format that the template lacks", ["--format", "a5"], "name-card-86x54"],
    ["a name that is the same for all", ["--name", "card"], "--name"],
    ["a folder in a name", ["--name", "{slug}/x"], "--name"],
    ["an unknown file type", ["--as", "doc"], "--as"],
    ["no worker", ["--workers", "0"], "--workers"],
    ["data that is a list", ["--data", "list.json"], "list.json"],
    ["columns of single files", ["--n-up", "2x1"], "--merge"],
  ])("%s", async (_, args, word) => {
    await writeRows("one.csv", people(1));
    await writeFile(join(folder, "list.json"), "[1, 2]");
    const { code, stderr } = await batch("one.csv", "no", ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(word);
    expect(stderr).not.toMatch(/^\s+at /m);
    await expect(readdir(join(folder, "no"))).rejects.toThrow();
  });

  test("a folder that is a file", async () => {
    await writeRows("one.csv", people(1));
    const { code, stderr } = await batch("one.csv", "one.csv");
    expect(code).toBe(1);
    expect(stderr).toContain("Cannot write");
  });

  test("--strict with a bad row", async () => {
    await writeRows("bad.csv", [...people(2), "#REF!"]);
    const { code, stderr } = await batch("bad.csv", "no", "--strict");
    expect(code).toBe(2);
    expect(stderr).toMatch(/Row 3[\s\S]*1 rows have errors/);
    await expect(readdir(join(folder, "no"))).rejects.toThrow();
  });
});

describe("the proof of a run", () => {
  beforeAll(async () => {
    await writeRows("faulty.csv", [...people(3), "#REF!", "Nguyễn Thị 1"]);
    await batch("faulty.csv", "proof", "--proof");
  });

  test("has the rows with what is wrong, and fed back when mended, comes out right", async () => {
    const { Sheets } = read(await readFile(join(folder, "proof/proof.xlsx")));
    const [heading, ...rows] = utils.sheet_to_json<string[]>(Sheets["Dữ liệu"]!, { header: 1, defval: "" });
    expect(heading).toEqual(["Lỗi cần sửa", "Họ và tên", "Danh xưng"]);
    expect(rows.map(([problem]) => problem !== "")).toEqual([false, false, false, true, true]);

    const mended = rows.map((row, i) => (i < 3 ? row : [row[0]!, `Lê Văn ${i}`, row[2]!]));
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([heading!, ...mended]), "Dữ liệu");
    await writeFile(join(folder, "mended.xlsx"), write(book, { type: "buffer", bookType: "xlsx" }));
    const { code, stdout } = await batch("mended.xlsx", "proof", "--proof", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ rendered: 2, kept: 3, failed: 0 });
    expect(code).toBe(0);
  });

  testWith("pdftotext")("shows every row on the contact sheet", () => {
    const text = run("pdftotext", "-layout", join(folder, "proof/contact-sheet.pdf"), "-").normalize("NFC");
    for (const words of ["Nguyễn Thị 3", "Lê Văn 4", "Dòng 5", "5 dòng", "Duyệt:"])
      expect(text).toContain(words);
  });

  test("adds up to a report", async () => {
    const out = join(folder, "report.xlsx");
    const { stdout } = await new Promise<Run>((done) => {
      const args = [binary, "report", join(folder, "proof"), join(folder, "hostile/manifest.jsonl")];
      execFile(process.execPath, [...args, "--out", out, "--csv", "--json"], (_, text, stderr) =>
        done({ code: 0, stdout: text, stderr }),
      );
    });
    const entries = [...(await manifestOf("proof")), ...(await manifestOf("hostile"))];
    const { total, institutions } = JSON.parse(stdout);
    expect(total).toMatchObject({
      files: entries.length,
      bytes: entries.reduce((sum, { size }) => sum + size, 0),
    });
    expect(institutions).toMatchObject([{ name: "Trường CĐ Y tế" }]);
    expect(read(await readFile(out)).SheetNames).toHaveLength(4);
    expect(await readFile(join(folder, "report.csv"), "utf8")).toContain("Trường CĐ Y tế");
  });
});

describe("all rows in one PDF", () => {
  const merged = (...more: readonly string[]) =>
    new Promise<Run>((done) => {
      const args = ["batch", "name-card", "--format", "name-card-86x54", "--institution", "cd-y-te"];
      const rows = ["--profile", "digital", "--rows", "merged.csv", "--lang", "en", "--json", ...more];
      execFile(process.execPath, [binary, ...args, ...rows], { cwd: folder }, (error, stdout, stderr) =>
        done({ code: error ? Number(error.code) : 0, stdout, stderr }),
      );
    });
  beforeAll(() => writeRows("merged.csv", [...people(5), "#REF!", "Nguyễn Thị 2"]));

  testWith("pdftotext")("has the good rows in their order and tells the others", async () => {
    const { code, stdout } = await merged("--merge", "run/all.pdf");
    expect(code).toBe(3);
    const { written, rendered, failed, reports } = JSON.parse(stdout);
    expect({ written, rendered, failed }).toEqual({
      written: ["run/all.pdf", "run/all.manifest.jsonl"],
      rendered: 6,
      failed: 1,
    });
    expect(
      reports.map(({ row, diagnostics }: { row: number; diagnostics: { code: string }[] }) => [
        row,
        ...diagnostics.map((each) => each.code),
      ]),
    ).toEqual([
      [6, "rows.error-cell"],
      [7, "run.duplicate-row"],
    ]);
    const text = run("pdftotext", join(folder, "run/all.pdf"), "-").normalize("NFC");
    expect(text.match(/Nguyễn Thị \d/g)).toEqual([1, 2, 3, 4, 5, 2].map((number) => `Nguyễn Thị ${number}`));
  });

  test("is parted where asked, and goes with nothing that is about single files", async () => {
    const { stdout } = await merged("--merge", "run/part.pdf", "--split", "4", "--profile", "offset");
    expect(JSON.parse(stdout).written).toEqual([
      ...["run/part-0001.pdf", "run/part-0002.pdf"],
      "run/part.manifest.jsonl",
    ]);
    const { entries } = await readManifest(join(folder, "run/part.manifest.jsonl"));
    const places = [1, 2, 3, 4].map((page) => `part-0001.pdf#page=${page}&row=${page}`);
    expect([...entries.keys()]).toEqual([
      ...places,
      "part-0002.pdf#page=1&row=5",
      "part-0002.pdf#page=2&row=7",
    ]);
    for (const { file, sha256: hash } of entries.values()) {
      expect(hash).toBe(sha256(await readFile(join(folder, "run", file.split("#")[0]!))));
    }
    for (const { size } of entries.values()) expect(size).toBeGreaterThan(100);
    const again = await merged("--merge", "run/part.pdf", "--split", "40", "--profile", "offset");
    expect(again.stdout).toContain(
      "1 files of an earlier run do not belong to these rows any more: part-0002.pdf",
    );
    expect(await merged("--merge", "run/no.pdf", "--proof")).toMatchObject({ code: 2 });
    expect(await merged("--merge", "run/no.pdf", "--out", "x")).toMatchObject({ code: 2 });
    expect(await merged("--merge", "run/no.pdf", "--name", "{slug}-{format}")).toMatchObject({ code: 2 });
  });
});
