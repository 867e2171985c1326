/** Merged runs, judged from outside: pages, texts, fonts, pictures and bookmarks by tools that this project did not write. */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AnphamError } from "../../../../src/base/diagnostic.ts";
import { sha256 } from "../../../../src/base/hash.ts";
import { packageFolders } from "../../../../src/package-folders.ts";
import { createEngine } from "../../../../src/render.ts";
import { MERGING } from "../../../../src/run/merge/merge-job.ts";
import {
  type FinishedRow,
  type MergeOptions,
  type MergePool,
  type MergeRow,
  type MergeSummary,
  mergeRun,
} from "../../../../src/run/merge/merge-run.ts";
import { openTaskPool } from "../../../../src/run/pool.ts";
import { readPicture, strayPixels } from "../../../support/compare.ts";
import { run, testWith } from "../../../support/judges.ts";

const ROWS = 200;
const SPLIT = 7;

let folder: string;
let whole: { file: string; summary: MergeSummary; told: FinishedRow[] };
const folders = packageFolders();

/** Eight things that differ from row to row; the eighth is what the QR code says. */
const fieldsOf = (i: number) => ({
  name: `Trường Trung cấp số ${i}`,
  monogram: `T${i % 90}`,
  governingBody: `Sở Lao động tỉnh ${i}`,
  badge: `Tuyển sinh đợt ${i}`,
  phone: `0252 3${100 + (i % 900)} ${100 + (i % 900)}`,
  address: `Số ${i} Lê Lợi, TP. Phan Thiết`,
  website: `truong${i}.example.vn`,
});
function requestOf(i: number): MergeRow["request"] {
  const { name, monogram, governingBody, badge, phone, address, website } = fieldsOf(i);
  return {
    template: "recruitment-flyer",
    format: "a5",
    institution: "cd-y-te",
    data: {
      institution: { name: { text: name }, monogram, governingBody: { text: governingBody } },
      badge: { text: badge },
      contact: { phones: [phone], addresses: [{ text: address }], website },
      qr: `https://${website}/ts`,
    },
  };
}
const rows = (count: number): MergeRow[] =>
  Array.from({ length: count }, (_, i) => ({ request: requestOf(i + 1), title: null, number: i + 1 }));

const openPool = (workers: number): MergePool => openTaskPool(MERGING, { workers });
const [one, two] = [openPool(1), openPool(2)];

async function merged(name: string, options: Partial<MergeOptions>, pool = one) {
  const file = join(folder, name);
  const told: FinishedRow[] = [];
  const summary = await mergeRun(pool, folders, {
    rows: rows(12),
    profile: "offset",
    file,
    nUp: null,
    splitEvery: null,
    strict: false,
    title: null,
    signal: new AbortController().signal,
    onRow: (row) => told.push(row),
    ...options,
  });
  return { file, summary, told };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-merge-"));
  whole = await merged("run.pdf", { rows: rows(ROWS) }, two);
}, 600_000);
afterAll(async () => {
  await Promise.all([one.close(), two.close()]);
  await rm(folder, { recursive: true });
});

const textOf = (file: string, page: number): string =>
  run("pdftotext", "-layout", "-f", `${page}`, "-l", `${page}`, file, "-").normalize("NFC");

describe("a run of 200 rows", () => {
  testWith("qpdf")("is one sound file with a page a row", () => {
    expect(run("qpdf", "--check", whole.file)).toContain("No syntax or stream encoding errors");
    expect(run("qpdf", "--show-npages", whole.file).trim()).toBe(`${ROWS}`);
    expect(whole.summary).toMatchObject({ rowsWritten: ROWS, rowsLeftOut: 0, findings: [] });
    expect(whole.summary.files).toEqual([
      {
        file: whole.file,
        pages: ROWS,
        rows: ROWS,
        bytes: statSync(whole.file).size,
        sha256: sha256(readFileSync(whole.file)),
      },
    ]);
    const numbers = rows(ROWS).map(({ number }) => number);
    expect(whole.told.map(({ number }) => number)).toEqual(numbers);
    expect(whole.told.map(({ place }) => place?.page)).toEqual(numbers);
  });

  testWith("pdftotext")("says on each page what its row says", () => {
    const pages = run("pdftotext", "-layout", whole.file, "-").normalize("NFC").split("\f");
    for (let i = 1; i <= ROWS; i++) {
      const fields = Object.values(fieldsOf(i));
      for (const field of fields) expect(pages[i - 1]!.replace(/\u00a0/g, " ")).toContain(field);
    }
  });

  testWith("pdffonts")("holds each face once", () => {
    const fonts = run("pdffonts", whole.file).trim().split("\n").slice(2);
    const faces = fonts.map((line) => line.split(" ")[0]!.replace(/^[A-Z]{6}\+/, ""));
    expect(faces.length).toBeGreaterThan(2);
    expect(new Set(faces).size).toBe(faces.length);
  });

  testWith("qpdf")("has what every page shows as one form, and small pages", () => {
    const json = JSON.parse(run("qpdf", "--json=2", "--json-key=qpdf", whole.file)) as {
      qpdf: [unknown, Record<string, { stream?: { dict: Record<string, unknown> } }>];
    };
    const streams = Object.values(json.qpdf[1]).flatMap(({ stream }) => (stream ? [stream.dict] : []));
    const forms = streams.filter((dict) => dict["/Subtype"] === "/Form");
    expect(forms.length).toBeGreaterThan(5);
    expect(forms.length).toBeLessThan(25);
    expect(statSync(whole.file).size - profileBytes(streams)).toBeLessThan(ROWS * 3072);
  });

  testWith("qpdf")("has a bookmark a row, by name, that leads to its page", () => {
    const json = JSON.parse(run("qpdf", "--json=2", "--json-key=outlines", whole.file)) as {
      outlines: { title: string; destpageposfrom1: number }[];
    };
    expect(json.outlines.map(({ title }) => title)).toEqual(
      rows(ROWS).map(({ number }) => `Trường Trung cấp số ${number}`),
    );
    expect(json.outlines.map((item) => item.destpageposfrom1)).toEqual(
      rows(ROWS).map(({ number }) => number),
    );
  });

  testWith("qpdf")("claims PDF/X-4 and has one printing condition", () => {
    const bytes = readFileSync(whole.file).toString("latin1");
    expect(bytes).toContain("<pdfxid:GTS_PDFXVersion>PDF/X-4<");
    expect(bytes.startsWith("%PDF-1.6")).toBe(true);
  });
});

/** The ICC profile, which a file of any length has once. */
const profileBytes = (streams: readonly Record<string, unknown>[]): number =>
  Number(streams.find((dict) => dict["/N"] === 4)!["/Length"] ?? 780_000);

describe("the same rows", () => {
  test("give the same bytes with one thread as with two, new or after other runs", async () => {
    const fresh = openPool(1);
    const first = await merged("first.pdf", { rows: rows(40) }, fresh);
    await merged("other.pdf", { rows: rows(60).slice(20), profile: "web" }, fresh);
    const again = await merged("again.pdf", { rows: rows(40) }, fresh);
    await fresh.close();
    const both = await merged("both.pdf", { rows: rows(40) }, two);
    for (const { file } of [again, both]) {
      expect(Buffer.compare(readFileSync(first.file), readFileSync(file))).toBe(0);
    }
  });

  test("are sent once, also to the file of a second run", async () => {
    let repeats = 0;
    const counting: MergePool = {
      ...one,
      run: (...job) => {
        repeats++;
        return one.run(...job);
      },
    };
    for (const name of ["once.pdf", "twice.pdf"]) {
      const { summary } = await merged(name, { rows: rows(24) }, counting);
      expect(summary.rowsWritten).toBe(24);
      expect(repeats).toBe(0);
    }
  });

  testWith("pdftoppm")("look as in a file of their own", async () => {
    const engine = await createEngine(folders);
    for (const page of [1, 2, 137]) {
      const { artifacts } = await engine.render({ ...requestOf(page), profile: "offset" });
      const own = join(folder, "own.pdf");
      await writeFile(own, artifacts[0]!.bytes);
      const picture = (file: string, at: number) => {
        const stem = join(folder, `picture-${at}`);
        run("pdftoppm", "-r", "120", "-f", `${at}`, "-l", `${at}`, "-singlefile", "-png", file, stem);
        return readPicture(`${stem}.png`);
      };
      expect(strayPixels(await picture(own, 1), await picture(whole.file, page), 24)).toBe(0);
    }
  });
});

describe("files of a run", () => {
  testWith(
    "qpdf",
    "pdftotext",
    "pdffonts",
  )("are split by pages, each whole by itself", async () => {
    const { summary, told } = await merged("parts/run.pdf", { splitEvery: SPLIT, rows: rows(12) });
    expect(told.map(({ place }) => place?.page)).toEqual([1, 2, 3, 4, 5, 6, 7, 1, 2, 3, 4, 5]);
    expect(summary.files.map(({ pages }) => pages)).toEqual([7, 5]);
    expect(readdirSync(join(folder, "parts"))).toEqual(["run-0001.pdf", "run-0002.pdf"]);
    const [, second] = summary.files;
    expect(run("qpdf", "--check", second!.file)).toContain("No syntax or stream encoding errors");
    expect(textOf(second!.file, 1)).toContain("Trường Trung cấp số 8");
    expect(run("pdffonts", second!.file).split("\n").length).toBeGreaterThan(4);
  });

  testWith("qpdf", "pdftotext")("show rows side by side on press sheets", async () => {
    const sheet = { width: 450, height: 320, gutter: 6, margin: 5 };
    const { file, summary } = await merged("sheets.pdf", {
      rows: rows(5),
      nUp: { sheet, grid: { columns: 2, rows: 1 } },
    });
    expect(summary.files[0]).toMatchObject({ pages: 3, rows: 5 });
    const [first, second] = [textOf(file, 1), textOf(file, 2)];
    for (const name of ["số 1", "số 2"]) expect(first).toContain(`Trường Trung cấp ${name}`);
    for (const name of ["số 3", "số 4"]) expect(second).toContain(`Trường Trung cấp ${name}`);
    // The slug line speaks for all of them.
    const slug = second.split("\n").find((line) => line.includes("dòng 3–4")) ?? "";
    expect(slug).not.toContain("Trường Trung cấp");
    // The one sheet of these rows is not the one sheet of the run, nor are its pages the file's.
    expect(slug).toContain("2 con · mã");
    expect(slug).not.toMatch(/tờ|trang/);
    const json = JSON.parse(run("qpdf", "--json=2", "--json-key=outlines", file)) as {
      outlines: { destpageposfrom1: number }[];
    };
    expect(json.outlines.map((item) => item.destpageposfrom1)).toEqual([1, 1, 2, 2, 3]);
  });

  testWith("qpdf", "pdftotext")("have the back of each piece behind its own front", async () => {
    const guests = ["Nhất", "Nhì", "Tam"].map((name, i): MergeRow => {
      const data = { person: { name } };
      const request = { template: "invitation", format: "invitation-dl", institution: "cd-y-te", data };
      return { request, title: null, number: i + 1 };
    });
    const sheet = { width: 450, height: 320, gutter: 6, margin: 5 };
    const nUp = { sheet, grid: { columns: 2, rows: 1 } };
    const { file, summary } = await merged("backs.pdf", { rows: guests, nUp });
    expect(summary.files[0]).toMatchObject({ pages: 4, rows: 3 });
    expect(textOf(file, 1)).not.toContain("Trân trọng kính mời");
    expect(textOf(file, 1)).toContain("2 con · mặt trước");
    expect(textOf(file, 2)).toContain("2 con · mặt sau");
    const placeOf = (word: string, page: number) => {
      const words = run("pdftotext", "-bbox", "-f", `${page}`, "-l", `${page}`, file, "-").normalize("NFC");
      return Number(new RegExp(`xMin="([\\d.]+)"[^>]*>${word}<`).exec(words)?.[1]);
    };
    const middle = (450 / 25.4) * 36;
    // The sheet is turned over sideways: what is left in front is right on the back.
    expect(placeOf("Nhất", 2)).toBeGreaterThan(middle);
    expect(placeOf("Nhì", 2)).toBeLessThan(middle);
    expect(placeOf("Tam", 4)).toBeGreaterThan(middle);
  });

  testWith("qpdf")("of one page have nothing on the back", async () => {
    const { summary } = await merged("one-sided.pdf", {
      profile: "digital",
      rows: rows(3),
      nUp: { sheet: null, grid: null },
    });
    expect(summary.files[0]).toMatchObject({ pages: 1, rows: 3 });
  });
});

test("columns × rows of no sheet are refused", async () => {
  const nUp = { sheet: null, grid: { columns: 2, rows: 1 } };
  await expect(merged("no-sheet.pdf", { rows: rows(1), nUp })).rejects.toThrow("impose.no-sheet");
});

describe("a wrong row", () => {
  testWith("qpdf", "pdftotext")("is left out and told with its number, the others are written", async () => {
    const given = rows(4).map((row) =>
      row.number === 2 ? { ...row, request: { ...row.request, institution: "khong-co" } } : row,
    );
    const { file, summary } = await merged("wrong.pdf", { rows: given });
    expect(summary).toMatchObject({ rowsWritten: 3, rowsLeftOut: 1 });
    const [bad] = summary.findings;
    expect([bad!.number, bad!.place, bad!.diagnostics[0]!.code]).toEqual([2, null, "request.unknown-id"]);
    expect(bad!.diagnostics[0]!.where.row).toBe(2);
    expect(run("qpdf", "--show-npages", file).trim()).toBe("3");
    expect(textOf(file, 2)).toContain("Trường Trung cấp số 3");
  });

  test("alone makes no file", async () => {
    const given = rows(1).map((row) => ({ ...row, request: { ...row.request, template: "khong-co" } }));
    const { summary } = await merged("none/run.pdf", { rows: given });
    expect(summary).toMatchObject({ files: [], rowsWritten: 0, rowsLeftOut: 1 });
  });

  test("is nothing to an abort, which leaves nothing behind", async () => {
    const controller = new AbortController();
    const stopped = merged("stopped/run.pdf", {
      rows: rows(60),
      signal: controller.signal,
      onRow: ({ number }) => number === 3 && controller.abort(),
    });
    const thrown: unknown = await stopped.catch((error: unknown) => error);
    expect(thrown instanceof AnphamError && thrown.diagnostics[0]!.code).toBe("run.cancelled");
    expect(readdirSync(join(folder, "stopped"))).toEqual([]);
  });

  test("is nothing to a pool that is closed meanwhile: the run fails, and leaves nothing behind", async () => {
    const pool = openPool(1);
    let closed: Promise<void> | null = null;
    const stopped = merged(
      "closed/run.pdf",
      { rows: rows(120), onRow: ({ number }) => (closed ??= number === 3 ? pool.close() : null) },
      pool,
    );
    const thrown: unknown = await stopped.catch((error: unknown) => error);
    await closed;
    expect(thrown instanceof AnphamError && thrown.diagnostics[0]!.code).toBe("run.cancelled");
    expect(readdirSync(join(folder, "closed"))).toEqual([]);
  });
});
