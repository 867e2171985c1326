/** The worker pool, which the package does not export, bundled for the bench. */

import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));
const BUNDLE = path("dist/bench/pool.js");

/** Bundles it beside the built package; call once, before any case starts. */
export async function buildInternals() {
  await build({
    entryPoints: [path("src/run/pool.ts")],
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    outfile: BUNDLE,
    logLevel: "warning",
  });
}

/** @returns {Promise<typeof import("../src/run/pool.ts")>} */
export const importPool = () => import(BUNDLE);
