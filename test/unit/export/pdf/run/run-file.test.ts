/** Pages that are coded apart and put together in one file. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Cmyk } from "../../../../../src/base/color.ts";
import { AnphamError } from "../../../../../src/base/diagnostic.ts";
import { rect } from "../../../../../src/base/geometry.ts";
import { contentHash } from "../../../../../src/base/hash.ts";
import { createInkConverter } from "../../../../../src/export/ink/ink-converter.ts";
import type { DocumentInfo } from "../../../../../src/export/pdf/metadata.ts";
import { allOf } from "../../../../../src/export/pdf/object.ts";
import { type CodedPages, PageCoder } from "../../../../../src/export/pdf/page-coder.ts";
import { Sender } from "../../../../../src/export/pdf/run/parcel.ts";
import { RunFile, RunMemory } from "../../../../../src/export/pdf/run/run-file.ts";
import { loadSubsetter } from "../../../../../src/export/pdf/subset.ts";
import type { InkTable } from "../../../../../src/model/ink.ts";
import type { SceneNode } from "../../../../../src/model/scene.ts";
import type { Sheet } from "../../../../../src/model/sheet.ts";
import { run, testWith } from "../../../../support/judges.ts";
import { flatRaster } from "../../../../support/pdf.ts";
import { CONDITION, DAY } from "../../../../support/press.ts";
import {
  color,
  fragmentOf,
  glyphRun,
  linear,
  placed,
  sceneOf,
  solidRect,
  stopsOf,
  testFace,
  trimSheet,
} from "../../../../support/scene.ts";

const folder = mkdtempSync(join(tmpdir(), "anpham-run-file-"));
afterAll(() => rmSync(folder, { recursive: true }));

const face = testFace();
const INFO: DocumentInfo = {
  title: "Đợt in",
  author: null,
  language: "vi-VN",
  date: DAY,
  standard: "pdf/x-4",
};

/** A page of frames, each by its nodes. */
const pageOf = (...frames: readonly (readonly SceneNode[])[]): Sheet =>
  trimSheet(
    sceneOf(
      frames.map((nodes, i) =>
        placed(`khung ${i}`, rect(0, 0, 100, 50), nodes, {
          fragment: fragmentOf(nodes, 100, 50, { hash: contentHash(nodes) }),
        }),
      ),
      { width: 100, height: 50, fonts: [face] },
    ),
  );

const spot = (name: string, alternate: Cmyk): InkTable =>
  new Map([["house", { kind: "spot", name, tint: 100, alternate }]]);

async function coderFor(inks: InkTable = new Map()): Promise<PageCoder> {
  const converter = await createInkConverter(CONDITION, inks);
  return new PageCoder({
    ppi: 144,
    rasterise: flatRaster("#ff0000"),
    converter,
    inks,
    text: "live",
    standard: "pdf/x-4",
  });
}

const fileWith = async (memory = new RunMemory(false)): Promise<RunFile> =>
  new RunFile({ condition: CONDITION, subset: await loadSubsetter() }, memory);

let files = 0;
function written(file: RunFile): string {
  file.finish(INFO);
  const path = join(folder, `${++files}.pdf`);
  writeFileSync(path, Buffer.concat(file.take()));
  return path;
}

const ground = [solidRect(0, 0, 100, 50, "#0044aa"), glyphRun("Mọi trang", face, 8, 10, 20)];
const said = (text: string) => [glyphRun(text, face, 8, 10, 40)];

async function codesOf(step: () => unknown): Promise<readonly string[]> {
  try {
    await step();
    return [];
  } catch (thrown) {
    if (!(thrown instanceof AnphamError)) throw thrown;
    return thrown.diagnostics.map(({ code }) => code);
  }
}

describe("a file of many rows", () => {
  testWith(
    "qpdf",
    "pdftotext",
    "mutool",
  )("has all pages, also under many nodes, by two tools", async () => {
    const coder = await coderFor();
    const file = await fileWith();
    for (let i = 1; i <= 150; i++) {
      const { value } = await coder.code([pageOf(ground, said(`Hàng ${i}`))], false);
      file.add(value, [{ title: `Hàng (${i})`, page: 0 }]);
    }
    const path = written(file);
    expect(run("qpdf", "--check", path)).toContain("No syntax or stream encoding errors");
    expect(run("pdftotext", "-f", "100", "-l", "100", path, "-").normalize("NFC")).toContain("Hàng 100");
    expect(run("mutool", "draw", "-q", "-F", "txt", path, "150").normalize("NFC")).toContain("Hàng 150");
    expect(run("mutool", "show", path, "outline").normalize("NFC")).toContain("Hàng (150)");
    const forms = run("qpdf", "--json=2", "--json-key=qpdf", path).match(/"\/Subtype": "\/Form"/g);
    expect(forms).toHaveLength(1);
  });

  testWith("qpdf")("takes a form with a gradient, which no page can write out", async () => {
    const coder = await coderFor();
    const file = await fileWith();
    const shaded = [solidRect(0, 0, 100, 50, linear([0, 0, 100, 0], stopsOf("#ff0000", "#0000ff")))];
    for (const text of ["Một", "Hai"]) {
      const { value } = await coder.code([pageOf(shaded, said(text))], false);
      file.add(value, []);
    }
    const json = run("qpdf", "--json=2", "--json-key=qpdf", written(file));
    expect(json.match(/"\/Subtype": "\/Form"/g)).toHaveLength(1);
  });
});

describe("what a worker has sent before", () => {
  const coded = async (coder: PageCoder, text: string): Promise<CodedPages> =>
    (await coder.code([pageOf(ground, said(text))], false)).value;

  test("it leaves out, and the file lacks nothing", async () => {
    const [coder, sender, file] = [await coderFor(), new Sender(), await fileWith()];
    const sizes: number[] = [];
    for (const text of ["Một", "Hai", "Ba", "Bốn"]) {
      const packed = sender.pack(await coded(coder, text), false);
      sizes.push(allOf(packed.pieces).size);
      expect(file.lacks(packed)).toBe(false);
      file.add(packed, []);
    }
    expect(sizes[2]).toBeLessThan(sizes[0]!);
    expect(sizes[3]).toBe(1);
  });

  test("a file that never got it lacks it, until it is sent whole", async () => {
    const [coder, sender, file] = [await coderFor(), new Sender(), await fileWith()];
    for (const text of ["Một", "Hai", "Ba"]) sender.pack(await coded(coder, text), false);
    const next = await coded(coder, "Bốn");
    expect(file.lacks(sender.pack(next, false))).toBe(true);
    expect(file.lacks(sender.pack(next, true))).toBe(false);
  });

  test("is kept for the next file of a run", async () => {
    const memory = new RunMemory(true);
    const [coder, sender, first] = [await coderFor(), new Sender(), await fileWith(memory)];
    for (const text of ["Một", "Hai", "Ba"]) first.add(sender.pack(await coded(coder, text), false), []);
    const second = await fileWith(memory);
    const packed = sender.pack(await coded(coder, "Bốn"), false);
    expect(second.lacks(packed)).toBe(false);
    second.add(packed, []);
    const bytes = Buffer.byteLength(written(second));
    expect(bytes).toBeGreaterThan(0);
  });
});

describe("PDF/X-4", () => {
  const inHouseInk = [solidRect(0, 0, 50, 50, { kind: "solid", color: color("#003366", "house"), alpha: 1 })];

  test("refuses pages that break a clause, before they are in a file", async () => {
    const long = await coderFor(spot("Đ".repeat(70), { c: 100, m: 0, y: 0, k: 0 }));
    expect(await codesOf(() => long.code([pageOf(inHouseInk)], false))).toEqual(["export.not-x4"]);
    // Not only the first time: what was refused is not taken for checked.
    expect(await codesOf(() => long.code([pageOf(inHouseInk)], false))).toEqual(["export.not-x4"]);
  });

  test("refuses a page on which an ink means another colour, and stays sound", async () => {
    const file = await fileWith();
    const blue = await coderFor(spot("HOUSE", { c: 100, m: 80, y: 0, k: 0 }));
    const red = await coderFor(spot("HOUSE", { c: 0, m: 100, y: 80, k: 0 }));
    file.add((await blue.code([pageOf(inHouseInk)], false)).value, []);
    const { value } = await red.code([pageOf(inHouseInk)], false);
    expect(await codesOf(() => file.add(value, []))).toEqual(["export.not-x4"]);
    expect(file.pages).toBe(1);
  });

  test("refuses a document without a date", async () => {
    const file = await fileWith();
    file.add((await (await coderFor()).code([pageOf(ground)], false)).value, []);
    expect(await codesOf(() => file.finish({ ...INFO, date: null }))).toContain("export.not-x4");
  });
});
