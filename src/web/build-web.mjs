/**
 * Builds dist/web/: the files that browsers load (public/, names by content, compressed beside themselves), the
 * renderer of the pages for the server (pages.js), and manifest.json, which says what belongs to what.
 */

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { compress as toWoff2 } from "woff2-encoder";

/** Latin, Vietnamese and the marks of print: what the pages of the form are written in. */
const CHARACTERS = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x1a0, 0x1b0],
  [0x300, 0x323],
  [0x1ea0, 0x1ef9],
  [0x2010, 0x2026],
  [0x20ab, 0x20ab],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
];
const FACES = ["Regular", "Medium", "SemiBold", "Bold"];

/** @param root the package's folder, ending in a slash */
export async function buildWeb(root) {
  const out = `${root}dist/web`;
  const files = `${out}/public`;
  mkdirSync(files, { recursive: true });
  const fonts = await writeFonts(root, files);
  const shared = {
    absWorkingDir: root,
    bundle: true,
    format: "esm",
    logLevel: "warning",
    minify: true,
    mainFields: ["module", "main"],
  };
  const { metafile } = await build({
    ...shared,
    entryPoints: { form: "src/web/client/browser.tsx" },
    splitting: true,
    platform: "browser",
    target: ["chrome109", "firefox115", "safari16"],
    outdir: files,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    metafile: true,
  });
  const style = await build({
    ...shared,
    entryPoints: { form: "src/web/client/style/form.css" },
    outdir: files,
    entryNames: "[name]-[hash]",
    loader: { ".woff2": "file" },
    external: ["*.woff2"],
    metafile: true,
    write: false,
  });
  const css = `${fonts.map(fontFace).join("")}${style.outputFiles[0].text}`;
  const styleName = `form-${hashOf(css)}.css`;
  writeFileSync(join(files, styleName), css);
  await build({
    ...shared,
    minify: false,
    entryPoints: { pages: "src/web/client/pages.tsx" },
    platform: "node",
    target: "node20",
    outdir: out,
  });
  const [script, { imports }] = Object.entries(metafile.outputs).find(([, each]) => each.entryPoint);
  const nameOf = (path) => basename(path);
  const manifest = {
    script: nameOf(script),
    style: styleName,
    fonts: fonts.filter(({ weight }) => weight === 400 || weight === 600).map(({ name }) => name),
    preload: imports.filter(({ kind }) => kind === "import-statement").map(({ path }) => nameOf(path)),
  };
  writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest));
  compress(files);
}

const hashOf = (data) => createHash("sha256").update(data).digest("hex").slice(0, 8).toUpperCase();

const WEIGHTS = { Regular: 400, Medium: 500, SemiBold: 600, Bold: 700 };

const fontFace = ({ name, weight }) =>
  `@font-face{font-family:"Be Vietnam Pro";font-weight:${weight};font-display:swap;src:url("${name}") format("woff2")}`;

async function writeFonts(root, folder) {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("harfbuzzjs/dist/harfbuzz-subset.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm);
  instance.exports._initialize();
  const fonts = [];
  for (const face of FACES) {
    const whole = readFileSync(`${root}fonts/be-vietnam-pro/BeVietnamPro-${face}.ttf`);
    const data = Buffer.from(await toWoff2(subset(instance.exports, whole)));
    const name = `be-vietnam-pro-${face.toLowerCase()}-${hashOf(data)}.woff2`;
    writeFileSync(join(folder, name), data);
    fonts.push({ name, weight: WEIGHTS[face] });
  }
  return fonts;
}

/** The face with the characters of the form and its layout tables (hb-subset.h). */
function subset(hb, font) {
  const address = hb.malloc(font.length);
  new Uint8Array(hb.memory.buffer).set(font, address);
  const blob = hb.hb_blob_create(address, font.length, 2, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  hb.hb_blob_destroy(blob);
  const input = hb.hb_subset_input_create_or_fail();
  const unicodes = hb.hb_subset_input_unicode_set(input);
  for (const [from, to] of CHARACTERS)
    for (let code = from; code <= to; code++) hb.hb_set_add(unicodes, code);
  const made = hb.hb_subset_or_fail(face, input);
  if (made === 0) throw new Error("a font of the form cannot be subset");
  const result = hb.hb_face_reference_blob(made);
  const start = hb.hb_blob_get_data(result, 0);
  const data = Buffer.from(new Uint8Array(hb.memory.buffer, start, hb.hb_blob_get_length(result)));
  hb.hb_subset_input_destroy(input);
  return data;
}

/** What compresses is there in three forms, so that the server never does it again. */
function compress(folder) {
  for (const name of readdirSync(folder)) {
    if (!/\.(?:js|css|svg)$/.test(name)) continue;
    const data = readFileSync(join(folder, name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: data.length };
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(data, { params }));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(data, { level: 9 }));
  }
}
