/** What the package does not export, bundled for the bench: how the command line tunes V8 for runs. */

import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));
const FOLDER = path("dist/bench/");

/** Bundles them beside the built package; call once, before any case starts. */
export async function buildInternals() {
  // No case is to load it.
  const { build } = await import("esbuild");
  await build({
    entryPoints: [path("src/cli/warm-up.ts")],
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

/** As the command line does for print runs; once, before the first. @param onlyPdf whether they have no pictures */
export async function tuneForRuns(onlyPdf) {
  const { preferLongRunOnceBegun } = await import(`${FOLDER}cli/warm-up.js`);
  const { keepCode } = await import("../dist/loader.js");
  preferLongRunOnceBegun({ onlyPdf, keepCode });
}
