/** Chromium over playwright-core: pages stay open with the fonts loaded; only their body is replaced. */

import { existsSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { A5, FONT_FAMILY, FONTS } from "../content.mjs";
import { design, scaled } from "../design.mjs";
import { svgOf } from "../drawing.mjs";

const CSS_PX = 96 / 25.4;
const PAGES = 2;
const EXECUTABLES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const UNITLESS = new Set(["fontWeight", "lineHeight", "flexGrow"]);
const cssOf = (style) =>
  Object.entries(style)
    .map(([name, value]) => {
      const property = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      return `${property}:${typeof value === "number" && !UNITLESS.has(name) ? `${value}px` : value}`;
    })
    .join(";");

const html = {
  box: (style, { children }, unit) =>
    `<div style="${cssOf(style)}">${children.map((child) => htmlOf(child, unit)).join("")}</div>`,
  words: (style, { text }) => `<div style="${cssOf(style)}">${text}</div>`,
  picture: (style, { drawing }) =>
    `<div style="${cssOf(style)}">${svgOf(drawing).replace(/ width="[^"]*" height="[^"]*">/, ' width="100%" height="100%">')}</div>`,
};
const htmlOf = (node, unit) => html[node.kind](scaled(node.style, unit), node, unit);

const SHELL = `<!doctype html><html lang="vi"><style>
${FONTS.map(({ weight, file }) => `@font-face{font-family:"${FONT_FAMILY}";font-weight:${weight};src:url(data:font/ttf;base64,${readFileSync(file, "base64")})}`).join("\n")}
@page{size:${A5.width}mm ${A5.height}mm;margin:0}
*{box-sizing:border-box}body{margin:0;font-family:"${FONT_FAMILY}"}
section{break-after:page;overflow:hidden;width:${A5.width}mm;height:${A5.height}mm}section:last-child{break-after:auto}
</style><body></body></html>`;

async function show(page, body) {
  await page.evaluate(async (markup) => {
    globalThis.document.body.innerHTML = markup;
    await globalThis.document.fonts.ready;
  }, body);
}
const print = async (page) =>
  page.pdf({
    printBackground: true,
    preferCSSPageSize: true,
    width: `${A5.width}mm`,
    height: `${A5.height}mm`,
  });
const section = (piece) => `<section>${htmlOf(design(piece), CSS_PX)}</section>`;

export default {
  parallel: { kind: "in-flight", count: PAGES },
  async open() {
    const executablePath = EXECUTABLES.find((path) => existsSync(path));
    if (!executablePath) throw new Error(`no browser at ${EXECUTABLES.join(", ")}`);
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    const pages = [];
    const pageOf = async (lane) => {
      pages[lane] ??= browser.newPage().then(async (page) => {
        await page.setContent(SHELL);
        return page;
      });
      return pages[lane];
    };
    return {
      async pdf(piece, lane = 0) {
        const page = await pageOf(lane);
        await show(page, section(piece));
        return print(page);
      },
      async merged(pieces) {
        const page = await pageOf(0);
        await show(page, pieces.map(section).join(""));
        return print(page);
      },
      async png(piece, { width, height }, lane = 0) {
        const page = await pageOf(lane);
        await page.setViewportSize({ width, height });
        await show(page, htmlOf(design(piece), width / A5.width));
        return page.screenshot({ type: "png" });
      },
      close: () => browser.close(),
    };
  },
};
