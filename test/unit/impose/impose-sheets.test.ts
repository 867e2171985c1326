/** What stands around and on top of a piece, and what is said when it cannot. */

import { describe, expect, it } from "vitest";
import { AnphamError } from "../../../src/base/diagnostic.ts";
import { mapRect, type Rect, rect } from "../../../src/base/geometry.ts";
import { ptToMm } from "../../../src/base/units.ts";
import { impose } from "../../../src/impose/impose.ts";
import { type ImposeJob, plainJob } from "../../../src/impose/impose-job.ts";
import {
  ALL_MARKS,
  NO_FINISHING,
  NO_MARKS,
  type OutputProfile,
  WEB_PROFILE,
} from "../../../src/model/output-profile.ts";
import type { Path, SceneNode } from "../../../src/model/scene.ts";
import type { Sheet, SheetLayer } from "../../../src/model/sheet.ts";
import { color, sceneOf, solidRect, testFace } from "../../support/scene.ts";

const page = (width = 148, height = 210, bleed = 3) =>
  sceneOf([solidRect(0, 0, width, height, "#ff0000")], { width, height, bleed });

const jobWith = (profile: Partial<OutputProfile>, more: Partial<ImposeJob> = {}): ImposeJob => ({
  ...plainJob({ ...WEB_PROFILE, bleed: "format", markOffset: 3, ...profile }),
  ...more,
});

const one = (job: ImposeJob, scene = page()): Sheet => impose([scene], job).value[0]!;
const codes = (job: ImposeJob, ...scenes: ReturnType<typeof page>[]) =>
  impose(scenes, job).diagnostics.map(({ code }) => code);

const layerOf = (sheet: Sheet, name: string): SheetLayer | undefined =>
  sheet.layers.find((layer) => layer.name === name);
const marksOf = (sheet: Sheet): readonly SceneNode[] => layerOf(sheet, "Dấu in")?.nodes ?? [];
const pathsOf = (nodes: readonly SceneNode[]) => nodes.filter((node): node is Path => node.kind === "path");
const tokenOf = ({ fill, stroke }: Path) => {
  const paint = fill?.paint ?? stroke!.paint;
  return paint.kind === "solid" ? paint.color.token : null;
};

const boundsOf = ({ outline: { coords } }: Path): Rect => {
  const xs = coords.filter((_, i) => i % 2 === 0);
  const ys = coords.filter((_, i) => i % 2 === 1);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return rect(x, y, Math.max(...xs) - x, Math.max(...ys) - y);
};

describe("crop marks", () => {
  const sheet = one(jobWith({ marks: { ...NO_MARKS, crop: true } }));
  const lines = pathsOf(marksOf(sheet));

  it("are eight hairlines of 0.25 pt on every plate", () => {
    expect(lines).toHaveLength(8);
    for (const line of lines) {
      expect(line.stroke!.width).toBeCloseTo(ptToMm(0.25), 9);
      expect(tokenOf(line)).toBe("registration");
    }
  });

  it("stand at the trim, 3 mm off the bleed, and stay on the sheet", () => {
    const { trimBox, bleedBox, size } = sheet;
    expect(size).toEqual({ width: 148 + 2 * (3 + 3 + 5 + 1), height: 210 + 2 * (3 + 3 + 5 + 1) });
    for (const line of lines) {
      const { x, y, width, height } = boundsOf(line);
      const upright = width === 0;
      if (upright) expect([trimBox.x, trimBox.x + trimBox.width]).toContain(x);
      else expect([trimBox.y, trimBox.y + trimBox.height]).toContain(y);
      const distance = upright
        ? Math.max(bleedBox.y - (y + height), y - (bleedBox.y + bleedBox.height))
        : Math.max(bleedBox.x - (x + width), x - (bleedBox.x + bleedBox.width));
      expect(distance).toBeCloseTo(3, 9);
      expect(Math.min(x, y, size.width - x - width, size.height - y - height)).toBeGreaterThanOrEqual(
        1 - 1e-9,
      );
    }
  });
});

describe("all marks", () => {
  const face = testFace();
  const slug = { parts: ["Tờ rơi A5", "Trường Cao đẳng Kỹ nghệ Bình Thuận"], face };
  const spots = [color("#0033a0", "primary")];
  const sheet = one(jobWith({ marks: ALL_MARKS }, { slug, spots }));

  it("print nothing on the piece or its bleed", () => {
    const { x, y, width, height } = sheet.bleedBox;
    for (const path of pathsOf(marksOf(sheet))) {
      const box = boundsOf(path);
      const apart =
        box.x + box.width <= x || box.x >= x + width || box.y + box.height <= y || box.y >= y + height;
      expect(apart, JSON.stringify(box)).toBe(true);
    }
  });

  it("hold four registration crosses, twelve process patches and one for the spot ink", () => {
    const tokens = pathsOf(marksOf(sheet)).map(tokenOf);
    const rings = pathsOf(marksOf(sheet)).filter(({ outline }) => outline.verbs === "MCCCCZ");
    expect(rings).toHaveLength(4);
    const patches = tokens.filter((token) => token?.startsWith("bar-") || token === "primary");
    expect(patches).toEqual(
      [..."cmyk"]
        .map((ink) => `bar-${ink}100`)
        .concat(
          [..."cmyk"].map((ink) => `bar-${ink}50`),
          ["bar-my", "bar-cy", "bar-cm", "bar-cmy", "primary"],
        ),
    );
  });

  it("say in letters which job it is", () => {
    const said = marksOf(sheet)
      .flatMap((node) => (node.kind === "glyphs" ? [node.text] : []))
      .join(" ");
    expect(said).toContain("Tờ rơi A5  ·  Trường Cao đẳng Kỹ nghệ Bình Thuận");
    expect(said).toContain("148 × 210 mm");
    expect(said).toContain("tràn lề 3 mm");
    expect(said).toContain(WEB_PROFILE.name.vi);
    expect(said).toMatch(/mã [0-9a-f]{8}/);
  });

  it("count sheets of paper, and say which side is which", () => {
    const sheet = { width: 320, height: 450, gutter: 6, margin: 5 };
    const onSheets = (pages: number, more: Partial<OutputProfile>) =>
      impose(
        Array.from({ length: pages }, () => page()),
        jobWith({ marks: { ...NO_MARKS, slug: true }, ...more }, { slug }),
      ).value.map((each) =>
        marksOf(each)
          .flatMap((node) => (node.kind === "glyphs" ? [node.text] : []))
          .join("  ·  ")
          .split("  ·  ")
          .filter((part) => part.startsWith("tờ")),
      );
    expect(onSheets(2, { sheet })).toEqual([["tờ 1/1, mặt trước"], ["tờ 1/1, mặt sau"]]);
    expect(onSheets(3, { sheet })).toEqual([["tờ 1/3"], ["tờ 2/3"], ["tờ 3/3"]]);
    expect(onSheets(8, { booklet: { paperThickness: 0 } })).toEqual([
      ["tờ 1/2, mặt trước"],
      ["tờ 1/2, mặt sau"],
      ["tờ 2/2, mặt trước"],
      ["tờ 2/2, mặt sau"],
    ]);
  });

  it("have another code for another page, and the same for the same", () => {
    const said = (scene: ReturnType<typeof page>) =>
      marksOf(one(jobWith({ marks: ALL_MARKS }, { slug }), scene)).flatMap((node) =>
        node.kind === "glyphs" ? [/mã (\w+)/.exec(node.text)?.[1] ?? ""] : [],
      );
    expect(said(page())).toEqual(said(page()));
    expect(said(page(148, 211))).not.toEqual(said(page()));
  });

  it("wrap the slug line on a narrow piece, without leaving the width of the bleed", () => {
    const narrow = one(jobWith({ marks: ALL_MARKS }, { slug }), page(40, 60));
    const runs = marksOf(narrow).flatMap((node) => (node.kind === "glyphs" ? [node] : []));
    expect(runs.length).toBeGreaterThan(2);
    for (const { glyphs } of runs) {
      const last = glyphs.at(-1)!;
      expect(last.x + last.advance).toBeLessThanOrEqual(narrow.bleedBox.x + narrow.bleedBox.width + 1e-6);
      expect(last.y).toBeLessThan(narrow.size.height);
    }
  });
});

describe("folds", () => {
  const folds = [
    { axis: "vertical", at: 97 },
    { axis: "vertical", at: 197 },
  ] as const;
  const job = jobWith({ marks: { ...NO_MARKS, fold: true } }, { folds });
  const flat = () => page(297, 210);
  const places = (sheet: Sheet) =>
    [...new Set(pathsOf(marksOf(sheet)).map((path) => Math.round(boundsOf(path).x - sheet.trimBox.x)))].sort(
      (a, b) => a - b,
    );

  it("are dashed, and mirrored on the back", () => {
    const [front, back] = impose([flat(), flat()], job).value;
    expect(places(front!)).toEqual([97, 197]);
    expect(places(back!)).toEqual([100, 200]);
    const mirrored = jobWith({ marks: { ...NO_MARKS, fold: true }, mirror: true }, { folds });
    expect(places(impose([flat()], mirrored).value[0]!)).toEqual([100, 200]);
    for (const path of pathsOf(marksOf(front!))) expect(path.stroke!.dash.length).toBeGreaterThan(0);
  });

  it("that do not fit are refused with both numbers", () => {
    expect(() => impose([page()], job)).toThrow(AnphamError);
    try {
      impose([page()], job);
    } catch (thrown) {
      const [found] = (thrown as AnphamError).diagnostics;
      expect(found).toMatchObject({ code: "impose.fold-outside" });
      expect(found!.message.en).toContain("197");
      expect(found!.message.en).toContain("148");
    }
  });
});

describe("large format", () => {
  const banner = () => page(6000, 1500, 30);
  const finishing = { ...NO_FINISHING, hem: 30, eyelets: { spacing: 500, inset: 15, diameter: 12 } };

  it("adds the hem outside the finished size, and shows art there", () => {
    const sheet = one(jobWith({ bleed: "none", finishing }), banner());
    expect(sheet.size).toEqual({ width: 6060, height: 1560 });
    expect(sheet.trimBox).toEqual(rect(30, 30, 6000, 1500));
    expect(sheet.bleedBox).toEqual(rect(0, 0, 6060, 1560));
    expect(sheet.placements[0]!.window).toEqual(rect(0, 0, 6060, 1560));
  });

  it("puts eyelets and hems on layers that do not print", () => {
    const sheet = one(jobWith({ bleed: "none", finishing }), banner());
    expect(sheet.layers.map((layer) => [layer.name, layer.for])).toEqual([
      ["Biên gấp", "screen"],
      ["Khuy", "screen"],
    ]);
    const eyelets = pathsOf(layerOf(sheet, "Khuy")!.nodes);
    expect(eyelets).toHaveLength(30);
    expect(boundsOf(eyelets[0]!).x).toBeCloseTo(30 + 15 - 6, 6);
  });

  it("makes pole pockets deeper than the hem", () => {
    const polePocket = { top: 80, bottom: 80 };
    const sheet = one(
      jobWith({ bleed: "none", finishing: { ...finishing, polePocket } }),
      page(600, 2000, 80),
    );
    expect(sheet.size).toEqual({ width: 660, height: 2160 });
    expect(layerOf(sheet, "Túi luồn cây")!.nodes).toHaveLength(4);
  });

  it("at 1:10 has everything a tenth as large but the lines", () => {
    const job = jobWith({ bleed: "none", finishing, scale: 0.1, marks: { ...NO_MARKS, crop: true } });
    const sheet = one(job, banner());
    expect(sheet.trimBox.width).toBeCloseTo(600, 9);
    expect(sheet.bleedBox.width).toBeCloseTo(606, 9);
    expect(sheet.size.width).toBeCloseTo(606 + 18, 9);
    const { scene, transform } = sheet.placements[0]!;
    expect(mapRect(transform, scene.geometry.trim).width).toBeCloseTo(600, 9);
    for (const line of pathsOf(marksOf(sheet))) {
      const { width, height } = boundsOf(line);
      expect(Math.max(width, height)).toBeCloseTo(5, 9);
    }
    expect(codes(job, banner())).toEqual(["impose.scaled"]);
  });

  it("says when the art does not reach to the end of the hem", () => {
    const { diagnostics } = impose([page(6000, 1500, 5)], jobWith({ bleed: "none", finishing }));
    expect(diagnostics.map(({ code }) => code)).toEqual(["impose.bleed-missing"]);
    expect(diagnostics[0]!.message.en).toContain("5 mm");
    expect(diagnostics[0]!.message.en).toContain("30 mm");
  });
});

describe("a mirrored piece", () => {
  const pageWithCorner = () =>
    sceneOf([solidRect(0, 0, 10, 5, "#ff0000")], { width: 100, height: 60, bleed: 3 });

  it("has left and right changed within its trim, at any scale, and says so", () => {
    for (const scale of [1, 0.1]) {
      const job = jobWith({ mirror: true, scale });
      const { placements, trimBox } = one(job, pageWithCorner());
      const corner = mapRect(placements[0]!.transform, rect(0, 0, 10, 5));
      expect(corner.x + corner.width).toBeCloseTo(trimBox.x + trimBox.width, 9);
      expect(corner.y).toBeCloseTo(trimBox.y, 9);
      expect(codes(job, pageWithCorner())).toContain("impose.mirrored");
    }
  });
});

describe("cut contours and white ink", () => {
  const finishing = { ...NO_FINISHING, cutContour: { offset: 2 } };
  const contour = (sheet: Sheet) => pathsOf(layerOf(sheet, "CutContour")!.nodes)[0]!;

  it("runs 2 mm outside the trim, as a hairline of its own ink", () => {
    const sheet = one(jobWith({ bleed: 5, finishing }), page(100, 60, 5));
    const { x, y, width, height } = sheet.trimBox;
    expect(boundsOf(contour(sheet))).toEqual(rect(x - 2, y - 2, width + 4, height + 4));
    expect(tokenOf(contour(sheet))).toBe("cut-contour");
    expect(layerOf(sheet, "CutContour")!.for).toBe("cutter");
  });

  it("is a circle around a round piece", () => {
    const sheet = one(jobWith({ bleed: 5, finishing }, { shape: "circle" }), page(58, 58, 5));
    const { outline } = contour(sheet);
    expect(outline.verbs).toBe("MCCCCZ");
    const [cx, cy] = [sheet.trimBox.x + 29, sheet.trimBox.y + 29];
    for (const i of [0, 6, 12, 18]) {
      expect(Math.hypot(outline.coords[i]! - cx, outline.coords[i + 1]! - cy)).toBeCloseTo(31, 6);
    }
  });

  it("warns when the line lies past the bleed", () => {
    expect(codes(jobWith({ bleed: 1, finishing }), page())).toEqual(["impose.contour-outside-bleed"]);
  });

  it("white ink prints under all ink and hides nothing", () => {
    const sheet = one(jobWith({ bleed: 3, finishing: { ...NO_FINISHING, whiteInk: true } }));
    const [white] = sheet.layers;
    expect(white).toMatchObject({ for: "press" });
    const [group] = white!.nodes;
    expect(group).toMatchObject({ kind: "group", blend: "multiply" });
    const [plate] = group!.kind === "group" ? pathsOf(group!.children) : [];
    expect(tokenOf(plate!)).toBe("white-plate");
    expect(boundsOf(plate!)).toEqual(sheet.bleedBox);
  });
});

describe("press sheets", () => {
  const sheet = { width: 320, height: 450, gutter: 6, margin: 5 };

  it("hold two pages as front and back", () => {
    const { value, diagnostics } = impose(
      [page(), page()],
      jobWith({ sheet, marks: { ...NO_MARKS, crop: true }, markOffset: 2 }),
    );
    expect(diagnostics.map(({ code, message }) => [code, message.en])).toEqual([
      [
        "impose.marks-in-margin",
        "Within 5 mm of the edge, where the press prints nothing, stand most of the crop and fold marks.",
      ],
    ]);
    expect(value.map(({ placements }) => placements.length)).toEqual([4, 4]);
    expect(value[0]!.size).toEqual({ width: 320, height: 450 });
    // Four cuts across and four down, each marked at both ends.
    expect(marksOf(value[0]!)).toHaveLength(16);
  });

  it("leave out marks for which there is no room, and say so once", () => {
    expect(codes(jobWith({ sheet, marks: ALL_MARKS, markOffset: 3 }), page(), page())).toEqual([
      "impose.marks-in-margin",
      "impose.no-room-for-marks",
    ]);
  });

  it("refuse a piece that is too large, with the size that is needed", () => {
    const small = { width: 150, height: 220, gutter: 0, margin: 5 };
    try {
      impose([page()], jobWith({ sheet: small }));
      expect.unreachable();
    } catch (thrown) {
      const [found] = (thrown as AnphamError).diagnostics;
      expect(found).toMatchObject({ code: "impose.sheet-too-small" });
      expect(found!.message.en).toContain("164 × 226 mm");
    }
  });

  it("warn when the bleed is more than half the gutter", () => {
    expect(codes(jobWith({ sheet: { ...sheet, gutter: 4 } }), page())).toEqual(["impose.bleed-over-gutter"]);
  });

  it("refuse pages of different sizes", () => {
    expect(() => impose([page(), page(105, 148)], jobWith({ sheet }))).toThrow(/impose\.mixed-sizes/);
  });
});

describe("booklets", () => {
  const booklet = { paperThickness: 0.1 };

  it("pad to whole sheets and say so", () => {
    const { value, diagnostics } = impose(
      Array.from({ length: 6 }, () => page()),
      jobWith({ booklet }),
    );
    expect(value).toHaveLength(4);
    expect(diagnostics.map(({ code }) => code)).toEqual(["impose.pages-padded"]);
  });

  it("mark the fold", () => {
    const pages = Array.from({ length: 4 }, () => page());
    const [cover] = impose(pages, jobWith({ booklet, marks: { ...NO_MARKS, fold: true } })).value;
    const xs = pathsOf(marksOf(cover!)).map((path) => boundsOf(path).x);
    for (const x of xs) expect(x).toBeCloseTo(cover!.size.width / 2, 9);
    expect(xs).toHaveLength(2);
  });

  it("are refused on a press sheet that holds them only without its margins", () => {
    const pages = Array.from({ length: 4 }, () => page());
    const on = (width: number, height: number) => () =>
      impose(pages, jobWith({ booklet, sheet: { width, height, gutter: 0, margin: 5 } }));
    // The spread with its bleed is 302 × 216 mm.
    expect(on(312, 226)).not.toThrow();
    expect(on(311, 226)).toThrow(AnphamError);
    expect(on(312, 225)).toThrow(AnphamError);
  });

  it("lie on a press sheet when there is one", () => {
    const pages = Array.from({ length: 4 }, () => page());
    const sheet = { width: 320, height: 450, gutter: 0, margin: 5 };
    const [cover] = impose(pages, jobWith({ booklet, sheet })).value;
    expect(cover!.size).toEqual({ width: 320, height: 450 });
    expect(cover!.trimBox).toEqual(rect(12, 120, 296, 210));
  });
});
