import { describe, expect, it } from "vitest";
import { contrastRatio, parseHex } from "../../../src/base/color.ts";
import { brandKit } from "../../../src/model/brand-kit.ts";
import { COLOR_TOKENS, type ColorToken } from "../../../src/model/color-token.ts";
import { brandFileExists, dataFiles } from "./brand-files.ts";

const files = dataFiles("brand/kits");

it.each(files)("$name is a kit whose id is its file name", ({ name, json }) => {
  expect(brandKit.parse(json).id).toBe(name);
});

describe.each(files)("kit $name", ({ json }) => {
  const kit = brandKit.parse(json);
  const contrast = (one: ColorToken, other: ColorToken) =>
    contrastRatio(parseHex(kit.colors[one].rgb)!, parseHex(kit.colors[other].rgb)!);

  it.each<[text: ColorToken, ground: ColorToken, ratio: number, why: string]>([
    ["paper", "primary", 7, "headline on signage"],
    ["paper", "primary-2", 7, "headline over the motif"],
    ["paper", "primary-3", 4.5, "headline over the motif"],
    ["highlight", "primary", 7, "emphasised words on signage"],
    ["highlight", "primary-3", 4.5, "emphasised words over the motif"],
    ["ink", "paper", 7, "body text"],
    ["ink", "tint", 7, "body text on the contact strip"],
    ["ink", "accent", 4.5, "badge and call to action"],
    ["muted", "paper", 4.5, "secondary text"],
    ["muted", "tint", 4.5, "secondary text on the contact strip"],
    ["primary", "tint", 7, "telephone number on the contact strip"],
    ["accent", "primary", 3, "the button's shape on the ground (WCAG 1.4.11)"],
  ])("%s on %s reaches %d:1 (%s)", (text, ground, ratio) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(ratio);
  });

  it.each([...COLOR_TOKENS])("has a token that is readable on %s", (ground) => {
    expect(Math.max(...COLOR_TOKENS.map((text) => contrast(text, ground)))).toBeGreaterThanOrEqual(4.5);
  });

  it("gets lighter step by step from primary to primary-4", () => {
    const steps = (["primary", "primary-2", "primary-3", "primary-4"] as const).map((t) =>
      contrast(t, "paper"),
    );
    expect(steps).toEqual([...steps].sort((a, b) => b - a));
    expect(steps.map((step, i) => (i ? steps[i - 1]! / step : 2) >= 1.2)).toEqual([true, true, true, true]);
  });

  it("gives every token its own value", () => {
    const values = COLOR_TOKENS.map((token) => kit.colors[token].rgb);
    expect(new Set(values).size).toBe(values.length);
  });

  it("asks for no more ink than ISO Coated v2 300 % takes, and for pure black or its tint under text", () => {
    const inks = [kit.richBlack, ...COLOR_TOKENS.map((token) => kit.colors[token].cmyk)];
    for (const ink of inks) {
      expect(ink).not.toBeNull();
      expect(ink!.c + ink!.m + ink!.y + ink!.k).toBeLessThanOrEqual(300);
    }
    expect(kit.colors.ink.cmyk).toEqual({ c: 0, m: 0, y: 0, k: 100 });
    expect(kit.colors.muted.cmyk).toMatchObject({ c: 0, m: 0, y: 0 });
    expect(kit.colors.paper.cmyk).toEqual({ c: 0, m: 0, y: 0, k: 0 });
  });

  it("prints its warm colours without black or cyan, and its blues without yellow dirt", () => {
    for (const token of ["accent", "highlight"] as const)
      expect(kit.colors[token].cmyk).toMatchObject({ c: 0, k: 0 });
    for (const token of ["primary", "primary-2", "primary-3", "primary-4", "tint"] as const)
      expect(kit.colors[token].cmyk!.y).toBeLessThanOrEqual(10);
  });

  it("names marks that ship", () => {
    for (const mark of [kit.marks.campaign, kit.marks.authority])
      if (mark) expect(brandFileExists(mark), mark).toBe(true);
  });
});
