import { rm } from "node:fs/promises";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AnphamError } from "../../../src/base/diagnostic.ts";
import type { RenderRequest } from "../../../src/model/request.ts";
import type { Library } from "../../../src/resolve/library.ts";
import { resolve } from "../../../src/resolve/resolve.ts";
import { CAMPAIGN, KIT, libraryOver, makeBrand, SCHOOL, SVG } from "./brand-folder.ts";

const folders: string[] = [];
const libraryWith = async (changes?: Readonly<Record<string, unknown>>): Promise<Library> => {
  const folder = await makeBrand(changes);
  folders.push(folder);
  return libraryOver(folder);
};
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

let library: Library;
beforeAll(async () => {
  library = await libraryWith({ "caller/mine.svg": SVG, "caller/note.png": "văn bản" });
});

const REQUEST = { template: "flyer", format: "a5", institution: "school" } as const;
/** Resolves without a single diagnostic. */
const job = async (changes: Partial<RenderRequest> = {}, from = library) => {
  const { value, diagnostics } = await resolve({ ...REQUEST, ...changes }, from);
  expect(diagnostics).toEqual([]);
  return value;
};
const problems = async (request: object, from = library) => {
  const thrown: unknown = await resolve({ ...REQUEST, ...request } as RenderRequest, from).then(
    () => new Error("it was accepted"),
    (error: unknown) => error,
  );
  if (!(thrown instanceof AnphamError)) throw thrown;
  return thrown.diagnostics;
};
const told = async (request: object, from = library) =>
  (await problems(request, from)).map(({ code, where, hint }) => `${code} ${where.path}: ${hint.en}`);

describe("fills every default", () => {
  test("of the request", async () => {
    const { as, ppi, profile, theme, brief, title, fonts } = await job();
    expect({ as, ppi, profile: profile.id, theme: theme.id }).toEqual({
      as: "pdf",
      ppi: 300,
      profile: "web",
      theme: "vuon-len",
    });
    expect(brief.message.text).toBe("Thông điệp một");
    expect(title).toBe("Thông điệp một – Trường Cao đẳng Nghề");
    expect(new Set(fonts.map((face) => face.family))).toEqual(new Set(["Be Vietnam Pro"]));
    expect((await job({ format: "facebook-cover" })).fonts).toBe(fonts);
  });

  test("of the resolution: the caller's, else 96 on screens and the format's own in print", async () => {
    expect((await job({ ppi: 72 })).ppi).toBe(72);
    expect((await job({ format: "facebook-cover" })).ppi).toBe(96);
  });
});

describe("the brief", () => {
  test("gathers campaign, audience and institution", async () => {
    const { brief } = await job();
    expect(brief).toMatchObject({
      institution: { name: SCHOOL.name, monogram: "CĐN", logo: "logos/school.svg" },
      badge: { text: "Tuyển sinh 2026" },
      lead: { text: "Dẫn" },
      event: null,
      programmesTitle: { text: "2 nghề đang tuyển sinh" },
      benefits: [{ text: "Lợi ích" }],
      callToAction: { text: "Đăng ký" },
      enrolmentPeriod: { text: "Đến 30/9" },
      contact: { phones: ["0252 3822 999"], email: null },
      qr: "https://school.example/ts",
      photo: null,
    });
    expect(brief.message).not.toHaveProperty("id");
  });

  test("an event brings its badge, lead, message and day of the campaign's year", async () => {
    const { brief } = await job({ event: "skills-day" });
    expect(brief).toMatchObject({
      badge: { text: "Ngày kỹ năng 04/10" },
      lead: { text: "Dẫn sự kiện" },
      message: { text: "Thông điệp hai" },
      event: { name: { text: "Ngày kỹ năng" }, date: "2026-10-04", time: null, place: null },
    });
    expect((await job({ event: "skills-day", message: "one" })).brief.message.text).toBe("Thông điệp một");
    expect((await job({ event: "fair" })).brief.event?.date).toBeNull();
  });

  test("an audience brings its lead and benefits, but not over the institution's own", async () => {
    const { brief } = await job({ audience: "parents" });
    expect([brief.lead?.text, brief.benefits[0]?.text]).toEqual(["Dẫn cho phụ huynh", "Yên tâm"]);
    const own = { ...SCHOOL, benefits: ["Học bổng"] };
    expect(
      (await job({ institution: own, data: { institution: { logo: null } } })).brief.benefits[0]?.text,
    ).toBe("Học bổng");
  });

  test("nothing is invented for an institution without programmes, logo and address", async () => {
    const { brief, assets } = await job({ institution: "bare" });
    expect([brief.programmesTitle, brief.qr, brief.institution.logo]).toEqual([null, null, null]);
    expect(assets.map((asset) => asset.role)).toEqual(["campaign-mark"]);
  });

  test("data lies over it: objects merge, lists replace, null clears, NFD becomes NFC", async () => {
    const { brief } = await job({
      data: {
        lead: "Lời dẫn mới".normalize("NFD"),
        contact: { email: "a@b.vn", phones: { 0: "0252 1111 111" } },
        programmes: [{ name: "Cơ điện tử", levels: ["cao-dang"] }],
        qr: null,
        institution: { name: { text: "Tên khác" } },
      },
    });
    expect(brief.lead).toEqual({ text: "Lời dẫn mới".normalize("NFC"), short: null });
    expect(brief.contact).toMatchObject({
      email: "a@b.vn",
      phones: ["0252 1111 111"],
      addresses: ["Số 1, Phan Thiết"].map((text) => ({ text, short: null })),
    });
    expect(brief.programmesTitle?.text).toBe("1 nghề đang tuyển sinh");
    expect(brief.qr).toBeNull();
    expect(brief.institution.name).toEqual({ text: "Tên khác", short: null });
  });

  test("a message of one's own does not keep another one's headline", async () => {
    for (const message of ["Học nghề vững tương lai", { text: "Học nghề vững tương lai" }]) {
      const { brief } = await job({ data: { message } });
      expect(brief.message.headline.settings.at(-1)).toEqual(["Học nghề vững tương lai"]);
      expect(brief.message.headline.emphasis).toBeNull();
    }
  });
});

describe("pictures", () => {
  test("of the brand folder, each with its role", async () => {
    const { assets } = await job();
    expect(assets.map(({ role, name, pixelWidth }) => [role, name, pixelWidth])).toEqual([
      ["logo", "logos/school.svg", 20],
      ["campaign-mark", "logos/campaign.svg", 20],
    ]);
  });

  test("of the caller, from where the caller is", async () => {
    const focus = { x: 0.2, y: 0.8 };
    const { assets } = await job({
      data: { institution: { logo: "mine.svg" }, photo: { file: "mine.svg", focus } },
    });
    expect(assets.map(({ role, name, focus: at }) => [role, name, at.x])).toEqual([
      ["logo", "mine.svg", 0.5],
      ["campaign-mark", "logos/campaign.svg", 0.5],
      ["photo", "mine.svg", 0.2],
    ]);
    expect((await job({ institution: { ...SCHOOL, logo: "mine.svg" } })).assets[0]?.name).toBe("mine.svg");
  });

  test("a photo may be a plain path; how to show it is found out", async () => {
    const blob = '<circle cx="240" cy="60" r="20" fill="#e9a080"/><circle cx="232" cy="56" r="3"/>';
    const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="#889"/>${blob}</svg>`;
    const from = await libraryWith({ "caller/photo.png": await sharp(Buffer.from(drawn)).png().toBuffer() });
    const shown = async (photo: unknown) => {
      const { assets, palette } = await job({ data: { photo } }, from);
      return { photo: assets.find(({ role }) => role === "photo")!, palette };
    };
    const plain = (await shown("photo.png")).photo;
    expect(plain.focus.x).toBeCloseTo(0.8, 1);
    expect(plain.focus.y).toBeCloseTo(0.3, 1);
    expect((await shown({ file: "photo.png", focus: { x: 0.1, y: 1 } })).photo.focus).toEqual({
      x: 0.1,
      y: 1,
    });

    const { photo: duotone, palette } = await shown({ file: "photo.png", treatment: "duotone" });
    expect(duotone.id).not.toBe(plain.id);
    expect([duotone.pixelWidth, duotone.pixelHeight]).toEqual([300, 200]);
    expect(duotone.focus).toEqual(plain.focus);
    // The eye is the darkest part of the picture: the pure shadow colour.
    const { r, g, b } = palette.colors.primary.rgb;
    const pixels = await sharp(duotone.data)
      .extract({ left: 232, top: 56, width: 1, height: 1 })
      .raw()
      .toBuffer();
    for (const [i, channel] of [r, g, b].entries()) expect(Math.abs(pixels[i]! - channel)).toBeLessThan(12);
    // Measured anew: no tone of it is darker than the shadows.
    expect(duotone.tones).not.toEqual(plain.tones);
  });

  test.each([
    ["clear", '<rect width="20" height="10" fill="none"/>', "asset.blank-picture"],
    ["white all over", '<rect width="20" height="10" fill="#fff"/>', "asset.blank-picture"],
    ["a hairline within a clear square", '<rect x="9" width="1" height="10"/>', "asset.extreme-shape"],
  ])("a logo that is %s is left out with a warning", async (_name, shape, code) => {
    const svg = SVG.replace(/<rect.*\/>/, shape);
    const { value, diagnostics } = await resolve(REQUEST, await libraryWith({ "logos/school.svg": svg }));
    expect(diagnostics.map((found) => found.code)).toEqual([code]);
    expect(value.assets.map(({ role }) => role)).toEqual(["campaign-mark"]);
  });

  test("an unsafe logo is cleaned and reported", async () => {
    const { value, diagnostics } = await resolve(
      REQUEST,
      await libraryWith({ "logos/school.svg": SVG.replace("<rect", "<script>x</script><rect") }),
    );
    expect(diagnostics.map((d) => d.code)).toEqual(["asset.unsafe-svg"]);
    expect(Buffer.from(value.assets[0]!.data).toString()).not.toContain("script");
  });

  test("every unusable one is reported", async () => {
    const photo = { file: "none.png", focus: { x: 0, y: 0 } };
    const found = await problems({ data: { institution: { logo: "note.png" }, photo } });
    expect(found.map((d) => d.code)).toEqual(["asset.unsupported-type", "request.unreadable-file"]);
  });
});

describe("unknown names", () => {
  test("all at once, in the order of the request, each with the nearest", async () => {
    expect(
      await told({
        template: "flier",
        format: "A5",
        theme: "vuonlen",
        profile: "prin",
        campaign: "gdnn-2025",
        institution: "shcool",
      }),
    ).toEqual([
      "request.unknown-id template: Nearest valid names: flyer.",
      expect.stringContaining("request.unknown-id format: Nearest valid names: a5, "),
      expect.stringContaining("request.unknown-id theme: Nearest valid names: vuon-len"),
      expect.stringContaining("request.unknown-id profile: Nearest valid names: print"),
      "request.unknown-id campaign: Nearest valid names: gdnn-2026.",
      "request.unknown-id institution: Nearest valid names: school, bare.",
    ]);
  });

  test("within the campaign", async () => {
    expect(await told({ message: "on", audience: "parent", event: "skill-day" })).toEqual([
      "request.unknown-id event: Nearest valid names: skills-day, fair.",
      "request.unknown-id message: Nearest valid names: one, two.",
      "request.unknown-id audience: Nearest valid names: parents, all.",
    ]);
  });

  test("an id never becomes a path", async () => {
    expect(await told({ institution: "../kits/kit" })).toEqual([
      expect.stringMatching(/^request\.unknown-id/),
    ]);
  });

  test("formats that the template does not offer", async () => {
    expect(await told({ format: "a3" })).toEqual([
      "request.format-not-offered format: Choose one of: a5, a4, facebook-cover, handbook-a5.",
    ]);
  });

  test("faces that no font file has", async () => {
    const kit = { ...KIT, faces: { ...KIT.faces, display: "Lexen" } };
    expect(await told({}, await libraryWith({ "kits/kit.json": kit }))).toEqual([
      expect.stringContaining("request.unknown-id faces.display: Nearest valid names:"),
    ]);
  });
});

describe("wrong data", () => {
  test("of the request, by path", async () => {
    expect(await told({ ppi: "300", as: "jpg", colour: 1 })).toEqual([
      "request.invalid-field as: Expected: one of: pdf, png, jpeg, webp, tiff, svg.",
      "request.invalid-field ppi: Expected: a number.",
      "request.invalid-field colour: Expected: leave it out.",
    ]);
  });

  test("laid over the brief, by path", async () => {
    expect(await told({ data: { programmes: "Hàn", contact: { phones: [5] } } })).toEqual([
      "request.invalid-field data.programmes: Expected: a list […].",
      "request.invalid-field data.contact.phones.0: Expected: text.",
    ]);
    expect(await told({ data: { contct: { email: "x" } } })).toEqual([
      expect.stringContaining("request.invalid-field data.contct: Expected: contact"),
    ]);
  });

  test("of an institution of the caller's, by path", async () => {
    const { contact: _, ...rest } = SCHOOL;
    expect(await told({ institution: { ...rest, monogram: 5 } })).toEqual([
      "request.invalid-field institution.monogram: Expected: text.",
      "request.invalid-field institution.contact: Expected: an object {…}.",
    ]);
  });

  test("of a brand file, by file and path; other files do not matter", async () => {
    const broken = await libraryWith({
      "institutions/bad.json": { ...SCHOOL, id: "bad", programmes: 5 },
      "institutions/torn.json": '{\n  "id": "torn",\n  "name" "x"\n}',
      "institutions/renamed.json": SCHOOL,
    });
    await job({}, broken);
    const [bad] = await problems({ institution: "bad" }, broken);
    expect(bad?.where).toEqual({
      path: "programmes",
      file: expect.stringMatching(/institutions\/bad\.json$/),
    });
    const [torn] = await problems({ institution: "torn" }, broken);
    expect([torn?.code, torn?.where.line, torn?.where.column]).toEqual(["request.broken-json", 3, 10]);
    const [renamed] = await problems({ institution: "renamed" }, broken);
    expect([renamed?.where.path, renamed?.hint.en]).toEqual(["id", "Expected: the file's name, “renamed”."]);
  });

  test("two equal colours of a kit", async () => {
    const colors = { ...KIT.colors, accent: KIT.colors.primary };
    expect(await told({}, await libraryWith({ "kits/kit.json": { ...KIT, colors } }))).toEqual([
      expect.stringMatching(/^kit\.duplicate-color colors\.accent/),
    ]);
  });

  test("a campaign whose kit is not there", async () => {
    const campaign = { ...CAMPAIGN, kit: "kti" };
    expect(await told({}, await libraryWith({ "campaigns/gdnn-2026.json": campaign }))).toEqual([
      "request.unknown-id kit: Nearest valid names: kit.",
    ]);
  });
});

test("equal requests give equal jobs", async () => {
  const other = await libraryWith();
  expect(JSON.stringify((await job({}, other)).brief)).toBe(JSON.stringify((await job()).brief));
  expect((await job({}, other)).palette).toEqual((await job()).palette);
});
