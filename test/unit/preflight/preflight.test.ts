import { describe, expect, it } from "vitest";
import { rect, uniformInsets } from "../../../src/base/geometry.ts";
import type { Format } from "../../../src/model/format.ts";
import { WEB_PROFILE } from "../../../src/model/output-profile.ts";
import type { Scene, SceneNode } from "../../../src/model/scene.ts";
import { preflight, type SampleImage } from "../../../src/preflight/preflight.ts";
import {
  circleOutline,
  clipOf,
  fragmentOf,
  glyphRun,
  group,
  imageNode,
  linear,
  path,
  placed,
  radial,
  rectOutline,
  sceneOf,
  solid,
  solidRect,
  stopsOf,
  strokeOf,
  testFace,
} from "../../support/scene.ts";

const face = testFace(700);

const FORMAT: Format = {
  id: "test",
  name: { vi: "thử", en: "test" },
  family: "flyer",
  medium: "print",
  width: 100,
  height: 100,
  pixels: null,
  bleed: 0,
  safe: uniformInsets(5),
  viewingDistance: 0.35,
  ppi: 300,
  covered: [],
  shape: "rectangle",
  wrap: 0,
  folds: [],
  profile: "print",
  uses: ["recruitment"],
};

const photo = {
  id: "photo",
  mediaType: "image/jpeg",
  pixelWidth: 600,
  pixelHeight: 300,
  data: new Uint8Array(),
} as const;

const page = (...content: Parameters<typeof sceneOf>[0]): Scene =>
  sceneOf(content, { width: 100, height: 100, safe: 5, fonts: [face], images: [photo] });

const text = (value: string, x = 20, y = 50, fill: Parameters<typeof glyphRun>[5] = "#000000", size = 5) =>
  glyphRun(value, face, size, x, y, fill);

const check = (scene: Scene, format: Partial<Format> = {}, sample?: SampleImage) =>
  preflight([scene], { ...FORMAT, ...format }, WEB_PROFILE, null, sample);

const grey = (level: number) => ({ r: level, g: level, b: level, a: 1 });

const codes = (...parameters: Parameters<typeof check>) => check(...parameters).map(({ code }) => code);

describe("a sound page", () => {
  it("has nothing to say", () => {
    expect(check(page(text("Vững tương lai")))).toEqual([]);
  });
});

describe("overflow", () => {
  const frame = (overflow: number, more: object = {}) =>
    placed("tên trường", rect(10, 10, 50, 20), [], {
      fragment: fragmentOf([], 50, 20, { overflow: { ...uniformInsets(0), bottom: overflow } }),
      ...more,
    });

  it("names the frame and the millimetres", () => {
    const [found, ...others] = check(page(frame(2.93)));
    expect(others).toEqual([]);
    expect(found?.message.vi).toBe("Khung tên trường tràn 3 mm.");
    expect(found?.where).toEqual({
      page: 1,
      frame: "tên trường",
      area: { x: 10, y: 10, width: 50, height: 20 },
    });
  });

  it("counts what a clipped frame cuts away", () => {
    expect(codes(page(frame(1, { clipped: true })))).toEqual(["preflight.overflow"]);
  });

  it("is measured after auto-fit's scale", () => {
    expect(codes(page(frame(0.06, { transform: [0.5, 0, 0, 0.5, 10, 10] })))).toEqual([]);
  });

  it.each([
    ["rounding", 0.04, {}],
    ["art", 20, { role: "art" }],
  ])("does not report %s", (_name, amount, more) => {
    expect(check(page(frame(amount, more)))).toEqual([]);
  });
});

describe("the safe area", () => {
  it("may not be left by text", () => {
    const [found, ...others] = check(page(text("Tuyển sinh", 3)));
    expect(others).toEqual([]);
    expect(found?.code).toBe("preflight.outside-safe-area");
    expect(found?.message.en).toMatch(
      /^The text “Tuyển sinh” \(frame page\) leaves the safe area by 1\.\d mm\.$/,
    );
  });

  it("counts accents, not the em box", () => {
    // Capitals of Be Vietnam Pro are 0.74 em high, Ề reaches to about 1.05 em.
    expect(codes(page(text("E", 20, 9.5)))).toEqual([]);
    expect(codes(page(text("Ề", 20, 9.5)))).toEqual(["preflight.outside-safe-area"]);
  });

  it("is where the text really stands, through all transforms", () => {
    const turned = group([text("Tuyển sinh", 0, 0)], { transform: [0, -1, 1, 0, 50, 20] });
    expect(codes(page(turned))).toEqual(["preflight.outside-safe-area"]);
  });

  it("says one sentence for the words of one line", () => {
    const found = check(page(text("Tuyển", 3), text("sinh", 4), text("2026", 3, 60)));
    expect(found.map(({ message }) => message.vi)).toEqual([expect.stringContaining("“Tuyển sinh 2026”")]);
  });

  it.each([
    ["left", 3, 50],
    ["right", 94, 50],
    ["top", 50, 6],
    ["bottom", 50, 97],
  ])("has a %s side", (_side, x, y) => {
    expect(codes(page(text("Hg", x, y)))).toEqual(["preflight.outside-safe-area"]);
  });

  it("tells how far text must move to come out from what a platform covers", () => {
    const covered = [{ name: { vi: "nút bấm", en: "button" }, x: 10, y: 52, width: 60, height: 30 }];
    // Of “Hg” only the descender reaches into it, though the zone is under the whole width.
    const [found] = check(page(text("Hg", 20, 51.5)), { covered });
    expect(found?.message.en).toMatch(/leaves the safe area by 0\.\d mm\.$/);
  });

  it("does not hold ornament", () => {
    const ghost = placed("nền", rect(0, 0, 100, 100), [text("2026", -10, 50, "#eeeeee", 60)], {
      role: "art",
    });
    expect(check(page(ghost))).toEqual([]);
  });

  it("excludes what a platform covers", () => {
    const covered = [{ name: { vi: "ảnh đại diện", en: "avatar" }, x: 0, y: 40, width: 30, height: 30 }];
    expect(codes(page(text("Tuyển sinh")), { covered })).toEqual(["preflight.outside-safe-area"]);
    expect(codes(page(text("Tuyển sinh", 40)), { covered })).toEqual([]);
  });
});

describe("small text", () => {
  it("is measured by its x-height from the viewing distance", () => {
    // x-height of Be Vietnam Pro Bold: 0.53 em.
    const [found] = check(page(text("nhỏ", 20, 50, "#000000", 2)));
    expect(found?.code).toBe("preflight.small-text");
    expect(found?.message.en).toBe(
      "The text “nhỏ” (frame page) is 1.06 mm high; 1.17 mm are needed to read it from 0.35 m.",
    );
    expect(codes(page(text("nhỏ", 20, 50, "#000000", 2.2)))).toEqual([]);
  });

  it("counts the transforms around it", () => {
    const scaled = group([text("nhỏ", 40, 100)], { transform: [0.4, 0, 0, 0.4, 0, 0] });
    expect(codes(page(scaled))).toEqual(["preflight.small-text"]);
  });
});

describe("contrast", () => {
  const over = (...nodes: readonly SceneNode[]) => codes(page(...nodes));
  const LOW = ["preflight.low-contrast"];

  it("is measured against paper where nothing lies behind", () => {
    const [found] = check(page(text("Mờ", 20, 50, "#999999")));
    expect(found?.message.en).toBe(
      "The text “Mờ” (frame page) has a contrast of 2.8:1 with what is behind it; 4.5:1 is needed.",
    );
  });

  it("needs 7:1 on signs", () => {
    const grey = page(text("Pa nô", 20, 50, "#666666", 14));
    expect(codes(grey, { viewingDistance: 1 })).toEqual([]);
    expect(codes(grey, { viewingDistance: 2 })).toEqual(LOW);
    // An avatar's canvas is looked at from 4 m only because its inches are large ones.
    expect(codes(grey, { viewingDistance: 2, medium: "screen" })).toEqual([]);
  });

  it.each([
    ["a solid ground", solidRect(0, 0, 100, 100, "#ffcc00")],
    [
      "the light end of a gradient",
      solidRect(0, 0, 100, 100, linear([0, 0, 60, 0], stopsOf("#ffffff", "#000000"))),
    ],
    ["a radial gradient", solidRect(0, 0, 100, 100, radial([30, 50, 40], stopsOf("#dddddd", "#000000")))],
    ["a ground under a light veil", group([solidRect(0, 0, 100, 100, solid("#ffffff", 0.8))])],
    [
      "a pattern",
      solidRect(0, 0, 100, 100, {
        kind: "pattern",
        tile: rect(0, 0, 4, 4),
        transform: [1, 0, 0, 1, 1, 1],
        nodes: [solidRect(0, 0, 4, 4, "#ffff00")],
        alpha: 1,
      }),
    ],
    [
      "a turned ground",
      group([solidRect(-60, -60, 120, 120, "#ffcc00")], { transform: [0.7, 0.7, -0.7, 0.7, 50, 50] }),
    ],
    [
      "a wide stroke",
      path({ verbs: "ML", coords: [0, 48, 100, 48] }, null, { stroke: strokeOf("#ffff00", 12) }),
    ],
    ["big letters of its colour", glyphRun("M", face, 80, 5, 75, "#dddddd")],
  ])("of white text is low on %s", (_name, ground) => {
    const dark = solidRect(0, 0, 100, 100, "#001030");
    expect(over(dark, text("Chữ trắng", 20, 50, "#ffffff"))).toEqual([]);
    const found = over(dark, ground, text("Chữ trắng", 20, 50, "#ffffff"));
    expect(new Set(found)).toEqual(new Set(LOW));
  });

  it.each([
    [
      "clipped away",
      group([solidRect(0, 0, 100, 100, "#ffffff")], { clip: clipOf([circleOutline(90, 90, 5)]) }),
    ],
    [
      "masked away",
      group([solidRect(0, 0, 100, 100, "#ffffff")], {
        mask: {
          kind: "luminance",
          region: rect(0, 0, 100, 100),
          nodes: [solidRect(0, 0, 100, 100, "#000000")],
          mask: null,
        },
      }),
    ],
    [
      "a hole by the even-odd rule",
      path(holed(), null, { fill: { paint: solid("#ffffff"), rule: "evenodd" } }),
    ],
    ["a shadow", group([solidRect(0, 0, 100, 100, "#ffffff")], { filters: [blur()] })],
    ["multiplied", group([solidRect(0, 0, 100, 100, "#ffffff")], { blend: "multiply" })],
    [
      "a hairline",
      path({ verbs: "ML", coords: [0, 49, 100, 49] }, null, { stroke: strokeOf("#ffffff", 0.2) }),
    ],
    [
      "masked away by a mask of its mask",
      group([solidRect(0, 0, 100, 100, "#ffffff")], {
        mask: {
          kind: "luminance",
          region: rect(0, 0, 100, 100),
          nodes: [solidRect(0, 0, 100, 100, "#ffffff")],
          mask: {
            kind: "luminance",
            region: rect(0, 0, 100, 100),
            nodes: [solidRect(0, 0, 100, 100, "#000000")],
            mask: null,
          },
        },
      }),
    ],
    ["transparent", solidRect(0, 0, 100, 100, solid("#ffffff", 0.05))],
    ["painted later", text("đè lên", 20, 52, "#ffffff")],
  ])("is not lowered by a light shape that is %s", (_name, shape) => {
    const dark = solidRect(0, 0, 100, 100, "#001030");
    expect(over(dark, shape, text("Chữ trắng", 20, 50, "#ffffff"))).toEqual([]);
  });

  it.each([
    ["letters much larger than the text", text("MMMM", 16, 53, "#000000", 12)],
    ["such letters, slanted", glyphRun("I", face, 60, 5, 90, "#000000", { skew: 0.5 })],
    [
      "a line as thick as a stem",
      path({ verbs: "ML", coords: [0, 49, 100, 49] }, null, { stroke: strokeOf("#000000", 1) }),
    ],
    [
      "letters in outline",
      glyphRun("MMMM", face, 12, 16, 53, "#000000", { fill: null, stroke: strokeOf("#000000", 2) }),
    ],
    [
      "a stroke over its own fill",
      path(rectOutline(rect(10, 40, 60, 20)), "#ffffff", { stroke: strokeOf("#000000", 60) }),
    ],
  ])("counts what the text stands on: %s", (_name, ground) => {
    expect(over(ground, text("nghề", 22, 50, "#111111"))).toContain(LOW[0]);
  });

  it("does not count a stroke under its own fill", () => {
    const more = { stroke: strokeOf("#000000", 60), paintOrder: "stroke-first" } as const;
    expect(over(path(rectOutline(rect(10, 40, 60, 20)), "#ffffff", more), text("nghề", 22, 50))).toEqual([]);
  });

  it("takes the worst letter", () => {
    const half = solidRect(0, 0, 30, 100, "#ffffff");
    expect(over(solidRect(0, 0, 100, 100, "#000000"), half, text("Chữ trắng", 20, 50, "#ffffff"))).toEqual(
      LOW,
    );
  });

  it("evaluates a gradient in the letters", () => {
    const fading = linear([20, 0, 50, 0], stopsOf("#000000", "#ffffff"));
    expect(over(text("Mờ dần đi", 20, 50, fading))).toEqual(LOW);
  });

  it("counts the letters' own transparency", () => {
    expect(over(group([text("Mờ", 20, 50, "#000000")], { opacity: 0.3 }))).toEqual(LOW);
  });

  it("measures haloed letters against their halo", () => {
    const halo = { stroke: strokeOf("#000000", 1), paintOrder: "stroke-first" } as const;
    expect(over(glyphRun("Viền", face, 8, 20, 50, "#ffffff", halo))).toEqual([]);
  });

  it("is measured over pictures only when their pixels are known", () => {
    const scene = page(imageNode(photo, rect(0, 0, 50, 25)), text("Trên ảnh", 10, 15, "#ffffff"));
    const format = { ppi: 72 };
    expect(codes(scene, format)).toEqual([]);
    expect(codes(scene, format, () => grey(240))).toEqual(LOW);
    expect(codes(scene, format, () => grey(10))).toEqual([]);
  });

  it("counts the worst letter over a picture, against its darkest and its lightest tone", () => {
    const scene = page(
      imageNode(photo, rect(0, 0, 100, 50)),
      text("Chữ dài trên một bức ảnh", 10, 15, "#ffffff"),
    );
    const format = { ppi: 72 };
    const spot =
      (at: number): SampleImage =>
      (_, u, _v, tone) =>
        grey(tone === "lightest" && u > at && u < at + 0.06 ? 200 : 20);
    expect(codes(scene, format, spot(0.4))).toEqual(LOW);
    expect(codes(scene, format, spot(0.9))).toEqual([]);
  });

  it("is measured through a scrim", () => {
    const scrim = (alpha: number) =>
      page(
        imageNode(photo, rect(0, 0, 50, 25)),
        solidRect(0, 0, 50, 25, solid("#000000", alpha)),
        text("Trên ảnh", 10, 15, "#ffffff"),
      );
    expect(codes(scrim(0.3), { ppi: 72 }, () => grey(240))).toEqual(LOW);
    expect(codes(scrim(0.7), { ppi: 72 }, () => grey(240))).toEqual([]);
  });

  it("sees through the clear parts of a picture", () => {
    const scene = page(imageNode(photo, rect(0, 0, 50, 25)), text("Trên ảnh", 10, 15));
    expect(codes(scene, { ppi: 72 }, () => ({ ...grey(10), a: 0 }))).toEqual([]);
    expect(codes(scene, { ppi: 72 }, () => grey(10))).toEqual(LOW);
  });

  it("does not count letters that a clip hides", () => {
    const line = glyphRun("Chữ trắng rất dài", face, 8, 20, 50, "#ffffff");
    const shown = group([line], { clip: clipOf([rectOutline(rect(0, 0, 40, 100))]) });
    expect(over(solidRect(0, 30, 40, 40, "#0b2a6b"), shown)).toEqual([]);
    expect(over(solidRect(0, 30, 30, 40, "#0b2a6b"), shown)).toEqual(LOW);
  });

  it("shortens what it quotes to 40 characters", () => {
    const words = "Trường Cao đẳng Kỹ thuật Công nghiệp và Xây dựng";
    const [found] = check(page(text(words, 6, 50, "#999999", 3)));
    expect(found?.message.vi).toContain("“Trường Cao đẳng Kỹ thuật Công nghiệp và…”");
  });
});

describe("resolution", () => {
  it("warns under three quarters of the format's ppi", () => {
    const [found] = check(page(imageNode(photo, rect(10, 10, 80, 40))));
    expect(found?.severity).toBe("warning");
    expect(found?.message.en).toBe(
      "The image in frame page has 190 ppi at its printed size; 300 ppi are needed.",
    );
    expect(found?.where.area).toEqual({ x: 10, y: 10, width: 80, height: 40 });
  });

  it("takes the worse of the two directions, through transforms", () => {
    const turned = group([imageNode(photo, rect(0, 0, 1, 1))], { transform: [0, 80, -10, 0, 50, 10] });
    expect(codes(page(turned))).toEqual(["preflight.low-resolution"]);
    const lying = group([imageNode(photo, rect(0, 0, 1, 1))], { transform: [0, 20, -70, 0, 90, 10] });
    expect(codes(page(lying))).toEqual(["preflight.low-resolution"]);
    expect(codes(page(imageNode(photo, rect(10, 10, 60, 30))))).toEqual([]);
  });

  it.each([
    ["wide", rect(10, 10, 80, 20)],
    ["high", rect(10, 10, 20, 80)],
  ])("of a picture that is stretched %s is that of its coarser direction", (_way, box) => {
    const square = { ...photo, pixelWidth: 410, pixelHeight: 410 };
    const scene = sceneOf([imageNode(square, box)], { width: 100, height: 100, images: [square] });
    const [found] = preflight([scene], FORMAT, WEB_PROFILE);
    expect(found?.message.en).toContain("has 130 ppi");
  });

  it("is that of the profile where it names one", () => {
    const scene = page(imageNode(photo, rect(10, 10, 80, 40)));
    expect(preflight([scene], FORMAT, { ...WEB_PROFILE, ppi: 150 })).toEqual([]);
    const [found] = preflight([scene], { ...FORMAT, ppi: 72 }, { ...WEB_PROFILE, ppi: 300 });
    expect(found?.message.en).toContain("300 ppi are needed");
  });
});

describe("several pages", () => {
  it("are told apart", () => {
    const scene = page(text("Mờ", 20, 50, "#999999"));
    const pages = preflight([page(), scene, scene], FORMAT, WEB_PROFILE).map(({ where }) => where.page);
    expect(pages).toEqual([2, 3]);
  });
});

function holed() {
  const outer = rectOutline(rect(0, 0, 100, 100));
  const inner = rectOutline(rect(10, 10, 80, 80));
  return { verbs: outer.verbs + inner.verbs, coords: [...outer.coords, ...inner.coords] };
}

function blur() {
  const primitives = [{ name: "feGaussianBlur", attributes: { stdDeviation: "2" }, children: [] }];
  return { region: rect(-10, -10, 120, 120), primitives };
}
