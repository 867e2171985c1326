/** Whatever the bytes are: a report, findings in both languages, in bounded time, and never an exception. */

import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { inspectPdf } from "../../../src/inspect/inspect-pdf.ts";
import { LIMITS } from "../../../src/inspect/limits.ts";
import {
  codesOf,
  FONT,
  FONT_OBJECTS,
  type Handmade,
  handmade,
  IN_MM,
  stream,
} from "../../support/handmade-pdf.ts";
import fc from "../../support/property.ts";

const inspect = (bytes: Uint8Array | string) =>
  inspectPdf(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes, {
    profile: null,
    condition: null,
    name: "tệp.pdf",
  });
const codes = async (bytes: Uint8Array | string) => codesOf((await inspect(bytes)).diagnostics);
const page = (content: string | Buffer, made: Handmade = {}) => handmade({ content, ...made });

const HEADER = "%PDF-1.6\n";
const PLAIN = handmade({
  content: `${IN_MM}0 0 0 1 k BT 1 0 0 -1 10 10 Tm /F 4 Tf <0001> Tj ET`,
  resources: FONT,
  objects: FONT_OBJECTS,
});

describe("no PDF at all", () => {
  test.each([
    ["nothing", "", "it is empty"],
    ["a text", "Xin chào", "it has no %PDF header"],
    ["a picture", "\x89PNG\r\n\x1a\n", "it is a PNG image"],
    ["a Word file", "PK\x03\x04", "it is a ZIP or Office file"],
    ["a web page", "<!doctype html>", "it is XML or HTML"],
  ])("%s", async (_, bytes, reason) => {
    const { value, diagnostics } = await inspect(bytes);
    expect(value.pages).toEqual([]);
    expect(diagnostics).toMatchObject([{ code: "pdf.not-a-pdf", where: { file: "tệp.pdf" } }]);
    expect(diagnostics[0]!.message.en).toBe(`“tệp.pdf” is no PDF: ${reason}.`);
    expect(diagnostics[0]!.message.vi).toContain("không phải là tệp PDF");
  });
});

describe("broken files", () => {
  test("cut anywhere: unreadable, or damaged, or said to lack its end", async () => {
    for (let length = 9; length < PLAIN.length - 8; length += 37) {
      const found = await codes(PLAIN.subarray(0, length));
      expect(found.some((code) => code === "pdf.unreadable" || code === "pdf.damaged")).toBe(true);
    }
  });

  test("bytes changed anywhere", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(PLAIN.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        async (changes) => {
          const bytes = Uint8Array.from(PLAIN);
          for (const [at, value] of changes) bytes[at] = value;
          for (const { message } of (await inspect(bytes)).diagnostics) {
            expect(message.vi).not.toMatch(/undefined|NaN|\{/);
            expect(message.en).not.toMatch(/undefined|NaN|\{/);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each([
    ["no catalogue", `${HEADER}1 0 obj\n<<>>\nendobj\n`],
    [
      "pages that lead to themselves",
      `${HEADER}1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[2 0 R]>>endobj`,
    ],
    [
      "references in a circle",
      `${HEADER}1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj 3 0 R endobj 3 0 obj 2 0 R endobj`,
    ],
    [
      "a page tree of 2⁶⁰ empty branches",
      `${HEADER}1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj ${Array.from({ length: 60 }, (_, i) => `${i + 2} 0 obj<</Kids[${i + 3} 0 R ${i + 3} 0 R]>>endobj`).join(" ")}`,
    ],
    ["five million digits", `${HEADER}1 0 obj<<>>endobj\n${"1".repeat(5_000_000)}`],
    ["arrays a million deep", `${HEADER}1 0 obj ${"[".repeat(1_000_000)}`],
    ["dictionaries a million deep", `${HEADER}1 0 obj ${"<</A".repeat(1_000_000)}`],
    ["objects that never end", `${HEADER}${"1 0 obj <<>> stream\n".repeat(100_000)}`],
    ["trailers that never end", `${HEADER}${"trailer <</A ".repeat(100_000)}`],
  ])("%s", async (_, bytes) => {
    expect(await codes(bytes)).toContain("pdf.unreadable");
  });
});

describe("content that goes on for ever", () => {
  const FORM = "/Type/XObject/Subtype/Form/BBox[0 0 99 99]";

  test("a stream that unpacks to more than anybody needs", async () => {
    const objects = { 4: stream("/Filter/FlateDecode", deflateSync(Buffer.alloc(LIMITS.streamBytes + 1))) };
    expect(await codes(handmade({ objects }))).toEqual(["pdf.limit-reached", "pdf.content-damaged"]);
  });

  test("a form inside itself", async () => {
    const objects = { 20: stream(`${FORM}/Resources<</XObject<</A 20 0 R>>>>`, "/A Do") };
    expect(await codes(page("/A Do", { resources: "/XObject<</A 20 0 R>>", objects }))).toEqual([
      "pdf.content-damaged",
    ]);
  });

  test("twenty forms that each paint the next ten times", async () => {
    const objects = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [
        20 + i,
        stream(`${FORM}/Resources<</XObject<</A ${21 + i} 0 R>>>>`, "/A Do ".repeat(10)),
      ]),
    );
    const { diagnostics } = await inspect(page("/A Do", { resources: "/XObject<</A 20 0 R>>", objects }));
    expect(codesOf(diagnostics)).toEqual(["pdf.limit-reached"]);
    expect(diagnostics[0]!.message.en).toContain("Not everything was checked");
  });

  test("a million operators are read to the end", async () => {
    const { value, diagnostics } = await inspect(page("0 0 9 9 re f ".repeat(500_000)));
    expect(diagnostics).toEqual([]);
    expect(value.pages[0]!.colors).toMatchObject([{ space: "DeviceGray", kind: "fill", count: 500_000 }]);
  });

  test("a picture of absurd size", async () => {
    const objects = {
      20: stream(
        "/Type/XObject/Subtype/Image/Width 2000000000/Height 2000000000/ColorSpace/DeviceCMYK/BitsPerComponent 8",
        "x",
      ),
    };
    expect(
      await codes(page("99 0 0 99 0 0 cm /A Do", { resources: "/XObject<</A 20 0 R>>", objects })),
    ).toEqual([]);
  });

  test("nonsense where numbers, names and dictionaries should be", async () => {
    const content =
      "/X gs (a) w [1] cm /Q cs (x) sc /Nope scn << >> Do 1 2 m re f BT /No 12 Tf [(a)] Tj 5 TJ <0001> ' ET sh /S sh EMC EMC Q Q ID EI BI ID";
    expect(await codes(page(content))).toEqual(["pdf.content-damaged"]);
  });
});

describe("small files that would make much work", () => {
  const LAYER = "<</Type/OCG/Name(x)>>";
  /** Each refers to the next so many times. */
  const tower = (from: number, to: number, body: (next: string) => string) =>
    Object.fromEntries(Array.from({ length: to - from }, (_, i) => [from + i, body(`${from + i + 1} 0 R `)]));
  const TYPE2 = "<</FunctionType 2/N 1/Domain[0 1]/C0[0 0 0 0]/C1[1 0 0 0]>>";
  /** A second or two on an idle machine; caches and clocks of a busy one are slower. */
  const MOST_MS = 8000;
  const LINE = "0 0 9 9 re f";

  /** Findings and what they took of the processor, ms. */
  async function timed(made: Handmade) {
    const bytes = handmade(made);
    const start = process.cpuUsage();
    const { diagnostics } = await inspect(bytes);
    const { user, system } = process.cpuUsage(start);
    return { found: [...codesOf(diagnostics)].sort(), ms: (user + system) / 1000 };
  }

  test.each<[string, Handmade, string[]]>([
    [
      "an order of layers of 10¹⁶ shared arrays",
      {
        content: LINE,
        catalog: "/OCProperties<</OCGs[9 0 R]/D<</Name(a)/Order 10 0 R>>>>",
        objects: { 9: LAYER, ...tower(10, 26, (next) => `[${next.repeat(10)}]`), 26: "[9 0 R]" },
      },
      ["pdf.layers"],
    ],
    [
      "an order of layers 20,000 deep",
      {
        content: LINE,
        catalog: "/OCProperties<</OCGs[9 0 R]/D<</Name(a)/Order 10 0 R>>>>",
        objects: { 9: LAYER, ...tower(10, 20_010, (next) => `[${next}]`), 100010: "[9 0 R]" },
      },
      ["pdf.layers"],
    ],
    [
      "a gradient of 150⁵ stitched functions",
      {
        content: "/G sh",
        resources: "/Shading<</G<</ShadingType 2/ColorSpace/DeviceCMYK/Coords[0 0 9 0]/Function 10 0 R>>>>",
        objects: {
          ...tower(
            10,
            15,
            (next) => `<</FunctionType 3/Domain[0 1]/Bounds[]/Encode[]/Functions[${next.repeat(150)}]>>`,
          ),
          15: TYPE2,
        },
      },
      [],
    ],
    [
      "a function stitched of itself",
      {
        content: "/G sh",
        resources: "/Shading<</G<</ShadingType 2/ColorSpace/DeviceCMYK/Coords[0 0 9 0]/Function 10 0 R>>>>",
        objects: { 10: "<</FunctionType 3/Domain[0 1]/Functions[10 0 R 10 0 R]>>" },
      },
      [],
    ],
    [
      "a tint transform with 12⁸ shared entries",
      {
        content: "/S cs 1 scn 0 0 9 9 re f",
        resources: "/ColorSpace<</S[/Separation/Spot/DeviceCMYK 10 0 R]>>",
        objects: {
          10: "<</FunctionType 2/N 1/Domain[0 1]/C0[0 0 0 0]/C1[1 0 0 0]/X 11 0 R>>",
          ...tower(11, 19, (next) => `[${next.repeat(12)}]`),
          19: "[0]",
        },
      },
      [],
    ],
    [
      "XMP of 200,000 elements inside each other",
      {
        content: LINE,
        catalog: "/Metadata 8 0 R",
        objects: {
          8: stream(
            "/Type/Metadata/Subtype/XML/Filter/FlateDecode",
            deflateSync("<a>x".repeat(200_000) + "</a>".repeat(200_000)),
          ),
        },
      },
      [],
    ],
    [
      "XMP of 64 MB",
      {
        content: LINE,
        catalog: "/Metadata 8 0 R",
        objects: {
          8: stream(
            "/Type/Metadata/Subtype/XML/Filter/FlateDecode",
            deflateSync(`<a>${"x".repeat(64 * 1024 * 1024)}</a>`),
          ),
        },
      },
      ["pdf.limit-reached"],
    ],
    [
      "50,000 times the widths of all glyphs",
      {
        content: `BT /F 10 Tf 20 20 Td <${Array.from({ length: 65_536 }, (_, code) => code.toString(16).padStart(4, "0")).join("")}> Tj ET`,
        resources: "/Font<</F 5 0 R>>",
        objects: {
          5: "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 4 0 R/DescendantFonts[6 0 R]>>",
          6: `<</Type/Font/Subtype/CIDFontType2/BaseFont/A/W[${"0 65535 5 ".repeat(50_000)}]/FontDescriptor 7 0 R>>`,
          7: "<</FontFile2 4 0 R>>",
        },
      },
      ["pdf.limit-reached", "pdf.missing-glyph"],
    ],
    [
      "300 forms that share 50,000 filters",
      {
        content: Array.from({ length: 300 }, (_, i) => `/X${i} Do`).join(" "),
        resources: `/XObject<<${Array.from({ length: 300 }, (_, i) => `/X${i} ${100 + i} 0 R`).join("")}>>`,
        objects: {
          50: `[${"/ASCIIHexDecode ".repeat(50_000)}]`,
          ...Object.fromEntries(
            Array.from({ length: 300 }, (_, i) => [
              100 + i,
              stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Filter 50 0 R", ">"),
            ]),
          ),
        },
      },
      ["pdf.limit-reached", "pdf.content-damaged"],
    ],
    [
      "60,000 forms that share a matrix of 50,000 numbers",
      {
        content: "/X Do ".repeat(60_000),
        resources: "/XObject<</X 20 0 R>>",
        objects: {
          20: stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Matrix 21 0 R", ""),
          21: `[${"1 ".repeat(50_000)}]`,
        },
      },
      ["pdf.limit-reached"],
    ],
  ])("%s", async (_, made, expected) => {
    const { found, ms } = await timed(made);
    expect(found).toEqual([...expected].sort());
    expect(ms).toBeLessThan(MOST_MS);
  });

  const packed = (content: Buffer): Handmade => ({
    resources: FONT,
    objects: {
      ...FONT_OBJECTS,
      4: stream("/Filter[/FlateDecode/FlateDecode]", deflateSync(deflateSync(content, { level: 1 }))),
    },
  });
  const filled = (before: string, unit: string, count: number, after: string) =>
    Buffer.concat([Buffer.from(before), Buffer.alloc(unit.length * count, unit), Buffer.from(after)]);

  test.each([
    ["a string of 240 MB", filled("BT /F 9 Tf (", "a", 240_000_000, ") Tj ET"), ["pdf.limit-reached"]],
    ["a hexadecimal string of 40 MB", filled("BT /F 9 Tf <", "41", 20_000_000, "> Tj ET"), []],
    ["an array of 10 million strings", filled("BT /F 9 Tf [", "()", 10_000_000, "] TJ ET"), []],
  ])("%s", async (_, content, expected) => {
    const { found, ms } = await timed(packed(content));
    expect(found).toEqual(expected);
    expect(ms).toBeLessThan(MOST_MS);
  });
});
