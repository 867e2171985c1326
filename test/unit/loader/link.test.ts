import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type CodeCache, openCodeCache } from "../../../src/loader/code-cache.ts";
import type { CodeGraph, CodeNode } from "../../../src/loader/code-graph.ts";
import { createLinker, type Linker } from "../../../src/loader/link.ts";
import { nameOf, refuseCircles, toScript } from "../../../src/loader/to-script.mjs";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-link-"));
});
afterEach(() => rm(folder, { recursive: true }));

const SOURCES = {
  "one.js": `
    import { evaluations, Shape, twice } from "./shared.js";
    import path, { join as joined } from "node:path";
    import * as all from "./shared.js";
    import "./effect.js";
    export { default as sum } from "./sum.js";
    export const two = twice(1);
    export const later = async () => (await import("./lazy.js")).answer;
    export const parts = [joined("a", "b"), path.posix.sep, Object.keys(all).sort().join(), new Shape().name, evaluations()];
    export const strict = (function () { return this === undefined; })();
    export default class One {}
  `,
  "deep/two.js": `
    import { evaluations, twice } from "../shared.js";
    export const four = twice(twice(1));
    export const count = evaluations;
    export const lazily = () => import("../lazy.js");
  `,
  "shared.js": `
    let evaluated = 0;
    evaluated++;
    export const evaluations = () => evaluated;
    export const twice = (n) => 2 * n;
    export class Shape { name = "hình"; }
  `,
  "sum.js": "await Promise.resolve();\nexport default (a, b) => a + b;",
  "lazy.js": `import { twice } from "./shared.js"; export const answer = twice(21); export const where = import.meta.url;`,
  "effect.js": "globalThis.effects = (globalThis.effects ?? 0) + 1;",
};

/** The modules as esbuild splits them, as scripts in `code`. */
async function buildScripts(sources: Readonly<Record<string, string>>, entries: readonly string[]) {
  for (const [path, source] of Object.entries(sources)) await write(join("src", path), source);
  const { outputFiles } = await build({
    entryPoints: entries.map((entry) => join(folder, "src", entry)),
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    outdir: join(folder, "code"),
    outbase: join(folder, "src"),
    write: false,
  });
  const scripts: Record<string, CodeNode> = {};
  const exported: Record<string, readonly string[]> = {};
  for (const { path, text } of outputFiles) {
    const name = nameOf(relative(join(folder, "code"), path));
    const { code, imports, exports } = toScript(name, text);
    scripts[name] = { imports };
    exported[name] = exports;
    await write(join("code", `${name}.cjs`), code);
  }
  const graph: CodeGraph = { build: "0".repeat(64), scripts };
  return { graph, exported };
}

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

const linkerOf = (graph: CodeGraph, cache: CodeCache | null): Linker =>
  createLinker(join(folder, "code"), graph, cache);

test("scripts export what the modules do, each evaluated once", async () => {
  vi.stubGlobal("effects", 0);
  const { graph, exported } = await buildScripts(SOURCES, ["one.js", "deep/two.js"]);
  const native = await import(/* @vite-ignore */ pathToFileURL(join(folder, "src/one.js")).href);
  const { load } = linkerOf(graph, null);
  const [one, two] = await Promise.all([load("one"), load("deep/two")]);

  expect(new Set(Object.keys(one))).toEqual(new Set(Object.keys(native)));
  expect(new Set(exported.one)).toEqual(new Set(Object.keys(native)));
  expect(one.two).toBe(2);
  expect(one.parts).toEqual(native.parts);
  expect(one.strict).toBe(true);
  expect((one.sum as typeof Math.max)(1, 2)).toBe(3);
  expect((one.default as () => void).name).toBe("One");
  expect((two.count as () => number)()).toBe(1);
  expect((globalThis as { effects?: number }).effects).toBe(2);
  expect(await load("one")).toBe(one);
  vi.unstubAllGlobals();
});

test("what is imported dynamically is linked when it is asked for, from any folder, and once", async () => {
  const { graph } = await buildScripts(SOURCES, ["one.js", "deep/two.js"]);
  const linker = linkerOf(graph, null);
  const one = await linker.load("one");
  const before = linker.compiled.size;
  expect(await (one.later as () => Promise<number>)()).toBe(42);
  expect(linker.compiled.size).toBe(before + 1);
  const two = await linker.load("deep/two");
  const lazy = await (two.lazily as () => Promise<{ readonly where: string }>)();
  expect(lazy.where).toMatch(/^file:.*\/code\/.*\.cjs$/);
  expect(linker.compiled.size).toBe(before + 2);
});

test("another process takes compiled code from the cache, and nothing that is not this code's", async () => {
  const { graph } = await buildScripts(SOURCES, ["one.js", "deep/two.js"]);
  const first = linkerOf(graph, openCodeCache(folder, graph.build));
  await first.load("one");
  openCodeCache(folder, graph.build).keep(first.compiled);

  const second = linkerOf(graph, openCodeCache(folder, graph.build));
  const one = await second.load("one");
  expect(one.two).toBe(2);
  expect([...second.compiled.values()].map((script) => script.cachedDataRejected)).toEqual(
    [...second.compiled].map(() => false),
  );

  // A script that is longer than what was kept for it.
  await write("code/one.cjs", "(async function () { return { two: 'khác' }; })\n".padEnd(5000, " "));
  const third = linkerOf(graph, openCodeCache(folder, graph.build));
  expect((await third.load("one")).two).toBe("khác");
});

test("a fault in a script is told with its own line", async () => {
  const source = `import { sep } from "node:path";\n\nexport const fault = () => {\n  throw new Error(sep);\n};\n`;
  const { graph } = await buildScripts({ "fault.js": source }, ["fault.js"]);
  const { fault } = await linkerOf(graph, null).load("fault");
  const script = (await import("node:fs")).readFileSync(join(folder, "code/fault.cjs"), "utf8").split("\n");
  try {
    (fault as () => never)();
    expect.unreachable();
  } catch (thrown) {
    const [, line] = /fault\.cjs:(\d+):/.exec((thrown as Error).stack!)!;
    expect(script[Number(line) - 1]).toContain("throw new Error");
  }
});

test("a module whose export changes later cannot be a script", () => {
  const changing = "var count = 0;\nfunction add() {\n  count += 1;\n}\nexport {\n  add,\n  count\n};\n";
  expect(() => toScript("counter", changing)).toThrow("counter changes what it exports: count");
  expect(() => toScript("counter", changing.replace("count += 1", "count++"))).toThrow("count");
  expect(() => toScript("counter", changing.replace("count += 1", "other.count = count == 1"))).not.toThrow();
});

test("scripts that import each other are refused", () => {
  const scripts = {
    one: { imports: ["two", "node:fs"] },
    two: { imports: ["three"] },
    three: { imports: ["two"] },
  };
  expect(() => refuseCircles(scripts)).toThrow("two → three → two");
  expect(() => refuseCircles({ ...scripts, three: { imports: ["sharp"] } })).not.toThrow();
});
