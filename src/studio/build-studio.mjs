// Builds the studio's page: a bundle of its own, for the browser, into dist/studio/client.
import { cpSync } from "node:fs";
import { build } from "esbuild";

/** @param {string} root the package's folder, with a slash at its end */
export async function buildStudio(root) {
  await build({
    absWorkingDir: root,
    entryPoints: ["src/studio/client/main.tsx", "src/studio/client/style.css"],
    bundle: true,
    minify: true,
    platform: "browser",
    target: "es2022",
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "preact",
    tsconfigRaw: {},
    outdir: "dist/studio/client",
    logLevel: "warning",
  });
  cpSync(`${root}src/studio/client/index.html`, `${root}dist/studio/client/index.html`);
}
