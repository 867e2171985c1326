import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Diagnostic, diagnose, fail } from "../../../../src/base/diagnostic.ts";
import { contentHash, sha256 } from "../../../../src/base/hash.ts";
import type { RenderRequest } from "../../../../src/model/request.ts";
import { packageFolders } from "../../../../src/package-folders.ts";
import type { BatchSelection } from "../../../../src/run/batch/batch-piece.ts";
import type { BatchOptions } from "../../../../src/run/batch/batch-run.ts";
import { DEFAULT_NAME, parseNamePattern } from "../../../../src/run/batch/name-pattern.ts";
import { runBatch } from "../../../../src/run/batch/run-batch.ts";
import { readManifest } from "../../../../src/run/manifest.ts";
import type { RenderPool } from "../../../../src/run/pool.ts";
import type { RenderJob, RenderResult } from "../../../../src/run/render-job.ts";
import { summarise } from "../../../../src/run/report/summary.ts";
import type { MappedRow } from "../../../../src/run/rows/map-row.ts";
import { folderStore } from "../../../../src/run/store.ts";

let out: string;
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), "anpham-batch-"));
});
afterEach(() => rm(out, { recursive: true }));

const person = (name: string): Partial<RenderRequest> => ({ data: { person: { name } } });
const row = (number: number, name: string, more: Partial<MappedRow> = {}): MappedRow => ({
  number,
  line: number + 1,
  request: person(name),
  title: name,
  slug: name,
  diagnostics: [],
  columns: new Map([["data.person.name", { index: 1, header: "Họ tên" }]]),
  cells: [],
  ...more,
});
const wrong = diagnose("request.broken-json", { file: "x", line: 1, column: 1, reason: "r", reasonVi: "r" });
const overflow = diagnose("preflight.overflow", { frame: "tên", excess: 3 }, { path: "data.person.name" });

type Render = (request: RenderRequest) => Pick<RenderResult, "artifacts" | "diagnostics">;

const bytesOf = (request: RenderRequest) => Buffer.from(`${request.as} ${contentHash(request)}`);
const artifact = (bytes: Uint8Array, page: number | null) => ({
  mediaType: "x",
  parts: [bytes],
  sha256: sha256(bytes),
  page,
});
const plain: Render = (request) => ({ artifacts: [artifact(bytesOf(request), null)], diagnostics: [] });

/** Renders in this thread and counts. */
function fakePool(render: Render = plain): RenderPool & { readonly rendered: RenderRequest[] } {
  const rendered: RenderRequest[] = [];
  const results = ({ requests }: RenderJob) =>
    requests.map((request) => {
      rendered.push(request);
      return { ...render(request), timings: {} };
    });
  return {
    workers: 1,
    rendered,
    run: (job) => Promise.resolve(results(job)),
    later: (job) => Promise.resolve(results(job)),
    async *each(jobs) {
      for await (const job of jobs) yield { job, results: results(job) };
    },
    prepare: () => undefined,
    close: () => Promise.resolve(),
  };
}

const selection: BatchSelection = {
  template: "name-card",
  format: "name-card-86x54",
  as: ["pdf", "png"],
  profile: "print",
  content: { institution: "cd-y-te" },
};

const run = (rows: readonly MappedRow[], pool: RenderPool, options: Partial<BatchOptions> = {}) =>
  runBatch({
    folders: packageFolders(),
    selection,
    rows: () =>
      Promise.resolve({
        rows: (async function* () {
          yield* rows;
        })(),
        count: async (most) => Math.min(rows.length, most ?? rows.length),
        findings: () => [],
      }),
    nameOf: parseNamePattern(DEFAULT_NAME, "--name"),
    out,
    store: folderStore(out),
    limit: null,
    strict: false,
    verify: false,
    proof: false,
    queue: pool,
    signal: new AbortController().signal,
    onRow: () => undefined,
    ...options,
  });

const files = async () => (await readdir(out)).filter((file) => file !== "manifest.jsonl").sort();
const manifest = async () => [...(await readManifest(join(out, "manifest.jsonl"))).entries.values()];
const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
const rows = [row(1, "an"), row(2, "binh"), row(3, "cuc")];
const many = Array.from({ length: 16 }, (_, i) => row(i + 1, `người ${i + 1}`));

test("files that are not of the piece's size say so in their names, by profile or by row", async () => {
  const large: BatchSelection = {
    ...selection,
    template: "standee",
    format: "standee-800x1800",
    as: ["pdf"],
    profile: "hiflex-1-10",
  };
  const asked = [
    row(1, "an", { request: {} }),
    row(2, "an-ty-le-1-10", { request: {} }),
    row(3, "binh", { request: { scale: 1 } }),
  ];
  const nameOf = parseNamePattern("{slug}", "--name");
  await run(asked, fakePool(), { selection: large, nameOf });
  expect(await files()).toEqual(["an-2-ty-le-1-10.pdf", "an-ty-le-1-10.pdf", "binh.pdf"]);
  const pool = fakePool();
  expect(await run(asked, pool, { selection: large, nameOf })).toMatchObject({ rendered: 0, kept: 3 });
});

describe("the same command again", () => {
  test("renders nothing when nothing changed, and tells the same findings", async () => {
    const faulty = fakePool((request) => ({ ...plain(request), diagnostics: [overflow] }));
    const first = await run(rows, faulty);
    const pool = fakePool();
    const again = await run(rows, pool);
    expect(pool.rendered).toEqual([]);
    expect(again).toMatchObject({ rendered: 0, kept: 3, failed: 0 });
    expect(again.reports).toEqual(first.reports);
    expect(first.reports.map(({ row: number, diagnostics }) => [number, codes(diagnostics)])).toEqual(
      [1, 2, 3].map((number) => [number, ["preflight.overflow"]]),
    );
  });

  test("renders the row that changed and nothing else", async () => {
    await run(rows, fakePool());
    const before = await manifest();
    const pool = fakePool();
    const changed = [rows[0]!, row(2, "binh", { request: person("Bình") }), rows[2]!];
    expect(await run(changed, pool)).toMatchObject({ rendered: 1, kept: 2, files: 2 });
    expect(pool.rendered.map(({ data }) => data)).toEqual([1, 2].map(() => ({ person: { name: "Bình" } })));
    const after = await manifest();
    expect(after.map(({ file }) => file)).toEqual(before.map(({ file }) => file));
    expect(after.filter((entry, i) => entry.sha256 !== before[i]!.sha256).map((each) => each.row)).toEqual([
      2, 2,
    ]);
  });

  test("a row above the others moves what is told of them, in the report and in the manifest", async () => {
    const faulty = fakePool((request) => ({ ...plain(request), diagnostics: [overflow] }));
    await run(rows, faulty);
    const pool = fakePool();
    const inserted = [row(1, "anh"), row(2, "an"), row(3, "binh"), row(4, "cuc")];
    const columns = new Map([["data.person.name", { index: 2, header: "Tên" }]]);
    const again = await run(
      inserted.map((each) => ({ ...each, columns })),
      pool,
    );
    expect(again).toMatchObject({ rendered: 1, kept: 3, diagnostics: [] });
    const place = (number: number) => ({ row: number, line: number + 1, column: 3, header: "Tên" });
    expect(again.reports.map(({ diagnostics }) => diagnostics.map(({ where }) => where))).toEqual(
      [2, 3, 4].map((number) => [{ path: "data.person.name", ...place(number) }]),
    );
    const entries = await manifest();
    expect(entries.map((each) => each.row)).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
    expect(entries.at(-1)!.diagnostics[0]!.where).toMatchObject(place(4));
    expect(summarise([entries]).total).toMatchObject({ pieces: 4, files: 8 });
  });

  test("a file that is missing or cut short is made anew, the other file type stays", async () => {
    await run(rows, fakePool());
    await rm(join(out, "an-name-card-86x54.pdf"));
    await truncate(join(out, "cuc-name-card-86x54.png"), 3);
    const pool = fakePool();
    await run(rows, pool);
    expect(pool.rendered.map(({ as }) => as)).toEqual(["pdf", "png"]);
    expect((await readFile(join(out, "cuc-name-card-86x54.png"))).byteLength).toBeGreaterThan(3);
  });

  test("--verify finds a file of the same size with other content", async () => {
    await run(rows, fakePool());
    const file = join(out, "an-name-card-86x54.pdf");
    const good = await readFile(file);
    await writeFile(file, Buffer.from(good).fill("x"));
    const trusting = fakePool();
    await run(rows, trusting);
    expect(trusting.rendered).toEqual([]);
    await run(rows, fakePool(), { verify: true });
    expect(await readFile(file)).toEqual(good);
  });

  test("pages of a piece are kept together, and one that is gone brings all of them back", async () => {
    const pages: Render = (request) => ({
      artifacts: [1, 2].map((page) => artifact(Buffer.from(`${page}`), page)),
      diagnostics: [],
      request,
    });
    const pngs = { selection: { ...selection, as: ["png"] as const } };
    await run(rows.slice(0, 1), fakePool(pages), pngs);
    expect(await files()).toEqual(["an-name-card-86x54.1.png", "an-name-card-86x54.2.png"]);
    const pool = fakePool(pages);
    await run(rows.slice(0, 1), pool, pngs);
    expect(pool.rendered).toEqual([]);
    await rm(join(out, "an-name-card-86x54.2.png"));
    await run(rows.slice(0, 1), fakePool(pages), pngs);
    expect(await files()).toHaveLength(2);
  });

  test("files whose row is gone are named, and stay for somebody to decide", async () => {
    await run(rows, fakePool());
    const before = await files();
    const { diagnostics } = await run(rows.slice(0, 2), fakePool());
    expect(codes(diagnostics)).toEqual(["run.leftover-files"]);
    expect(diagnostics[0]!.message.en).toContain("cuc-name-card-86x54.pdf");
    expect(await files()).toEqual(before);
    const { diagnostics: shifted } = await run([row(1, "binh"), row(2, "cuc")], fakePool());
    expect(codes(shifted)).toEqual(["run.leftover-files"]);
    expect(summarise([await manifest()]).total).toMatchObject({ pieces: 3, files: 6 });
    expect((await run(rows, fakePool(), { limit: 1 })).diagnostics).toEqual([]);
  });
});

describe("rows", () => {
  test("a bad one is reported and the good ones are there", async () => {
    const unreadable = row(2, "binh", { diagnostics: [wrong] });
    const result = await run([rows[0]!, unreadable, rows[2]!], fakePool());
    expect(result).toMatchObject({ rows: 3, rendered: 2, failed: 1 });
    expect(result.reports).toMatchObject([{ row: 2, title: "binh", diagnostics: [wrong] }]);
    expect(await files()).toHaveLength(4);
  });

  test("one that no worker can render is reported, with the column that is to blame", async () => {
    const broken = fakePool((request) =>
      JSON.stringify(request).includes("binh") ? { artifacts: [], diagnostics: [overflow] } : plain(request),
    );
    const result = await run(rows, broken);
    expect(result).toMatchObject({ rendered: 2, failed: 1 });
    expect(result.reports).toMatchObject([{ row: 2, diagnostics: [{ where: { row: 2, column: 2 } }] }]);
  });

  test("one that asks for another piece or file than the run makes is told, with the column", async () => {
    const wish = (header: string, index: number) => ({ index, header });
    const columns = new Map([
      ["format", wish("Khổ", 2)],
      ["template", wish("Mẫu", 3)],
      ["as", wish("Loại tệp", 4)],
      ["profile", wish("Hồ sơ in", 5)],
      ["ppi", wish("DPI", 6)],
    ]);
    const asks = (request: Partial<RenderRequest>, number: number, name: string) =>
      row(number, name, { columns, request: { ...person(name), ...request } });
    const wishes = [
      asks({ format: "a4", template: "certificate", as: "tiff", profile: "offset", ppi: 601 }, 1, "an"),
      asks({ format: "name-card-86x54", template: "name-card", as: "png", ppi: 300 }, 2, "binh"),
    ];
    for (const strict of [false, true]) {
      const { reports, rendered } = await run(wishes, fakePool(), { strict, out: join(out, String(strict)) });
      expect(rendered).toBe(2);
      expect(reports.map((report) => report.row)).toEqual([1]);
      expect(reports[0]!.diagnostics.map(({ code, where }) => [code, where.header])).toEqual(
        ["Mẫu", "Khổ", "Loại tệp", "Hồ sơ in", "DPI"].map((header) => ["run.row-overruled", header]),
      );
      const [, format, as] = reports[0]!.diagnostics.map(({ message }) => message.vi);
      expect(format).toBe("Cột “Khổ” ghi “a4”, nhưng cả lần chạy làm “name-card-86x54”.");
      expect(as).toBe("Cột “Loại tệp” ghi “tiff”, nhưng cả lần chạy làm “pdf, png”.");
    }
  });

  test("a row without an institution is told", async () => {
    const nobody = { selection: { ...selection, content: {} } };
    const { reports } = await run(rows.slice(0, 1), fakePool(), nobody);
    expect(reports[0]!.diagnostics[0]!.message.en).toContain("the row names no institution");
  });

  test("one that stands there twice is told, and two of one name get two files", async () => {
    const twice = [row(1, "an"), row(2, "an"), row(3, "an", { request: person("Ân") })];
    const { reports } = await run(twice, fakePool());
    expect(reports.map(({ row: number, diagnostics }) => [number, codes(diagnostics)])).toEqual([
      [2, ["run.name-taken", "run.duplicate-row"]],
      [3, ["run.name-taken"]],
    ]);
    expect((await files()).filter((file) => file.endsWith("pdf"))).toEqual([
      "an-name-card-86x54-2.pdf",
      "an-name-card-86x54-3.pdf",
      "an-name-card-86x54.pdf",
    ]);
  });

  test("names have what the run says for all rows, and fields of the institution that it names", async () => {
    const content = { institution: "cd-y-te", data: { contact: { email: "ts@y.vn" } } };
    const nameOf = parseNamePattern("{row} {institution.name} {contact.email}", "--name");
    const options = { selection: { ...selection, as: ["pdf"] as const, content }, nameOf };
    const { reports } = await run(rows.slice(0, 1), fakePool(), options);
    expect(await files()).toEqual(["1-Trường-CĐ-Y-tế-ts@y-vn.pdf"]);
    expect(reports).toEqual([]);
  });

  test("a bad row keeps its name, so that mending it renames nobody", async () => {
    await run([row(1, "an", { diagnostics: [wrong] }), row(2, "an", { request: person("Ân") })], fakePool());
    const pool = fakePool();
    await run([row(1, "an"), row(2, "an", { request: person("Ân") })], pool);
    expect(pool.rendered).toHaveLength(2);
  });

  test("--limit takes the first ones", async () => {
    expect(await run(rows, fakePool(), { limit: 2 })).toMatchObject({ rows: 2, rendered: 2 });
  });

  test("--strict renders nothing, and tells all that is wrong", async () => {
    const pool = fakePool();
    const bad = [
      rows[0]!,
      row(2, "binh", { diagnostics: [wrong] }),
      row(3, "cuc", { request: { data: { person: { name: "" } } } }),
    ];
    const result = await run(bad, pool, { strict: true });
    expect(pool.rendered).toEqual([]);
    expect(await files()).toEqual([]);
    expect(result.reports.map((report) => report.row)).toEqual([2, 3]);
    expect(codes(result.diagnostics)).toEqual(["run.rows-have-errors"]);
    expect(await run(rows, pool, { strict: true })).toMatchObject({ rendered: 3 });
  });
});

describe("the disk", () => {
  const full = () =>
    fail("output.cannot-write", { file: "x", reasonVi: "hết dung lượng đĩa", reason: "the disk is full" });

  test("when it is full, the run stops, says so, and goes on from there another time", async () => {
    const store = folderStore(out);
    let room = 9;
    const small = {
      ...store,
      write: async (name: string, ...parts: Uint8Array[]) =>
        room-- > 0 ? store.write(name, ...parts) : full(),
    };
    const result = await run(many, fakePool(), { store: small });
    expect(result.stopped).toBe(true);
    expect(codes(result.diagnostics)).toEqual(["output.cannot-write"]);
    expect(await files()).toHaveLength(9);
    const known = (await manifest()).map(({ file }) => file);
    const there = new Set(await files());
    expect(known.length).toBeGreaterThanOrEqual(6);
    expect(known.filter((file) => !there.has(file))).toEqual([]);

    const pool = fakePool();
    const kept = known.length / 2;
    expect(await run(many, pool)).toMatchObject({ stopped: false, kept, rendered: many.length - kept });
    expect(pool.rendered).toHaveLength(2 * (many.length - kept));
    expect(await manifest()).toHaveLength(2 * many.length);
  });

  test("a folder that cannot be written is refused before anything is rendered", async () => {
    await writeFile(join(out, "file"), "");
    const pool = fakePool();
    await expect(run(rows, pool, { out: join(out, "file", "out") })).rejects.toThrow("output.cannot-write");
    expect(pool.rendered).toEqual([]);
  });

  test("what a killed run left half-written is swept away", async () => {
    await writeFile(join(out, ".an.pdf.0f6c2a1e-1111-4222-8333-444455556666.tmp"), "half");
    await run(rows, fakePool());
    expect((await readdir(out)).filter((file) => file.endsWith(".tmp"))).toEqual([]);
  });
});

test("files that are press sheets full of one row are told, and how to share sheets", async () => {
  const own = { selection: { ...selection, profile: null } };
  const { diagnostics } = await run([row(1, "an")], fakePool(), own);
  expect(codes(diagnostics)).toEqual(["run.copies-of-row"]);
  expect(diagnostics[0]!.message.en).toContain("21 copies of each row on a sheet of 320 × 450 mm");
  expect(diagnostics[0]!.hint?.en).toContain("--merge run.pdf");
  const pictures = { selection: { ...selection, profile: null, as: ["png"] as const } };
  const shown = await run([row(1, "an")], fakePool(), pictures);
  expect(codes(shown.diagnostics)).not.toContain("run.copies-of-row");
});

test("what all rows share is checked first, and told at once", async () => {
  const bad = { ...selection, format: "a5", content: { institution: "cd-y-tee", theme: "khong-co" } };
  const thrown: unknown = await run(rows, fakePool(), { selection: bad }).catch((error: unknown) => error);
  expect(String(thrown)).toMatch(/theme “khong-co”[\s\S]*institution “cd-y-tee”/);
  await expect(run(rows, fakePool(), { selection: { ...selection, format: "a5" } })).rejects.toThrow(
    "request.format-not-offered",
  );
});

test("an interruption keeps what there is and says that it was stopped", async () => {
  const stop = new AbortController();
  const onRow = () => stop.abort();
  const result = await run(many, fakePool(), { signal: stop.signal, onRow });
  expect(result.stopped).toBe(true);
  expect(result.rendered).toBeGreaterThan(0);
  expect(result.rendered).toBeLessThan(many.length);
  expect(await manifest()).toHaveLength(2 * result.rendered);
});
