/** Existing PDFs: their boxes are read right, their pages end up where the plan says, with what belongs to them. */

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  decodePDFRawStream,
  degrees,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFRawStream,
  PDFString,
} from "pdf-lib";
import { describe, expect, it } from "vitest";
import { apply, mapRect, rect } from "../../../../src/base/geometry.ts";
import { mmToPt } from "../../../../src/base/units.ts";
import { type ExistingPage, readExisting } from "../../../../src/export/pdf/existing/read.ts";
import { UnreadablePdf } from "../../../../src/export/pdf/existing/unreadable-pdf.ts";
import { writeImposed } from "../../../../src/export/pdf/existing/write.ts";
import { imposeExisting } from "../../../../src/impose/impose-existing.ts";
import { NO_MARKS, type OutputProfile, WEB_PROFILE } from "../../../../src/model/output-profile.ts";
import { type Handmade, handmade, stream } from "../../../support/handmade-pdf.ts";
import { run, testWith } from "../../../support/judges.ts";
import { testPdf } from "../../../support/pdf.ts";
import {
  fragmentOf,
  glyphRun,
  placed,
  sceneOf,
  solidRect,
  testFace,
  trimSheet,
} from "../../../support/scene.ts";

const A5 = { width: 148, height: 210 };

/** Pages with their number in large figures; 3 mm bleed. */
async function booklet(pages: number) {
  const face = testFace(700);
  const sheets = Array.from({ length: pages }, (_, i) => {
    const art = solidRect(-3, -3, 154, 216, i % 2 ? "#ffd0d0" : "#d0ffd0");
    const nodes = [art, glyphRun(`Trang ${i + 1}`, face, 20, 20, 60)];
    const fragment = fragmentOf(nodes, A5.width, A5.height, { hash: `page ${i}` });
    const scene = sceneOf([placed("page", rect(0, 0, 148, 210), [], { fragment })], {
      ...A5,
      bleed: 3,
      fonts: [face],
    });
    const sheet = trimSheet(scene);
    return {
      ...sheet,
      size: { width: 154, height: 216 },
      bleedBox: rect(0, 0, 154, 216),
      trimBox: rect(3, 3, 148, 210),
      placements: [{ scene, transform: [1, 0, 0, 1, 3, 3] as const, window: rect(0, 0, 154, 216) }],
    };
  });
  return testPdf(sheets);
}

const profileOf = (changes: Partial<OutputProfile>): OutputProfile => ({
  ...WEB_PROFILE,
  bleed: "format",
  marks: { ...NO_MARKS, crop: true },
  markOffset: 2,
  ...changes,
});
const AS_IT_COMES = { wanted: null, arrangement: "sequence", sides: "one" } as const;

async function imposed(bytes: Uint8Array, profile: OutputProfile, nUp = {}) {
  const pdf = await readExisting(bytes);
  const plans = imposeExisting(pdf.pages, profile, { ...AS_IT_COMES, ...nUp });
  return { ...plans, bytes: await writeImposed(pdf, plans.value) };
}

const save = (path: string, bytes: Uint8Array): string => {
  const out = join(path, "..", `imposed-${bytes.byteLength}.pdf`);
  writeFileSync(out, bytes);
  return out;
};

describe("reading", () => {
  it("finds the trim and the bleed in millimetres", async () => {
    const { pages } = await readExisting((await booklet(2)).bytes);
    expect(pages).toHaveLength(2);
    for (const page of pages) {
      expect(page.trimSize.width).toBeCloseTo(148, 2);
      expect(page.trimSize.height).toBeCloseTo(210, 2);
      for (const side of Object.values(page.bleed)) expect(side).toBeCloseTo(3, 2);
    }
  });

  it("takes a turn that is no quarter for none, as viewers do", async () => {
    const document = await PDFDocument.create();
    document.addPage([mmToPt(100), mmToPt(200)]).node.set(PDFName.of("Rotate"), PDFNumber.of(45));
    const [page] = (await readExisting(await document.save())).pages;
    expect(page!.trimSize.width).toBeCloseTo(100, 6);
    expect(page!.trimSize.height).toBeCloseTo(200, 6);
  });

  it("says on which page the content is broken", async () => {
    const document = await PDFDocument.create();
    document.addPage([mmToPt(100), mmToPt(100)]);
    const broken = document.context.stream("no deflated bytes", { Filter: "FlateDecode" });
    document
      .addPage([mmToPt(100), mmToPt(100)])
      .node.set(PDFName.of("Contents"), document.context.register(broken));
    const bytes = await document.save();
    await expect(imposed(bytes, profileOf({}))).rejects.toMatchObject({
      name: "UnreadablePdf",
      message: "the content of page 2 is broken",
    });
  });

  it.each([0, 90, 180, 270])("sees a page turned by %d° as readers do", async (turn) => {
    const document = await PDFDocument.create();
    const page = document.addPage([mmToPt(100), mmToPt(200)]);
    page.setTrimBox(mmToPt(10), mmToPt(20), mmToPt(80), mmToPt(150));
    page.setRotation(degrees(turn));
    const { pages } = await readExisting(await document.save());
    const [{ trimSize, toPage }] = pages as [(typeof pages)[0]];
    const flat = { width: 80, height: 150 };
    const expected = turn % 180 === 0 ? flat : { width: flat.height, height: flat.width };
    expect(trimSize.width).toBeCloseTo(expected.width, 6);
    expect(trimSize.height).toBeCloseTo(expected.height, 6);
    const box = mapRect(toPage, rect(mmToPt(10), mmToPt(20), mmToPt(80), mmToPt(150)));
    expect(box.x).toBeCloseTo(0, 6);
    expect(box.y).toBeCloseTo(0, 6);
    expect(box.width).toBeCloseTo(expected.width, 6);
    // The top left corner of the unturned page: clockwise, it goes to the right, then down, then to the left.
    const corner = apply(toPage, { x: mmToPt(10), y: mmToPt(170) });
    const places: Record<number, readonly [number, number]> = {
      0: [0, 0],
      90: [150, 0],
      180: [80, 150],
      270: [0, 80],
    };
    const [x, y] = places[turn]!;
    expect(corner.x).toBeCloseTo(x, 6);
    expect(corner.y).toBeCloseTo(y, 6);
  });

  it.each([
    [0, { top: 4, right: 3, bottom: 2, left: 1 }],
    [90, { top: 1, right: 4, bottom: 3, left: 2 }],
    [180, { top: 2, right: 1, bottom: 4, left: 3 }],
    [270, { top: 3, right: 2, bottom: 1, left: 4 }],
  ])("tells the bleed of each side of a page turned by %d°", async (turn, expected) => {
    const document = await PDFDocument.create();
    const page = document.addPage([mmToPt(100), mmToPt(200)]);
    page.setTrimBox(mmToPt(10), mmToPt(20), mmToPt(80), mmToPt(150));
    page.setBleedBox(mmToPt(9), mmToPt(18), mmToPt(84), mmToPt(156));
    page.setRotation(degrees(turn));
    const { pages } = await readExisting(await document.save());
    for (const [side, length] of Object.entries(expected)) {
      expect(pages[0]!.bleed[side as keyof typeof expected], side).toBeCloseTo(length, 6);
    }
  });

  it("refuses a page without MediaBox, and says which", async () => {
    await expect(readExisting(handmade({ boxes: "" }))).rejects.toThrow(/page 1 has no MediaBox/);
  });

  it("takes an ArtBox for the trim where there is no TrimBox, as PDF/X may have it", async () => {
    const boxes = `/MediaBox[0 0 ${mmToPt(106)} ${mmToPt(156)}]/ArtBox[${mmToPt(3)} ${mmToPt(3)} ${mmToPt(103)} ${mmToPt(153)}]`;
    const [{ trimSize, bleed, trimFrom }] = (await readExisting(handmade({ boxes }))).pages as [ExistingPage];
    expect([trimSize.width, trimSize.height].map(Math.round)).toEqual([100, 150]);
    expect(Math.round(bleed.left)).toBe(3);
    expect(trimFrom).toBe("ArtBox");
  });

  it("applies UserUnit", async () => {
    const document = await PDFDocument.create();
    document.addPage([100, 100]).node.set(PDFName.of("UserUnit"), document.context.obj(10));
    const { pages } = await readExisting(await document.save());
    expect(pages[0]!.trimSize.width).toBeCloseTo((1000 * 25.4) / 72, 6);
  });

  testWith("qpdf")("refuses a locked file, and says that it is locked", async () => {
    const { path } = await booklet(1);
    const locked = `${path}.locked`;
    run("qpdf", "--encrypt", "user", "owner", "256", "--", path, locked);
    await expect(readExisting(readFileSync(locked))).rejects.toThrow(/encrypted/);
  });

  it.each([
    ["no PDF", Buffer.from("GIF89a")],
    ["nothing", new Uint8Array()],
    ["half a PDF", Buffer.from("%PDF-1.4\n1 0 obj\n<</Type/Catalog")],
  ])("refuses %s", async (_, bytes) => {
    await expect(readExisting(bytes)).rejects.toThrow(UnreadablePdf);
  });
});

describe("writing", () => {
  const SRA3 = { width: 450, height: 320, gutter: 6, margin: 5 };

  it("gives the sheet's boxes, PDF 1.6, and the same bytes each time", async () => {
    const { bytes: source } = await booklet(2);
    const twoUp = { wanted: { columns: 2, rows: 1 } };
    const { bytes } = await imposed(source, profileOf({ sheet: SRA3 }), twoUp);
    const again = await imposed(source, profileOf({ sheet: SRA3 }), twoUp);
    expect(Buffer.from(bytes).equals(Buffer.from(again.bytes))).toBe(true);
    expect(Buffer.from(bytes.subarray(0, 8)).toString()).toBe("%PDF-1.6");
    const { pages } = await readExisting(bytes);
    expect(pages).toHaveLength(1);
    expect(pages[0]!.trimSize.width).toBeCloseTo(2 * 148 + 6, 3);
    expect(pages[0]!.bleed.left).toBeCloseTo(3, 3);
  });

  it("drops bookmarks and annotations, keeps output intents and layers", async () => {
    const document = await PDFDocument.load((await booklet(1)).bytes);
    const { catalog, context } = document;
    catalog.set(PDFName.of("OutputIntents"), context.obj([context.obj({ S: "GTS_PDFX" })]));
    catalog.set(PDFName.of("OCProperties"), context.obj({ OCGs: [] }));
    catalog.set(PDFName.of("OpenAction"), context.obj({ S: "JavaScript", JS: PDFString.of("app.alert(1)") }));
    document
      .getPage(0)
      .node.set(PDFName.of("Annots"), context.obj([context.register(context.obj({ Note: true }))]));
    const { bytes } = await imposed(
      await document.save({ useObjectStreams: false }),
      profileOf({ sheet: SRA3 }),
    );
    const { document: result } = await readExisting(bytes);
    const keys = result.catalog.keys().map(String);
    expect(keys).toEqual(expect.arrayContaining(["/OutputIntents", "/OCProperties"]));
    expect(keys).not.toContain("/OpenAction");
    expect(result.getPage(0).node.Annots()).toBeUndefined();
    const objects = result.context.enumerateIndirectObjects().map(([, object]) => object.toString());
    expect(objects.join()).not.toContain("/Note");
  });

  testWith(
    "qpdf",
    "pdftotext",
    "gs",
  )("sound files whose text lies where the booklet puts it", async () => {
    const source = await booklet(8);
    const { bytes, diagnostics } = await imposed(
      source.bytes,
      profileOf({ booklet: { paperThickness: 0.1 } }),
    );
    expect(diagnostics).toEqual([]);
    const path = save(source.path, bytes);
    run("qpdf", "--check", path);
    run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage", path);
    const sides = run("pdftotext", "-layout", path, "-")
      .split("\f")
      .map((side) => [...side.matchAll(/Trang (\d)/g)].map(([, number]) => Number(number)));
    expect(sides.slice(0, 4)).toEqual([
      [8, 1],
      [2, 7],
      [6, 3],
      [4, 5],
    ]);
  });

  it("draws marks in registration colour", async () => {
    const { bytes } = await imposed((await booklet(1)).bytes, profileOf({ sheet: SRA3 }));
    const { document } = await readExisting(bytes);
    const { node } = document.getPage(0);
    const contents = node.Contents() as PDFRawStream;
    const operators = Buffer.from(decodePDFRawStream(contents).decode()).toString("latin1");
    expect(operators.match(/\/All CS 1 SCN/g)).toHaveLength(8);
    const spaces = node.Resources()!.lookup(PDFName.of("ColorSpace"), PDFDict);
    expect(spaces.lookup(PDFName.of("All"))!.toString()).toMatch(/^\[ \/Separation \/All \/DeviceCMYK/);
  });

  /** One page as it is, on a sheet of its size. */
  const sheetOf = async (made: Handmade) => {
    const own = { width: 106, height: 106, gutter: 0, margin: 0 };
    return imposed(handmade(made), profileOf({ sheet: own, marks: NO_MARKS }));
  };
  const saved = (bytes: Uint8Array): string => {
    const path = join(mkdtempSync(join(tmpdir(), "anpham-existing-")), "file.pdf");
    writeFileSync(path, bytes);
    return path;
  };
  const plates = (bytes: Uint8Array): Buffer => {
    const path = saved(bytes);
    run("mutool", "draw", "-q", "-c", "cmyk", "-r", "36", "-o", `${path}.pam`, path);
    return readFileSync(`${path}.pam`);
  };

  testWith("mutool")("blends a page's group in its own space, whether it says /I or not", async () => {
    const made = {
      content: "0.8 0.2 0 rg 20 20 200 200 re f /G gs 0 0.9 0.6 rg 60 60 200 200 re f",
      resources: "/ExtGState<</G<</BM/Multiply/ca 0.8>>>>",
      page: "/Group<</S/Transparency/CS/DeviceRGB>>",
    };
    const { bytes } = await sheetOf(made);
    expect(plates(bytes).equals(plates(handmade(made)))).toBe(true);
  });

  it.each([
    ["DeviceCMYK", "/Group<</S/Transparency/CS/DeviceCMYK>>", "/DeviceCMYK"],
    ["DeviceRGB, which would change marks", "/Group<</S/Transparency/CS/DeviceRGB>>", undefined],
    ["nothing", "", undefined],
  ])("blends sheets in inks where pages are: %s", async (_, page, expected) => {
    const { document } = await readExisting((await sheetOf({ page })).bytes);
    const group = document.getPage(0).node.lookupMaybe(PDFName.of("Group"), PDFDict);
    expect(group?.get(PDFName.of("CS"))?.toString()).toBe(expected);
    expect(group?.get(PDFName.of("I"))?.toString()).toBe(expected && "true");
  });

  const APPEARANCE = stream(
    "/Type/XObject/Subtype/Form/BBox[0 0 50 25]/Matrix[0 1 -1 0 0 0]",
    "0 1 1 0 k 0 0 50 25 re f",
  );
  const stamp = (entries: string) => `<</Type/Annot/Subtype/Stamp/Rect[100 100 150 200]${entries}>>`;

  testWith("mutool")("paints annotations that print where they stood", async () => {
    const made = {
      content: "0 0 0 1 k 20 20 50 50 re f",
      page: "/Annots[20 0 R 22 0 R 23 0 R]",
      objects: {
        20: stamp("/F 4/AP<</N<</On 21 0 R>>>>/AS/On"),
        21: APPEARANCE,
        22: stamp("/F 4/Rect[0 0 9 9]/Subtype/Link"),
        23: stamp("/F 6/Rect[200 200 290 290]/AP<</N 21 0 R>>"),
      },
    };
    const { bytes, diagnostics } = await sheetOf(made);
    expect(diagnostics).toEqual([]);
    expect(plates(bytes).equals(plates(handmade(made)))).toBe(true);
    const without = plates(handmade({ content: made.content }));
    expect(plates(bytes).equals(without)).toBe(false);
  });

  testWith("mutool")(
    "turns and crops pages, not sheets, where the page tree says so for all of them",
    async () => {
      const content = "0 0 0 1 k 20 20 50 50 re f 0 1 0 0 k 200 20 50 90 re f";
      const turned = `/Rotate 90/CropBox[0 0 ${mmToPt(106)} ${mmToPt(90)}]`;
      const sheet = { width: 120, height: 120, gutter: 0, margin: 0 };
      const drawn = async (made: Handmade) =>
        plates((await imposed(handmade(made), profileOf({ sheet, marks: NO_MARKS }))).bytes);
      const inherited = { 2: `<</Type/Pages/Kids[3 0 R]/Count 1${turned}>>` };
      const sheetOfTree = await drawn({ content, objects: inherited });
      expect(sheetOfTree.equals(await drawn({ content, page: turned }))).toBe(true);
      expect(sheetOfTree.equals(await drawn({ content }))).toBe(false);
    },
  );

  it("tells of annotations that should print and cannot", async () => {
    const { diagnostics } = await sheetOf({ page: "/Annots[20 0 R]", objects: { 20: stamp("/F 4") } });
    expect(diagnostics).toMatchObject([{ code: "impose.annotations-lost", where: { page: 1 } }]);
    expect(diagnostics[0]!.message.en).toContain("(Stamp)");
  });

  testWith("mutool")("takes a stream that is not in the file for nothing", async () => {
    const page = "/Contents[4 0 R 77 0 R]";
    const made = { content: "0 0 0 1 k 20 20 50 50 re f" };
    expect(plates((await sheetOf({ ...made, page })).bytes).equals(plates(handmade(made)))).toBe(true);
  });

  it("says which page lacks bleed", async () => {
    const { diagnostics } = await imposed((await booklet(1)).bytes, profileOf({ sheet: SRA3, bleed: 5 }));
    expect(diagnostics.map(({ code, where }) => [code, where.page])).toEqual([
      ["impose.bleed-missing", 1],
      ["impose.bleed-over-gutter", undefined],
    ]);
  });
});
