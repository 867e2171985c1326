/**
 * Builds dist/: the library, the command line, the kit and the workers share scripts in dist/code, and each has an
 * entry point that loads its own (src/loader). What starts often and is pure JavaScript is bundled, since one file
 * loads faster than a hundred; packages with native code, and those that only some commands load, stay outside.
 */

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { nameOf, refuseCircles, toScript } from "./loader/to-script.mjs";
import { buildStudio } from "./studio/build-studio.mjs";
import { buildWeb } from "./web/build-web.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const dist = join(root, "dist");
const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/**
 * Not `qr`: V8 from 12 on optimises its functions again and again when their compiled code was kept (measured with Node
 * 22 and 24: 2 ms a row).
 */
const BUNDLED = new Set([
  "commander",
  "culori",
  "fastest-levenshtein",
  "harfbuzzjs",
  "jsonc-parser",
  "lcms-wasm",
  "lru-cache",
  "pdf-lib",
  "preact",
  "preact-render-to-string",
  "satori",
  "saxes",
  "zod",
]);

const ENTRIES = [
  "index",
  "cli/command-line",
  "cli/plain-schemas",
  "http/jobs/job-thread",
  "kit/index",
  "kit/jsx-runtime",
  "run/upload/draw",
  "run/worker",
  "studio/stage/worker",
];

/** What the threads of print runs start from; any of them may be stopped at any time. */
const POOL_WORKER = "run/worker";
/** What they do before their first job. */
const BEFORE_WORK = "prepare";

const COMMON = {
  absWorkingDir: root,
  bundle: true,
  mainFields: ["module", "main"],
  platform: "node",
  target: "node20",
  format: "esm",
  outdir: "dist",
  outbase: "src",
  logLevel: "warning",
};

/** What Node itself loads: the loader, and how the command line's process starts. */
async function buildLoader() {
  await build({
    ...COMMON,
    entryPoints: ["src/loader/load.ts"],
    outbase: "src/loader",
    entryNames: "loader",
  });
  await build({ ...COMMON, entryPoints: ["src/cli/main.ts"], plugins: [entriesOutside] });
}

/** Leaves imports of entry points to their files in dist/. */
const entriesOutside = {
  name: "entries-outside",
  setup({ onResolve }) {
    onResolve({ filter: /\.ts$/ }, ({ path, resolveDir, kind }) => {
      if (kind === "entry-point") return null;
      const name = relative(join(root, "src"), join(resolveDir, path)).replace(/\.ts$/, "");
      if (name === "loader/load") return { path: "../loader.js", external: true };
      return ENTRIES.includes(name) ? { path: path.replace(/\.ts$/, ".js"), external: true } : null;
    });
  },
};

/** WebAssembly stays in its package; what loads it looks beside itself, and is bundled. */
const wasmInPackage = {
  name: "wasm-in-package",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/](?:harfbuzzjs|lcms-wasm)[\\/].*\.m?js$/ }, ({ path }) => {
      const [, name] = /[\\/]node_modules[\\/]([\w-]+)[\\/]/.exec(path);
      return {
        contents: readFileSync(path, "utf8").replaceAll("import.meta.url", `import.meta.resolve("${name}")`),
      };
    });
  },
};

async function buildCode() {
  const { outputFiles } = await build({
    ...COMMON,
    entryPoints: ENTRIES.map((name) => `src/${name}.ts`),
    splitting: true,
    write: false,
    plugins: [wasmInPackage],
    external: Object.keys(dependencies).filter((name) => !BUNDLED.has(name)),
  });
  const scripts = {};
  const exported = {};
  const hash = createHash("sha256");
  for (const { path, text } of outputFiles.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const name = nameOf(relative(dist, path).split(sep).join("/"));
    const { code, imports, exports } = toScript(name, text);
    scripts[name] = { imports };
    exported[name] = exports;
    hash.update(`${name}\n${code}`);
    write(`code/${name}.cjs`, code);
  }
  refuseCircles(scripts);
  write("code/graph.json", JSON.stringify({ build: hash.digest("hex"), scripts }));
  for (const name of ENTRIES) write(`${name}.js`, entryPoint(name, exported[name]));
}

/** What Node loads under an entry point's name: it takes what the script of that name exports. */
function entryPoint(name, exports) {
  const loader = relative(dirname(join(dist, name)), join(dist, "loader.js"));
  const named = exports.filter((each) => each !== "default");
  const isPool = name === POOL_WORKER;
  return [
    `import { ${isPool ? "keepingCode" : "keepCodeLater"}, load } from "${loader.startsWith(".") ? loader : `./${loader}`}";`,
    `const code = ${isPool ? `keepingCode(await load("${name}"), "${BEFORE_WORK}")` : `await load("${name}")`};`,
    `export const { ${named.join(", ")} } = code;`,
    ...(exports.includes("default") ? ["export default code.default;"] : []),
    ...(isPool ? [] : ["keepCodeLater();"]),
    "",
  ].join("\n");
}

function write(path, content) {
  const file = join(dist, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

rmSync(dist, { recursive: true, force: true });
await buildLoader();
await buildCode();
await buildWeb(root);
await buildStudio(root);
