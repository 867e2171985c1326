import satori from "satori";
import { describe, expect, test } from "vitest";
import { openFont } from "../../../src/base/font/open-font.ts";
import { layoutElement } from "../../../src/layout/element.ts";
import type { FontList } from "../../../src/layout/satori.ts";
import type { GlyphRun, SceneNode } from "../../../src/model/scene.ts";
import { BOLD, elementFont, fontList, REGULAR, VIETNAMESE_LETTERS } from "../../support/fonts.ts";
import { box, h } from "../../support/jsx.ts";
import fc from "../../support/property.ts";

const PX = 25.4 / 96;

async function runsOf(element: unknown, fonts: FontList = fontList(REGULAR, BOLD)): Promise<GlyphRun[]> {
  const { value } = await layoutElement(element, {
    widthPx: 600,
    heightPx: 400,
    fonts,
    graphemeImages: {},
  });
  const runs: GlyphRun[] = [];
  const visit = (node: SceneNode): void => {
    if (node.kind === "glyphs") runs.push(node);
    if (node.kind === "group") node.children.forEach(visit);
  };
  for (const { fragment } of value.fragments) fragment.nodes.forEach(visit);
  return runs;
}

const text = (style: Record<string, unknown>, content: string) =>
  box({ fontSize: 20, fontFamily: "Be Vietnam Pro", display: "block", ...style }, content);

const joined = (runs: readonly GlyphRun[]) =>
  runs
    .map((run) => run.text)
    .join("")
    .replace(/\s+/g, " ")
    .trim();

describe("text of a layout", () => {
  test("is exactly what was written, in NFC", async () => {
    const line = "TRƯỜNG ĐẶNG ẨM THỰC ỄNH ƯỜNG Ỹ";
    expect(joined(await runsOf(text({}, line)))).toBe(line);
    expect(joined(await runsOf(text({}, line.normalize("NFD"))))).toBe(line);
  });

  test("every Vietnamese letter comes back as itself", async () => {
    expect(VIETNAMESE_LETTERS).toHaveLength(134);
    const line = VIETNAMESE_LETTERS.join("");
    expect(joined(await runsOf(text({ fontSize: 8, wordBreak: "break-all" }, line)))).toBe(line);
  });

  test("any Latin sentence survives line breaks", async () => {
    const word = fc
      .array(fc.constantFrom(...VIETNAMESE_LETTERS, ..."abcghklmnopqrstuvxyABCGHKLMN0123456789.,–“”()"), {
        minLength: 1,
        maxLength: 9,
      })
      .map((letters) => letters.join(""));
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 14 }), async (words) => {
        const line = words.join(" ");
        expect(joined(await runsOf(text({}, line)))).toBe(line.replace(/\s+/g, " "));
      }),
      { numRuns: 40 },
    );
  });

  test("a no-break space reads as a space", async () => {
    expect(joined(await runsOf(text({}, "TP.\u00a0Phan Thiết")))).toBe("TP. Phan Thiết");
  });

  test("text-transform, small sizes and ligatures keep their letters", async () => {
    expect(joined(await runsOf(text({ textTransform: "uppercase" }, "thực học")))).toBe("THỰC HỌC");
    expect(joined(await runsOf(text({ fontSize: 5 }, "office fi fl")))).toBe("office fi fl");
  });
});

describe("glyph runs", () => {
  test("name the face that was really used", async () => {
    const [regular] = await runsOf(text({ fontWeight: 400 }, "Học"));
    const [bold] = await runsOf(text({ fontWeight: 700 }, "Học"));
    expect(regular!.font).toBe(REGULAR.id);
    expect(bold!.font).toBe(BOLD.id);
  });

  test("stand where HarfBuzz puts the glyphs", async () => {
    const [run] = await runsOf(text({ fontSize: 40 }, "Thực học"));
    const font = openFont(REGULAR);
    let x = 0;
    const shaped = font.shape("Thực học");
    expect(run!.glyphs.map((glyph) => glyph.id)).toEqual(shaped.map((glyph) => glyph.id));
    run!.glyphs.forEach((glyph, i) => {
      expect(Math.abs(glyph.x - (x / font.metrics.unitsPerEm) * 40 * PX)).toBeLessThan(0.1 * PX);
      x += shaped[i]!.advance;
    });
  });

  test("carry the font size and letter spacing", async () => {
    const [run] = await runsOf(text({ fontSize: 18.5, letterSpacing: 4 }, "AB"));
    const [a, b] = run!.glyphs;
    expect(run!.size).toBeCloseTo(18.5 * PX, 3);
    expect(b!.x - a!.x).toBeCloseTo(a!.advance + 4 * PX, 1);
  });

  test("synthetic italic is a slant, synthetic bold a stroke in the fill colour", async () => {
    const fonts = fontList(REGULAR);
    const [slanted] = await runsOf(text({ fontStyle: "italic" }, "Học"), fonts);
    expect(slanted!.skew).toBe(0.25);
    const [bold] = await runsOf(text({ fontWeight: 800 }, "Học"), fonts);
    expect(bold!.stroke?.paint).toEqual(bold!.fill?.paint);
    expect(bold!.stroke!.width / bold!.size).toBeCloseTo(1 / 27, 2);
  });

  test("one line is one run, the next line another", async () => {
    const runs = await runsOf(text({ width: 130, lineHeight: 1.5 }, "Đồng hành nâng tầm kỹ năng"));
    expect(runs.map((run) => run.text.trim())).toEqual(["Đồng hành", "nâng tầm kỹ", "năng"]);
    expect(runs[1]!.glyphs[0]!.y - runs[0]!.glyphs[0]!.y).toBeCloseTo(30 * PX, 3);
  });

  test("an underline skips the same ink as with satori's own outlines", async () => {
    const element = text({ textDecoration: "underline" }, "gạch gypq");
    const original = await satori(element as never, {
      width: 200,
      height: 60,
      fonts: [elementFont(REGULAR)],
    });
    const expected = [...original.matchAll(/<line x1="([^"]+)" y1="[^"]+" x2="([^"]+)"/g)].map((line) => [
      Number(line[1]) * PX,
      Number(line[2]) * PX,
    ]);
    expect(expected.length).toBeGreaterThan(1);
    const { value } = await layoutElement(element, {
      widthPx: 200,
      heightPx: 60,
      fonts: fontList(REGULAR),
      graphemeImages: {},
    });
    const drawn: number[][] = [];
    const visit = (node: SceneNode): void => {
      if (node.kind === "group") node.children.forEach(visit);
      if (node.kind === "path" && node.stroke) drawn.push([node.outline.coords[0]!, node.outline.coords[2]!]);
    };
    value.fragments[0]!.fragment.nodes.forEach(visit);
    expect(drawn.length).toBe(expected.length);
    drawn.forEach(([from, to], i) => {
      expect(from).toBeCloseTo(expected[i]![0]!, 3);
      expect(to).toBeCloseTo(expected[i]![1]!, 3);
    });
  });

  test("a character that no face has is an error that names it", async () => {
    const { diagnostics } = await layoutElement(text({}, "Nghề 漢 hay"), {
      widthPx: 300,
      heightPx: 60,
      fonts: fontList(REGULAR),
      graphemeImages: {},
    });
    expect(diagnostics).toMatchObject([{ code: "text.missing-glyph", severity: "error" }]);
    expect(diagnostics[0]!.message.vi).toBe(
      "Không phông nào có chữ “漢” (U+6F22) trong “Nghề 漢 hay” (khung element).",
    );
  });

  test("an emoji with a picture is drawn as that picture", async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h2v2z" fill="#ffcc4d"/></svg>';
    const emoji = `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
    const { value, diagnostics } = await layoutElement(
      h("div", { style: { display: "flex", fontSize: 20 } }, "A😀"),
      {
        widthPx: 100,
        heightPx: 40,
        fonts: fontList(REGULAR),
        graphemeImages: { "😀": emoji },
      },
    );
    expect(diagnostics).toEqual([]);
    expect(JSON.stringify(value.fragments[0]!.fragment.nodes)).toContain('{"r":255,"g":204,"b":77}');
  });
});
