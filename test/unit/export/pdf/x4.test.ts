/** The self-check of PDF/X-4: a sound file passes, and every clause refuses a file that breaks it. */

import { deflateSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { AnphamError } from "../../../../src/base/diagnostic.ts";
import { createInkConverter } from "../../../../src/export/ink/ink-converter.ts";
import type { Body, FinishedFile } from "../../../../src/export/pdf/file.ts";
import { X4_CLAUSES, x4Breaches } from "../../../../src/export/pdf/x4/refuse.ts";
import type { Ink } from "../../../../src/model/ink.ts";
import { run, testWith } from "../../../support/judges.ts";
import { qdf, testPdf } from "../../../support/pdf.ts";
import { CONDITION, DAY, pressPdf } from "../../../support/press.ts";
import { color, glyphRun, group, resourcesOf, sheetOf, solidRect, testFace } from "../../../support/scene.ts";

const inks = new Map<string, Ink>([
  ["house", { kind: "spot", name: "PANTONE 288 C", tint: 100, alternate: { c: 100, m: 80, y: 6, k: 32 } }],
]);
const house = { kind: "solid", color: color("#003366", "house"), alpha: 1 } as const;
const face = testFace();

const variant = glyphRun("D", face, 8, 10, 40);

const sheet = {
  ...sheetOf(
    [
      solidRect(0, 0, 50, 50, house),
      group([solidRect(0, 0, 20, 20, "#ff0000"), solidRect(10, 0, 20, 20, "#00ff00")], { opacity: 0.5 }),
      glyphRun("Chữ (q) việt", face, 8, 10, 20),
      // A glyph with a text that is not its own makes a map from codes to glyphs.
      { ...variant, text: "Đ", glyphs: variant.glyphs.map((glyph) => ({ ...glyph, text: "Đ" })) },
    ],
    { width: 100, height: 50, fonts: [face] },
  ),
  layers: [
    { name: "Khuy", for: "screen" as const, nodes: [solidRect(1, 1, 3, 3, house)], resources: resourcesOf() },
  ],
};

/** Reads what this program wrote back into objects, by its cross-reference table. */
function reopen(bytes: Uint8Array): FinishedFile {
  const text = Buffer.from(bytes).toString("latin1");
  const table = text.slice(Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)![1]));
  const offsets = [...table.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
  const objects = new Map<number, Body>();
  offsets.forEach((offset, i) => {
    const end = text.indexOf("\nendobj\n", offset);
    const source = text.slice(text.indexOf("obj\n", offset) + 4, end);
    const at = source.indexOf("\nstream\n");
    const dictionary = source.slice(0, at);
    if (at < 0) objects.set(i + 1, source);
    else {
      const length = Number(/\/Length (\d+)>>$/.exec(dictionary)![1]);
      const start = text.indexOf("\nstream\n", offset) + 8;
      objects.set(i + 1, { dictionary, data: bytes.slice(start, start + length), plain: null });
    }
  });
  const trailer = /trailer\n(.*)\nstartxref/.exec(table)![1]!;
  return { header: text.slice(0, text.indexOf("\n")), objects, first: null, trailer };
}

let sound: FinishedFile;
beforeAll(async () => {
  const { bytes } = await pressPdf([sheet], { inks });
  sound = reopen(bytes);
});

type Damage = (file: FinishedFile) => FinishedFile;

/** The file with a piece of text exchanged in every object, stream dictionary or uncompressed stream that has it. */
const exchanged =
  (from: string | RegExp, to: string): Damage =>
  (file) => {
    let found = 0;
    const change = (text: string) =>
      text.replace(from, () => {
        found++;
        return to;
      });
    const objects = new Map<number, Body>();
    for (const [number, body] of file.objects) {
      if (typeof body === "string") objects.set(number, change(body));
      else {
        const isPacket = body.dictionary.includes("/Subtype/XML");
        const data = isPacket
          ? Buffer.from(change(Buffer.from(body.data).toString("utf8")), "utf8")
          : body.data;
        objects.set(number, { ...body, dictionary: change(body.dictionary), data });
      }
    }
    if (found === 0) throw new Error(`the file has no ${from}`);
    return { ...file, objects };
  };

/** The file with operators before those of its page. */
const painted =
  (operators: string): Damage =>
  (file) => ({
    ...file,
    objects: new Map(
      [...file.objects].map(([number, body]) => [
        number,
        typeof body !== "string" && /^<<(\/Length|\/Filter)/.test(body.dictionary) && body.data.length > 0
          ? { ...body, plain: operators }
          : body,
      ]),
    ),
  });

const withTrailer =
  (from: string, to: string): Damage =>
  (file) => ({ ...file, trailer: file.trailer.replace(from, to) });

const BREAKS: Record<string, readonly (readonly [what: string, damage: Damage])[]> = {
  "ISO 15930-7, file version": [
    ["a PDF 1.7 header", (file) => ({ ...file, header: "%PDF-1.7" })],
    ["a version in the catalog", exchanged("/Type/Catalog", "/Type/Catalog/Version/1.7")],
  ],
  "ISO 15930-7, identification": [
    ["no marker", exchanged(/<pdfxid:.*?Version>.*?<\/.*?>/, "")],
    ["another marker in Info", exchanged("/GTS_PDFXVersion(PDF/X-4)", "/GTS_PDFXVersion(PDF/X-3:2003)")],
    ["a conformance key", exchanged("/Trapped/False", "/Trapped/False/GTS_PDFXConformance(PDF/X-1a)")],
  ],
  "ISO 15930-7, metadata": [
    ["no document ID", exchanged(/<xmpMM:DocumentID>.*<\/xmpMM:DocumentID>/, "")],
    ["no title", exchanged(/<dc:title>.*?<\/dc:title>/, "")],
    ["no packet", exchanged(/\/Metadata \d+ 0 R/, "")],
    ["a compressed packet", exchanged("/Subtype/XML", "/Subtype/XML/Filter/FlateDecode")],
  ],
  "ISO 15930-7, document information": [
    ["another title in Info", exchanged(/\/Title<[0-9A-F]+>/, "/Title(Another)")],
    ["another date in Info", exchanged("/ModDate(D:2026", "/ModDate(D:2025")],
  ],
  "ISO 15930-7, trapping": [
    ["Unknown", exchanged("/Trapped/False", "/Trapped/Unknown")],
    ["XMP disagrees", exchanged("<pdf:Trapped>False", "<pdf:Trapped>True")],
  ],
  "ISO 15930-7, trailer": [
    ["no ID", withTrailer("/ID", "/NoID")],
    ["encryption", withTrailer("/ID", "/Encrypt 1 0 R/ID")],
  ],
  "ISO 15930-7 §6.4.2.1": [
    ["no intent", exchanged(/\/OutputIntents\[.*?\]/, "")],
    ["another subtype", exchanged("/GTS_PDFX/", "/GTS_PDFA1/")],
    ["no identifier", exchanged("/OutputConditionIdentifier(FOGRA39)", "")],
  ],
  "ISO 15930-7 §6.4.1": [
    ["no profile", exchanged(/\/DestOutputProfile \d+ 0 R/, "")],
    ["a wrong N", exchanged("/N 4/", "/N 3/")],
    [
      "no ICC profile",
      (file) => ({
        ...file,
        objects: new Map(
          [...file.objects].map(([number, body]) => [
            number,
            typeof body !== "string" && body.dictionary.includes("/N 4")
              ? { ...body, data: deflateSync(Buffer.alloc(200)) }
              : body,
          ]),
        ),
      }),
    ],
  ],
  "ISO 15930-7, optional content": [
    ["AS", exchanged("/BaseState/ON", "/AS[]/BaseState/ON")],
    ["a nameless configuration", exchanged("/Name(anpham)", "")],
    ["a layer that is not listed", exchanged(/\/Order\[.*?\]/, "/Order[]")],
  ],
  "ISO 15930-7 §6.18": [
    ["an open action", exchanged("/Type/Catalog", "/Type/Catalog/OpenAction[]")],
    ["additional actions of a page", exchanged("/Type/Page/", "/Type/Page/AA<<>>/")],
  ],
  "ISO 15930-7, viewer preferences": [
    ["the art box to print", exchanged("/DisplayDocTitle true", "/PrintArea/ArtBox")],
  ],
  "ISO 15930-7 §6.12": [
    ["no trim", exchanged(/\/TrimBox\[.*?\]/, "")],
    ["an art box", exchanged("/TrimBox", "/ArtBox[0 0 9 9]/TrimBox")],
    ["trim beyond bleed", exchanged(/\/TrimBox\[.*?\]/, "/TrimBox[-9 0 9 9]")],
    ["a crop that cuts the trim", exchanged(/\/CropBox\[.*?\]/, "/CropBox[20 20 90 90]")],
  ],
  "ISO 15930-7 §6.17": [["an annotation", exchanged("/Type/Page/", "/Type/Page/Annots[]/")]],
  "ISO 15930-7, transparency": [
    ["a group in RGB", exchanged("/S/Transparency/CS/DeviceCMYK", "/S/Transparency/CS/DeviceRGB")],
    ["an unknown blend mode", exchanged("/BM/Normal", "/BM/Sparkle")],
  ],
  "ISO 15930-7, fonts": [
    ["no program", exchanged(/\/FontFile2 \d+ 0 R/, "")],
    ["a width for .notdef", exchanged("/W[", "/W[0[500]")],
    ["a width for what has no glyph", exchanged("/W[", "/W[900[500]")],
  ],
  "ISO 15930-7, streams": [
    ["LZW", exchanged("/N 4/Alternate/DeviceCMYK/Filter/FlateDecode", "/N 4/Filter/LZWDecode")],
    ["external data", exchanged("/N 4/", "/N 4/F(profile.icc)/")],
    ["an alternate", exchanged("/Subtype/Form", "/Subtype/Form/OPI<<>>")],
  ],
  "ISO 15930-7, extended graphics states": [
    ["a transfer function", exchanged("/BM/Normal", "/BM/Normal/TR/Identity")],
    ["a halftone", exchanged("/BM/Normal", "/BM/Normal/HT/Default")],
  ],
  "ISO 15930-7 §6.25": [
    ["29 states", painted(`${"q ".repeat(29)}${"Q ".repeat(29)}`)],
    ["q without Q", painted("q")],
    ["a long name", exchanged("/Separation/PANTONE", `/Separation/${"X".repeat(127)}PANTONE`)],
  ],
  "ISO 15930-7 §6.4.3.2": [
    ["RGB in a content stream", painted("1 0 0 rg")],
    ["RGB by name in a content stream", painted("/DeviceRGB cs 1 0 0 sc")],
    ["RGB behind a separation", exchanged(/\/DeviceCMYK (\d+ 0 R)\]/, "/DeviceRGB 1 0 R]")],
  ],
  "ISO 15930-7, ICC-based colour": [
    ["a profile of its own", exchanged(/\/PANTONE#20288#20C\/DeviceCMYK/, "/PANTONE[/ICCBased 1 0 R]")],
  ],
  "ISO 15930-7 §6.6": [
    [
      "two alternates of one name",
      (file) => ({
        ...file,
        objects: new Map([
          ...file.objects,
          [file.objects.size + 1, "[/Separation/PANTONE#20288#20C/DeviceCMYK 1 0 R]"],
        ]),
      }),
    ],
  ],
  "ISO 15930-7, resources": [["a dangling reference", exchanged(/\/Metadata \d+ 0 R/, "/Metadata 999 0 R")]],
};

describe("the self-check", () => {
  test("a sound file keeps every clause, as assembled and as read back", () => {
    expect(x4Breaches(sound)).toEqual([]);
  });

  test("every clause has a file that breaks it", () => {
    expect(new Set(Object.keys(BREAKS))).toEqual(new Set(X4_CLAUSES.map(({ clause }) => clause)));
  });

  for (const [clause, breaks] of Object.entries(BREAKS)) {
    for (const [what, damage] of breaks) {
      test(`${clause}: ${what}`, () => {
        expect(x4Breaches(damage(sound)).map((breach) => breach.clause)).toContain(clause);
      });
    }
  }
});

describe("the stamp", () => {
  const refusal = async (export_: Promise<unknown>): Promise<AnphamError> => {
    const thrown = await export_.then(
      () => null,
      (error: unknown) => error,
    );
    expect(thrown).toBeInstanceOf(AnphamError);
    return thrown as AnphamError;
  };

  test("is refused without inks, and says which clauses", async () => {
    const { diagnostics } = await refusal(testPdf([sheet], { standard: "pdf/x-4", date: DAY }));
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(["export.not-x4"]));
    const said = diagnostics.map(({ message }) => message.en).join("\n");
    expect(said).toContain("§6.4.3.2");
    expect(said).toContain("rg in a content stream");
  });

  test("is refused without an output intent, even for pages that show nothing", async () => {
    const { message } = await refusal(
      testPdf([sheetOf([], { width: 100, height: 50 })], { standard: "pdf/x-4", date: DAY }),
    );
    expect(message).toContain("§6.4.2.1");
  });

  test("is refused without a date", async () => {
    const { message } = await refusal(pressPdf([sheet], { inks, date: null }));
    expect(message).toContain("xmp:CreateDate");
  });

  test("is refused for a spot name that is too long", async () => {
    const long = new Map<string, Ink>([
      ["house", { ...(inks.get("house") as Ink & { kind: "spot" }), name: "Đ".repeat(64) }],
    ]);
    const { message } = await refusal(pressPdf([sheet], { inks: long }));
    expect(message).toContain("a name of 128 bytes");
  });

  test("is not on a file that does not ask for it", async () => {
    const converter = await createInkConverter(CONDITION, inks);
    const { bytes } = await testPdf([sheet], { converter, inks });
    expect(Buffer.from(bytes).includes("pdfxid")).toBe(false);
  });

  testWith("qpdf")("stands on a sound file: intent, metadata, boxes", async () => {
    const pdf = await pressPdf([sheet], { inks });
    expect(run("qpdf", "--check", pdf.path)).toContain("PDF Version: 1.6");
    const text = qdf(pdf);
    expect(text).toContain("/OutputConditionIdentifier (FOGRA39)");
    expect(text).toContain("/RegistryName (http://www.color.org)");
    expect(text).toContain("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>");
    expect(text).toContain("<xmp:ModifyDate>2026-01-01T00:00:00Z</xmp:ModifyDate>");
    expect(text).toContain("/ModDate (D:20260101000000Z)");
    expect(text).toContain("/Trapped /False");
  });
});
