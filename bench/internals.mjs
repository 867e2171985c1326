/** Parts of the package that it does not export, bundled for the bench: the worker pool and the merged run. */

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = new URL("../", import.meta.url);
const path = (relative) => fileURLToPath(new URL(relative, root));
const PARTS = ["run/pool", "run/merge/merge-run"];

/** Bundles them beside the built package; call once, before any case starts. */
export async function buildInternals() {
  const there = PARTS.filter((part) => existsSync(path(`src/${part}.ts`)));
  await build({
    entryPoints: there.map((part) => path(`src/${part}.ts`)),
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    outbase: path("src"),
    outdir: path("dist/bench"),
    logLevel: "warning",
  });
}

/** @throws Error when this version does not have the part */
export async function importInternal(part) {
  const bundled = path(`dist/bench/${part}.js`);
  if (!existsSync(bundled)) throw new Error(`this version has no src/${part}.ts`);
  return import(bundled);
}
