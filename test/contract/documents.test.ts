/** What the documents say of the tree is so. */

import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import * as kit from "../../src/kit/index.ts";
import { FORMATS } from "../../src/model/formats/index.ts";

const root = join(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");

const DOCUMENTS = [
  "README.md",
  "CONTRIBUTING.md",
  "templates/README.md",
  "bench/README.md",
  ...readdirSync(join(root, "docs"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, "")
    .trim()
    .replaceAll(" ", "-");

const anchorsOf = (file: string): readonly string[] =>
  [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => anchorOf(heading));

/** Those that lead to the tree. */
const linksOf = (document: string): readonly string[] =>
  [...read(document).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = ""]) => decodeURI(link))
    .filter((link) => !/^https?:/.test(link));

test.each(DOCUMENTS)("the links of %s lead to files and headings that there are", (document) => {
  const broken = linksOf(document).filter((link) => {
    const [path = "", anchor] = link.split("#");
    const file = path === "" ? document : join(dirname(document), path);
    return !existsSync(join(root, file)) || (anchor !== undefined && !anchorsOf(file).includes(anchor));
  });
  expect(broken).toEqual([]);
});

test("what shipped documents link to is shipped", async () => {
  const { stdout } = await promisify(execFile)(
    "npm",
    ["pack", "--dry-run", "--json", "--ignore-scripts", "--offline"],
    { cwd: root, maxBuffer: 1e8 },
  );
  const packed = JSON.parse(stdout) as { readonly files: readonly { readonly path: string }[] }[];
  const shipped = Object.values(packed)[0]!.files.map(({ path }) => path);
  const lost = DOCUMENTS.filter((document) => shipped.includes(document)).flatMap((document) =>
    linksOf(document)
      .map((link) => link.split("#")[0]!)
      .filter((path) => path !== "" && !path.endsWith("/"))
      .map((path) => join(dirname(document), path))
      .filter((path) => !shipped.some((file) => file === path || file.startsWith(`${path}/`))),
  );
  expect(lost).toEqual([]);
});

test("the readme counts the formats", () => {
  expect(read("README.md")).toContain(` ${FORMATS.length} formats,`);
});

test("the guide names all that the kit has", () => {
  const guide = read("templates/README.md");
  const unnamed = Object.keys(kit).filter((name) => !new RegExp(`\\b${name}\\b`).test(guide));
  expect(unnamed).toEqual([]);
});

test("the map of the code has every folder of src", () => {
  const map = read("CONTRIBUTING.md");
  const missing = readdirSync(join(root, "src"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !map.includes(`\n  ${entry.name}/ `))
    .map(({ name }) => name);
  expect(missing).toEqual([]);
});

test("what the readme shows of the package compiles for strict callers", async () => {
  const [, shown = ""] = /```ts\n([\s\S]*?)```/.exec(read("README.md")) ?? [];
  const folder = mkdtempSync(join(tmpdir(), "anpham-readme-"));
  try {
    writeFileSync(
      join(folder, "shown.mts"),
      `import type { ElementFont, MergeRow, RenderRequest } from "anpham";
      declare const element: unknown;
      declare const fonts: readonly ElementFont[];
      declare const requests: readonly RenderRequest[];
      declare const rows: readonly MergeRow[];
      declare const signal: AbortSignal;
      ${shown}`,
    );
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({
        extends: join(root, "tsconfig.json"),
        compilerOptions: { typeRoots: [join(root, "node_modules/@types")] },
        include: ["shown.mts", join(root, "src/**/*.d.ts")],
        exclude: [],
      }),
    );
    const compiler = join(root, "node_modules/typescript/bin/tsc");
    const told = await promisify(execFile)(process.execPath, [compiler, "-p", folder]).then(
      ({ stdout }) => stdout,
      (failed: { stdout: string }) => failed.stdout,
    );
    expect(told).toBe("");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
