import { describe, expect, test } from "vitest";
import { spaceName } from "../../../src/inspect/content/color-space.ts";
import { readLayers } from "../../../src/inspect/content/layers.ts";
import type { Painted } from "../../../src/inspect/content/painted.ts";
import { PdfDocument } from "../../../src/inspect/file/document.ts";
import { listPages } from "../../../src/inspect/file/pages.ts";
import { readFile } from "../../../src/inspect/file/read-file.ts";
import { readBoxes } from "../../../src/inspect/page-boxes.ts";
import { readPage, startPage } from "../../../src/inspect/read-page.ts";
import { FONT, FONT_OBJECTS, type Handmade, handmade, IN_MM, stream } from "../../support/handmade-pdf.ts";

function paintedBy(made: Handmade): { painted: readonly Painted[]; notices: readonly string[] } {
  const document = new PdfDocument(readFile(handmade(made)));
  const [page] = listPages(document);
  const painted: Painted[] = [];
  const record = startPage((each) => painted.push(each), readLayers(document));
  readPage(document, page!, readBoxes(document, page!), record);
  return { painted, notices: [...record.notices] };
}

/** `text in DeviceRGB within page` */
const told = (made: Handmade) =>
  paintedBy(made).painted.map(
    ({ kind, color, within }) =>
      `${kind} ${spaceName(color.space)}${within === "page" ? "" : ` within ${within}`}`,
  );

const inMm = ({ x, y, width, height }: Painted["area"]) =>
  [x, y, width, height].map((mm) => Math.round(mm * 10) / 10 + 0);

const FORM = "/Type/XObject/Subtype/Form/BBox[-1000 -1000 1000 1000]";

describe("colour spaces", () => {
  test.each([
    ["0 g 0 0 9 9 re f", "fill DeviceGray"],
    ["1 0 0 rg 0 0 9 9 re f", "fill DeviceRGB"],
    ["0 0 0 1 K 0 0 9 9 re S", "stroke DeviceCMYK"],
    ["/DeviceRGB cs 0 0 9 9 re f*", "fill DeviceRGB"],
    ["/Lab cs 1 1 1 sc 0 0 9 9 re f", "fill Lab"],
    ["/Spot cs .5 scn 0 0 9 9 re f", "fill Separation CutContour"],
    ["/Duo cs .5 1 scn 0 0 9 9 re f", "fill DeviceN Cyan + Gold"],
    ["/Icc CS 0 0 0 SCN 0 0 9 9 re s", "stroke ICCBased RGB"],
    ["/Idx cs 1 sc 0 0 9 9 re f", "fill Indexed DeviceRGB"],
  ])("%s", (content, expected) => {
    const resources =
      "/ColorSpace<</Lab[/Lab<</WhitePoint[1 1 1]>>]/Spot[/Separation/CutContour/DeviceCMYK 20 0 R]/Duo[/DeviceN[/Cyan/Gold]/DeviceCMYK 20 0 R]/Icc[/ICCBased 21 0 R]/Idx[/Indexed/DeviceRGB 1<000000ff0000>]>>";
    const objects = {
      20: "<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[0 1 0 0]>>",
      21: stream("/N 3", "icc"),
    };
    expect(told({ content, resources, objects })).toEqual([expected]);
  });

  test("a Default space takes the place of a device space", () => {
    const resources = "/ColorSpace<</DefaultRGB[/ICCBased 21 0 R]>>";
    const objects = { 21: stream("/N 3", "icc") };
    expect(told({ content: "1 0 0 rg 0 0 9 9 re f", resources, objects })).toEqual(["fill ICCBased RGB"]);
  });

  test("q and Q keep colours apart; B fills and strokes", () => {
    expect(told({ content: "q 1 0 0 rg Q 0 0 9 9 re f 0 1 0 RG 0 0 9 9 re B" })).toEqual([
      "fill DeviceGray",
      "fill DeviceGray",
      "stroke DeviceRGB",
    ]);
  });
});

describe("places", () => {
  test("are mm from the trim's top left corner, y down", () => {
    const [rectangle] = paintedBy({ content: `${IN_MM}10 20 30 5 re f` }).painted;
    expect(inMm(rectangle!.area)).toEqual([10, 20, 30, 5]);
    expect(rectangle!.thickness).toBeCloseTo(5);
  });

  test.each([
    [90, [0, 0, 50, 20]],
    [180, [80, 0, 20, 50]],
    [270, [50, 80, 50, 20]],
  ])("turn with the page: %i°", (rotation, expected) => {
    const [bottomLeft] = paintedBy({
      content: `${IN_MM}0 50 20 50 re f`,
      page: `/Rotate ${rotation}`,
    }).painted;
    expect(inMm(bottomLeft!.area)).toEqual(expected);
  });

  test("grow with UserUnit", () => {
    const boxes = "/MediaBox[0 0 200 100]/TrimBox[0 0 200 100]/UserUnit 10";
    const [whole] = paintedBy({ content: "0 0 200 100 re f", boxes }).painted;
    expect(inMm(whole!.area)).toEqual([0, 0, 705.6, 352.8]);
  });

  test("are cut to the clip; what it hides is not told", () => {
    const content = `${IN_MM}10 10 10 10 re W n 0 0 15 15 re f 50 50 9 9 re f`;
    const { painted } = paintedBy({ content });
    expect(painted.map(({ area }) => inMm(area))).toEqual([[10, 10, 5, 5]]);
  });

  test("of text: by widths, spacing, Td, TJ and Tm", () => {
    const show = `${IN_MM}BT 1 0 0 -1 10 50 Tm /F 4 Tf`;
    const boxOf = (text: string) =>
      inMm(
        paintedBy({ content: `${show} ${text} ET`, resources: FONT, objects: FONT_OBJECTS }).painted.at(-1)!
          .area,
      );
    // Widths: 5 → 250, 6 → 750, 7–9 → 1000, others 500. Ascent 3, descent 0.9 of a 4 mm em.
    expect(boxOf("<00010001> Tj")).toEqual([10, 47, 4, 3.9]);
    expect(boxOf("<00050006> Tj")).toEqual([10, 47, 4, 3.9]);
    expect(boxOf("<00070008> Tj")).toEqual([10, 47, 8, 3.9]);
    expect(boxOf("1 Tc <00010001> Tj")).toEqual([10, 47, 6, 3.9]);
    expect(boxOf("50 Tz <00010001> Tj")).toEqual([10, 47, 2, 3.9]);
    expect(boxOf("[<0001> -1000 <0001>] TJ")).toEqual([10, 47, 8, 3.9]);
    expect(boxOf("<0001> Tj <0001> Tj")).toEqual([12, 47, 2, 3.9]);
    expect(boxOf("5 10 Td <0001> Tj")).toEqual([15, 37, 2, 3.9]);
    expect(boxOf("6 TL T* <0001> Tj")).toEqual([10, 53, 2, 3.9]);
    // Word spacing is for codes of one byte (§9.3.3).
    expect(boxOf("9 Tw <0020> Tj")).toEqual([10, 47, 2, 3.9]);
    expect(boxOf("3 Ts <0001> Tj")).toEqual([10, 44, 2, 3.9]);
    expect(boxOf("0 -6 TD T* <0001> Tj")).toEqual([10, 59, 2, 3.9]);
  });
});

describe("content inside content", () => {
  test("forms, one in the other, in their own coordinates", () => {
    const made = {
      content: `${IN_MM}/A Do`,
      resources: "/XObject<</A 20 0 R>>",
      objects: {
        20: stream(
          `${FORM}/Matrix[1 0 0 1 10 0]/Resources<</XObject<</B 21 0 R>>>>`,
          "1 0 0 rg q 2 0 0 2 0 0 cm /B Do Q",
        ),
        21: stream(FORM, "0 5 10 10 re f"),
      },
    };
    const { painted } = paintedBy(made);
    expect(painted.map(({ area }) => inMm(area))).toEqual([[10, 10, 20, 20]]);
    expect(told(made)).toEqual(["fill DeviceRGB"]);
  });

  test("a form that paints itself is painted once, and told", () => {
    const { painted, notices } = paintedBy({
      content: "/A Do",
      resources: "/XObject<</A 20 0 R>>",
      objects: { 20: stream(`${FORM}/Resources<</XObject<</A 20 0 R>>>>`, "0 0 9 9 re f /A Do") },
    });
    expect([painted.length, notices]).toEqual([1, ["recursion"]]);
  });

  test("tiles, coloured and not, at the place that they fill", () => {
    const tile = "/PatternType 1/TilingType 1/BBox[0 0 5 5]/XStep 5/YStep 5/Resources<<>>";
    const made = {
      content: `${IN_MM}/Pattern cs /P scn 10 10 20 20 re f /Under cs 0 1 0 /Q scn 50 50 9 9 re f`,
      resources: "/Pattern<</P 20 0 R/Q 21 0 R>>/ColorSpace<</Under[/Pattern/DeviceRGB]>>",
      objects: {
        20: stream(`${tile}/PaintType 1`, "0 0 0 1 k 0 0 2 2 re f"),
        21: stream(`${tile}/PaintType 2`, "0 0 2 2 re f"),
      },
    };
    expect(told(made)).toEqual(["fill DeviceCMYK within pattern", "fill DeviceRGB within pattern"]);
    expect(paintedBy(made).painted.map(({ area }) => inMm(area))).toEqual([
      [10, 10, 20, 20],
      [50, 50, 9, 9],
    ]);
  });

  test("gradients, as pattern and by sh, with their extreme colours", () => {
    const shading =
      "<</ShadingType 2/ColorSpace/DeviceCMYK/Coords[0 0 1 0]/Function<</FunctionType 3/Domain[0 1]/Bounds[.5]/Encode[0 1 0 1]/Functions[<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[1 1 1 1]>><</FunctionType 2/Domain[0 1]/N 1/C0[1 1 1 1]/C1[0 0 0 .5]>>]>>>>";
    const { painted } = paintedBy({
      content: "/Pattern cs /P scn 0 0 50 50 re f /S sh",
      resources: "/Pattern<</P<</PatternType 2/Shading 20 0 R>>>>/Shading<</S 20 0 R>>",
      objects: { 20: shading },
    });
    expect(painted.map(({ kind }) => kind)).toEqual(["shading", "shading"]);
    expect(painted[0]!.shades).toContainEqual([1, 1, 1, 1]);
  });

  test("soft masks, and what they mask", () => {
    const made = {
      content: "/M gs 0 0 9 9 re f",
      resources: "/ExtGState<</M<</SMask<</S/Luminosity/G 20 0 R>>>>>>",
      objects: { 20: stream(`${FORM}/Group<</S/Transparency/CS/DeviceRGB>>`, "1 1 1 rg 0 0 5 5 re f") },
    };
    expect(told(made)).toEqual(["fill DeviceRGB within soft-mask", "fill DeviceGray"]);
    expect(paintedBy(made).painted.at(-1)!.masked).toBe(true);
  });

  test("glyphs of Type 3 fonts; a stencil glyph ignores its own colours", () => {
    const font =
      "<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<</a 21 0 R/b 22 0 R>>/Encoding<</Differences[65/a/b]>>/FirstChar 65/LastChar 66/Widths[1000 1000]>>";
    const made = {
      content: "0 1 0 rg BT /T 20 Tf 50 50 Td (AB) Tj ET",
      resources: "/Font<</T 20 0 R>>",
      objects: {
        20: font,
        21: stream("", "1000 0 d0 0 0 0 1 k 0 0 9 9 re f"),
        22: stream("", "1000 0 0 0 9 9 d1 0 0 0 1 k 0 0 9 9 re f"),
      },
    };
    expect(told(made)).toEqual([
      "text DeviceRGB",
      "fill DeviceCMYK within glyph",
      "fill DeviceRGB within glyph",
    ]);
  });

  test("appearances of annotations, fitted into their rectangle", () => {
    const { painted } = paintedBy({
      page: "/Annots[<</Type/Annot/Subtype/Stamp/F 4/Rect[100 100 120 120]/AP<</N 20 0 R>>>>]",
      objects: { 20: stream("/Type/XObject/Subtype/Form/BBox[0 0 10 10]", "1 0 0 rg 0 0 10 10 re f") },
    });
    expect(painted).toHaveLength(1);
    expect(painted[0]).toMatchObject({ within: "annotation", prints: true });
    expect(painted[0]!.area.width).toBeCloseTo((20 * 25.4) / 72, 2);
  });
});

describe("layers", () => {
  const layered = (configuration: string, usage = "") => ({
    content: "/OC /L BDC 0 0 9 9 re f EMC 0 0 8 8 re f",
    resources: "/Properties<</L 20 0 R>>",
    catalog: `/OCProperties<</OCGs[20 0 R]/D<<${configuration}>>>>`,
    objects: { 20: `<</Type/OCG/Name(Khuon be)${usage}>>` },
  });

  test.each([
    ["on", layered(""), [true, true]],
    ["off", layered("/OFF[20 0 R]"), [false, true]],
    ["off by default", layered("/BaseState/OFF"), [false, true]],
    ["never printed", layered("", "/Usage<</Print<</PrintState/OFF>>>>"), [false, true]],
  ])("%s", (_, made, prints) => {
    expect(paintedBy(made).painted.map((each) => each.prints)).toEqual(prints);
  });
});

describe("graphics state", () => {
  test("overprint: OP alone speaks for fills too", () => {
    const resources = "/ExtGState<</A<</OP true/OPM 1>>/B<</OP true/op false>>>>";
    const { painted } = paintedBy({ content: "/A gs 0 0 9 9 re f /B gs 0 0 9 9 re B", resources });
    expect(painted.map(({ overprint, overprintMode }) => [overprint, overprintMode])).toEqual([
      [true, 1],
      [false, 1],
      [true, 1],
    ]);
  });

  test("too many q are told, unbalanced ones too", () => {
    expect(paintedBy({ content: "q ".repeat(40) }).notices).toEqual(["deep-states", "unbalanced"]);
    expect(paintedBy({ content: "Q" }).notices).toEqual(["unbalanced"]);
  });
});
