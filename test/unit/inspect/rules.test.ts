import { describe, expect, test } from "vitest";
import { NO_FINISHING, type OutputProfile, WEB_PROFILE } from "../../../src/model/output-profile.ts";
import {
  BOXES,
  codesOf,
  FONT,
  FONT_OBJECTS,
  type Handmade,
  ICC,
  IN_MM,
  inspectMade,
  PRESS,
  stream,
} from "../../support/handmade-pdf.ts";

const codes = async (...parameters: Parameters<typeof inspectMade>) =>
  codesOf((await inspectMade(...parameters)).diagnostics);

const GROUP = "/Group<</S/Transparency/CS/DeviceCMYK>>";
const text = (content: string, more: Partial<Handmade> = {}): Handmade => ({
  content: `${IN_MM}${content}`,
  resources: FONT,
  objects: FONT_OBJECTS,
  ...more,
});
/** Shows a word with an em of so many points. */
const word = (size: number) => `BT 1 0 0 -1 20 50 Tm /F ${(size * 25.4) / 72} Tf <00010001> Tj ET`;

test("a sound page has nothing to mend", async () => {
  const content = `0 0 0 1 k /O gs ${word(8)} 1 0 0 0 K 1 w 0 0 50 50 re S`;
  const made = text(content, { resources: `${FONT}/ExtGState<</O<</OP true/OPM 1>>>>` });
  const { value, diagnostics } = await inspectMade(made);
  expect(diagnostics).toEqual([]);
  expect(value.pages).toMatchObject([
    {
      number: 1,
      trim: { width: 100, height: 100 },
      bleed: { top: 3, right: 3, bottom: 3, left: 3 },
      fonts: [{ name: "Test", type: "CIDFontType2", embedded: true, subset: true, toUnicode: true }],
      inks: ["Cyan", "Magenta", "Yellow", "Black"],
      maximumInk: { percent: 100 },
      overprinting: 2,
    },
  ]);
});

describe("colour", () => {
  const MANAGED = "/ColorSpace<</I[/ICCBased 20 0 R]>>";

  test("DeviceRGB: kind, place in mm and how many", async () => {
    const content = `${IN_MM}1 0 0 rg 12 34 5 6 re f 0 0 1 1 re f`;
    const [found, ...others] = (await inspectMade({ content })).diagnostics;
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: "pdf.device-rgb",
      severity: "error",
      where: { page: 1, area: { x: 12, y: 34, width: 5, height: 6 } },
    });
    expect(found!.message.en).toBe("Page 1: DeviceRGB in a fill at (12; 34) mm (2 of them).");
    expect(found!.message.vi).toBe("Trang 1: mảng tô dùng màu DeviceRGB ở (12; 34) mm (2 chỗ).");
  });

  test.each([
    ["in text", text(`1 0 0 rg ${word(9)}`)],
    [
      "as the alternate of a spot colour",
      {
        content: "/S cs 1 scn 0 0 9 9 re f",
        resources: "/ColorSpace<</S[/Separation/Gold/DeviceRGB 20 0 R]>>",
      },
    ],
    [
      "under an index",
      {
        content: "/S cs 1 sc 0 0 9 9 re f",
        resources: "/ColorSpace<</S[/Indexed/DeviceRGB 1<000000ffffff>]>>",
      },
    ],
    [
      "in a form",
      {
        content: "/X Do",
        resources: "/XObject<</X 20 0 R>>",
        objects: { 20: stream("/Type/XObject/Subtype/Form/BBox[0 0 99 99]", "1 0 0 rg 0 0 9 9 re f") },
      },
    ],
    [
      "in a tile",
      {
        content: "/Pattern cs /P scn 0 0 99 99 re f",
        resources: "/Pattern<</P 20 0 R>>",
        objects: {
          20: stream(
            "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 5 5]/XStep 5/YStep 5/Resources<<>>",
            "1 0 0 rg 0 0 2 2 re f",
          ),
        },
      },
    ],
    [
      "in a gradient",
      {
        content: "/S sh",
        resources:
          "/Shading<</S<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 1 0]/Function<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0]/C1[1 1 1]>>>>>>",
      },
    ],
    [
      "in a soft mask",
      {
        content: "/M gs 0 0 9 9 re f",
        page: GROUP,
        resources: "/ExtGState<</M<</SMask<</S/Luminosity/G 20 0 R>>>>>>",
        objects: { 20: stream("/Type/XObject/Subtype/Form/BBox[0 0 99 99]", "1 1 1 rg 0 0 5 5 re f") },
      },
    ],
    ["in a picture", { content: "9 0 0 9 0 0 cm BI /W 1/H 1/CS/RGB/BPC 8 ID abc\nEI" }],
  ] satisfies readonly (readonly [string, Handmade])[])("DeviceRGB %s", async (_, made) => {
    expect(await codes(made)).toEqual(["pdf.device-rgb"]);
  });

  test("defined RGB is only a warning; spot colours and CMYK profiles are inks", async () => {
    const objects = { 20: stream("/N 3", "icc") };
    expect(await codes({ content: "/I cs 0 0 0 scn 0 0 9 9 re f", resources: MANAGED, objects })).toEqual([
      "pdf.managed-rgb",
    ]);
    const inks = { 20: stream("/N 4", "icc") };
    expect(
      await codes({ content: "/I cs 0 0 0 .5 scn 0 0 9 9 re f", resources: MANAGED, objects: inks }),
    ).toEqual([]);
  });

  test("nobody minds RGB on screens, or where no press was named", async () => {
    const made = { content: "1 0 0 rg 0 0 9 9 re f" };
    expect(await codes(made, WEB_PROFILE, null)).toEqual([]);
    expect(await codes(made, null, null)).toEqual([]);
  });

  test("registration colour belongs outside the trim", async () => {
    const resources = "/ColorSpace<</A[/Separation/All/DeviceCMYK 20 0 R]>>";
    const objects = { 20: "<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[1 1 1 1]>>" };
    const bar = (x: number) => ({ content: `${IN_MM}/A cs 1 scn ${x} 0 2 9 re f`, resources, objects });
    expect(await codes(bar(50))).toEqual(["pdf.registration-color"]);
    expect(await codes(bar(-2.5))).toEqual([]);
  });
});

describe("ink", () => {
  const DUO = "/ColorSpace<</D[/DeviceN[/Cyan/Magenta/Yellow/Black/Gold]/DeviceCMYK 20 0 R]>>";
  const fill = (color: string, more: Partial<Handmade> = {}): Handmade => ({
    content: `${IN_MM}${color} 10 10 9 9 re f`,
    ...more,
  });

  test("the sum of C, M, Y and K against the condition's limit", async () => {
    const { value, diagnostics } = await inspectMade(fill("1 1 1 .2 k"));
    expect(diagnostics).toMatchObject([
      { code: "pdf.ink-limit", where: { page: 1, area: { x: 10, y: 10 } } },
    ]);
    expect(diagnostics[0]!.message.en).toBe(
      "Page 1: a fill has 320 % of ink at (10; 10) mm (1 of them); the limit is 300 %.",
    );
    expect(value.pages[0]!.maximumInk?.percent).toBe(320);
    expect(await codes(fill(".8 .7 .7 .8 k"))).toEqual([]);
  });

  test("a spot plate has its own limit", async () => {
    expect(await codes(fill("/D cs 1 1 1 0 1 scn", { resources: DUO }))).toEqual([]);
    expect(await codes(fill("/D cs 1 1 1 1 0 scn", { resources: DUO }))).toEqual(["pdf.ink-limit"]);
  });

  test("gradients at their heaviest stop; marks outside the bleed are nobody's business", async () => {
    const gradient = (to: string) => ({
      content: "/S sh",
      resources: `/Shading<</S<</ShadingType 2/ColorSpace/DeviceCMYK/Coords[0 0 1 0]/Function<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[${to}]>>>>>>`,
    });
    expect(await codes(gradient("1 1 1 1"))).toEqual(["pdf.ink-limit"]);
    expect(await codes(gradient("1 1 .5 0"))).toEqual([]);
    const boxes = "/MediaBox[0 0 400 400]/BleedBox[90 90 310 310]/TrimBox[100 100 300 300]";
    expect(await codes({ content: "1 1 1 1 k 0 0 9 9 re f", boxes })).toEqual([]);
  });

  /** Two halves: half of the picture in each of the colours. */
  const picture = (one: number[], other: number[]) =>
    Buffer.from(Array.from({ length: 64 * 64 }, (_, i) => (i < 2048 ? one : other)).flat());
  const image = (entries: string, data: Buffer): Handmade => ({
    content: `${IN_MM}5 0 0 5 10 10 cm /I Do`,
    resources: "/XObject<</I 20 0 R>>",
    objects: {
      20: stream(
        `/Type/XObject/Subtype/Image/Width 64/Height 64/ColorSpace/DeviceCMYK/BitsPerComponent 8${entries}`,
        data,
      ),
    },
  });

  test("pictures, raw and with a Decode array", async () => {
    const heavy = picture([255, 255, 255, 128], [0, 0, 0, 0]);
    const { value, diagnostics } = await inspectMade(image("", heavy));
    expect(codesOf(diagnostics)).toEqual(["pdf.ink-limit"]);
    expect(value.pages[0]!.maximumInk?.percent).toBe(350);
    const light = await inspectMade(image("", picture([255, 255, 51, 0], [0, 0, 0, 0])));
    expect([codesOf(light.diagnostics), light.value.pages[0]!.maximumInk?.percent]).toEqual([[], 220]);
    const turned = image("/Decode[1 0 1 0 1 0 1 0]", picture([255, 255, 255, 127], [255, 255, 255, 255]));
    expect((await inspectMade(turned)).value.pages[0]!.maximumInk?.percent).toBe(50);
  });

  test("what cannot be measured is told, not passed", async () => {
    expect(await codes(image("/Filter/JPXDecode", Buffer.from("jp2")))).toEqual(["pdf.not-measured"]);
  });
});

describe("lines", () => {
  const line = (color: string, points: number) => ({
    content: `${IN_MM}${color} ${(points * 25.4) / 72} w 10 10 m 50 10 l S`,
  });

  test.each([
    [".2 pt of black", "0 0 0 1 K", 0.2, ["pdf.thin-line"]],
    ["none at all", "0 0 0 1 K", 0, ["pdf.thin-line"]],
    [".25 pt of black", "0 0 0 1 K", 0.25, []],
    [".4 pt of grey", "0 0 0 .5 K", 0.4, ["pdf.thin-screened-line"]],
    [".4 pt of two inks", "1 1 0 0 K", 0.4, ["pdf.thin-screened-line"]],
    [".5 pt of two inks", "1 1 0 0 K", 0.5, []],
    [".4 pt of white on a ground", "1 0 0 0 k -3 -3 106 106 re f 0 0 0 0 K", 0.4, ["pdf.thin-screened-line"]],
    [".5 pt of white on a ground", "1 0 0 0 k -3 -3 106 106 re f 0 0 0 0 K", 0.5, []],
    [".4 pt of white beside a ground", "1 0 0 0 k 20 20 20 20 re f 0 0 0 0 K", 0.4, []],
    [".4 pt of white on the sheet", "0 0 0 0 K", 0.4, []],
  ])("%s", async (_, color, points, expected) => {
    expect(await codes(line(color, points))).toEqual(expected);
  });

  test("the matrix counts, and so does a bar that is filled", async () => {
    expect(await codes({ content: "0 0 0 1 K .1 0 0 .1 0 0 cm 2 w 500 500 m 900 500 l S" })).toEqual([
      "pdf.thin-line",
    ]);
    expect(await codes({ content: "0 0 0 1 k 50 50 100 .1 re f" })).toEqual(["pdf.thin-line"]);
  });

  test.each([
    ["CutContour", []],
    ["PerfCutContour", []],
    ["Thru-Cut", []],
    ["Die line", []],
    ["Khuôn bế", []],
    ["Cutty Sark", ["pdf.thin-line"]],
    ["White", ["pdf.thin-line"]],
  ])("how thin a line of %s is matters only where it is printed", async (name, expected) => {
    const written = [...Buffer.from(name)].map((byte) => `#${byte.toString(16)}`).join("");
    const made = {
      content: "/Cut CS 1 SCN .1 w 50 50 m 90 50 l S",
      resources: `/ColorSpace<</Cut[/Separation/${written}/DeviceCMYK 20 0 R]>>`,
      objects: { 20: "<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 1 0 0]/N 1>>" },
    };
    expect(await codes(made)).toEqual(expected);
  });

  test.each([
    ["CutContour", "OFF", ["pdf.layers", "pdf.cut-line-off"]],
    ["CutContour", "ON", ["pdf.layers"]],
    ["Thru-cut", "OFF", ["pdf.layers", "pdf.cut-line-off"]],
    ["Khuon be", "OFF", ["pdf.layers"]],
  ])("a cutter does not find a line of %s where it is %s in print", async (name, state, expected) => {
    const { diagnostics } = await inspectMade({
      content: "/OC /L BDC /Cut CS 1 SCN 1 w 50 50 m 90 50 l S EMC",
      resources: `/Properties<</L 21 0 R>>/ColorSpace<</Cut[/Separation/${name.replace(" ", "#20")}/DeviceCMYK 20 0 R]>>`,
      catalog: "/OCProperties<</OCGs[21 0 R]/D<<>>>>",
      objects: {
        20: "<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 1 0 0]/N 1>>",
        21: `<</Type/OCG/Name(Cat)/Usage<</Print<</PrintState/${state}>>>>>>`,
      },
    });
    expect(codesOf(diagnostics)).toEqual(expected);
    expect(diagnostics[0]!.message.en).toContain(state === "OFF" ? "Cat (off in print)" : "Cat.");
  });

  test.each([
    ["White", "CutContour", []],
    ["RDG_WHITE", "Bế", []],
    ["Lót trắng", "Thru-cut", []],
    ["PANTONE 871 C", "CutContour", ["pdf.no-white-ink"]],
    ["White", "PANTONE 871 C", ["pdf.no-cut-line"]],
  ])("white ink and a cut line are there as %s and %s", async (white, cut, expected) => {
    const name = (text: string) => [...Buffer.from(text)].map((byte) => `#${byte.toString(16)}`).join("");
    const made = {
      content: "/W cs 1 scn 50 50 99 99 re f /Cut CS 1 SCN 1 w 50 50 m 90 50 l S",
      resources: `/ColorSpace<</W[/Separation/${name(white)}/DeviceCMYK 20 0 R]/Cut[/Separation/${name(cut)}/DeviceCMYK 20 0 R]>>`,
      objects: { 20: "<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 1 0 0]/N 1>>" },
    };
    const clear = { ...PRESS, finishing: { ...NO_FINISHING, whiteInk: true, cutContour: { offset: 2 } } };
    expect(await codes(made, clear)).toEqual(expected);
    expect(await codes(made)).toEqual([]);
  });

  test("lines on layers that do not print may be thin", async () => {
    expect(
      await codes({
        content: "/OC /L BDC 0 0 0 1 K .1 w 50 50 m 90 50 l S EMC",
        resources: "/Properties<</L 20 0 R>>",
        catalog: "/OCProperties<</OCGs[20 0 R]/D<</OFF[20 0 R]>>>>",
        objects: { 20: "<</Type/OCG/Name(Khuon be)>>" },
      }),
    ).toEqual(["pdf.layers"]);
  });

  test("a file at 1:10 is measured as it will be printed", async () => {
    const tenth = { ...PRESS, scale: 0.1, bleed: 20 };
    expect(await codes(line("0 0 0 1 K", 0.1), tenth)).toEqual([]);
    expect(await codes(line("0 0 0 1 K", 0.02), tenth)).toEqual(["pdf.thin-line"]);
  });
});

describe("text", () => {
  const OVER = { resources: `${FONT}/ExtGState<</O<</OP true/OPM 1>>>>` };

  test.each([
    ["black, 4.5 pt", "/O gs 0 0 0 1 k", 4.5, ["pdf.tiny-text"]],
    ["black, 5 pt", "/O gs 0 0 0 1 k", 5, []],
    ["two inks, 6 pt", "1 1 0 0 k", 6, ["pdf.tiny-colored-text"]],
    ["two inks, 7 pt", "1 1 0 0 k", 7, []],
    ["white, 6 pt", "0 0 0 0 k", 6, ["pdf.tiny-colored-text"]],
    ["black that knocks out", "0 0 0 1 k", 8, ["pdf.black-knocks-out"]],
    ["black of four inks, 9 pt", ".75 .68 .47 .9 k", 9, ["pdf.rich-black-text"]],
    ["black over blue, 12 pt", ".3 0 0 1 k", 12, ["pdf.rich-black-text"]],
    ["dense colours under half a black, 8 pt", ".6 .6 .6 .6 k", 8, ["pdf.rich-black-text"]],
    ["black of four inks, 24 pt", ".75 .68 .47 .9 k", 24, []],
    ["a dark blue, 9 pt", "1 .8 0 .5 k", 9, []],
  ])("%s", async (_, color, size, expected) => {
    expect(await codes(text(`${color} ${word(size)}`, OVER))).toEqual(expected);
  });

  test.each([
    ["letters that are only a line", "0 0 0 1 K .07 w 1 Tr", ["pdf.thin-line"]],
    ["a line of another colour around letters", "1 0 0 0 k 0 0 0 1 K .07 w 2 Tr", ["pdf.thin-line"]],
    ["letters that are made bolder", "1 0 0 0 k 1 0 0 0 K .07 w 2 Tr", []],
    ["an outline that is thick enough", "1 0 0 0 k 0 0 0 1 K 1 w 2 Tr", []],
  ])("%s", async (_, settings, expected) => {
    expect(await codes(text(`/O gs ${settings} ${word(24)}`, OVER))).toEqual(expected);
  });

  test("invisible text, as scans have it, is not small", async () => {
    expect(await codes(text(`3 Tr ${word(2)}`))).toEqual([]);
  });

  test.each([
    ["not embedded", { 12: "<</Type/FontDescriptor/FontName/Test/Flags 4>>" }, ["pdf.font-not-embedded"]],
    [
      "without ToUnicode",
      { 10: "<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Test/Encoding/Identity-H/DescendantFonts[11 0 R]>>" },
      ["pdf.font-without-unicode"],
    ],
  ])("a font %s", async (_, objects, expected) => {
    const made = text(`1 0 0 0 k ${word(9)}`, { objects: { ...FONT_OBJECTS, ...objects } });
    expect(await codes(made)).toEqual(expected);
  });

  test("a glyph that the face does not have", async () => {
    const shown = "BT 1 0 0 -1 20 50 Tm /F 4 Tf <00010000> Tj ET";
    expect(await codes(text(`1 0 0 0 k ${shown}`))).toEqual(["pdf.missing-glyph"]);
  });
});

describe("overprint", () => {
  const resources =
    "/ExtGState<</O<</OP true/OPM 1>>/Z<</OP true/OPM 0>>>>/ColorSpace<</S[/Separation/Gold/DeviceCMYK 20 0 R]>>";

  test.each([
    ["CMYK white with OPM 1", "/O gs 0 0 0 0 k", ["pdf.white-overprint"]],
    ["CMYK white with OPM 0 still knocks out", "/Z gs 0 0 0 0 k", []],
    ["no tint of a spot colour", "/Z gs /S cs 0 scn", ["pdf.white-overprint"]],
    ["a colour", "/O gs 1 0 0 0 k", []],
  ])("%s", async (_, setting, expected) => {
    expect(await codes({ content: `${setting} 50 50 50 50 re f`, resources })).toEqual(expected);
  });
});

test("what is see-through is blended in CMYK", async () => {
  const made = { content: "/A gs 0 0 0 1 k 50 50 9 9 re f", resources: "/ExtGState<</A<</ca .5>>>>" };
  expect(await codes(made)).toEqual(["pdf.blending-space"]);
  expect(await codes({ ...made, page: "/Group<</S/Transparency/CS/DeviceRGB>>" })).toEqual([
    "pdf.blending-space",
  ]);
  const { value, diagnostics } = await inspectMade({ ...made, page: GROUP });
  expect([diagnostics, value.pages[0]!.transparency.used]).toEqual([[], true]);
});

describe("what is see-through inside groups is blended in the space of the innermost isolated one", () => {
  const CMYK = "/Group<</S/Transparency/CS/DeviceCMYK/I true>>";
  const RGB = "/Group<</S/Transparency/CS/DeviceRGB/I true>>";
  const OPEN = "/Group<</S/Transparency/CS/DeviceCMYK>>";
  test.each([
    ["inks inside a page without a group", "", CMYK, []],
    ["RGB inside a page in inks", CMYK, RGB, ["DeviceRGB"]],
    ["a group that is not isolated", RGB, OPEN, ["DeviceRGB"]],
    ["a group that is not isolated, in a page without one", "", OPEN, ["–"]],
  ])("%s", async (_, page, group, expected) => {
    const { diagnostics } = await inspectMade({
      content: "/X Do",
      resources: "/XObject<</X 20 0 R>>",
      page,
      objects: {
        20: stream(
          `/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Resources<</ExtGState<</A<</ca .5>>>>>>${group}`,
          "/A gs 0 0 0 1 k 50 50 9 9 re f",
        ),
      },
    });
    const found = diagnostics.filter(({ code }) => code === "pdf.blending-space");
    expect(found.map(({ message }) => /blended in (\S+),/.exec(message.en)?.[1])).toEqual(expected);
  });
});

test("groups that are see-through as a whole are blended in the space around them", async () => {
  const inside = (settings: string, page: string): Handmade => ({
    content: "/A gs /X Do",
    resources: `/ExtGState<</A<<${settings}>>>>/XObject<</X 20 0 R>>`,
    page,
    objects: {
      20: stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 99 99]/Group<</S/Transparency/CS/DeviceCMYK/I true>>",
        "0 0 0 1 k 50 50 9 9 re f 0 0 0 1 K 0.3 w 50 50 m 90 90 l S",
      ),
    },
  });
  const thin = "pdf.thin-screened-line";
  expect(await codes(inside("/ca .5", ""))).toEqual([thin, "pdf.blending-space"]);
  expect(await codes(inside("/BM/Multiply", "/Group<</S/Transparency/CS/DeviceRGB>>"))).toEqual([
    "pdf.blending-space",
  ]);
  expect(await codes(inside("/ca 1", ""))).toEqual([]);
  const { value, diagnostics } = await inspectMade(inside("/BM/Multiply", GROUP));
  expect(diagnostics).toEqual([]);
  expect(value.pages[0]!.transparency).toEqual({ used: true, blendModes: ["Multiply"] });
});

describe("pictures", () => {
  const image = (pixels: number, mm: number): Handmade => ({
    content: `${IN_MM}q ${mm} 0 0 ${mm} 10 10 cm /I Do Q`,
    resources: "/XObject<</I 20 0 R>>",
    objects: {
      20: stream(
        `/Type/XObject/Subtype/Image/Width ${pixels}/Height ${pixels}/ColorSpace/DeviceGray/BitsPerComponent 8`,
        Buffer.alloc(pixels * pixels),
      ),
    },
  });

  test("a picture of one bit needs twice as many pixels, by its size on the piece", async () => {
    const stencil = (pixels: number): Handmade => ({
      content: `${IN_MM}0 0 0 1 k q 25.4 0 0 25.4 10 10 cm /I Do Q`,
      resources: "/XObject<</I 20 0 R>>",
      objects: {
        20: stream(
          `/Type/XObject/Subtype/Image/Width ${pixels}/Height ${pixels}/ImageMask true/BitsPerComponent 1`,
          Buffer.alloc(Math.ceil(pixels / 8) * pixels),
        ),
      },
    });
    const { diagnostics } = await inspectMade(stencil(300));
    expect(diagnostics).toMatchObject([{ code: "pdf.low-resolution-line-art", where: { page: 1 } }]);
    expect(diagnostics[0]!.message.en).toContain("has 300 ppi at its printed size; 600 ppi are needed");
    expect(await codes(stencil(600))).toEqual([]);
    expect(await codes(stencil(300), { ...PRESS, ppi: 150 })).toEqual([]);
  });

  test("effective ppi against the profile, or against what the size of the piece needs", async () => {
    const { value, diagnostics } = await inspectMade(image(100, 25.4));
    expect(value.pages[0]!.images).toMatchObject([
      { ppi: 100, pixelWidth: 100, area: { x: 10, y: 10, width: 25.4 } },
    ]);
    expect(diagnostics).toMatchObject([{ code: "pdf.low-resolution", where: { page: 1 } }]);
    expect(diagnostics[0]!.message.en).toContain("has 100 ppi at its printed size; 300 ppi are needed");
    expect(await codes(image(100, 25.4), { ...PRESS, ppi: 120 })).toEqual([]);
    expect(await codes(image(100, 8.4))).toEqual([]);
  });

  test("the worse direction counts", async () => {
    const made = image(100, 8.4);
    const content = `${IN_MM}8.4 0 0 50 10 10 cm /I Do`;
    expect((await inspectMade({ ...made, content })).value.pages[0]!.images[0]!.ppi).toBe(51);
  });
});

describe("boxes", () => {
  test.each([
    [
      "trim outside bleed",
      "/MediaBox[0 0 300 300]/BleedBox[9 9 200 200]/TrimBox[9 9 250 200]",
      "pdf.boxes-not-nested",
    ],
    [
      "crop cuts the trim",
      "/MediaBox[0 0 300 300]/CropBox[50 50 250 250]/BleedBox[10 10 290 290]/TrimBox[30 30 270 270]",
      "pdf.boxes-not-nested",
    ],
    ["another user unit", "/MediaBox[0 0 300 300]/TrimBox[0 0 300 300]/UserUnit 2", "pdf.user-unit"],
    ["no trim", "/MediaBox[0 0 300 300]/CropBox[0 0 300 300]", "pdf.no-trim-box"],
    [
      "too little bleed",
      "/MediaBox[0 0 300 300]/BleedBox[10 10 290 290]/TrimBox[20 15 280 285]",
      "pdf.missing-bleed",
    ],
    ["no page at all", "", "pdf.no-media-box"],
  ])("%s", async (_, boxes, expected) => {
    expect(await codes({ boxes })).toContain(expected);
  });

  const cloth = (finishing: Partial<OutputProfile["finishing"]>, scale = 1): OutputProfile => ({
    ...PRESS,
    bleed: "none",
    scale,
    finishing: { ...NO_FINISHING, ...finishing },
  });

  test("what is hemmed, goes round a pole or round a frame needs its picture there too", async () => {
    const content = `${IN_MM}1 0 0 0 k -3 -3 106 106 re f`;
    const { diagnostics } = await inspectMade(
      { content },
      cloth({ hem: 30, polePocket: { top: 80, bottom: 60 } }),
    );
    expect(codesOf(diagnostics)).toEqual(["pdf.missing-hem"]);
    expect(diagnostics[0]!.message.en).toContain("3 / 3 / 3 / 3 mm past the finished edge");
    expect(diagnostics[0]!.message.en).toContain("80 / 30 / 60 / 30 mm");
    expect(await codes({ content }, cloth({ hem: 3 }))).toEqual([]);
    expect(await codes({ content }, cloth({ hem: 30 }, 0.1))).toEqual([]);
    expect(await codes({ content }, { ...cloth({ hem: 30 }), bleed: 5 })).toEqual(["pdf.missing-bleed"]);
  });

  test("a file at full size is not taken for one of a tenth", async () => {
    const boxes = "/MediaBox[0 0 12000 6000]/TrimBox[0 0 12000 6000]";
    const { diagnostics } = await inspectMade({ boxes }, cloth({}, 0.1));
    expect(codesOf(diagnostics)).toContain("pdf.doubtful-scale");
    expect(diagnostics.find(({ code }) => code === "pdf.doubtful-scale")!.message.en).toContain(
      "is 42 m long",
    );
    expect(await codes({ boxes }, cloth({}))).not.toContain("pdf.doubtful-scale");
  });

  test("bleed in mm on each side as the page is shown", async () => {
    const boxes = "/MediaBox[0 0 300 300]/BleedBox[0 0 300 300]/TrimBox[14.17 5.67 291.5 291.5]/Rotate 90";
    const found = (await inspectMade({ boxes })).diagnostics.find(({ code }) => code === "pdf.missing-bleed");
    expect(found!.message.en).toBe(
      "Page 1: the bleed at top / right / bottom / left is 5 / 3 / 3 / 2 mm; 3 mm are needed.",
    );
  });
});

describe("bleed that is promised but not painted", () => {
  const ends = async (content: string, more: Partial<Handmade> = {}, profile = PRESS) =>
    (await inspectMade({ content: `${IN_MM}${content}`, ...more }, profile)).diagnostics.filter(
      ({ code }) => code === "pdf.ends-at-trim",
    );

  test("a ground that ends at the trim, or soon after it", async () => {
    const [found, ...others] = await ends("1 0 0 0 k -3 70 106 30 re f");
    expect(others).toEqual([]);
    expect(found).toMatchObject({ severity: "warning", where: { page: 1 } });
    expect(found!.message.en).toContain("a fill at (-3; 70) mm ends at the trim (bottom; 1 of them)");
    expect((await ends("1 0 0 0 k 20 50 81 53 re f"))[0]!.message.en).toContain(
      "(right; 1 of them): it bleeds 1 mm, 3 mm are needed",
    );
  });

  test.each([
    ["a ground over all of the bleed", "1 0 0 0 k -3 -3 106 106 re f"],
    ["a ground that ends inside", "1 0 0 0 k 5 5 90 90 re f"],
    ["white", "0 0 0 0 k 0 0 100 100 re f"],
    ["a rule across the page", "1 0 0 0 k 0 50 100 0.5 re f"],
    ["an area over a ground that bleeds", "1 0 0 0 k -3 -3 106 106 re f 0 1 0 0 k 0 0 100 100 re f"],
    [
      "tiles of which others go on",
      "1 0 0 0 k 0 0 100 50 re f -3 -3 3 106 re f -3 -3 106 3 re f 100 -3 3 106 re f",
    ],
    ["a curve that touches", "1 0 0 0 k 50 50 m 0 50 0 50 0 99 c f"],
  ])("not %s", async (_, content) => {
    expect(await ends(content)).toEqual([]);
  });

  test("only where bleed is wanted, and the page has room for it", async () => {
    const ground = "1 0 0 0 k 0 0 100 100 re f";
    expect(await ends(ground)).toHaveLength(1);
    expect(await ends(ground, {}, { ...PRESS, bleed: "none" })).toEqual([]);
    expect(await ends(ground, { boxes: "/MediaBox[0 0 300 300]" })).toEqual([]);
  });
});

test("layers are named", async () => {
  const { value, diagnostics } = await inspectMade({
    catalog: "/OCProperties<</OCGs[20 0 R]/D<<>>>>",
    objects: { 20: "<</Type/OCG/Name<feff004b0068007500f4006e>>>" },
  });
  expect(value.layers).toEqual([{ name: "Khuôn", visible: true, prints: true }]);
  expect(diagnostics.map(({ message }) => message.vi)).toEqual(["Tệp có lớp: Khuôn."]);
});

describe("ink that adds up", () => {
  const resources =
    "/ExtGState<</M<</BM/Multiply>>/S<</BM/Screen>>/O<</OP true/OPM 1>>>>/ColorSpace<</K[/Separation/Black/DeviceCMYK 20 0 R]>>";
  const under = "1 1 .5 0 k 50 50 99 99 re f ";
  const found = async (content: string) => {
    const { diagnostics } = await inspectMade({ content, resources, page: GROUP });
    return diagnostics.flatMap(({ code, message }) =>
      code === "pdf.ink-not-summed" ? [/may reach (\d+) %/.exec(message.en)?.[1]] : [],
    );
  };
  test.each([
    ["what is multiplied", `${under}/M gs 0 .5 1 1 k 60 60 9 9 re f`, ["400"]],
    ["multiplied beside it", `${under}/M gs 0 .5 1 1 k 160 160 9 9 re f`, []],
    ["screened", `${under}/S gs 0 .5 1 1 k 60 60 9 9 re f`, []],
    ["overprinting inks replace their own", `${under}/O gs 0 0 1 1 k 60 60 9 9 re f`, ["400"]],
    ["black over a ground that takes it", "1 .5 .5 0 k 50 50 99 99 re f /O gs 0 0 0 1 k 60 60 9 9 re f", []],
    [
      "three layers",
      "/M gs 1 0 0 0 k 50 50 9 9 re f 0 1 1 0 k 50 50 9 9 re f 0 0 0 1 k 50 50 9 9 re f",
      ["400"],
    ],
    ["knocking out", `${under}0 .5 1 1 k 60 60 9 9 re f`, []],
  ])("%s", async (_, content, expected) => {
    expect(await found(content)).toEqual(expected);
  });

  const grouped = async (content: string, inGroup: string) => {
    const group = "/Group<</S/Transparency/CS/DeviceCMYK/I true>>";
    const { diagnostics } = await inspectMade({
      content,
      resources: `${resources}/XObject<</X 21 0 R>>`,
      page: GROUP,
      objects: { 21: stream(`/Type/XObject/Subtype/Form/BBox[0 0 300 300]${group}`, inGroup) },
    });
    return diagnostics.flatMap(({ code, message }) =>
      code === "pdf.ink-not-summed" ? [/may reach (\d+) %/.exec(message.en)?.[1]] : [],
    );
  };

  test("a group that is multiplied as a whole darkens what is below it, not what is in it", async () => {
    const inks = "0 .5 1 1 k 60 60 9 9 re f ";
    expect(await grouped(`${under}/M gs /X Do`, inks)).toEqual(["400"]);
    expect(await grouped(`${under}/M gs /X Do`, inks.replaceAll("60 60", "160 160"))).toEqual([]);
    expect(await grouped("/M gs /X Do", `1 .5 0 0 k 60 60 9 9 re f ${inks}`)).toEqual([]);
    expect(await grouped(`${under}/S gs /X Do`, inks)).toEqual([]);
  });
});

test("sizes that differ by a tenth of a millimetre are one", async () => {
  const second = (mm: number) => ({
    objects: {
      2: "<</Type/Pages/Kids[3 0 R 30 0 R]/Count 2>>",
      30: `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/TrimBox[9 9 ${9 + ((100 + mm) * 72) / 25.4} ${9 + 7200 / 25.4}]>>`,
    },
  });
  const sizes = async (mm: number) =>
    codesOf((await inspectMade(second(mm), null)).diagnostics).includes("pdf.page-sizes");
  expect([await sizes(0.09), await sizes(-0.09), await sizes(0.2)]).toEqual([false, false, true]);
});

describe("the colours of a JPEG 2000 picture without ColorSpace", () => {
  const box = (type: string, content: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(8 + content.length);
    return Buffer.concat([length, Buffer.from(type), content]);
  };
  const header = (components: number) =>
    box("ihdr", Buffer.from([0, 0, 0, 9, 0, 0, 0, 9, 0, components, 7, 7, 0, 0]));
  const named = (space: number) => box("colr", Buffer.from([1, 0, 0, 0, 0, 0, space]));
  const profiled = box("colr", Buffer.concat([Buffer.from([2, 0, 0]), ICC.subarray(0, 128)]));
  const jp2 = (...inside: readonly Buffer[]) =>
    Buffer.concat([
      box("jP  ", Buffer.from("\r\n\x87\n", "latin1")),
      box("jp2h", Buffer.concat(inside)),
      box("jp2c", Buffer.alloc(9)),
    ]);
  const codestream = (components: number) => {
    const bytes = Buffer.alloc(60);
    bytes.writeUInt32BE(0xff4fff51);
    bytes.writeUInt16BE(components, 40);
    return bytes;
  };
  test.each([
    ["CMYK by name", jp2(header(4), named(12)), "DeviceCMYK", ["pdf.not-measured"]],
    ["CMYK by profile", jp2(header(4), profiled), "ICCBased CMYK", ["pdf.not-measured"]],
    ["sRGB", jp2(header(3), named(16)), "CalRGB", ["pdf.managed-rgb"]],
    ["grey", jp2(header(1), named(17)), "DeviceGray", []],
    ["four components without a name", jp2(header(4)), "? JPEG 2000", ["pdf.not-measured"]],
    ["three components without a name", jp2(header(3)), "DeviceRGB", ["pdf.device-rgb"]],
    ["a bare codestream of three", codestream(3), "DeviceRGB", ["pdf.device-rgb"]],
    ["nonsense", Buffer.from("xxxx"), "? JPEG 2000", ["pdf.not-measured"]],
  ])("%s", async (_, data, space, expected) => {
    const { value, diagnostics } = await inspectMade({
      content: "9 0 0 9 50 50 cm /I Do",
      resources: "/XObject<</I 20 0 R>>",
      objects: { 20: stream("/Type/XObject/Subtype/Image/Width 900/Height 900/Filter/JPXDecode", data) },
    });
    expect(value.pages[0]!.images[0]!.space).toBe(space);
    expect(codesOf(diagnostics)).toEqual(expected);
  });
});

describe("spot inks of several names", () => {
  const used = (...names: readonly string[]): Handmade => ({
    content: names.map((_, i) => `/S${i} cs 1 scn ${10 + 20 * i} 50 9 9 re f`).join(" "),
    resources: `/ColorSpace<<${names.map((name, i) => `/S${i}[/Separation/${name.replaceAll(" ", "#20")}/DeviceCMYK 20 0 R]`).join("")}>>`,
    objects: { 20: "<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 1 1 0]/N 1>>" },
  });

  test("are plates too many", async () => {
    const { diagnostics } = await inspectMade(
      used("PANTONE 185 C", "Gold", "Pantone 185 CVC", "PANTONE 185 U"),
    );
    expect(codesOf(diagnostics)).toEqual(["pdf.spot-twice"]);
    expect(diagnostics[0]!.message.en).toContain("3 names (PANTONE 185 C = Pantone 185 CVC = PANTONE 185 U)");
    expect(await codes(used("Ve ni", "ve_ni"))).toEqual(["pdf.spot-twice"]);
  });

  test.each([
    ["PANTONE 185 C", "PANTONE 186 C"],
    ["PANTONE Reflex Blue C", "PANTONE Process Blue C"],
    ["CutContour", "White"],
  ])("are not %s and %s", async (...names) => {
    expect(await codes(used(...names))).toEqual([]);
  });
});

test("a page without print among others is told", async () => {
  const pages = (...contents: readonly string[]): Handmade => ({
    objects: {
      2: `<</Type/Pages/Kids[${contents.map((_, i) => `${30 + 2 * i} 0 R`).join(" ")}]/Count ${contents.length}>>`,
      ...Object.fromEntries(
        contents.flatMap((content, i) => [
          [30 + 2 * i, `<</Type/Page/Parent 2 0 R${BOXES}/Contents ${31 + 2 * i} 0 R>>`],
          [31 + 2 * i, stream("", content)],
        ]),
      ),
    },
  });
  const ink = "1 0 0 0 k 50 50 9 9 re f";
  const { value, diagnostics } = await inspectMade(pages(ink, "", ink, "0 0 0 0 k 50 50 9 9 re f"));
  expect(value.pages.map(({ blank }) => blank)).toEqual([false, true, false, true]);
  expect(codesOf(diagnostics)).toEqual(["pdf.blank-pages"]);
  expect(diagnostics[0]!.message.en).toContain("page 2, 4");
  expect(await codes(pages(ink, ink))).toEqual([]);
  expect(await codes(pages("", ""))).toEqual([]);
});

describe("the condition that a file was separated for", () => {
  const intent = (names: string): Handmade => ({
    catalog: `/OutputIntents[<</Type/OutputIntent/S/GTS_PDFX${names}>>]`,
  });
  test.each([
    ["the profile's", "/OutputConditionIdentifier(FOGRA39)", []],
    [
      "the profile's by its description",
      "/OutputConditionIdentifier(Custom)/Info(Coated FOGRA39 \\(ISO 12647-2\\))",
      [],
    ],
    ["none", "", []],
    ["another", "/OutputConditionIdentifier(JC200103)", ["pdf.other-condition"]],
  ])("%s", async (_, names, expected) => {
    expect(await codes(intent(names))).toEqual(expected);
    expect(await codes(intent(names), null, null)).toEqual([]);
  });
});
