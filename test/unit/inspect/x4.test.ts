import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { PdfReport } from "../../../src/inspect/report.ts";
import { CLAUSES } from "../../../src/inspect/x4/judge-x4.ts";
import { WEB_PROFILE } from "../../../src/model/output-profile.ts";
import {
  BOXES,
  codesOf,
  FOGRA39,
  FONT,
  FONT_OBJECTS,
  type Handmade,
  ICC,
  inspectMade,
  PRESS,
  stream,
} from "../../support/handmade-pdf.ts";

const X4 = { ...PRESS, id: "x4", standard: "pdf/x-4" } as const;

const xmp = (
  properties = "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><pdf:Trapped>False</pdf:Trapped><xmp:CreateDate>2026-03-01T08:00:00+07:00</xmp:CreateDate>",
) =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmpMM:VersionID="1" xmpMM:RenditionClass="default"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Tieu de</rdf:li></rdf:Alt></dc:title>${properties}<xmp:ModifyDate>2026-03-01T01:00:00Z</xmp:ModifyDate><xmp:MetadataDate>2026-03-01T01:00:00Z</xmp:MetadataDate><xmpMM:DocumentID>uuid:1</xmpMM:DocumentID></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

const METADATA = "/Type/Metadata/Subtype/XML";
const INTENT =
  "<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(FOGRA39)/RegistryName(http://www.color.org)/DestOutputProfile 31 0 R>>";
const INFO =
  "<</Title(Tieu de)/Trapped/False/CreationDate(D:20260301080000+07'00')/ModDate(D:20260301010000Z)>>";

/** The smallest file that keeps every clause. */
const OBJECTS = {
  ...FONT_OBJECTS,
  30: stream(METADATA, xmp()),
  31: stream("/N 4/Filter/FlateDecode", deflateSync(ICC)),
  32: INFO,
};
const SOUND = {
  content: "0 0 0 1 k /O gs BT /F 9 Tf 50 50 Td <0001> Tj ET",
  resources: `${FONT}/ExtGState<</O<</OP true/OPM 1>>>>`,
  catalog: `/Metadata 30 0 R/OutputIntents[${INTENT}]`,
  trailer: "/Info 32 0 R/ID[<00112233><00112233>]",
  objects: OBJECTS,
} satisfies Handmade;

const brokenBy = async (change: Handmade): Promise<readonly string[]> => {
  const { value } = await inspectMade(
    { ...SOUND, ...change, objects: { ...OBJECTS, ...change.objects } },
    X4,
    FOGRA39,
  );
  return value.pdfX.broken.map(({ id }) => id);
};

test("a file that keeps every clause", async () => {
  const { value, diagnostics } = await inspectMade(SOUND, X4, FOGRA39);
  expect(diagnostics).toEqual([]);
  expect(value.pdfX).toEqual({ claims: "PDF/X-4", meets: true, broken: [] });
  expect(value.outputIntent).toEqual({ identifier: "FOGRA39", info: null, embedded: true, space: "CMYK" });
});

const info = (text: string) => ({ 32: text });
const intents = (text: string) => ({ catalog: `/Metadata 30 0 R/OutputIntents[${text}]` });
const catalog = (text: string) => ({ catalog: `${SOUND.catalog}${text}` });
const gs = (text: string) => ({ resources: `${FONT}/ExtGState<</O<</OP true/OPM 1${text}>>>>` });
const form = (entries: string) => ({
  objects: { 40: stream(`/Type/XObject/Subtype/Form/BBox[0 0 1 1]${entries}`, "") },
});
const spaces = (text: string, content: string) => ({
  content,
  resources: `${FONT}/ExtGState<</O<</OP true/OPM 1>>>>/ColorSpace<<${text}>>`,
});
const LAYERS = (configuration: string) => ({
  ...catalog(`/OCProperties<</OCGs[40 0 R]/D<<${configuration}>>>>`),
  objects: { 40: "<</Type/OCG/Name(L)>>" },
});

const CASES: readonly (readonly [clause: string, what: string, change: Handmade])[] = [
  ["version", "PDF 1.7", { header: "%PDF-1.7\n%\xe2\xe3\xcf\xd3" }],
  ["version", "2.0 in the catalogue", catalog("/Version/2.0")],
  ["sound-file", "no binary comment", { header: "%PDF-1.6" }],
  ["sound-file", "an object that breaks off", { objects: { 40: "<</A" } }],
  ["file-id", "no ID", { trailer: "/Info 32 0 R" }],
  [
    "no-lzw",
    "LZW",
    { objects: { 40: stream("/Filter/LZWDecode", Buffer.from("800b6050220c0c8501", "hex")) } },
  ],
  ["no-external-streams", "data elsewhere", { objects: { 40: stream("/F(other.bin)", "") } }],
  ["no-postscript", "PostScript", { objects: { 40: stream("/Type/XObject/Subtype/PS", "showpage") } }],
  ["no-reference-xobjects", "a reference", form("/Ref<</F(other.pdf)>>")],
  ["no-opi", "OPI", form("/OPI<<>>")],
  [
    "no-default-alternates",
    "an alternate for printing",
    { objects: { 40: stream("/Subtype/Image/Alternates[<</DefaultForPrinting true>>]", "") } },
  ],
  ["name-length", "a long name", { objects: { 40: `<</${"x".repeat(128)} 1>>` } }],
  ["state-depth", "29 states", { content: `${"q ".repeat(29)}${"Q ".repeat(29)}` }],
  ["xmp", "no XMP", { catalog: `/OutputIntents[${INTENT}]` }],
  [
    "xmp",
    "compressed XMP",
    { objects: { 30: stream(`${METADATA}/Filter/FlateDecode`, deflateSync(xmp())) } },
  ],
  ["xmp", "broken XML", { objects: { 30: stream(METADATA, xmp("<a>")) } }],
  [
    "identification",
    "another standard",
    { objects: { 30: stream(METADATA, xmp("<pdfxid:GTS_PDFXVersion>PDF/X-3</pdfxid:GTS_PDFXVersion>")) } },
  ],
  [
    "identification-agrees",
    "Info says X-1a",
    { objects: info(INFO.replace("/Title", "/GTS_PDFXVersion(PDF/X-1:2001)/Title")) },
  ],
  [
    "identification-agrees",
    "a conformance key",
    { objects: info(INFO.replace("/Title", "/GTS_PDFXConformance(PDF/X-1a:2001)/Title")) },
  ],
  [
    "xmp-properties",
    "no VersionID",
    { objects: { 30: stream(METADATA, xmp().replace('xmpMM:VersionID="1"', "")) } },
  ],
  ["trapped", "Unknown", { objects: info(INFO.replace("/False", "/Unknown")) }],
  ["trapped", "Info and XMP differ", { objects: info(INFO.replace("/False", "/True")) }],
  ["title-agrees", "another title", { objects: info(INFO.replace("Tieu de", "Khac")) }],
  ["dates-agree", "another date", { objects: info(INFO.replace("20260301080000", "20260301090000")) }],
  ["output-intent", "none", intents("")],
  ["output-intent", "two", intents(INTENT + INTENT)],
  ["output-condition", "no identifier", intents(INTENT.replace("/OutputConditionIdentifier(FOGRA39)", ""))],
  [
    "output-condition",
    "not registered, no Info",
    intents(INTENT.replace("/RegistryName(http://www.color.org)", "")),
  ],
  ["intent-profile", "not embedded", intents(INTENT.replace("/DestOutputProfile 31 0 R", ""))],
  [
    "intent-profile",
    "a monitor's profile",
    {
      objects: {
        31: stream("/N 3", Buffer.concat([ICC.subarray(0, 12), Buffer.from("mntrRGB "), ICC.subarray(20)])),
      },
    },
  ],
  ["device-colors", "DeviceRGB", { content: "1 0 0 rg 9 9 9 9 re f" }],
  ["device-colors", "a group of RGB", { page: "/Group<</S/Transparency/CS/DeviceRGB>>" }],
  [
    "no-own-profile",
    "the intent's profile again",
    spaces("/I[/ICCBased 31 0 R]", "/I cs 0 0 0 1 scn 9 9 9 9 re f"),
  ],
  [
    "icc-overprint",
    "overprinting ICC CMYK",
    {
      ...spaces("/I[/ICCBased 40 0 R]", "/O gs /I cs 0 0 0 1 scn 9 9 9 9 re f"),
      objects: { 40: stream("/N 4", "other") },
    },
  ],
  [
    "spot-colors-agree",
    "two golds",
    {
      ...spaces(
        "/A[/Separation/Gold/DeviceCMYK 40 0 R]/B[/Separation/Gold/DeviceCMYK 41 0 R]",
        "/A cs 1 scn 9 9 9 9 re f /B cs 1 scn 9 9 9 9 re f",
      ),
      objects: {
        40: "<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[0 0 1 0]>>",
        41: "<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[0 1 1 0]>>",
      },
    },
  ],
  ["blend-modes", "an own blend mode", gs("/BM/Fancy")],
  ["trim-box", "none", { boxes: "/MediaBox[0 0 300 300]" }],
  ["trim-box", "trim and art", { boxes: `${BOXES}/ArtBox[9 9 99 99]` }],
  ["nested-boxes", "crop inside bleed", { boxes: `${BOXES}/CropBox[4 4 280 280]` }],
  [
    "embedded-fonts",
    "a font that is not there",
    { objects: { 12: "<</Type/FontDescriptor/FontName/Test/Flags 4>>" } },
  ],
  ["no-notdef", "glyph 0", { content: "0 0 0 1 k /O gs BT /F 9 Tf 50 50 Td <0000> Tj ET" }],
  ["no-actions", "JavaScript", { objects: { 40: "<</S/JavaScript/JS(app.alert)>>" } }],
  ["no-actions", "an opening action", catalog("/OpenAction<</S/GoTo/D[3 0 R/Fit]>>")],
  ["no-actions", "additional actions", catalog("/AA<<>>")],
  ["annotations", "a link on the page", { page: "/Annots[<</Type/Annot/Subtype/Link/Rect[50 50 90 90]>>]" }],
  ["graphics-states", "a transfer function", gs("/TR/Identity")],
  ["graphics-states", "TR2", gs("/TR2/Identity")],
  ["graphics-states", "HTP", gs("/HTP 1")],
  ["graphics-states", "a named halftone", gs("/HT<</HalftoneType 1/HalftoneName/X>>")],
  ["layers", "no name", LAYERS("/Order[40 0 R]")],
  ["layers", "AS", LAYERS("/Name(D)/AS[<</Event/Print/Category[/Print]/OCGs[40 0 R]>>]")],
  ["layers", "an Order that leaves one out", LAYERS("/Name(D)/Order[]")],
  ["viewer-preferences", "printing the trim", catalog("/ViewerPreferences<</PrintArea/TrimBox>>")],
];

describe("clauses", () => {
  test.each(CASES)("%s: %s", async (clause, _, change) => {
    expect(await brokenBy(change)).toContain(clause);
  });

  test("each is proved by breaking it, and each names where it stands", () => {
    // An encrypted file is refused before its clauses are looked at.
    const proved = new Set([...CASES.map(([clause]) => clause), "no-encryption"]);
    expect(CLAUSES.map(({ id }) => id).filter((id) => !proved.has(id))).toEqual([]);
    expect(new Set(CLAUSES.map(({ id }) => id)).size).toBe(CLAUSES.length);
    for (const { clause, requirement } of CLAUSES)
      expect(clause && requirement.vi && requirement.en).toBeTruthy();
  });

  test.each([
    [
      "a TrapNet or a mark outside the bleed",
      {
        page: "/Annots[<</Type/Annot/Subtype/PrinterMark/Rect[50 50 90 90]>><</Type/Annot/Subtype/Text/Rect[900 900 910 910]>>]",
      },
    ],
    ["layers with names, all in order", LAYERS("/Name(D)/Order[[(Nhom)40 0 R]]")],
    ["the default transfer function", gs("/TR2/Default")],
    [
      "a second intent of another standard",
      intents(`${INTENT}<</S/GTS_PDFA1/OutputConditionIdentifier(x)>>`),
    ],
    ["Info without any word on PDF/X", { objects: info("<</Trapped/False>>") }],
    [
      "gray, and RGB with a profile",
      {
        ...spaces("/I[/ICCBased 40 0 R]", "0 g 9 9 9 9 re f /I cs 1 1 1 scn 9 9 9 9 re f"),
        objects: { 40: stream("/N 3", "rgb") },
      },
    ],
  ] satisfies readonly (readonly [string, Handmade])[])("allowed: %s", async (_, change) => {
    expect(await brokenBy(change)).toEqual([]);
  });
});

describe("findings", () => {
  const RGB = { ...SOUND, content: "1 0 0 rg 9 9 9 9 re f" };
  const x4Codes = (found: { diagnostics: Parameters<typeof codesOf>[0]; value: PdfReport }) =>
    codesOf(found.diagnostics).filter((code) => code.startsWith("pdf.x4"));

  test("a claim that is broken is an error, whoever asks", async () => {
    for (const profile of [null, WEB_PROFILE, X4]) {
      const found = await inspectMade(RGB, profile, null);
      expect(x4Codes(found)).toEqual(["pdf.x4-broken"]);
    }
    const [, claim] = (await inspectMade(RGB, X4, FOGRA39)).diagnostics;
    expect(claim!.message.en).toContain("ISO 15930-7 §6.4.3.2");
    expect(claim!.message.en).toContain("DeviceRGB");
  });

  test("a file that claims nothing is only wrong where PDF/X-4 is wanted", async () => {
    const plain = { content: SOUND.content, resources: SOUND.resources, objects: FONT_OBJECTS };
    expect(x4Codes(await inspectMade(plain, PRESS))).toEqual([]);
    expect(x4Codes(await inspectMade(plain, X4))).toEqual(["pdf.x4-not-claimed"]);
  });
});
