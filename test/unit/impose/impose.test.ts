import { describe, expect, it } from "vitest";
import { apply, mapRect, type Rect, rect } from "../../../src/base/geometry.ts";
import { impose } from "../../../src/impose/impose.ts";
import { plainJob } from "../../../src/impose/impose-job.ts";
import { type OutputProfile, WEB_PROFILE } from "../../../src/model/output-profile.ts";
import type { Sheet } from "../../../src/model/sheet.ts";
import fc from "../../support/property.ts";
import { sceneOf, solidRect } from "../../support/scene.ts";

const profile = (bleed: boolean): OutputProfile => ({ ...WEB_PROFILE, bleed: bleed ? "format" : "none" });

const page = sceneOf([solidRect(0, 0, 148, 210, "#ff0000")], { width: 148, height: 210, bleed: 2 });
const sheetOf = (bleed: boolean): Sheet => impose([page], plainJob(profile(bleed))).value[0]!;

describe("without bleed", () => {
  it("the sheet is the trimmed page", () => {
    const { size, bleedBox, trimBox, placements } = sheetOf(false);
    expect(size).toEqual({ width: 148, height: 210 });
    expect(bleedBox).toEqual(rect(0, 0, 148, 210));
    expect(trimBox).toEqual(rect(0, 0, 148, 210));
    expect(placements[0]?.window).toEqual(trimBox);
  });
});

describe("with bleed", () => {
  it("the sheet is the page and its bleed, the trim inside", () => {
    const { size, bleedBox, trimBox, placements } = sheetOf(true);
    expect(size).toEqual({ width: 152, height: 214 });
    expect(bleedBox).toEqual(rect(0, 0, 152, 214));
    expect(trimBox).toEqual(rect(2, 2, 148, 210));
    expect(placements[0]?.window).toEqual(bleedBox);
  });

  it("the page's origin lies at the trim's corner", () => {
    const { placements, trimBox } = sheetOf(true);
    expect(apply(placements[0]!.transform, { x: 0, y: 0 })).toEqual({ x: trimBox.x, y: trimBox.y });
  });
});

describe("any pages", () => {
  const side = fc.double({ min: 1, max: 10_000, noNaN: true });
  const scene = fc
    .record({ width: side, height: side, bleed: fc.constantFrom(0, 2, 3, 5, 50) })
    .map((options) => sceneOf([], options));
  const SLACK = 1e-9;
  const contains = (outer: Rect, inner: Rect) =>
    outer.x <= inner.x + SLACK &&
    outer.y <= inner.y + SLACK &&
    outer.x + outer.width >= inner.x + inner.width - SLACK &&
    outer.y + outer.height >= inner.y + inner.height - SLACK;

  it("have nested boxes: media ⊇ bleed ⊇ trim", () => {
    fc.assert(
      fc.property(fc.array(scene, { maxLength: 5 }), fc.boolean(), (scenes, bleed) => {
        for (const sheet of impose(scenes, plainJob(profile(bleed))).value) {
          expect(contains(rect(0, 0, sheet.size.width, sheet.size.height), sheet.bleedBox)).toBe(true);
          expect(contains(sheet.bleedBox, sheet.trimBox)).toBe(true);
        }
      }),
    );
  });

  it("appear once each, in order, their trim on the sheet's", () => {
    fc.assert(
      fc.property(fc.array(scene, { maxLength: 5 }), fc.boolean(), (scenes, bleed) => {
        const { value: sheets, diagnostics } = impose(scenes, plainJob(profile(bleed)));
        expect(diagnostics).toEqual([]);
        expect(sheets.flatMap(({ placements }) => placements.map((placed) => placed.scene))).toEqual(scenes);
        for (const { placements, trimBox } of sheets) {
          for (const { scene: placed, transform } of placements) {
            const trim = mapRect(transform, placed.geometry.trim);
            expect(contains(trim, trimBox) && contains(trimBox, trim)).toBe(true);
          }
        }
      }),
    );
  });
});
