/** One coder for many files. */

import { describe, expect, test } from "vitest";
import { rect } from "../../../../src/base/geometry.ts";
import { contentHash } from "../../../../src/base/hash.ts";
import { createInkConverter } from "../../../../src/export/ink/ink-converter.ts";
import { exportPdf } from "../../../../src/export/pdf/export-pdf.ts";
import { PageCoder } from "../../../../src/export/pdf/page-coder.ts";
import type { SceneNode } from "../../../../src/model/scene.ts";
import type { Sheet } from "../../../../src/model/sheet.ts";
import { flatRaster } from "../../../support/pdf.ts";
import { CONDITION, DAY } from "../../../support/press.ts";
import {
  fragmentOf,
  glyphRun,
  group,
  linear,
  placed,
  sceneOf,
  solidRect,
  stopsOf,
  testFace,
  trimSheet,
} from "../../../support/scene.ts";

const face = testFace();
const INFO = { title: "Tờ rơi", author: "Trường", language: "vi-VN", date: DAY };

const ground = [solidRect(0, 0, 100, 50, linear([0, 0, 100, 0], stopsOf("#004080", "#80c0ff")))];
const plain = [solidRect(10, 10, 20, 5, "#ffcc00")];
const shadow = group([solidRect(40, 20, 20, 5, "#ff0000")], {
  filters: [{ region: rect(35, 15, 30, 15), primitives: [] }],
});
const said = (text: string): readonly SceneNode[] => [glyphRun(text, face, 8, 10, 40)];

/** Frames one over the other, moved to the right by so many mm. */
const sheetWith = (frames: readonly (readonly SceneNode[])[], dx = 0): Sheet =>
  trimSheet(
    sceneOf(
      frames.map((nodes, i) =>
        placed(`khung ${i}`, rect(dx, 0, 100, 50), nodes, {
          transform: [1, 0, 0, 1, dx, 0],
          fragment: fragmentOf(nodes, 100, 50, { hash: contentHash(nodes) }),
        }),
      ),
      { width: 100, height: 50, fonts: [face] },
    ),
  );

async function coder(seen = { width: 0, height: 0, count: 0 }): Promise<PageCoder> {
  return new PageCoder({
    ppi: 72,
    rasterise: flatRaster("#808080", seen),
    converter: await createInkConverter(CONDITION, new Map()),
    inks: new Map(),
    text: "live",
    standard: "pdf/x-4",
  });
}

const bytes = async (sheets: readonly Sheet[], by: PageCoder): Promise<string> =>
  Buffer.concat((await exportPdf(sheets, by, INFO)).value.parts).toString("latin1");

describe("a coder that has coded other files", () => {
  const files: readonly (readonly Sheet[])[] = [
    [sheetWith([ground, [shadow], plain, said("Một")])],
    [sheetWith([ground, [shadow], plain, said("Hai")])],
    [sheetWith([ground, plain, said("Một")], 5)],
    [sheetWith([ground, plain]), sheetWith([ground, plain, said("Ba")])],
    [sheetWith([ground, plain, plain])],
  ];

  test("writes the same bytes as one that has not", async () => {
    const used = await coder();
    for (const round of [1, 2]) {
      for (const sheets of files)
        expect(await bytes(sheets, used), `${round}`).toBe(await bytes(sheets, await coder()));
    }
  });

  test("tells again what it found", async () => {
    const used = await coder();
    const told = async () => (await exportPdf(files[0]!, used, INFO)).diagnostics.map(({ code }) => code);
    expect(await told()).toEqual(["export.rasterised"]);
    expect(await told()).toEqual(["export.rasterised"]);
  });

  test("rasterises an effect again only where more or less of it is seen", async () => {
    const seen = { width: 0, height: 0, count: 0 };
    const used = await coder(seen);
    await exportPdf([sheetWith([[shadow]])], used, INFO);
    await exportPdf([sheetWith([plain, [shadow]], 5)], used, INFO);
    expect(seen).toEqual({ width: 86, height: 43, count: 1 });
    // Half of it leaves the page, which has no bleed.
    await exportPdf([sheetWith([[shadow]], 50)], used, INFO);
    expect(seen).toEqual({ width: 43, height: 43, count: 2 });
  });
});

test("what stands in one place is written out, what recurs is a form", async () => {
  const once = await bytes([sheetWith([ground, plain])], await coder());
  expect(once).not.toContain("/Subtype/Form");
  const twice = await bytes([sheetWith([ground, plain]), sheetWith([ground, said("Hai")])], await coder());
  expect(twice.match(/\/Subtype\/Form/g)).toHaveLength(1);
});
