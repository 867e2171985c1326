/** renderElement against satori's own SVG drawn by resvg, and its PDF as two other engines draw it. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import satori from "satori";
import { afterAll, describe, expect, test } from "vitest";
import { renderElement } from "../../src/render-element.ts";
import { readPicture, strayPixels } from "../support/compare.ts";
import { EMOJI, elementZoo, ZOO_HEIGHT, ZOO_WIDTH } from "../support/element-zoo.ts";
import { BOLD, elementFont, REGULAR } from "../support/fonts.ts";
import { testWith } from "../support/judges.ts";

const SCALE = 2;
const fonts = [elementFont(REGULAR), elementFont(BOLD)];
const zoo = await elementZoo();
const folder = mkdtempSync(join(tmpdir(), "anpham-zoo-"));
afterAll(() => rmSync(folder, { recursive: true }));

const render = (name: string, as: "pdf" | "png" | "svg") =>
  renderElement(zoo[name], {
    widthPx: ZOO_WIDTH,
    heightPx: ZOO_HEIGHT,
    fonts,
    as,
    scale: SCALE,
    graphemeImages: EMOJI,
  });

/** resvg 0.35 cannot read WebP, so satori's SVG shows nothing there: the same picture as PNG stands in. */
const DRAWN_WRONG_BY_RESVG = new Set(["WebP, rounded"]);

/** A few pixels of antialiasing: the thinnest line of the zoo alone has 240. */
const ALLOWED = 24;

/** Poppler always adjusts strokes to whole pixels, which moves their edges. */
const ALLOWED_POPPLER = 140;
/** MuPDF blends the pixels of tiled images with their neighbours. */
const ALLOWED_MUPDF = 100;

describe("PNG looks as satori and resvg draw it", () => {
  test.each(Object.keys(zoo).filter((name) => !DRAWN_WRONG_BY_RESVG.has(name)))("%s", async (name) => {
    const svg = await satori(zoo[name] as never, {
      width: ZOO_WIDTH,
      height: ZOO_HEIGHT,
      fonts,
      graphemeImages: EMOJI,
    });
    const reference = new Resvg(svg, { fitTo: { mode: "zoom", value: SCALE } }).render().asPng();
    const { bytes } = await render(name, "png");
    expect(strayPixels(await readPicture(reference), await readPicture(bytes))).toBeLessThanOrEqual(ALLOWED);
  });

  test("SVG text, drawn by resvg, is the same picture as the PNG", async () => {
    const svg = await render("text stroke", "svg");
    const drawn = new Resvg(Buffer.from(svg.bytes).toString("utf8"), {
      fitTo: { mode: "width", value: ZOO_WIDTH * SCALE },
    });
    const { bytes } = await render("text stroke", "png");
    expect(strayPixels(await readPicture(drawn.render().asPng()), await readPicture(bytes))).toBe(0);
  });
});

/** Rasterises page 1 at the zoo's scale. */
function poppler(file: string): Buffer {
  const out = file.replace(/\.pdf$/, "-poppler");
  execFileSync("pdftoppm", ["-r", `${96 * SCALE}`, "-png", "-singlefile", file, out]);
  return readFileSync(`${out}.png`);
}

function mupdf(file: string): Buffer {
  const out = file.replace(/\.pdf$/, "-mupdf.png");
  execFileSync("mutool", ["draw", "-q", "-r", `${96 * SCALE}`, "-o", out, file], { stdio: "ignore" });
  return readFileSync(out);
}

describe("PDF looks like the PNG to two engines", () => {
  for (const name of Object.keys(zoo)) {
    testWith("pdftoppm", "mutool")(name, async () => {
      const pdf = join(folder, `${Object.keys(zoo).indexOf(name)}.pdf`);
      writeFileSync(pdf, (await render(name, "pdf")).bytes);
      const png = await readPicture((await render(name, "png")).bytes);
      const found = {
        poppler: strayPixels(png, await readPicture(poppler(pdf))),
        mupdf: strayPixels(png, await readPicture(mupdf(pdf))),
      };
      expect(found.poppler).toBeLessThanOrEqual(ALLOWED_POPPLER);
      expect(found.mupdf).toBeLessThanOrEqual(ALLOWED_MUPDF);
    });
  }
});
