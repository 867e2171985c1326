/**
 * Contrast measured from pixels, independently of preflight: each page is drawn without its text, and every glyph
 * run is held against the worst of what really lies under its box.
 */

import { readFileSync } from "node:fs";
import sharp from "sharp";
import { expect, test } from "vitest";
import { contrastRatio, type Rgb } from "../../src/base/color.ts";
import { apply, compose, IDENTITY, type Matrix } from "../../src/base/geometry.ts";
import { exportSheets } from "../../src/export/export.ts";
import { FORMATS } from "../../src/model/formats/index.ts";
import type { GlyphRun, SceneNode } from "../../src/model/scene.ts";
import type { Sheet } from "../../src/model/sheet.ts";
import { packageFolders } from "../../src/package-folders.ts";
import { createEngine } from "../../src/render.ts";

const engine = await createEngine(packageFolders());
const data = JSON.parse(
  readFileSync(new URL("../../brand/samples/briefs/typical.json", import.meta.url), "utf8"),
) as Record<string, unknown>;

/** Pixels along the longer side: fine enough that a hairline under a text is a pixel. */
const SIDE = 1200;
/** Parts of a box that may be worse: antialiased edges of neighbouring shapes. */
const EDGES = 0.02;

const withoutText = (nodes: readonly SceneNode[]): SceneNode[] =>
  nodes.flatMap((node): SceneNode[] => {
    if (node.kind === "glyphs") return [];
    return node.kind === "group" ? [{ ...node, children: withoutText(node.children) }] : [node];
  });

function runsIn(nodes: readonly SceneNode[], matrix: Matrix): { run: GlyphRun; matrix: Matrix }[] {
  return nodes.flatMap((node) => {
    if (node.kind === "group") return runsIn(node.children, compose(matrix, node.transform));
    return node.kind === "glyphs" ? [{ run: node, matrix }] : [];
  });
}

/** Sheets as they are without a letter on them. */
const blank = (sheets: readonly Sheet[]): Sheet[] =>
  sheets.map((sheet) => ({
    ...sheet,
    placements: sheet.placements.map((placement) => ({
      ...placement,
      scene: {
        ...placement.scene,
        fragments: placement.scene.fragments.map((placed) => ({
          ...placed,
          fragment: {
            ...placed.fragment,
            hash: `${placed.fragment.hash}-blank`,
            nodes: withoutText(placed.fragment.nodes),
          },
        })),
      },
    })),
  }));

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The contrast that all but a sliver of the box has at least. */
function worst(letter: Rgb, picture: Picture, box: readonly [number, number, number, number]): number {
  const [left, top, right, bottom] = box.map(Math.round) as [number, number, number, number];
  const contrasts: number[] = [];
  for (let y = Math.max(0, top); y <= Math.min(picture.height - 1, bottom); y++) {
    for (let x = Math.max(0, left); x <= Math.min(picture.width - 1, right); x++) {
      const at = (y * picture.width + x) * 3;
      const [r, g, b] = [picture.data[at]!, picture.data[at + 1]!, picture.data[at + 2]!];
      contrasts.push(contrastRatio(letter, { r, g, b }));
    }
  }
  return contrasts.sort((a, b) => a - b)[Math.floor(contrasts.length * EDGES)] ?? Number.POSITIVE_INFINITY;
}

const ids = engine.library.templates.ids;

test.each(ids)("%s: every text stands out from what is under it, in every theme", async (template) => {
  const { formats, themes } = await engine.library.templates.load(template);
  const weak: string[] = [];
  for (const theme of themes) {
    const format = FORMATS.find(({ id }) => id === formats[0])!;
    const ppi = Math.max(1, Math.min(300, (SIDE * 25.4) / Math.max(format.width, format.height)));
    const request = {
      template,
      format: format.id,
      theme,
      institution: "dao-tao-gio-nam",
      data,
      as: "svg",
    } as const;
    const { sheets, job } = await engine.render(request);
    const { title, inks } = job;
    const plain = {
      as: "png",
      ppi,
      title,
      author: null,
      language: "vi",
      date: null,
      condition: null,
      inks,
    } as const;
    const { value } = await exportSheets(blank(sheets), { ...plain, standard: "pdf-1.6", text: "live" });
    const needed = format.medium === "print" && format.viewingDistance >= 2 ? 7 : 4.5;
    for (const [index, artifact] of value.entries()) {
      const { data: pixels, info } = await sharp(artifact.bytes)
        .flatten({ background: "#fff" })
        .raw()
        .toBuffer({ resolveWithObject: true });
      const picture = { width: info.width, height: info.height, data: new Uint8Array(pixels) };
      const scale = info.width / sheets[index]!.size.width;
      for (const { scene, transform } of sheets[index]!.placements) {
        for (const { fragment, transform: placed, frame } of scene.fragments) {
          for (const { run, matrix } of runsIn(
            fragment.nodes,
            compose(compose(transform, placed), IDENTITY),
          )) {
            if (run.fill?.paint.kind !== "solid" || run.glyphs.length === 0) continue;
            const [first, last] = [run.glyphs[0]!, run.glyphs.at(-1)!];
            const from = apply(matrix, { x: first.x, y: first.y - run.size * 0.5 });
            const to = apply(matrix, { x: last.x + last.advance, y: last.y });
            const box = [from.x, from.y, to.x, to.y].map((value) => value * scale) as [
              number,
              number,
              number,
              number,
            ];
            const contrast = worst(run.fill.paint.color.rgb, picture, box);
            if (contrast < needed - 0.05) weak.push(`${theme} ${frame} “${run.text}” ${contrast.toFixed(2)}`);
          }
        }
      }
    }
  }
  expect(weak).toEqual([]);
});
