import { describe, expect, test } from "vitest";
import { contrastRatio, toHex } from "../../../src/base/color.ts";
import type { BrandKit } from "../../../src/model/brand-kit.ts";
import { COLOR_TOKENS, type ColorToken } from "../../../src/model/color-token.ts";
import type { Palette } from "../../../src/model/palette.ts";
import { toOklch } from "../../../src/resolve/oklch.ts";
import { buildPalette } from "../../../src/resolve/palette.ts";
import fc from "../../support/property.ts";

const inks = { c: 1, m: 2, y: 3, k: 4 };
const HEXES: Record<ColorToken, string> = {
  primary: "#0b2a6b",
  "primary-2": "#103a8a",
  "primary-3": "#1651b8",
  "primary-4": "#2f86e8",
  accent: "#ff8a1f",
  highlight: "#ffc933",
  ink: "#0f1a33",
  muted: "#5a6478",
  tint: "#e8f0fb",
  glow: "#fff4dc",
  paper: "#ffffff",
};
const kitWith = (changes: Partial<Record<ColorToken, string>> = {}): BrandKit => ({
  id: "kit",
  name: { vi: "Bộ", en: "Kit" },
  colors: Object.fromEntries(
    COLOR_TOKENS.map((token) => [token, { rgb: changes[token] ?? HEXES[token], cmyk: inks, spot: null }]),
  ) as BrandKit["colors"],
  richBlack: inks,
  faces: { display: "Be Vietnam Pro", text: "Be Vietnam Pro", formal: "Be Vietnam Pro" },
  marks: { campaign: null, authority: null },
});
const own = (primary: string, accent: string) => ({
  primary: { rgb: primary, cmyk: inks },
  accent: { rgb: accent, cmyk: inks },
});
const hexes = ({ colors }: Palette) => COLOR_TOKENS.map((token) => colors[token].hex);
const codes = (kit: BrandKit, colors: ReturnType<typeof own> | null) =>
  buildPalette(kit, colors).diagnostics.map(({ code, where }) => `${code} ${where.path}`);

/** The smallest contrast that text has on a token. */
const weakest = ({ colors, on }: Palette) =>
  Math.min(...COLOR_TOKENS.map((token) => contrastRatio(colors[token].rgb, colors[on[token]].rgb)));

test("a sound kit is used as it is", () => {
  const { value, diagnostics } = buildPalette(kitWith(), null);
  expect(diagnostics).toEqual([]);
  expect(hexes(value)).toEqual(COLOR_TOKENS.map((token) => HEXES[token]));
  expect(value.colors.accent).toMatchObject({ token: "accent", cmyk: inks, spot: null });
  // White on this orange would be 2.4:1.
  expect(value.on).toMatchObject({ primary: "paper", accent: "ink", "primary-4": "ink", ink: "paper" });
});

describe("an institution's own colours", () => {
  const { value, diagnostics } = buildPalette(kitWith(), own("#12492f", "#a80f49"));

  test("stay as they are, with their inks", () => {
    expect(diagnostics).toEqual([]);
    expect(value.colors.primary).toMatchObject({ hex: "#12492f", cmyk: inks });
    expect(value.colors.accent).toMatchObject({ hex: "#a80f49", cmyk: inks });
    expect(value.colors.paper).toMatchObject({ hex: "#ffffff", cmyk: inks });
  });

  test("give lighter steps of the same hue, whose inks are left to conversion", () => {
    const { h, l } = toOklch(value.colors.primary.rgb);
    let last = l;
    for (const token of ["primary-2", "primary-3", "primary-4"] as const) {
      const step = toOklch(value.colors[token].rgb);
      expect(Math.abs(step.h - h)).toBeLessThan(4);
      expect(step.l).toBeGreaterThan(last + 0.02);
      expect(value.colors[token].cmyk).toBeNull();
      last = step.l;
    }
  });

  test("leave text in the kit's black ink", () => {
    expect(value.colors.ink.cmyk).toEqual(inks);
    expect(value.colors.ink.hex).not.toBe(HEXES.ink);
  });
});

test("a primary that is too light for white text is darkened and reported", () => {
  const { value, diagnostics } = buildPalette(kitWith(), own("#ffd200", "#ffb000"));
  const { hex, rgb, cmyk } = value.colors.primary;
  expect(contrastRatio(rgb, value.colors.paper.rgb)).toBeGreaterThanOrEqual(7);
  expect(cmyk).toBeNull();
  expect(diagnostics.map((d) => d.code)).toEqual(["kit.weak-contrast"]);
  expect(diagnostics[0]?.message.en).toContain(hex);
});

test("the call to action and the emphasised words read from afar", () => {
  const { value } = buildPalette(kitWith(), own("#12492f", "#e0246a"));
  const { accent, highlight, primary } = value.colors;
  expect(contrastRatio(accent.rgb, value.colors[value.on.accent].rgb)).toBeGreaterThanOrEqual(7);
  expect(contrastRatio(highlight.rgb, primary.rgb)).toBeGreaterThanOrEqual(7);
  // A highlight in the accent's pink would pale to near white: it stays a yellow.
  const { h, c } = toOklch(highlight.rgb);
  expect(h).toBeGreaterThan(70);
  expect(h).toBeLessThan(105);
  expect(c).toBeGreaterThan(0.1);
});

test("a middle grey accent moves to where text reads", () => {
  const { value, diagnostics } = buildPalette(kitWith(), own("#0b2a6b", "#808080"));
  expect(value.colors.accent.hex).not.toBe("#808080");
  expect(diagnostics.map((d) => d.where.path)).toEqual(["colors.accent"]);
});

test("two chosen colours with one value are an error", () => {
  expect(codes(kitWith({ "primary-2": "#0b2a6b" }), null)).toContain("kit.duplicate-color colors.primary-2");
  expect(codes(kitWith(), own("#123456", "#123456"))).toContain("kit.duplicate-color colors.accent");
});

test("whatever the two colours are: text reads on every token, no two share a value, all are reproducible", () => {
  const channel = fc.integer({ min: 0, max: 255 });
  const color = fc.record({ r: channel, g: channel, b: channel }).map(toHex);
  fc.assert(
    fc.property(color, color, (primary, accent) => {
      fc.pre(primary !== accent && primary !== HEXES.paper && accent !== HEXES.paper);
      const { value } = buildPalette(kitWith(), own(primary, accent));
      expect(weakest(value)).toBeGreaterThanOrEqual(4.5);
      expect(contrastRatio(value.colors.primary.rgb, value.colors.paper.rgb)).toBeGreaterThanOrEqual(7);
      expect(contrastRatio(value.colors.muted.rgb, value.colors.paper.rgb)).toBeGreaterThanOrEqual(4.5);
      expect(contrastRatio(value.colors.highlight.rgb, value.colors.primary.rgb)).toBeGreaterThanOrEqual(4.5);
      expect(new Set(hexes(value)).size).toBe(COLOR_TOKENS.length);
      expect(buildPalette(kitWith(), own(primary, accent)).value).toEqual(value);
    }),
    { numRuns: 300 },
  );
});
