import { describe, expect, it } from "vitest";
import { intersection, type Rect } from "../../../src/base/geometry.ts";
import { CSS_PPI, mmToPx } from "../../../src/base/units.ts";
import { type Format, type FormatFamily, format, formatFamily } from "../../../src/model/format.ts";
import { FORMATS, formatById } from "../../../src/model/formats/index.ts";
import { type OutputProfile, outputProfile } from "../../../src/model/output-profile.ts";
import { pageGeometry } from "../../../src/model/page-geometry.ts";
import { dataFiles } from "../brand/brand-files.ts";

const within = (inner: Rect, outer: Rect) =>
  inner.x >= outer.x - 1e-9 &&
  inner.y >= outer.y - 1e-9 &&
  inner.x + inner.width <= outer.x + outer.width + 1e-9 &&
  inner.y + inner.height <= outer.y + outer.height + 1e-9;

const area = ({ width, height }: Pick<Rect, "width" | "height">) => width * height;
const geometryOf = (one: Format) => pageGeometry(one.width, one.height, one.bleed, one.safe);
const ofFamily = (family: FormatFamily) => FORMATS.filter((one) => one.family === family);

const profiles = new Map(
  dataFiles("brand/profiles").map(({ name, json }): [string, OutputProfile] => [
    name,
    outputProfile.parse(json),
  ]),
);

/** What a shop may be sent, by family, and the least resolution that it takes (docs/sources.md). */
const WANTED: Readonly<Record<FormatFamily, { readonly profiles: readonly string[]; readonly ppi: number }>> =
  {
    flyer: { profiles: ["offset"], ppi: 300 },
    brochure: { profiles: ["offset"], ppi: 300 },
    handbook: { profiles: ["saddle-stitch"], ppi: 300 },
    poster: { profiles: ["offset", "pp-standee"], ppi: 150 },
    banner: { profiles: ["hiflex"], ppi: 100 },
    bandroll: { profiles: ["hiflex", "hiflex-pocket"], ppi: 72 },
    panel: { profiles: ["hiflex-panel"], ppi: 30 },
    standee: { profiles: ["pp-standee"], ppi: 120 },
    backdrop: { profiles: ["hiflex"], ppi: 72 },
    signboard: { profiles: ["signboard"], ppi: 100 },
    decal: { profiles: ["decal-kiss-cut"], ppi: 150 },
    badge: { profiles: ["badge", "digital"], ppi: 300 },
    screen: { profiles: ["web"], ppi: CSS_PPI },
    social: { profiles: ["web"], ppi: CSS_PPI },
    avatar: { profiles: ["web"], ppi: CSS_PPI },
    "web-banner": { profiles: ["web"], ppi: CSS_PPI },
    souvenir: { profiles: ["sublimation", "textile"], ppi: 200 },
    certificate: { profiles: ["digital"], ppi: 300 },
    invitation: { profiles: ["digital"], ppi: 300 },
  };

describe("the catalogue", () => {
  it("has every piece of the plan, under ids that never change", () => {
    const ids = formatFamily.options.map((family) => `${family}: ${ofFamily(family).map(({ id }) => id)}`);
    expect(ids).toEqual([
      "flyer: a5,a4,dl",
      "brochure: brochure-trifold-a4,brochure-bifold-a4,brochure-bifold-a3",
      "handbook: handbook-a5",
      "poster: a3,a2,poster-600x800,poster-600x900,poster-800x1200,a1,a0",
      "banner: banner-2x1m,banner-3x1.5m,banner-4x2m",
      "bandroll: bandroll-3x1m,bandroll-4x1m,bandroll-6x0.8m,bandroll-5x1.5m,bandroll-6x1.5m,bandroll-10x2m," +
        "pennant-0.6x2m,pennant-0.8x2.5m,pennant-1x3m",
      "panel: panel-4x3m,panel-6x4m,panel-10x5m,panel-12x6m",
      "standee: standee-600x1600,standee-800x1800,standee-800x2000,standee-850x2000",
      "backdrop: backdrop-3x2m,backdrop-4x3m,backdrop-5x3m,backdrop-6x3m,backdrop-8x4m",
      "signboard: signboard-3x1.2m,signboard-4x1.5m,signboard-6x2m,signboard-0.8x2.4m,signboard-1x4m",
      "decal: decal-round-100,decal-100x60,decal-200x100",
      "badge: badge-58,name-card-86x54,name-card-90x130",
      "screen: screen-1920x1080,screen-1080x1920,screen-led-1536x512,screen-led-1024x512",
      "social: facebook-cover,facebook-post,facebook-event-cover,facebook-group-cover,facebook-post-portrait," +
        "facebook-link,story,youtube-channel-art,youtube-thumbnail,zalo-oa-cover",
      "avatar: avatar-facebook,avatar-zalo,avatar-youtube",
      "web-banner: web-300x250,web-728x90,web-160x600,web-970x250,web-300x600,web-336x280,web-320x100,web-320x50",
      "souvenir: mug-wrap-200x90,tote-280x350",
      "certificate: certificate-a4",
      "invitation: invitation-210x148,invitation-dl",
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
  const geometry = geometryOf(one);

  it("obeys the schema exactly", () => {
    expect(format.parse(one)).toEqual(one);
  });

  it("nests safe ⊂ trim ⊂ bleed, and keeps covered zones on the page, apart from each other", () => {
    expect(within(geometry.safe, geometry.trim)).toBe(true);
    expect(within(geometry.trim, geometry.bleedBox)).toBe(true);
    one.covered.forEach((zone, i) => {
      expect(within(zone, geometry.trim), zone.name.en).toBe(true);
      for (const other of one.covered.slice(i + 1)) {
        const common = intersection(zone, other);
        expect(common ? area(common) : 0, `${zone.name.en} and ${other.name.en}`).toBeCloseTo(0, 6);
      }
    });
  });

  it("leaves more than half of what is seen to text, and covers less than a tenth of that", () => {
    const face = area({ width: one.width - 2 * one.wrap, height: one.height - 2 * one.wrap });
    const covered = one.covered.reduce((sum, zone) => sum + area(zone), 0);
    const seen = face * (one.shape === "circle" ? Math.PI / 4 : 1) - covered;
    expect(area(geometry.safe) / seen).toBeGreaterThan(0.5);
    const hidden = one.covered.reduce((sum, zone) => {
      const common = intersection(zone, geometry.safe);
      return sum + (common ? area(common) : 0);
    }, 0);
    expect(hidden / area(geometry.safe)).toBeLessThan(0.1);
  });

  it("keeps text in the face: off what is wrapped, and inside the circle, corners included", () => {
    for (const side of Object.values(one.safe)) expect(side).toBeGreaterThan(one.wrap);
    if (one.shape !== "circle") return;
    expect(one.width).toBe(one.height);
    const diagonal = Math.hypot(geometry.safe.width, geometry.safe.height);
    expect(diagonal).toBeLessThanOrEqual(one.width - 2 * one.wrap + 1e-9);
  });

  it("can carry a message: its smallest text is less than a quarter of the safe box's short side", () => {
    // x-height = distance / 300, and 0.52 em of the faces that the art direction names.
    const smallest = (one.viewingDistance * 1000) / 300 / 0.52;
    // Capitals of distance / 100, 0.7 em, in a line of 1.2 em.
    const messageLine = (1.2 * one.viewingDistance * 10) / 0.7;
    const short = Math.min(geometry.safe.width, geometry.safe.height);
    expect(smallest).toBeLessThan(short / 4);
    expect(messageLine + 1.3 * smallest).toBeLessThan(geometry.safe.height);
  });

  it("names the profile that a shop would want, for its own medium", () => {
    const wanted = WANTED[one.family];
    expect(wanted.profiles).toContain(one.profile);
    expect(one.ppi).toBeGreaterThanOrEqual(wanted.ppi);
    expect(one.profile === "web").toBe(one.medium === "screen");
    if (one.medium === "print") expect(profiles.get(one.profile)?.colorSpace).toBe("cmyk");
  });

  it("says what it is for", () => {
    expect(one.uses.length).toBeGreaterThan(0);
    expect(new Set(one.uses).size).toBe(one.uses.length);
  });

  it("is either a print with bleed or a screen with pixels", () => {
    if (one.medium === "print") {
      // Of a bag nothing is cut; what a plotter or a die cuts has 2 mm and more, what a guillotine cuts 3.
      const isDieCut = profiles.get(one.profile)!.finishing.cutContour !== null;
      const isCut = one.profile !== "textile";
      expect(one.bleed).toBeGreaterThanOrEqual(isCut ? (isDieCut ? 2 : 3) : 0);
      expect(one.pixels).toBeNull();
    } else {
      expect(one.bleed).toBe(0);
      expect(one.ppi).toBe(CSS_PPI);
      expect(Math.abs(mmToPx(one.width, CSS_PPI) - one.pixels!.width) * 0.2646).toBeLessThan(0.01);
      expect(Math.abs(mmToPx(one.height, CSS_PPI) - one.pixels!.height) * 0.2646).toBeLessThan(0.01);
    }
  });

  it("is as large as its id and its names say", () => {
    const [, w, h, metres] = /-([\d.]+)x([\d.]+)(m)?$/.exec(one.id) ?? [];
    if (w === undefined) return;
    const unit = metres ? 1000 : 1;
    const { width, height } = one.pixels ?? one;
    expect([width, height]).toEqual([Number(w) * unit, Number(h) * unit]);
    if (metres) {
      expect(one.name.en).toContain(`${w} × ${h} m`);
      expect(one.name.vi).toContain(`${w} × ${h} m`.replaceAll(".", ","));
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
    ["brochure-bifold-a3", 420, 297],
    ["handbook-a5", 148, 210],
    ["badge-58", 70, 70],
    ["decal-round-100", 100, 100],
    ["certificate-a4", 297, 210],
    ["invitation-dl", 210, 99],
  ])("%s is %d × %d mm", (id, width, height) => {
    expect(formatById(id)).toMatchObject({ width, height });
  });

  it.each([
    ["facebook-cover", 851, 315],
    ["facebook-group-cover", 1640, 856],
    ["facebook-event-cover", 1920, 1005],
    ["facebook-post", 1080, 1080],
    ["facebook-post-portrait", 1080, 1350],
    ["facebook-link", 1200, 630],
    ["story", 1080, 1920],
    ["youtube-channel-art", 2560, 1440],
    ["youtube-thumbnail", 1280, 720],
    ["zalo-oa-cover", 1280, 720],
    ["avatar-facebook", 1080, 1080],
    ["avatar-zalo", 500, 500],
    ["avatar-youtube", 800, 800],
  ])("%s is %d × %d px", (id, width, height) => {
    expect(formatById(id)!.pixels).toEqual({ width, height });
  });

  it("keeps text of a standee clear of the rail and of 150–200 mm at the foot", () => {
    for (const standee of ofFamily("standee")) {
      const { safe } = geometryOf(standee);
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
    const { safe } = geometryOf(one);
    expect(one.shape).toBe("circle");
    expect(one.width - 2 * one.wrap).toBe(face);
    expect(Math.hypot(safe.width, safe.height)).toBeLessThan(face - 1);
  });

  it.each(["backdrop", "banner", "bandroll"] as const)(
    "keeps text of a %s clear of hem and eyelets",
    (family) => {
      for (const { id, safe } of ofFamily(family)) {
        for (const side of Object.values(safe)) expect(side, id).toBeGreaterThanOrEqual(50);
      }
    },
  );

  it("keeps text out of the pole pockets, which are those that the profile welds", () => {
    const { polePocket } = profiles.get("hiflex-pocket")!.finishing;
    const pennants = FORMATS.filter(({ profile }) => profile === "hiflex-pocket");
    expect(pennants.map(({ id }) => id.split("-")[0])).toEqual(["pennant", "pennant", "pennant"]);
    for (const one of pennants) {
      const { safe, trim } = geometryOf(one);
      for (const zone of one.covered) expect(intersection(zone, safe), zone.name.en).toBeNull();
      expect(within({ ...trim, height: polePocket!.top }, one.covered[0]!), one.id).toBe(true);
      const foot = { ...trim, y: trim.height - polePocket!.bottom, height: polePocket!.bottom };
      expect(within(foot, one.covered[1]!), one.id).toBe(true);
    }
  });

  it("paints as much past a billboard as is pulled round its frame", () => {
    const { hem } = profiles.get("hiflex-panel")!.finishing;
    for (const { id, bleed } of ofFamily("panel")) expect(bleed, id).toBe(hem);
  });

  it("offers only signboards that the law allows: 2 m of height, or 1 m of width and 4 m of height", () => {
    for (const { id, width, height } of ofFamily("signboard")) {
      expect(height, id).toBeLessThanOrEqual(width >= height ? 2000 : 4000);
      if (height > width) expect(width, id).toBeLessThanOrEqual(1000);
    }
  });

  it("keeps the frame of a signboard and the slot of a card off the text", () => {
    for (const one of [...ofFamily("signboard"), ...ofFamily("badge")]) {
      for (const zone of one.covered) expect(intersection(zone, geometryOf(one).safe), one.id).toBeNull();
    }
    for (const { id, width, covered } of ofFamily("badge").filter((one) => one.id.startsWith("name-card"))) {
      expect(covered, id).toHaveLength(1);
      expect(covered[0]!.x + covered[0]!.width / 2, id).toBe(width / 2);
    }
  });

  it("lets no street banner's own text force a third line of capitals: two fit above a contact line", () => {
    for (const one of [...ofFamily("banner"), ...ofFamily("bandroll"), ...ofFamily("panel")]) {
      const { safe } = geometryOf(one);
      const capitals = (one.viewingDistance * 10) / 0.7;
      const smallest = (one.viewingDistance * 1000) / 300 / 0.52;
      expect(2 * 1.2 * capitals + 1.4 * smallest, one.id).toBeLessThan(safe.height);
      // “tuyển sinh” in one line of capitals, 0.62 em each.
      expect(10 * 0.62 * capitals, one.id).toBeLessThan(safe.width);
    }
  });

  it("shows a story's text between the platform's own 250 px", () => {
    const { top, bottom } = formatById("story")!.safe;
    expect([mmToPx(top, CSS_PPI), mmToPx(bottom, CSS_PPI)].map(Math.round)).toEqual([250, 250]);
  });

  it("keeps text of YouTube channel art in the 1546 × 423 px in the middle that every device shows", () => {
    const { safe, trim } = geometryOf(formatById("youtube-channel-art")!);
    expect(mmToPx(safe.width, CSS_PPI)).toBeCloseTo(1546, 6);
    expect(mmToPx(safe.height, CSS_PPI)).toBeCloseTo(423, 6);
    expect(safe.x + safe.width / 2).toBeCloseTo(trim.width / 2, 9);
    expect(safe.y + safe.height / 2).toBeCloseTo(trim.height / 2, 9);
  });

  it("asks web banners for type of 9.5 to 12.5 px, LED walls for 24 px, TVs for 24 to 32 px", () => {
    const least = (id: string) => mmToPx((formatById(id)!.viewingDistance * 1000) / 300 / 0.52, CSS_PPI);
    for (const { id } of ofFamily("web-banner")) {
      expect(least(id), id).toBeGreaterThan(9.5);
      expect(least(id), id).toBeLessThan(12.5);
    }
    for (const { id } of ofFamily("screen")) {
      expect(least(id), id).toBeGreaterThan(24);
      expect(least(id), id).toBeLessThan(32);
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
    const { safe } = geometryOf(cover);
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
