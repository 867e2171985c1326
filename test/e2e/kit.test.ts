/** `anpham kit` and `anpham gallery` as a user runs them. `npm run build` makes the binary. */

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sha256 } from "../../src/base/hash.ts";
import { readManifest } from "../../src/run/manifest.ts";
import { run, testWith } from "../support/judges.ts";

const binary = join(import.meta.dirname, "../../dist/cli/main.js");

const FIXTURES = join(import.meta.dirname, "../fixtures/run-templates");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-kit-"));
});
afterAll(() => rm(folder, { recursive: true }));

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const anpham = (...args: readonly string[]): Promise<Run> =>
  new Promise((done) => {
    execFile(process.execPath, [binary, ...args], { cwd: folder }, (error, stdout, stderr) => {
      const code = error ? (typeof error.code === "number" ? error.code : -1) : 0;
      done({ code, stdout, stderr });
    });
  });
const filesIn = async (name: string) =>
  (await readdir(join(folder, name), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, name).length + 1))
    .sort((a, b) => (a < b ? -1 : 1));

/** Takes links and pictures out of a page. */
async function referencesOf(page: string): Promise<readonly string[]> {
  const text = await readFile(join(folder, page), "utf8");
  return [...text.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, url]) => decodeURIComponent(url!));
}

/** A page as a browser shows it, its own colours counted: an empty one has next to none. */
async function colorsOnScreen(page: string): Promise<number> {
  const picture = join(folder, "screen.png");
  const profile = await mkdtemp(join(tmpdir(), "anpham-browser-"));
  run(
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    `--user-data-dir=${profile}`,
    "--window-size=1200,1600",
    `--screenshot=${picture}`,
    pathToFileURL(join(folder, page)).href,
  );
  await rm(profile, { recursive: true, force: true });
  const { data } = await sharp(picture).resize(120, 160).raw().toBuffer({ resolveWithObject: true });
  const colors = new Set<number>();
  for (let i = 0; i + 2 < data.length; i += 3) {
    colors.add(((data[i]! >> 4) << 8) | ((data[i + 1]! >> 4) << 4) | (data[i + 2]! >> 4));
  }
  return colors.size;
}

describe("a kit of one institution", () => {
  const OWN = "one/cd-y-te";
  let first: Run;
  beforeAll(async () => {
    first = await anpham(
      ...["kit", "--institution", "cd-y-te", "--formats", "a5,brochure-trifold-a4,facebook-cover"],
      ...["--theme", "vuon-len", "--workers", "2", "--out", "one", "--zip"],
    );
  }, 120_000);

  test("is print PDF, screen PNG, thumbnails of every page, overview, contact sheet and ZIP", async () => {
    expect(first.code).toBe(0);
    expect(await filesIn("one")).toEqual([
      "cd-y-te.zip",
      "cd-y-te/a5.pdf",
      "cd-y-te/brochure-trifold-a4.pdf",
      "cd-y-te/contact-sheet.pdf",
      "cd-y-te/facebook-cover.png",
      "cd-y-te/index.html",
      "cd-y-te/thumbnails/a5.png",
      "cd-y-te/thumbnails/brochure-trifold-a4-1-of-2.png",
      "cd-y-te/thumbnails/brochure-trifold-a4-2-of-2.png",
      "cd-y-te/thumbnails/facebook-cover.png",
      "manifest.jsonl",
    ]);
    expect(first.stdout).toContain(join("one", "cd-y-te", "index.html"));
  });

  test("its manifest knows every piece that is handed over", async () => {
    const { entries } = await readManifest(join(folder, "one/manifest.jsonl"));
    expect([...entries.values()].map(({ file, institution, theme }) => [file, institution, theme])).toEqual(
      ["a5.pdf", "brochure-trifold-a4.pdf", "facebook-cover.png"].map((file) => [
        `cd-y-te/${file}`,
        "Trường CĐ Y tế",
        "vuon-len",
      ]),
    );
    for (const { file, sha256: hash } of entries.values()) {
      expect(sha256(await readFile(join(folder, "one", file)))).toBe(hash);
    }
  });

  testWith("qpdf")("every PDF is sound, and print is for the press", async () => {
    for (const file of ["a5", "brochure-trifold-a4", "contact-sheet"]) {
      expect(run("qpdf", "--check", join(folder, OWN, `${file}.pdf`))).toContain("No syntax or stream");
    }
    expect(await readFile(join(folder, OWN, "a5.pdf"), "latin1")).toContain("GTS_PDFX");
  });

  testWith("pdftotext")("the contact sheet can be read, searched and signed", () => {
    const text = run("pdftotext", "-layout", join(folder, OWN, "contact-sheet.pdf"), "-").normalize("NFC");
    for (const words of [
      "Trường CĐ Y tế",
      "Tờ rơi A5",
      "148 × 210 mm",
      "a5.pdf",
      "851 × 315 px",
      "2 trang",
    ]) {
      expect(text).toContain(words);
    }
    expect(text).toMatch(/Duyệt:.*Ngày:/);
  });

  test("the overview names every file and nothing that is not there", async () => {
    const files = (await filesIn(OWN)).filter((file) => file !== "index.html");
    expect([...new Set(await referencesOf(`${OWN}/index.html`))].sort()).toEqual(files.sort());
  });

  testWith("chromium")("the overview shows its pictures", async () => {
    expect(await colorsOnScreen(`${OWN}/index.html`)).toBeGreaterThan(25);
  });

  test("comes out the same a second time, on one worker", async () => {
    await anpham(
      ...["kit", "--institution", "cd-y-te", "--formats", "a5,brochure-trifold-a4,facebook-cover"],
      ...["--theme", "vuon-len", "--workers", "1", "--out", "two", "--zip"],
    );
    const [one, two] = await Promise.all(
      ["one", "two"].map((name) => readFile(join(folder, name, "cd-y-te.zip"))),
    );
    expect(one!.equals(two!)).toBe(true);
  });
});

test("a piece whose worker dies is reported, and the rest of the kit is there", async () => {
  const { code, stderr } = await anpham(
    ...["kit", "--institution", "cd-y-te", "--templates-folder", FIXTURES, "--templates", "plain,quits"],
    ...["--profile", "web", "--out", "broken", "--workers", "1", "--lang", "en"],
  );
  expect(code).toBe(1);
  expect(stderr).toContain("ended its worker 2 times");
  expect((await filesIn("broken/cd-y-te")).filter((file) => file.endsWith(".pdf"))).toEqual([
    "contact-sheet.pdf",
    "plain-a5.pdf",
  ]);
  expect(await readFile(join(folder, "broken/cd-y-te/index.html"), "utf8")).toContain("Không dựng được");
});

describe("kits of many rows", () => {
  test("a wrong row is told, the others are rendered, and one page leads to all", async () => {
    const rows = ['"cd-y-te"', "không phải JSON", '{"id":"x","name":{"text":"Trường <b>"}}', '"cd-y-te"'];
    await writeFile(join(folder, "rows.ndjson"), rows.join("\n"));
    const { code, stderr } = await anpham(
      ...["kit", "--rows", "rows.ndjson", "--formats", "facebook-cover", "--out", "rows", "--workers", "1"],
    );
    expect(code).toBe(3);
    expect(stderr).toContain("dòng 2");
    expect(stderr).toContain("institution.contact");
    const pages = (await filesIn("rows")).filter((file) => file.endsWith("index.html"));
    expect(pages).toEqual(["cd-y-te-2/index.html", "cd-y-te/index.html", "index.html"]);
    expect(await referencesOf("rows/index.html")).toEqual(["cd-y-te/index.html", "cd-y-te-2/index.html"]);
    expect(await readFile(join(folder, "rows/index.html"), "utf8")).toContain("Trường &lt;b&gt;");
  });

  test("Ctrl-C finishes what was begun, writes the overview and says that it was stopped", async () => {
    await writeFile(join(folder, "many.json"), JSON.stringify(new Array(400).fill("cd-y-te")));
    const child = spawn(
      process.execPath,
      [
        binary,
        "kit",
        "--rows",
        "many.json",
        "--formats",
        "facebook-cover",
        "--out",
        "many",
        "--workers",
        "1",
      ],
      { cwd: folder, stdio: ["ignore", "pipe", "pipe"] },
    );
    const done = once(child, "close");
    // Once the first piece is there, it is in the middle.
    while (!(await filesIn("many").catch(() => [])).some((file) => file.endsWith(".png"))) {
      await new Promise((next) => setTimeout(next, 50));
    }
    child.kill("SIGINT");
    expect((await done)[0]).toBe(1);
    const files = await filesIn("many");
    expect(files).toContain("index.html");
    expect(files).toContain("cd-y-te/contact-sheet.pdf");
    expect(files.filter((file) => file.endsWith(".tmp"))).toEqual([]);
    expect(files.filter((file) => file.endsWith("facebook-cover.png")).length).toBeLessThan(200);
  });
});

describe("a kit that is made again", () => {
  const OWN = "again/cd-y-te";
  const again = async (...args: readonly string[]) => {
    const { code, stdout } = await anpham(
      ...["kit", "--institution", "cd-y-te", "--formats", "a5,brochure-trifold-a4,facebook-cover"],
      ...["--workers", "1", "--out", "again", "--json", ...args],
    );
    expect(code).toBe(0);
    const [{ pieces }] = JSON.parse(stdout).kits;
    return pieces.map(({ format, kept }: Record<string, unknown>) => [format, kept]);
  };
  const all = (kept: boolean) =>
    ["brochure-trifold-a4", "a5", "facebook-cover"].map((format) => [format, kept]);
  const contents = async () =>
    Promise.all(
      (await filesIn("again")).map(async (file) => [
        file,
        sha256(await readFile(join(folder, "again", file))),
      ]),
    );

  test("renders only what is missing or changed, and looks as if all had been rendered", async () => {
    expect(await again()).toEqual(all(false));
    const first = (await contents()).filter(([file]) => file !== "manifest.jsonl");
    expect(await again()).toEqual(all(true));
    expect((await contents()).filter(([file]) => file !== "manifest.jsonl")).toEqual(first);

    await rm(join(folder, OWN, "thumbnails/brochure-trifold-a4-2-of-2.png"));
    await rm(join(folder, OWN, "a5.pdf"));
    const unfinished = ["again", OWN, `${OWN}/thumbnails`].map((inner) =>
      join(folder, inner, ".a5.pdf.0c9b1c1e-7f0b-4a53-8f7e-7f6a2f1f5a10.tmp"),
    );
    for (const file of unfinished) await writeFile(file, "");
    const but = (...rendered: readonly unknown[]) =>
      all(true).map(([format]) => [format, !rendered.includes(format)]);
    expect(await again()).toEqual(but("a5", "brochure-trifold-a4"));
    expect((await filesIn("again")).filter((file) => file.endsWith(".tmp"))).toEqual([]);

    // Of the same size, but of other content.
    const cover = await readFile(join(folder, OWN, "facebook-cover.png"));
    cover[cover.length >> 1]! ^= 1;
    await writeFile(join(folder, OWN, "facebook-cover.png"), cover);
    expect(await again()).toEqual(all(true));
    expect(await again("--verify")).toEqual(but("facebook-cover"));
    expect((await contents()).filter(([file]) => file !== "manifest.jsonl")).toEqual(first);

    expect(await again("--theme", "tuong-lai")).toEqual(all(false));
  }, 120_000);
});

describe("refused", () => {
  test.each([
    ["no institution", ["--out", "no"], "--institution"],
    ["no folder", ["--institution", "cd-y-te"], "--out"],
    ["both", ["--institution", "cd-y-te", "--rows", "x", "--out", "no"], "--rows"],
    ["an unknown format", ["--institution", "cd-y-te", "--formats", "a55", "--out", "no"], "a55"],
    ["an unknown file type", ["--institution", "cd-y-te", "--as", "doc", "--out", "no"], "--as"],
    ["no file type", ["--institution", "cd-y-te", "--as", "", "--out", "no"], "--as"],
    ["no template", ["--institution", "cd-y-te", "--templates", ",", "--out", "no"], "--templates"],
    ["an unknown institution", ["--institution", "cd-y-tee", "--out", "no"], "cd-y-te"],
    ["half a worker", ["--institution", "cd-y-te", "--workers", "0.5", "--out", "no"], "--workers"],
  ])("%s", async (_, args, word) => {
    const { code, stderr } = await anpham("kit", ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(word);
    expect(stderr).not.toMatch(/^\s+at /m);
    await expect(readdir(join(folder, "no"))).rejects.toThrow();
  });
});

describe("the gallery", () => {
  const gallery = (...args: readonly string[]) =>
    anpham(
      ...[
        "gallery",
        "--formats",
        "facebook-cover,brochure-trifold-a4",
        "--themes",
        "vuon-len",
        "--data",
        "typical,bare",
      ],
      ...["--width", "200", "--workers", "1", "--out", "gallery", "--json", ...args],
    );

  test("shows every cell with its pages, and renders only what changed", async () => {
    const first = await gallery();
    expect(first.code).toBe(0);
    const { cells } = JSON.parse(first.stdout);
    const pictures = (await filesIn("gallery")).filter((file) => file.endsWith(".png"));
    expect(pictures.length).toBeGreaterThan(cells);
    const shown = (await referencesOf("gallery/index.html")).filter((url) => url.endsWith(".png"));
    expect([...new Set(shown)].sort()).toEqual(pictures.sort());
    expect(JSON.parse(await readFile(join(folder, "gallery/findings.json"), "utf8"))).toEqual([]);
    const page = await readFile(join(folder, "gallery/index.html"), "utf8");
    // A single theme and institution are no choice.
    expect([...page.matchAll(/<select name="(\w+)"/g)].map(([, name]) => name)).toEqual([
      "template",
      "family",
      "use",
      "data",
    ]);

    await rm(join(folder, "gallery", pictures[0]!));
    const { kept } = JSON.parse((await gallery()).stdout);
    expect(kept).toBe(cells - 1);
    expect((await filesIn("gallery")).filter((file) => file.endsWith(".png"))).toEqual(pictures);
  });

  testWith("chromium")("can be looked at", async () => {
    expect(await colorsOnScreen("gallery/index.html")).toBeGreaterThan(25);
  });

  test("a cell with a finding shows it, and the exit code is 3", async () => {
    const { code } = await anpham(
      ...["gallery", "--templates-folder", FIXTURES, "--templates", "overflows", "--data", "typical"],
      ...["--workers", "1", "--out", "faulty"],
    );
    expect(code).toBe(3);
    const findings = JSON.parse(await readFile(join(folder, "faulty/findings.json"), "utf8"));
    expect(findings).toMatchObject([{ template: "overflows", data: "typical", code: "preflight.overflow" }]);
    expect(await readFile(join(folder, "faulty/index.html"), "utf8")).toContain(findings[0].message.vi);
  });

  test("what is not there is refused", async () => {
    await expect(gallery("--institution", "khong-co")).resolves.toMatchObject({ code: 2 });
  });
});
