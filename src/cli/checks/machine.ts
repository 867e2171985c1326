/** Checks Node, the native and WebAssembly engines, and the optional tools. */

import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { type Finding, findingOf } from "./finding.ts";

const OLDEST_NODE = 20;

/** Each engine does the smallest real piece of work, which shows more than that its package is there. */
const ENGINES: readonly (readonly [name: string, work: () => Promise<string>])[] = [
  [
    "satori",
    async () => {
      const { runSatori } = await import("../../layout/satori.ts");
      const { svg } = await runSatori({
        element: { type: "div", props: { style: { width: 2, height: 1 } }, key: null },
        width: 2,
        height: 1,
        fonts: { faces: [], families: [] },
        underlines: false,
        graphemeImages: {},
        pointScaleFactor: null,
      });
      return /width="\d+" height="\d+"/.exec(svg)?.[0] ?? fail("no SVG came back");
    },
  ],
  [
    "resvg",
    async () => {
      const { normaliseSvg } = await import("../../layout/normalise.ts");
      const svg = normaliseSvg('<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"/>');
      return /width="\d+" height="\d+"/.exec(svg)?.[0] ?? fail("no SVG came back");
    },
  ],
  [
    "skia",
    async () => {
      const { openSurface } = await import("../../export/raster/skia/surface.ts");
      const { canvas, pen } = openSurface({ width: 2, height: 1 });
      pen.fillStyle = "#ff0000";
      pen.fillRect(0, 0, 1, 1);
      const pixels = canvas.data().toString("hex");
      return pixels === "ff0000ff00000000" ? "2 px" : fail(`wrong pixels: ${pixels}`);
    },
  ],
  [
    "sharp",
    async () => {
      const { default: sharp } = await import("sharp");
      const blank = { width: 2, height: 1, channels: 3, background: "#fff" } as const;
      const { width } = await sharp(await sharp({ create: blank }).png().toBuffer()).metadata();
      return `${width} px, libvips ${sharp.versions.vips}`;
    },
  ],
  ["harfbuzz", async () => loaded((await import("harfbuzzjs")).Blob)],
];

function fail(reason: string): never {
  throw new Error(reason);
}

function loaded(entry: unknown): string {
  if (typeof entry !== "function") throw new Error("the package has no entry");
  return "đã nạp | loaded";
}

/** Node and the engines: all of them are needed. */
export async function checkMachine(): Promise<readonly Finding[]> {
  const node = await findingOf("Node.js", async () => {
    const major = Number(process.versions.node.split(".")[0]);
    if (major < OLDEST_NODE) throw new Error(`${process.versions.node} < ${OLDEST_NODE}`);
    return process.versions.node;
  });
  const engines = await Promise.all(ENGINES.map(([name, work]) => findingOf(name, work)));
  return [node, ...engines];
}

/** Programs that the tests use as independent judges. Rendering needs none of them. */
const TOOLS = ["qpdf", "pdftotext", "pdftoppm", "pdffonts", "gs", "mutool", "chromium"];

export async function checkTools(): Promise<readonly Finding[]> {
  return Promise.all(
    TOOLS.map(async (tool): Promise<Finding> => {
      const path = await whereIs(tool);
      return path
        ? { state: "ok", subject: tool, detail: path }
        : {
            state: "missing",
            subject: tool,
            detail: "không có; chỉ dùng khi chạy kiểm thử | not found; only the tests use it",
          };
    }),
  );
}

async function whereIs(program: string): Promise<string | null> {
  for (const folder of (process.env.PATH ?? "").split(delimiter).filter(Boolean)) {
    const path = join(folder, program);
    const usable = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (usable) return path;
  }
  return null;
}
