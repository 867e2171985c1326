/** What a process of the command line loads. Every library that it does not need costs its user a part of a second. */

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openCodeCache } from "../../src/loader/code-cache.ts";
import type { CodeGraph } from "../../src/loader/code-graph.ts";

const root = join(import.meta.dirname, "../..");
const binary = join(root, "dist/cli/main.js");
const hooks = join(root, "test/support/loaded-modules.mjs");
const FLYER = ["recruitment-flyer", "--format", "a5", "--institution", "cd-ky-nghe-binh-thuan"];

let folder: string;
beforeAll(() => {
  if (!existsSync(binary)) throw new Error(`${binary} is missing: run “npm run build” first`);
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-cold-"));
});
afterEach(() => rm(folder, { recursive: true }));

const run = (args: readonly string[], nodeArgs: readonly string[] = [], env: Record<string, string> = {}) =>
  promisify(execFile)(process.execPath, [...nodeArgs, binary, ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
  });

interface LoadedFile {
  readonly file: string;
  /** Whether its compiled code was kept by a process before. */
  readonly isKept: boolean;
}

async function filesOf(args: readonly string[]): Promise<readonly LoadedFile[]> {
  const list = join(folder, "loaded.txt");
  await rm(list, { force: true });
  await run(args, ["--import", hooks], { LOADED_MODULES: list });
  const lines = (await readFile(list, "utf8")).split("\n").filter((line) => line.startsWith("file:"));
  return lines.map((line) => {
    const [address = "", kept] = line.split(" ");
    return { file: fileURLToPath(address), isKept: kept !== undefined };
  });
}

/** The packages that a command loads: by themselves, or within the program's own files. */
async function packagesOf(...args: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const { file } of await filesOf(args)) {
    const [, own] = PACKAGE.exec(file) ?? [];
    if (own !== undefined) found.add(own);
    // The bundle names what it took from where.
    else for (const [, name = ""] of (await readFile(file, "utf8")).matchAll(BUNDLED)) found.add(name);
  }
  return [...found].sort();
}

/** Compiled templates lie in `node_modules/.cache`, which is no package. */
const PACKAGE = /\/node_modules\/((?:@[^/]+\/)?[^./][^/]*)\/(?!.*\/node_modules\/)/;
const BUNDLED = /(?:^|; )\/\/ (?:\.\.\/)*node_modules\/((?:@[^/]+\/)?[^/]+)\//gm;

describe("loads no more than it needs:", () => {
  test.each([["--help"], ["formats"], ["themes"]])("%s", async (command) => {
    expect(await packagesOf(command)).toEqual(["commander", "fastest-levenshtein", "zod"]);
  });

  test("a piece as PDF, its template compiled already", async () => {
    await run(["render", ...FLYER, "--out", "first.pdf"]);
    const packages = await packagesOf("render", ...FLYER, "--profile", "offset", "--out", "second.pdf");
    expect(packages).toEqual([
      "@resvg/resvg-js",
      "commander",
      "culori",
      "fastest-levenshtein",
      "harfbuzzjs",
      "jsonc-parser",
      "lcms-wasm",
      "lru-cache",
      "qr",
      "saxes",
      "xmlchars",
      "zod",
    ]);
  });
});

test("a second process compiles nothing of the program again, and makes the same bytes", async () => {
  const args = ["render", ...FLYER, "--profile", "offset", "--date", "2026-11-26"];
  await run([...args, "--out", "first.pdf"]);
  // Whatever else runs at this moment may keep its own code in between.
  await run([...args, "--out", "first.pdf"]);
  const scripts = (await filesOf([...args, "--out", "second.pdf"])).filter(({ file }) =>
    file.endsWith(".cjs"),
  );
  expect(scripts.length).toBeGreaterThan(40);
  expect(scripts.filter(({ isKept }) => !isKept)).toEqual([]);
  const [first, second] = await Promise.all(
    ["first.pdf", "second.pdf"].map((name) => readFile(join(folder, name))),
  );
  expect(first!.equals(second!)).toBe(true);
});

test("the threads of a run keep what they compiled for those of the next run", async () => {
  const rows = [
    "institution,badge",
    ...Array.from({ length: 20 }, (_, i) => `cd-ky-nghe-binh-thuan,Đợt ${i}`),
  ];
  await writeFile(join(folder, "rows.csv"), rows.join("\n"));
  await run([
    "batch",
    "recruitment-flyer",
    "--format",
    "a5",
    "--rows",
    "rows.csv",
    "--out",
    "out",
    "--workers",
    "1",
  ]);
  const { build } = JSON.parse(await readFile(join(root, "dist/code/graph.json"), "utf8")) as CodeGraph;
  const cache = openCodeCache(join(root, "node_modules/.cache/anpham"), build);
  const needed = ["cli/command-line", "run/worker", "kit/index"];
  expect(needed.filter((name) => !cache.get(name))).toEqual([]);
});

test("zod brings one of its languages", async () => {
  const texts = await Promise.all((await filesOf(["formats"])).map(({ file }) => readFile(file, "utf8")));
  const languages = texts.flatMap((text) => text.match(/\/\/ node_modules\/zod\/.*\/locales\/.*$/gm) ?? []);
  expect(languages).toEqual(["// node_modules/zod/v4/locales/en.js"]);
});

test("a name that the kit does not have is told with its line", async () => {
  await mkdir(join(folder, "templates/one"), { recursive: true });
  await writeFile(
    join(folder, "templates/one/template.tsx"),
    'import { Page,\n  Hedline } from "anpham/kit";\nexport default { id: "one", pages: () => <Page><Hedline /></Page> };\n',
  );
  const told = await run([
    "render",
    "one",
    ...FLYER.slice(1),
    "--templates",
    "templates",
    "--out",
    "x.pdf",
  ]).then(
    () => "",
    ({ stderr }: { stderr: string }) => stderr,
  );
  expect(told).toContain("template.tsx:2:");
  expect(told).toContain("Hedline");
});
