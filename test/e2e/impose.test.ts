/** Print files from the command line, measured with somebody else's ruler. `npm run build` makes the binary. */

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { MM_PER_INCH, PT_PER_INCH } from "../../src/base/units.ts";
import { run, testWith } from "../support/judges.ts";

const binary = join(import.meta.dirname, "../../dist/cli/main.js");

let folder: string;
beforeAll(async () => {
  if (!existsSync(binary)) throw new Error(`${binary} is missing: run “npm run build” first`);
  folder = await mkdtemp(join(tmpdir(), "anpham-impose-"));
});
afterAll(() => rm(folder, { recursive: true }));

const anpham = (...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
  new Promise((done) => {
    execFile(process.execPath, [binary, ...args], { cwd: folder }, (error, stdout, stderr) => {
      done({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });

const flyer = (out: string, ...args: readonly string[]) =>
  anpham(
    ...["render", "recruitment-flyer", "--format", "a5", "--institution", "cd-ky-nghe-binh-thuan"],
    ...["--out", out, ...args],
  );

/** A box of page 1: left, bottom, width, height in mm, as qpdf reads the file. */
function boxOf(file: string, name: string): number[] {
  const dump = JSON.parse(run("qpdf", "--json", join(folder, file)));
  const objects = dump.qpdf[1] as Record<string, { value?: Record<string, unknown> }>;
  const page = Object.values(objects).find(({ value }) => value?.["/Type"] === "/Page")!.value!;
  const unit = Number(page["/UserUnit"] ?? 1);
  const [left, bottom, right, top] = (page[name] as number[]).map(
    (side) => (side * unit * MM_PER_INCH) / PT_PER_INCH,
  );
  return [left!, bottom!, right! - left!, top! - bottom!].map((side) => Math.round(side * 100) / 100);
}

describe("render", () => {
  testWith("qpdf")("an offset file has the finished size, 3 mm bleed and room for marks", async () => {
    expect(await flyer("offset.pdf", "--profile", "offset")).toMatchObject({ code: 0 });
    const [, , width, height] = boxOf("offset.pdf", "/TrimBox");
    expect([width, height]).toEqual([148, 210]);
    expect(boxOf("offset.pdf", "/BleedBox").slice(2)).toEqual([154, 216]);
    expect(boxOf("offset.pdf", "/MediaBox")[2]).toBe(154 + 2 * 9);
    run("qpdf", "--check", join(folder, "offset.pdf"));
  });

  testWith("qpdf")("--bleed, --no-marks and --scale have their way", async () => {
    const done = await flyer("small.pdf", ..."--profile offset --bleed 5 --no-marks --scale 1:10".split(" "));
    expect(done).toMatchObject({ code: 0 });
    expect(done.stderr).toContain("1000 %");
    expect(boxOf("small.pdf", "/MediaBox")).toEqual([0, 0, 15.8, 22]);
    expect(boxOf("small.pdf", "/TrimBox")).toEqual([0.5, 0.5, 14.8, 21]);
  });

  testWith("qpdf")("a digital sheet is SRA3", async () => {
    expect(await flyer("digital.pdf", "--profile", "digital")).toMatchObject({ code: 0 });
    expect(boxOf("digital.pdf", "/MediaBox")).toEqual([0, 0, 320, 450]);
  });

  testWith("qpdf")("a piece that no sheet holds is refused with the size that it needs", async () => {
    const { code, stderr } = await flyer("none.pdf", "--profile", "digital", "--bleed", "90");
    expect(code).toBe(2);
    expect(stderr).toContain("338 × 400 mm");
    expect(await readdir(folder)).not.toContain("none.pdf");
  });
});

describe("impose", () => {
  testWith("qpdf", "pdftotext")("puts a rendered flyer four up on SRA3, its text still text", async () => {
    await flyer("flyer.pdf", "--profile", "print");
    const done = await anpham("impose", "flyer.pdf", "--sheet", "320x450", "--repeat", "--out", "four.pdf");
    expect(done).toMatchObject({ code: 0 });
    expect(boxOf("four.pdf", "/MediaBox")).toEqual([0, 0, 320, 450]);
    expect(boxOf("four.pdf", "/TrimBox").slice(2)).toEqual([302, 426]);
    run("qpdf", "--check", join(folder, "four.pdf"));
    const text = run("pdftotext", "-layout", join(folder, "four.pdf"), "-");
    expect(text.match(/Tuyển sinh 2026/g)).toHaveLength(4);
  });

  testWith("qpdf")("says of a picture for the press that it is no PDF", async () => {
    await writeFile(join(folder, "decal.tif"), "II*\0rest");
    const done = await anpham("impose", "decal.tif", "--sheet", "320x450", "--out", "none.pdf");
    expect(done.code).not.toBe(0);
    expect(done.stderr).toContain("it is a TIFF image");
    expect(await readdir(folder)).not.toContain("none.pdf");
  });

  testWith("qpdf")("tells what is wrong with a file that is no PDF, and writes nothing", async () => {
    await writeFile(join(folder, "photo.pdf"), "GIF89a");
    const { code, stderr } = await anpham("impose", "photo.pdf", "--sheet", "320x450", "--out", "no.pdf");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^lỗi: .*photo\.pdf.*\nerror: .*photo\.pdf/m);
    expect(await readdir(folder)).not.toContain("no.pdf");
  });
});

describe("impose", () => {
  testWith("qpdf")("never writes over the original, whatever it is called", async () => {
    await flyer("mine.pdf");
    const before = await readFile(join(folder, "mine.pdf"));
    const { code, stderr } = await anpham("impose", "mine.pdf", "--sheet", "320x450", "--out", "./mine.pdf");
    expect(code).toBe(2);
    expect(stderr).toContain("“mine.pdf” is the original, which is not written over.");
    expect((await readFile(join(folder, "mine.pdf"))).equals(before)).toBe(true);
  });
});
