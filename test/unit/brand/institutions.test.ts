import { describe, expect, it } from "vitest";
import { contrastRatio, parseHex } from "../../../src/base/color.ts";
import { brandKit } from "../../../src/model/brand-kit.ts";
import { institution } from "../../../src/model/institution.ts";
import { brandFileExists, dataFiles, lucideHas, phrases } from "./brand-files.ts";

const files = dataFiles("brand/institutions");
const kit = brandKit.parse(dataFiles("brand/kits").find(({ name }) => name === "gdnn")?.json);
const kitHexes = Object.values(kit.colors).map(({ rgb }) => rgb);
const white = parseHex("#ffffff")!;
const ink = parseHex(kit.colors.ink.rgb)!;

it.each(files)("$name is a sample institution whose id is its file name", ({ name, json }) => {
  const parsed = institution.parse(json);
  expect(parsed.id).toBe(name);
  expect(parsed.sample).toBe(true);
});

const all = files.map(({ json }) => institution.parse(json));

describe.each(all)("$id", (school) => {
  it("uses icons that exist", () => {
    const missing = school.programmes.map(({ icon }) => icon).filter((icon) => icon && !lucideHas(icon));
    expect(missing).toEqual([]);
  });

  it("groups telephone numbers the Vietnamese way: 0252 3000 111, 0900 000 111", () => {
    const grouped = /^(0\d{3} \d{4} \d{3}|0\d{3} \d{3} \d{3})$/;
    const numbers = [...school.contact.phones, ...(school.contact.zalo ? [school.contact.zalo] : [])];
    expect(numbers.filter((number) => !grouped.test(number))).toEqual([]);
  });

  it("points only to example.vn", () => {
    const { website, email } = school.contact;
    if (website) expect(website).toMatch(/^[a-z]+\.example\.vn$/);
    if (email) expect(email).toMatch(/@([a-z]+\.)?example\.vn$/);
    if (school.enrolmentUrl) expect(school.enrolmentUrl).toMatch(/^https:\/\/[a-z]+\.example\.vn\/\S+$/);
    // A QR code of version 3 (29 modules) at level Q holds 32 bytes (ISO/IEC 18004, table 7).
    expect((school.enrolmentUrl ?? "").length).toBeLessThanOrEqual(32);
  });

  it("has short forms that are shorter, and a short name of at most 32 characters", () => {
    expect(
      phrases(school).filter(({ text, short }) => short !== null && short.length >= text.length),
    ).toEqual([]);
    expect((school.name.short ?? school.name.text).length).toBeLessThanOrEqual(32);
    const names = school.programmes.map(({ name }) => (name.short ?? name.text).length);
    expect(Math.max(...names)).toBeLessThanOrEqual(28);
  });

  it("says in one short sentence what people do in each job, and names a signer", () => {
    const summaries = school.programmes.map(({ summary }) => summary?.text ?? "");
    expect(summaries.filter((text) => !/^\p{Lu}[^.]{20,88}\.$/u.test(text))).toEqual([]);
    expect(school.signer?.role.text).toBe(/^Trường/.test(school.name.text) ? "Hiệu trưởng" : "Giám đốc");
  });

  it("has some jobs in demand, but not all", () => {
    const wanted = school.programmes.filter(({ inDemand }) => inDemand).length;
    expect(wanted).toBeGreaterThan(1);
    expect(wanted).toBeLessThan(school.programmes.length);
  });

  it("offers 4 to 16 programmes, each named once", () => {
    const names = school.programmes.map(({ name }) => name.text);
    expect(names.length).toBeGreaterThanOrEqual(4);
    expect(names.length).toBeLessThanOrEqual(16);
    expect(new Set(names).size).toBe(names.length);
  });

  it("has a logo file when it names one", () => {
    if (school.logo) expect(brandFileExists(school.logo), school.logo).toBe(true);
  });

  if (school.colors) {
    const { primary, accent } = school.colors;
    it("has a primary deep enough for white text at 7:1, and an accent that white or ink reads on at 4.5:1", () => {
      expect(contrastRatio(parseHex(primary.rgb)!, white)).toBeGreaterThanOrEqual(7);
      const warm = parseHex(accent.rgb)!;
      expect(Math.max(contrastRatio(warm, white), contrastRatio(warm, ink))).toBeGreaterThanOrEqual(4.5);
    });

    it("has press values of at most 300 % ink, and no value that is also a kit token", () => {
      for (const { rgb, cmyk } of [primary, accent]) {
        expect(cmyk).not.toBeNull();
        expect(cmyk!.c + cmyk!.m + cmyk!.y + cmyk!.k).toBeLessThanOrEqual(300);
        expect(kitHexes).not.toContain(rgb);
      }
    });
  }
});

describe("the samples together", () => {
  it("describe an occupation alike wherever it is taught", () => {
    const told = new Map<string, Set<string>>();
    for (const { name, summary } of all.flatMap(({ programmes }) => programmes)) {
      told.set(name.text, (told.get(name.text) ?? new Set()).add(summary!.text));
    }
    expect([...told].filter(([, summaries]) => summaries.size > 1)).toEqual([]);
  });

  it("range from a very short name to one of 80–90 characters", () => {
    const lengths = all.map(({ name }) => name.text.length);
    expect(Math.min(...lengths)).toBeLessThanOrEqual(15);
    expect(Math.max(...lengths)).toBeGreaterThanOrEqual(80);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(90);
  });

  it("have own colours of clearly different hues in at least five cases, and none in others", () => {
    const hues = all.flatMap(({ colors }) => (colors ? [hue(colors.primary.rgb)] : []));
    expect(hues.length).toBeGreaterThanOrEqual(5);
    expect(hues.length).toBeLessThan(all.length);
    const gaps = hues.flatMap((one, i) => hues.slice(i + 1).map((other) => hueDistance(one, other)));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(20);
  });

  it("share no telephone number, monogram or enrolment address", () => {
    for (const values of [
      all.flatMap(({ contact }) => contact.phones),
      all.map(({ monogram }) => monogram),
      all.flatMap(({ enrolmentUrl }) => enrolmentUrl ?? []),
    ])
      expect(new Set(values).size).toBe(values.length);
  });
});

/** Degrees on the HSL circle. */
function hue(hex: string): number {
  const { r, g, b } = parseHex(hex)!;
  const top = Math.max(r, g, b);
  const range = top - Math.min(r, g, b);
  const sector = top === r ? (g - b) / range : top === g ? 2 + (b - r) / range : 4 + (r - g) / range;
  return (sector * 60 + 360) % 360;
}

function hueDistance(one: number, other: number): number {
  const distance = Math.abs(one - other);
  return Math.min(distance, 360 - distance);
}
