import { describe, expect, it } from "vitest";
import { intersection, type Rect } from "../../../src/base/geometry.ts";
import { CSS_PPI, mmToPx } from "../../../src/base/units.ts";
import { format } from "../../../src/model/format.ts";
import { FORMATS, formatById } from "../../../src/model/formats/index.ts";
import { pageGeometry } from "../../../src/model/page-geometry.ts";

const within = (inner: Rect, outer: Rect) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width + 1e-9 &&
  inner.y + inner.height <= outer.y + outer.height + 1e-9;

describe("the catalogue", () => {
  it("has the formats that shipped, under ids that never change", () => {
    expect(FORMATS.map(({ id }) => id)).toEqual([
      "a5",
      "a4",
      "dl",
      "brochure-trifold-a4",
      "brochure-bifold-a4",
      "a3",
      "a2",
      "poster-600x800",
      "a1",
      "a0",
      "standee-600x1600",
      "standee-800x1800",
      "standee-800x2000",
      "facebook-cover",
      "facebook-post",
      "facebook-event-cover",
      "backdrop-3x2m",
      "backdrop-4x3m",
      "backdrop-5x3m",
      "backdrop-6x3m",
      "backdrop-8x4m",
      "badge-58",
      "decal-round-100",
    ]);
  });

  it("finds a format by its id, and nothing under an unknown one", () => {
    for (const one of FORMATS) expect(formatById(one.id)).toBe(one);
    expect(formatById("a6")).toBeUndefined();
  });

  it("uses no id or Vietnamese name twice", () => {
    expect(new Set(FORMATS.map(({ id }) => id)).size).toBe(FORMATS.length);
    expect(new Set(FORMATS.map(({ name }) => name.vi)).size).toBe(FORMATS.length);
  });
});

describe.each(FORMATS)("$id", (one) => {
  const geometry = pageGeometry(one.width, one.height, one.bleed, one.safe);

  it("obeys the schema exactly", () => {
    expect(format.parse(one)).toEqual(one);
  });

  it("nests safe ⊂ trim ⊂ bleed", () => {
    expect(within(geometry.safe, geometry.trim)).toBe(true);
    expect(within(geometry.trim, geometry.bleedBox)).toBe(true);
    expect(geometry.safe.width).toBeGreaterThan(one.width / 2);
    expect(geometry.safe.height).toBeGreaterThan(one.height / 2);
  });

  it("keeps covered zones on the page", () => {
    for (const zone of one.covered) expect(within(zone, geometry.bleedBox), zone.name.en).toBe(true);
  });

  it("leaves room for text: covered zones hide less than a fifth of the safe box", () => {
    const area = ({ width, height }: Rect) => width * height;
    const hidden = one.covered.reduce((sum, zone) => {
      const common = intersection(zone, geometry.safe);
      return sum + (common ? area(common) : 0);
    }, 0);
    expect(hidden / area(geometry.safe)).toBeLessThan(0.2);
  });

  it("is either a print with bleed or a screen with pixels", () => {
    if (one.medium === "print") {
      expect(one.bleed).toBeGreaterThanOrEqual(one.shape === "circle" ? 2 : 3);
      expect(one.pixels).toBeNull();
      expect(one.ppi).toBeGreaterThanOrEqual(one.family === "backdrop" ? 72 : 120);
    } else {
      expect(one.bleed).toBe(0);
      expect(one.ppi).toBe(CSS_PPI);
      expect(Math.abs(mmToPx(one.width, CSS_PPI) - one.pixels!.width) * 0.2646).toBeLessThan(0.01);
      expect(Math.abs(mmToPx(one.height, CSS_PPI) - one.pixels!.height) * 0.2646).toBeLessThan(0.01);
    }
  });
});

describe("what a printer or a reader would notice", () => {
  it.each([
    ["a5", 148, 210],
    ["a4", 210, 297],
    ["dl", 99, 210],
    ["a3", 297, 420],
    ["a2", 420, 594],
    ["a1", 594, 841],
    ["a0", 841, 1189],
    ["poster-600x800", 600, 800],
    ["standee-600x1600", 600, 1600],
    ["standee-800x1800", 800, 1800],
    ["standee-800x2000", 800, 2000],
    ["backdrop-3x2m", 3000, 2000],
    ["backdrop-4x3m", 4000, 3000],
    ["backdrop-5x3m", 5000, 3000],
    ["backdrop-6x3m", 6000, 3000],
    ["backdrop-8x4m", 8000, 4000],
    ["badge-58", 70, 70],
    ["decal-round-100", 100, 100],
  ])("%s is %d × %d mm", (id, width, height) => {
    expect(formatById(id)).toMatchObject({ width, height });
  });

  it("keeps text of a standee clear of the rail and of 150–200 mm at the foot", () => {
    for (const standee of FORMATS.filter(({ family }) => family === "standee")) {
      const { safe } = pageGeometry(standee.width, standee.height, standee.bleed, standee.safe);
      for (const zone of standee.covered) expect(intersection(zone, safe), zone.name.en).toBeNull();
      expect(standee.safe.bottom).toBeGreaterThanOrEqual(150);
      expect(standee.safe.bottom).toBeLessThanOrEqual(200);
    }
  });

  it.each([
    ["badge-58", 58],
    ["decal-round-100", 100],
  ])("keeps text of %s in the round face of %d mm, corners of the safe box included", (id, face) => {
    const one = formatById(id)!;
    const { safe } = pageGeometry(one.width, one.height, one.bleed, one.safe);
    expect(one.shape).toBe("circle");
    expect(one.width).toBe(one.height);
    expect(Math.hypot(safe.width, safe.height)).toBeLessThan(face - 1);
  });

  it("keeps text of a backdrop clear of hem and eyelets", () => {
    for (const { family, safe } of FORMATS.filter((one) => one.family === "backdrop")) {
      for (const side of Object.values(safe)) expect(side, family).toBeGreaterThanOrEqual(50);
    }
  });

  it("asks poster text to grow with the sheet: its least x-height is 1/50 to 1/70 of the width", () => {
    for (const { id, family, width, viewingDistance } of FORMATS) {
      if (family !== "poster") continue;
      const share = width / ((viewingDistance * 1000) / 300);
      expect(share, id).toBeGreaterThan(50);
      expect(share, id).toBeLessThan(70);
    }
  });

  it("keeps text of the Facebook cover inside both the desktop and the phone crop", () => {
    const cover = formatById("facebook-cover")!;
    const { safe } = pageGeometry(cover.width, cover.height, cover.bleed, cover.safe);
    for (const [width, height] of [
      [820, 312],
      [640, 360],
    ] as const) {
      const scale = Math.max(width / 851, height / 315);
      const [shownWidth, shownHeight] = [width / scale, height / scale].map((px) => (px / 96) * 25.4) as [
        number,
        number,
      ];
      const shown = {
        x: (cover.width - shownWidth) / 2,
        y: (cover.height - shownHeight) / 2,
        width: shownWidth,
        height: shownHeight,
      };
      expect(within(safe, shown), `${width} × ${height}`).toBe(true);
    }
  });
});
