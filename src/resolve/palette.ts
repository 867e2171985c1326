/**
 * The palette of one job: the kit's colours, or a whole family derived from an institution's own two.
 * Whatever comes in, text in `on[token]` reads on every token: contrast is measured, never assumed.
 */

import { type Cmyk, contrastRatio, parseHex, type Rgb, toHex } from "../base/color.ts";
import { type Diagnostic, diagnose, type Outcome } from "../base/diagnostic.ts";
import { foundOnce } from "../base/found-once.ts";
import type { BrandKit } from "../model/brand-kit.ts";
import { COLOR_TOKENS, type ColorToken } from "../model/color-token.ts";
import type { Institution } from "../model/institution.ts";
import type { Palette, PaletteColor } from "../model/palette.ts";
import { fromOklch, type Oklch, toOklch } from "./oklch.ts";

/** WCAG 2.2 AA for text, and the art direction's demand for signage. */
const READABLE = 4.5;
const SIGNAGE = 7;
/** The smallest change of lightness worth trying. */
const STEP = 0.005;

/** The lightness below which the eye cannot tell steps apart: a blacker primary gets its ladder from here. */
const DARKEST_LADDER = 0.2;

/** How far, in degrees of OKLCH hue, a highlight may leave the kit's own towards the accent. */
const YELLOWS = 8;

/** A colour on its way into the palette. */
interface Draft {
  readonly rgb: Rgb;
  readonly cmyk: Cmyk | null;
  readonly spot: string | null;
  /** Chosen by a person: changing it is reported. Derived ones may move freely. */
  readonly chosen: boolean;
}
type Drafts = Record<ColorToken, Draft>;

/** The tokens that text may take. */
const TEXT_TOKENS = ["paper", "ink", "primary"] as const satisfies readonly ColorToken[];

export function buildPalette(kit: BrandKit, own: Institution["colors"]): Outcome<Palette> {
  const palettes = builtOf(kit);
  const key = JSON.stringify(own);
  let palette = palettes.get(key);
  if (!palette) {
    palette = build(kit, own);
    if (palettes.size >= MOST_PALETTES) palettes.clear();
    palettes.set(key, palette);
  }
  return palette;
}

/** The palettes of a kit, by the institution's colours. */
const builtOf = foundOnce<BrandKit, Map<string, Outcome<Palette>>>(() => new Map());
const MOST_PALETTES = 500;

function build(kit: BrandKit, own: Institution["colors"]): Outcome<Palette> {
  const diagnostics: Diagnostic[] = [];
  const drafts = kitDrafts(kit);
  if (own) {
    drafts.primary = chosenDraft(own.primary);
    drafts.accent = chosenDraft(own.accent);
  }
  diagnostics.push(...duplicates(drafts));
  const strengthen = (token: ColorToken, reads: (rgb: Rgb) => boolean, direction?: -1) => {
    const before = drafts[token];
    const rgb = shiftedUntil(before.rgb, reads, direction);
    if (rgb === before.rgb) return;
    // The inks and the spot belong to the old value.
    drafts[token] = { rgb, cmyk: null, spot: null, chosen: false };
    if (before.chosen) diagnostics.push(weakContrast(token, before.rgb, rgb));
  };

  const paper = drafts.paper.rgb;
  strengthen("primary", (rgb) => contrastRatio(rgb, paper) >= SIGNAGE, -1);
  if (own) deriveFamily(drafts, kit);
  strengthen("ink", (rgb) => contrastRatio(rgb, paper) >= SIGNAGE, -1);
  strengthen("muted", (rgb) => contrastRatio(rgb, paper) >= READABLE, -1);
  // Both are set large on signage: emphasised words on the primary, the call to action on the accent.
  strengthen("highlight", (rgb) => contrastRatio(rgb, drafts.primary.rgb) >= SIGNAGE);
  strengthen("accent", (rgb) => contrastRatio(drafts[bestText(drafts, "accent", rgb)].rgb, rgb) >= SIGNAGE);
  for (const token of COLOR_TOKENS) {
    strengthen(token, (rgb) => contrastRatio(rgb, drafts[bestText(drafts, token, rgb)].rgb) >= READABLE);
  }
  keepApart(drafts);
  return { value: finished(drafts), diagnostics };
}

const kitDrafts = (kit: BrandKit): Drafts =>
  byToken((token) => ({ ...chosenDraft(kit.colors[token]), spot: kit.colors[token].spot }));

const chosenDraft = ({ rgb, cmyk }: { rgb: string; cmyk: Cmyk | null }): Draft => ({
  rgb: parseHex(rgb)!,
  cmyk,
  spot: null,
  chosen: true,
});

/** Fills every token but primary, accent and paper with the kit's lightness ladder in the institution's hues. */
function deriveFamily(drafts: Drafts, kit: BrandKit): void {
  const kitColor = (token: ColorToken): Oklch => toOklch(parseHex(kit.colors[token].rgb)!);
  const primary = toOklch(drafts.primary.rgb);
  const accent = toOklch(drafts.accent.rgb);
  const kitPrimary = kitColor("primary");
  const derived = (color: Oklch, cmyk: Cmyk | null = null): Draft => ({
    rgb: fromOklch(color),
    cmyk,
    spot: null,
    chosen: false,
  });
  // A duller or stronger primary has duller or stronger steps.
  const strength = primary.c / Math.max(kitPrimary.c, 0.01);
  for (const token of ["primary-2", "primary-3", "primary-4"] as const) {
    const step = kitColor(token);
    drafts[token] = derived({
      l: Math.min(0.95, Math.max(primary.l, DARKEST_LADDER) + step.l - kitPrimary.l),
      c: step.c * strength,
      h: primary.h,
    });
  }
  // A grey institution keeps its light ground and its text grey.
  const subtle = Math.min(1, strength);
  for (const token of ["tint", "ink", "muted"] as const) {
    const { l, c } = kitColor(token);
    // Text prints in pure black ink whatever the hue on screen, so it keeps the kit's inks.
    const cmyk = token === "tint" ? null : kit.colors[token].cmyk;
    drafts[token] = derived({ l, c: c * subtle, h: primary.h }, cmyk);
  }
  // Light and strong at once is only possible near yellow: other hues would pale to pink or mint.
  const highlight = kitColor("highlight");
  const hue = Math.min(highlight.h + YELLOWS, Math.max(highlight.h - YELLOWS, accent.h));
  drafts.highlight = derived({ l: highlight.l, c: highlight.c, h: hue });
  const glow = kitColor("glow");
  drafts.glow = derived({ l: glow.l, c: glow.c, h: glow.h + hue - highlight.h });
}

/** The token whose text reads best on a ground. */
function bestText(drafts: Drafts, ground: ColorToken, rgb: Rgb): ColorToken {
  const contrast = (token: ColorToken) => contrastRatio(drafts[token].rgb, rgb);
  return TEXT_TOKENS.filter((token) => token !== ground).reduce((best, token) =>
    contrast(token) > contrast(best) ? token : best,
  );
}

/**
 * The colour itself when it reads, else the nearest lighter or darker one of the same hue that does.
 * @param direction only darker (-1); both when left out
 */
function shiftedUntil(rgb: Rgb, reads: (rgb: Rgb) => boolean, direction?: -1): Rgb {
  if (reads(rgb)) return rgb;
  const color = toOklch(rgb);
  for (let shift = STEP; shift <= 1; shift += STEP) {
    for (const sign of direction ? [direction] : [-1, 1]) {
      const moved = fromOklch({ ...color, l: color.l + sign * shift });
      if (reads(moved)) return moved;
    }
  }
  return rgb;
}

/** Colours that a person chose must differ: print finds a token again by its value on screen. */
function duplicates(drafts: Drafts): Diagnostic[] {
  const found: Diagnostic[] = [];
  const seen = new Map<string, ColorToken>();
  for (const token of COLOR_TOKENS) {
    const hex = toHex(drafts[token].rgb);
    const one = seen.get(hex);
    if (one)
      found.push(diagnose("kit.duplicate-color", { one, other: token, hex }, { path: `colors.${token}` }));
    else seen.set(hex, token);
  }
  return found;
}

/** Derived colours that fell on one value move apart by single steps of blue, which the eye sees least. */
function keepApart(drafts: Drafts): void {
  const taken = new Set(
    COLOR_TOKENS.filter((token) => drafts[token].chosen).map((token) => toHex(drafts[token].rgb)),
  );
  for (const token of COLOR_TOKENS) {
    if (drafts[token].chosen) continue;
    let { rgb } = drafts[token];
    const step = rgb.b < 128 ? 1 : -1;
    while (taken.has(toHex(rgb))) rgb = { ...rgb, b: rgb.b + step };
    taken.add(toHex(rgb));
    drafts[token] = { ...drafts[token], rgb };
  }
}

function weakContrast(token: ColorToken, before: Rgb, used: Rgb): Diagnostic {
  const params = { token, hex: toHex(before), used: toHex(used) };
  return diagnose("kit.weak-contrast", params, { path: `colors.${token}` });
}

function finished(drafts: Drafts): Palette {
  return {
    colors: byToken((token): PaletteColor => {
      const { rgb, cmyk, spot } = drafts[token];
      return { token, rgb, hex: toHex(rgb), cmyk, spot };
    }),
    on: byToken((token) => bestText(drafts, token, drafts[token].rgb)),
  };
}

const byToken = <T>(value: (token: ColorToken) => T): Record<ColorToken, T> =>
  Object.fromEntries(COLOR_TOKENS.map((token) => [token, value(token)])) as Record<ColorToken, T>;
