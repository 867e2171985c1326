/** What the package does not export, bundled for the bench: the worker pool, and how runs tune V8. */

import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));
const FOLDER = path("dist/bench/");

/** Bundles them beside the built package; call once, before any case starts. */
export async function buildInternals() {
  await build({
    entryPoints: [path("src/run/pool.ts"), path("src/cli/warm-up.ts")],
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    outdir: FOLDER,
    outbase: path("src"),
    logLevel: "warning",
  });
}

/** @returns {Promise<typeof import("../src/run/pool.ts")>} */
export const importPool = () => import(`${FOLDER}run/pool.js`);

/** As the command line does for print runs. */
export async function tuneForRuns() {
  const { preferLongRunOnceBegun } = await import(`${FOLDER}cli/warm-up.js`);
  const { keepCode } = await import("../dist/loader.js");
  preferLongRunOnceBegun(keepCode);
}
