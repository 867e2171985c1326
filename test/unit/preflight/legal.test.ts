import { describe, expect, test } from "vitest";
import { rect, uniformInsets } from "../../../src/base/geometry.ts";
import { type Brief, brief } from "../../../src/model/brief.ts";
import type { Format, FormatFamily } from "../../../src/model/format.ts";
import { type OutputProfile, WEB_PROFILE } from "../../../src/model/output-profile.ts";
import { preflight } from "../../../src/preflight/preflight.ts";
import { isForeign } from "../../../src/preflight/text-lines.ts";
import { glyphRun, placed, sceneOf, solidRect, testFace } from "../../support/scene.ts";

const face = testFace(700);

const BRIEF: Brief = brief.parse({
  institution: {
    name: { text: "Trường Cao đẳng Kỹ nghệ Bình Thuận", short: "CĐ Kỹ nghệ Bình Thuận" },
    monogram: "KN",
    governingBody: "Sở Nội vụ tỉnh Lâm Đồng",
    logo: null,
  },
  audience: { id: "pupils", name: "Học sinh" },
  badge: null,
  message: { text: "Vững nghề", headline: { settings: [["Vững nghề"]] } },
  lead: null,
  event: null,
  programmesTitle: null,
  programmes: [],
  benefits: [],
  callToAction: "Đăng ký ngay",
  enrolmentPeriod: null,
  contact: { phones: ["0252 3822 999"], addresses: ["268 Nguyễn Hội, Phan Thiết"] },
  qr: null,
  photo: null,
});

const PRESS: OutputProfile = { ...WEB_PROFILE, id: "print", colorSpace: "cmyk" };

const format = (family: FormatFamily, width: number, height: number): Format => ({
  id: "test",
  name: { vi: "thử", en: "test" },
  family,
  medium: "print",
  width,
  height,
  pixels: null,
  bleed: 0,
  safe: uniformInsets(0),
  viewingDistance: 0.1,
  ppi: 1,
  covered: [],
  shape: "rectangle",
  wrap: 0,
  folds: [],
  profile: "print",
  uses: ["recruitment"],
});

/** A text with its size and baseline, mm. */
type Line = readonly [text: string, size: number, y: number];

function legal(
  family: FormatFamily,
  lines: readonly Line[],
  {
    width = 3000,
    height = 1500,
    profile = WEB_PROFILE,
    more = [] as Parameters<typeof sceneOf>[0][number][],
  } = {},
) {
  const scene = sceneOf([...more, ...lines.map(([text, size, y]) => glyphRun(text, face, size, 20, y))], {
    width,
    height,
    fonts: [face],
  });
  return preflight([scene], format(family, width, height), profile, BRIEF).filter(({ code }) =>
    code.startsWith("legal."),
  );
}

const NAME: Line = ["Trường Cao đẳng Kỹ nghệ Bình Thuận", 100, 300];
const ADDRESS: Line = ["268 Nguyễn Hội, Phan Thiết", 60, 500];
const BODY: Line = ["Sở Nội vụ tỉnh Lâm Đồng", 60, 150];
const PHONE: Line = ["02523 822 999", 60, 600];

describe("signboards (Đ.34)", () => {
  test("with everything on them", () => {
    expect(legal("signboard", [BODY, NAME, ADDRESS, PHONE])).toEqual([]);
  });

  test("capitals, line breaks and grouped digits are the same words", () => {
    const name: Line[] = [
      ["TRƯỜNG CAO ĐẲNG", 100, 250],
      ["KỸ NGHỆ BÌNH THUẬN", 100, 350],
    ];
    expect(legal("signboard", [BODY, ...name, ADDRESS, ["0252.3822.999", 60, 600]])).toEqual([]);
  });

  test("what is missing, with its article and the authority", () => {
    const [found, ...others] = legal("signboard", [["CĐ Kỹ nghệ Bình Thuận", 100, 300], PHONE]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: "legal.signboard-content", severity: "warning" });
    expect(found!.message.vi).toBe(
      "Bảng hiệu thiếu tên cơ quan chủ quản, tên đăng ký đầy đủ, địa chỉ (Luật Quảng cáo, Điều 34 khoản 1).",
    );
    expect(found!.hint.vi).toMatch(/hỏi cơ quan quản lý\.$/);
    expect(found!.hint.en).toMatch(/check with the authority\.$/);
  });

  test.each([
    [6000, 2000, []],
    [6000, 2100, ["legal.signboard-size"]],
    [1000, 4000, []],
    [1100, 4000, ["legal.signboard-size"]],
    [900, 4100, ["legal.signboard-size"]],
  ])("%i × %i mm", (width, height, expected) => {
    const found = legal("signboard", [BODY, NAME, ADDRESS, PHONE], { width, height });
    expect(found.map(({ code }) => code)).toEqual(expected);
  });
});

describe("boards and banners (Đ.27)", () => {
  test.each(["banner", "bandroll", "panel"] as const)("%s names who puts it up", (family) => {
    expect(legal(family, [NAME, ADDRESS])).toEqual([]);
    expect(legal(family, [["CĐ Kỹ nghệ Bình Thuận", 90, 300], ADDRESS])).toEqual([]);
    const [found] = legal(family, [NAME]);
    expect(found!.message.vi).toBe(
      "Bảng, băng-rôn thiếu địa chỉ của đơn vị thực hiện (Luật Quảng cáo, Điều 27).",
    );
  });

  test("logos up to a fifth of the area", () => {
    const logo = (side: number) =>
      placed("logo", rect(0, 0, side, side), [solidRect(0, 0, side, side, "#000000")]);
    const codes = (side: number) =>
      legal("panel", [NAME, ADDRESS], { more: [logo(side)] }).map(({ code }) => code);
    expect(codes(900)).toEqual([]);
    expect(codes(1000)).toEqual(["legal.logo-area"]);
    // What hangs over the edge is cut away.
    const hanging = placed("logo", rect(-500, 0, 1000, 1000), [solidRect(-500, 0, 1000, 1000, "#000000")]);
    expect(legal("panel", [NAME, ADDRESS], { more: [hanging] })).toEqual([]);
  });
});

describe("printed matter (Đ.25)", () => {
  const said = (...lines: Line[]) => legal("flyer", [NAME, ADDRESS, ...lines], { profile: PRESS });

  test("one note a piece, and only for a press", () => {
    const found = said();
    expect(found).toMatchObject([{ code: "legal.printed-matter", severity: "note" }]);
    expect(found[0]!.message.en).toBe(
      "Printed advertising must state the print run, the place of printing (Law on Advertising, article 25).",
    );
    expect(legal("flyer", [])).toEqual([]);
    expect(legal("certificate", [], { profile: PRESS })).toEqual([]);
  });

  test.each([
    "In 2.000 bản, khổ 14,8 × 21 cm, tại Công ty In Bình Thuận",
    "Số lượng: 500 tờ. Nơi in: Nhà in Phan Thiết",
    "GPXB số 12/GP-SVHTTDL do Sở Văn hóa cấp ngày 01/3/2026",
  ])("%s", (line) => {
    expect(said([line, 20, 700])).toEqual([]);
  });
});

describe("foreign text (Đ.18, Đ.34)", () => {
  const ENGLISH = "Binh Thuan Technical College of Skills";
  const faults = (lines: Line[], family: FormatFamily = "signboard") =>
    legal(family, [BODY, ADDRESS, PHONE, ...lines])
      .filter(({ code }) => code === "legal.foreign-text")
      .map(({ message }) => message.en);

  test("below and smaller is right", () => {
    expect(faults([NAME, [ENGLISH, 70, 450]])).toEqual([]);
  });

  test("too large, with the number", () => {
    expect(faults([NAME, [ENGLISH, 90, 450]])).toEqual([
      `The foreign text “${ENGLISH}” is 90 % as high as the largest Vietnamese line (Law on Advertising, articles 18 and 34).`,
    ]);
  });

  test("above all Vietnamese", () => {
    expect(faults([NAME, [ENGLISH, 40, 60]])[0]).toContain("stands above the Vietnamese");
  });

  test("leaflets may hold foreign names", () => {
    expect(faults([NAME, [ENGLISH, 90, 450]], "flyer")).toEqual([]);
  });

  test.each([
    ["Technical and Vocational College", true],
    ["SKILLS FOR THE FUTURE", true],
    ["Tuyen sinh cao dang nghe", false],
    ["Trường Cao đẳng Kỹ nghệ", false],
    ["www.kynghe.edu.vn", false],
    ["Hotline 0252 3822 999", false],
    ["CAO THANG", false],
  ])("%s", (line, foreign) => {
    expect(isForeign(line)).toBe(foreign);
  });
});

test("without a brief nothing legal is judged", () => {
  const scene = sceneOf([], { width: 100, height: 100 });
  expect(preflight([scene], format("signboard", 9000, 9000), WEB_PROFILE)).toEqual([]);
});
