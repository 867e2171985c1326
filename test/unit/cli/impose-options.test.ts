import { describe, expect, it } from "vitest";
import { imposeSettings } from "../../../src/cli/impose-options.ts";
import { requestFields } from "../../../src/cli/request-flags.ts";
import { NO_MARKS } from "../../../src/model/output-profile.ts";

describe("anpham impose", () => {
  it("puts page after page on a sheet, with crop marks, by default", () => {
    const { profile, nUp } = imposeSettings({ sheet: "320x450" });
    expect(profile.sheet).toEqual({ width: 320, height: 450, gutter: 6, margin: 5 });
    expect(profile.marks).toEqual({ ...NO_MARKS, crop: true, fold: true });
    expect(nUp).toEqual({ wanted: null, arrangement: "sequence", sides: "one" });
  });

  it("reads sizes, counts and lengths as people write them", () => {
    const { profile, nUp } = imposeSettings({
      sheet: "650 × 860",
      nUp: "2x4",
      gutter: "0",
      margin: "12.5",
      bleed: "2",
      marks: "crop,color-bar",
      repeat: true,
      twoSided: true,
    });
    expect(profile.sheet).toEqual({ width: 650, height: 860, gutter: 0, margin: 12.5 });
    expect(profile.bleed).toBe(2);
    expect(profile.marks).toEqual({ ...NO_MARKS, crop: true, colorBar: true });
    expect(nUp).toEqual({ wanted: { columns: 2, rows: 4 }, arrangement: "repeat", sides: "two" });
  });

  it("stacks, and puts backs beside fronts", () => {
    expect(imposeSettings({ sheet: "320x450", stack: true, workAndTurn: true, nUp: "4x2" }).nUp).toEqual({
      wanted: { columns: 4, rows: 2 },
      arrangement: "stack",
      sides: "work-and-turn",
    });
  });

  it("makes booklets as large as their spreads", () => {
    const { profile } = imposeSettings({ booklet: true, paper: "0.1", marks: false });
    expect(profile).toMatchObject({ sheet: null, booklet: { paperThickness: 0.1 }, marks: NO_MARKS });
  });

  it.each([
    {},
    { sheet: "A3" },
    { sheet: "0x450" },
    { sheet: "320x450", nUp: "1.5x2" },
    { sheet: "320x450", gutter: "-1" },
    { sheet: "320x450", marks: "crop,slug" },
    { booklet: true, nUp: "2x2" },
    { booklet: true, repeat: true },
    { booklet: true, stack: true },
    { booklet: true, twoSided: true },
    { booklet: true, workAndTurn: true },
    { booklet: true, gutter: "4" },
    { booklet: true, margin: "4" },
    { sheet: "320x450", paper: "0.1" },
    { sheet: "320x450", repeat: true, stack: true },
    { sheet: "320x450", twoSided: true, workAndTurn: true },
    { sheet: "320x450", workAndTurn: true, nUp: "3x2" },
    { booklet: true, paper: "thick" },
  ])("refuses %j", (options) => {
    expect(() => imposeSettings(options)).toThrow(/request\.bad-usage/);
  });

  it("says which option is missing", () => {
    const message = expect.objectContaining({ en: expect.stringContaining("“--sheet 320x450” is missing") });
    expect(() => imposeSettings({})).toThrow(
      expect.objectContaining({ diagnostics: [expect.objectContaining({ message })] }),
    );
  });
});

describe("print wishes of a request", () => {
  it("are read from their flags", () => {
    expect(requestFields({ bleed: "2.5", marks: true, outline: false, scale: "1:10" })).toEqual({
      bleed: 2.5,
      marks: true,
      outline: false,
      scale: 0.1,
    });
    expect(requestFields({ marks: "crop, color-bar", scale: "0.5" })).toEqual({
      marks: ["crop", "color-bar"],
      scale: 0.5,
    });
  });

  it("are left as they are when they cannot be read, for the schema to refuse", () => {
    expect(requestFields({ bleed: "3mm", scale: "1:0" })).toEqual({ bleed: "3mm", scale: "1:0" });
  });
});
