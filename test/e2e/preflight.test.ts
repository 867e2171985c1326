/** `anpham preflight`, as a user runs it. `npm run build` makes the binary. */

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FONT, FONT_OBJECTS, handmade, IN_MM } from "../support/handmade-pdf.ts";

const root = join(import.meta.dirname, "../..");
const binary = join(root, "dist/cli/main.js");

let folder: string;
beforeAll(async () => {
  if (!existsSync(binary)) throw new Error(`${binary} is missing: run “npm run build” first`);
  folder = await mkdtemp(join(tmpdir(), "anpham-preflight-"));
  const text = `${IN_MM}1 0 0 rg BT 1 0 0 -1 12 34 Tm /F 4 Tf <00010001> Tj ET`;
  await writeFile(
    join(folder, "rgb.pdf"),
    handmade({ content: text, resources: FONT, objects: FONT_OBJECTS }),
  );
  await writeFile(join(folder, "text.pdf"), "Xin chào");
  const whole = handmade({ content: "0 g" });
  await writeFile(join(folder, "half.pdf"), whole.subarray(0, whole.length / 4));
  await writeFile(join(folder, "empty.pdf"), "");
});
afterAll(() => rm(folder, { recursive: true }));

const anpham = (...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
  new Promise((done) => {
    execFile(process.execPath, [binary, ...args], { cwd: folder }, (error, stdout, stderr) => {
      done({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });

describe("a file that is right", () => {
  test.each(["web", "print"])("our own, for %s: 0, with sizes, fonts and colours", async (profile) => {
    const out = `${profile}.pdf`;
    await anpham(
      ..."render recruitment-flyer --format a5 --institution cd-ky-nghe-binh-thuan --profile".split(" "),
      profile,
      "--out",
      out,
    );
    const { code, stdout, stderr } = await anpham("preflight", out, "--profile", profile);
    expect(stderr).not.toMatch(/lỗi/);
    expect(code).toBe(0);
    expect(stdout).toContain(
      `${out}: PDF 1.6, 1 trang | 1 page${profile === "print" ? ", PDF/X-4, FOGRA39" : ""}`,
    );
    expect(stdout).toContain("148 × 210 mm");
    expect(stdout).toMatch(/BeVietnamPro-ExtraBold +CIDFontType2 +một phần \| subset/);
    expect(stdout).toContain(profile === "print" ? "DeviceCMYK" : "DeviceRGB");
  });
});

test("a file at 1:10 is judged at the size of the piece", async () => {
  const flags =
    "--format standee-600x1600 --institution cd-y-te --profile pp-standee --scale 1:10 --out tenth.pdf";
  await anpham("render", "standee", ...flags.split(" "));
  const judged = (...more: string[]) => anpham("preflight", "tenth.pdf", "--profile", "pp-standee", ...more);
  expect((await judged()).code).toBe(3);
  const { code, stderr } = await judged("--scale", "1:10");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(await judged("--scale", "10:1")).toMatchObject({ code: 2, stderr: expect.stringContaining("1:10") });
  const alone = await anpham("preflight", "tenth.pdf", "--scale", "1:10");
  expect(alone).toMatchObject({ code: 2, stderr: expect.stringContaining("--profile") });
});

test("colours are told once for the pages that use them alike, in the reader's language", async () => {
  const data = { institution: "cd-y-te", profile: "print", out: "handbook.pdf" };
  const flags = Object.entries(data).flatMap(([name, value]) => [`--${name}`, value]);
  await anpham("render", "handbook", "--format", "handbook-a5", ...flags);
  const { stdout } = await anpham("preflight", "handbook.pdf", "--lang", "vi");
  const uses = [...stdout.matchAll(/^DeviceCMYK {2,}(.+?) {2,}\d/gm)].map(([, words]) => words!.split(", "));
  expect(uses.length).toBeGreaterThan(1);
  const alike = new Set(uses.map((words) => words.toSorted().join()));
  expect(alike.size).toBe(uses.length);
  expect(stdout).not.toMatch(/fill|stroke/);
});

describe("a file with faults", () => {
  test("3: place in mm, both languages, hints", async () => {
    const { code, stdout, stderr } = await anpham("preflight", "rgb.pdf", "--profile", "print");
    expect(code).toBe(3);
    expect(stdout).toContain("100 × 100 mm");
    expect(stderr).toContain("lỗi: Trang 1: chữ dùng màu DeviceRGB ở (12; 31) mm (1 chỗ). Đổi sang CMYK");
    expect(stderr).toContain(
      "error: Page 1: DeviceRGB in text at (12; 31) mm (1 of them). Convert it to CMYK",
    );
    expect(stderr).toContain("wants PDF/X-4");
  });

  test("0 without a profile that minds", async () => {
    const { code } = await anpham("preflight", "rgb.pdf");
    expect(code).toBe(0);
  });

  test("--json: one document with report and findings", async () => {
    const { code, stdout, stderr } = await anpham("preflight", "rgb.pdf", "--profile", "print", "--json");
    expect({ code, stderr }).toEqual({ code: 3, stderr: "" });
    const { ok, file, report, diagnostics } = JSON.parse(stdout);
    expect({ ok, file }).toEqual({ ok: false, file: "rgb.pdf" });
    expect(report.pages[0]).toMatchObject({
      number: 1,
      trim: { width: 100, height: 100 },
      fonts: [{ name: "Test" }],
    });
    expect(report.pdfX).toMatchObject({ claims: null, meets: false });
    expect(diagnostics[0]).toMatchObject({ code: "pdf.device-rgb", where: { page: 1, area: { x: 12 } } });
  });

  test("one language when asked", async () => {
    const { stdout, stderr } = await anpham("preflight", "rgb.pdf", "--profile", "print", "--lang", "en");
    expect(`${stdout}${stderr}`).not.toMatch(/trang|lỗi|Trang/);
  });
});

describe("2: a file that cannot be read", () => {
  test.each([
    ["text.pdf", "is no PDF: it has no %PDF header"],
    ["empty.pdf", "is no PDF: it is empty"],
    ["half.pdf", "is broken and cannot be read: no page was found"],
    ["none.pdf", "there is no such file"],
    [".", "it is a folder"],
  ])("%s", async (file, sentence) => {
    const { code, stdout, stderr } = await anpham("preflight", file);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(sentence);
    expect(stderr).toMatch(/^lỗi: /m);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test("an unknown profile, with the nearest", async () => {
    const { code, stderr } = await anpham("preflight", "rgb.pdf", "--profile", "prin");
    expect(code).toBe(2);
    expect(stderr).toMatch(/Nearest valid names: .*print/);
  });

  test("no file named", async () => {
    const { code, stderr } = await anpham("preflight");
    expect(code).toBe(2);
    expect(stderr).toContain("anpham preflight --help");
  });
});

test("the help says what it does", async () => {
  const { code, stdout } = await anpham("preflight", "--help", "--lang", "en");
  expect(code).toBe(0);
  expect(stdout).toContain("check any PDF before printing");
});
