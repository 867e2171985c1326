/**
 * Builds dist/: the library, the command line, the kit and the worker, as ES modules that share chunks.
 * What starts often and is pure JavaScript is bundled, since one file loads faster than a hundred; packages with
 * native code or WebAssembly, and those that only some commands load, stay outside.
 */

import { readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { buildStudio } from "./studio/build-studio.mjs";
import { buildWeb } from "./web/build-web.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));

const BUNDLED = new Set([
  "culori",
  "dequal",
  "fastest-levenshtein",
  "jsonc-parser",
  "lru-cache",
  "pdf-lib",
  "preact",
  "preact-render-to-string",
  "qr",
  "satori",
  "saxes",
  "zod",
]);

rmSync(`${root}dist`, { recursive: true, force: true });

await build({
  absWorkingDir: root,
  entryPoints: [
    "src/index.ts",
    "src/cli/main.ts",
    "src/http/jobs/job-thread.ts",
    "src/kit/index.ts",
    "src/kit/jsx-runtime.ts",
    "src/run/worker.ts",
    "src/studio/stage/worker.ts",
  ],
  bundle: true,
  splitting: true,
  external: Object.keys(dependencies).filter((name) => !BUNDLED.has(name)),
  mainFields: ["module", "main"],
  platform: "node",
  target: "node20",
  format: "esm",
  outdir: "dist",
  outbase: "src",
  logLevel: "warning",
});

await buildWeb(root);
await buildStudio(root);
