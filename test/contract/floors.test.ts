/** The walls: a file imports only from lower floors, sibling stages never see each other. */

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Folders or files under src/, by floor. Those on one floor never import each other. */
const FLOORS: readonly (readonly string[])[] = [
  ["base"],
  ["loader", "model"],
  ["kit"],
  ["resolve", "compose", "layout", "preflight", "impose", "export", "inspect"],
  ["render.ts", "render-element.ts"],
  ["ticket"],
  ["package-folders.ts"],
  ["run"],
  ["http", "web", "studio"],
  ["index.ts", "cli"],
];

interface Import {
  readonly from: string;
  readonly to: string;
}

const IMPORT = /(?:from|import)\s*\(?\s*["']([^"']+)["']/g;

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes(".generated."))
    .map((file) => join(folder, file));

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  return [...text.matchAll(IMPORT)].map(([, to = ""]) => ({
    from: file,
    to: to.startsWith(".") ? relative(root, join(root, dirname(file), to)) : to,
  }));
}

const unitOf = (path: string): string => path.split("/")[1] ?? "";
const floorOf = (unit: string): number => FLOORS.findIndex((floor) => floor.includes(unit));

const all = sources("src").flatMap(importsOf);

describe("src/", () => {
  test("every folder stands on a floor", () => {
    const units = [...new Set(sources("src").map(unitOf))];
    expect(units.filter((unit) => floorOf(unit) < 0)).toEqual([]);
  });

  test("imports point down, and never to a sibling stage", () => {
    const wrong = all
      .filter(({ to }) => to.startsWith("src/"))
      .filter(({ from, to }) => unitOf(from) !== unitOf(to) && floorOf(unitOf(to)) >= floorOf(unitOf(from)));
    expect(wrong).toEqual([]);
  });

  test("exporters do not see each other, JSX or satori", () => {
    // The colour engine and the simplifier of display lists are no exporters: exporters share them.
    const exporter = (path: string) => /^src\/export\/(?!ink\/|display-list\/)(\w+)\//.exec(path)?.[1];
    const wrong = all.filter(
      ({ from, to }) => exporter(from) && exporter(to) && exporter(from) !== exporter(to),
    );
    // Press pixels and proofs are made from the pixels of screens.
    const built: Readonly<Record<string, readonly string[]>> = {
      tiff: ["raster"],
      proof: ["raster"],
    };
    expect(wrong.filter(({ from, to }) => !built[exporter(from)!]?.includes(exporter(to)!))).toEqual([]);
  });

  test.each([
    ["satori", /^src\/layout\/satori\.ts$/],
    ["@resvg/resvg-js", /^src\/(layout\/normalise|resolve\/paint-svg)\.ts$/],
    ["@napi-rs/canvas", /^src\/export\/raster\/skia\//],
    ["lcms-wasm", /^src\/export\/ink\/lcms\.ts$/],
    ["fastify", /^src\/(http|(web|studio)\/server)\//],
    ["preact", /^src\/(web|studio)\/client\//],
    ["chokidar", /^src\/studio\/server\/watch\.ts$/],
    ["piscina", /^src\/run\/(pool|render-work)\.ts$/],
    ["yazl", /^src\/run\/zip\.ts$/],
    ["bullmq", /^src\/run\/queue\//],
    ["ioredis", /^src\/run\/queue\/connection\.ts$/],
    ["@aws-sdk/client-s3", /^src\/run\/exchange\/s3-store\.ts$/],
    ["write-excel-file", /^src\/run\/workbook\.ts$/],
    ["commander", /^src\/cli\//],
    ["pdf-lib", /^src\/(export\/pdf\/existing|inspect)\//],
    ["esbuild", /^src\/compose\/compile-template\.ts$/],
  ])("%s is known in one place", (library, place) => {
    const users = all.filter(({ to }) => to === library || to.startsWith(`${library}/`));
    expect(users.filter(({ from }) => !place.test(from))).toEqual([]);
  });
});

test("what talks to other machines is loaded when it is asked for", () => {
  const atStart = /^import (?!type\b).*"(?:bullmq|ioredis|@aws-sdk\/.*)"/m;
  expect(sources("src").filter((file) => atStart.test(readFileSync(join(root, file), "utf8")))).toEqual([]);
});

test("templates import the template kit and nothing else", () => {
  const wrong = sources("templates")
    .flatMap(importsOf)
    .filter(({ to }) => to !== "anpham/kit" && !to.startsWith("templates/"));
  expect(wrong).toEqual([]);
});

test("library code neither prints nor reads a clock or a die", () => {
  // What runs in a browser saves drafts with their time; what refuses templates a clock and a die names them.
  const excepted = /^src\/(cli\/|web\/client\/|compose\/purity\.ts$)/;
  const pure = sources("src").filter((file) => !excepted.test(file));
  const found = pure.filter((file) => {
    const code = readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
    return /console\.|Date\.now|new Date\(\)|Math\.random|process\.stdout/.test(code);
  });
  expect(found).toEqual([]);
});
