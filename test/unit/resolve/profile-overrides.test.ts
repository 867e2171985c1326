import { describe, expect, it } from "vitest";
import { ALL_MARKS, NO_MARKS, WEB_PROFILE } from "../../../src/model/output-profile.ts";
import { overridden, type ProfileOverrides } from "../../../src/resolve/profile-overrides.ts";
import { resolve } from "../../../src/resolve/resolve.ts";
import { libraryOver, makeBrand } from "./brand-folder.ts";

const NOTHING: ProfileOverrides = { bleed: null, marks: null, outline: null, scale: null, mirror: null };
const PRINT = { ...WEB_PROFILE, id: "print", bleed: 3, markOffset: 2, marks: { ...NO_MARKS, slug: true } };

describe("a request's own wishes", () => {
  it("leave the profile as it is when there are none", () => {
    expect(overridden(PRINT, NOTHING)).toBe(PRINT);
  });

  it("win over the profile", () => {
    expect(overridden(PRINT, { bleed: 0, marks: true, outline: true, scale: 0.1, mirror: true })).toEqual({
      ...PRINT,
      name: { vi: `${PRINT.name.vi} (đã chỉnh)`, en: `${PRINT.name.en} (changed)` },
      bleed: 0,
      marks: ALL_MARKS,
      text: "outlines",
      scale: 0.1,
      mirror: true,
    });
    expect(overridden(PRINT, { ...NOTHING, marks: false }).marks).toEqual(NO_MARKS);
    expect(overridden({ ...PRINT, text: "outlines" }, { ...NOTHING, outline: false }).text).toBe("live");
  });

  it("change the name where it would say what is no longer so: names tell bleed and scale", () => {
    expect(overridden(PRINT, { ...NOTHING, scale: 0.1 }).name.vi).toMatch(/ \(đã chỉnh\)$/);
    expect(overridden(PRINT, { ...NOTHING, bleed: 3, scale: 1, marks: false }).name).toEqual(PRINT.name);
  });

  it("name single marks, and stand clear of the bleed where the profile had none", () => {
    const { marks, markOffset } = overridden(WEB_PROFILE, { ...NOTHING, marks: ["crop", "color-bar"] });
    expect(marks).toEqual({ ...NO_MARKS, crop: true, colorBar: true });
    expect(markOffset).toBe(3);
  });
});

describe("in a request", () => {
  const request = { template: "flyer", format: "a5", institution: "school", profile: "print" };

  it("reach the job", async () => {
    const library = libraryOver(await makeBrand());
    const { value } = await resolve({ ...request, bleed: 8, marks: ["fold"], scale: 0.5 }, library);
    expect(value.profile).toMatchObject({ bleed: 8, scale: 0.5, marks: { ...NO_MARKS, fold: true } });
    expect(value.inks.get("registration")).toEqual({ kind: "registration", tint: 100 });
    expect(value.inks.get("cut-contour")).toMatchObject({ kind: "spot", name: "CutContour" });
  });

  it("carry a day into the job", async () => {
    const library = libraryOver(await makeBrand());
    expect((await resolve(request, library)).value.day).toBeNull();
    const { value } = await resolve({ ...request, date: "2026-09-30" }, library);
    expect(value.day).toBe("2026-09-30");
    expect(value.date.toISOString()).toBe("2026-09-30T00:00:00.000Z");
  });

  it.each([
    ["date", "30/9/2026"],
    ["bleed", -1],
    ["bleed", "3"],
    ["marks", ["cropp"]],
    ["scale", 0],
    ["scale", 2],
    ["outline", "yes"],
  ])("are refused when wrong: %s %j", async (field, value) => {
    const library = libraryOver(await makeBrand());
    await expect(resolve({ ...request, [field]: value }, library)).rejects.toThrow(/request\.invalid-field/);
  });

  it("a screen format under an ink profile is worth a warning", async () => {
    const profile = { ...WEB_PROFILE, id: "print", colorSpace: "cmyk" };
    const library = libraryOver(await makeBrand({ "profiles/print.json": profile }));
    const { diagnostics } = await resolve({ ...request, format: "facebook-cover" }, library);
    expect(diagnostics.map(({ code }) => code)).toContain("impose.screen-format");
  });

  it("pages of a handbook on press sheets of their own are worth a note, in a booklet not", async () => {
    const sheet = { width: 320, height: 450, gutter: 6, margin: 5 };
    const loose = { ...WEB_PROFILE, id: "loose", sheet };
    const bound = { ...loose, id: "bound", booklet: { paperThickness: 0.1 } };
    const library = libraryOver(
      await makeBrand({ "profiles/loose.json": loose, "profiles/bound.json": bound }),
    );
    const said = async (format: string, profile: string) =>
      (await resolve({ ...request, format, profile }, library)).diagnostics.map(({ code }) => code);
    expect(await said("handbook-a5", "loose")).toContain("impose.loose-pages");
    expect(await said("handbook-a5", "bound")).not.toContain("impose.loose-pages");
    expect(await said("a5", "loose")).not.toContain("impose.loose-pages");
  });
});
