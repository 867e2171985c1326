/** The output profiles that ship: what a shop would check before taking the file. */

import { describe, expect, it } from "vitest";
import { bleedOf } from "../../../src/model/allowance.ts";
import { type OutputProfile, outputProfile } from "../../../src/model/output-profile.ts";
import { brandFileExists, dataFiles } from "./brand-files.ts";

const files = dataFiles("brand/profiles");
const profiles = new Map(files.map(({ name, json }) => [name, outputProfile.parse(json)]));
const profile = (id: string): OutputProfile => profiles.get(id)!;

it("are the ones that requests may count on", () => {
  expect([...profiles.keys()]).toEqual(
    expect.arrayContaining([
      "badge",
      "decal-kiss-cut",
      "digital",
      "hiflex",
      "hiflex-1-10",
      "hiflex-panel",
      "hiflex-pocket",
      "offset",
      "offset-2mm",
      "offset-65x86",
      "pp-standee",
      "print",
      "saddle-stitch",
      "signboard",
      "sublimation",
      "textile",
    ]),
  );
});

describe.each(files)("$name", ({ name, json }) => {
  const one = outputProfile.parse(json);

  it("obeys the schema exactly, under its own name", () => {
    expect(one).toEqual(json);
    expect(one.id).toBe(name);
  });

  it("is for ink, with a condition that is there", () => {
    expect(one.colorSpace).toBe("cmyk");
    expect(brandFileExists(`icc/${one.condition}.json`)).toBe(true);
  });

  it("says in a Vietnamese sentence when to choose it", () => {
    expect(one.use.vi.split(" ").length).toBeGreaterThan(8);
    expect(one.use.vi).toMatch(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/);
    expect(one.use.en).not.toBe(one.use.vi);
  });

  it("cuts its contour inside the ink", () => {
    const { cutContour } = one.finishing;
    if (cutContour) expect(bleedOf(one, 3)).toBeGreaterThanOrEqual(cutContour.offset + 2);
  });

  it("gives neighbours on a sheet their whole bleed", () => {
    if (one.sheet) expect(one.sheet.gutter).toBeGreaterThanOrEqual(2 * bleedOf(one, 3));
  });

  it("shows its finishing lines: a standard without them by default is not claimed", () => {
    const { eyelets, hem, cutContour } = one.finishing;
    if (eyelets || hem > 0 || cutContour) expect(one.standard).toBe("pdf-1.6");
    else expect(one.standard).toBe("pdf/x-4");
  });
});

describe("what shops ask for", () => {
  it("offset: 3 mm, or 2 mm where the shop says so, with every mark but the bleed's", () => {
    expect(profile("offset").bleed).toBe(3);
    expect(profile("offset-2mm").bleed).toBe(2);
    for (const id of ["offset", "offset-2mm"]) {
      const { crop, registration, colorBar, slug, fold } = profile(id).marks;
      expect([crop, registration, colorBar, slug, fold]).not.toContain(false);
    }
  });

  it("digital sheets are SRA3, large offset sheets 65 × 86 cm", () => {
    expect(profile("digital").sheet).toMatchObject({ width: 320, height: 450 });
    expect(profile("offset-65x86").sheet).toMatchObject({ width: 860, height: 650 });
  });

  it("hiflex: 100 ppi, outlines, 30 mm hem, eyelets at 50 cm, and the same at a tenth", () => {
    const full = profile("hiflex");
    expect(full).toMatchObject({ ppi: 100, text: "outlines", scale: 1, finishing: { hem: 30 } });
    expect(full.finishing.eyelets).toMatchObject({ spacing: 500 });
    const { id, name, use, scale, ...tenth } = profile("hiflex-1-10");
    expect(scale).toBe(0.1);
    expect(full).toMatchObject(tenth);
  });

  it("flex with pockets or on a frame has no eyelets: the pole or the frame holds it", () => {
    expect(profile("hiflex-pocket").finishing).toMatchObject({
      eyelets: null,
      polePocket: { top: 80, bottom: 80 },
    });
    expect(profile("hiflex-panel")).toMatchObject({ scale: 0.1, finishing: { eyelets: null, hem: 50 } });
  });

  it("cloth is not cut, so its print has no bleed", () => {
    expect(profile("textile").bleed).toBe("none");
  });

  it("an eyelet sits wholly on the hem that is folded behind it", () => {
    for (const { finishing } of profiles.values()) {
      if (finishing.eyelets) {
        expect(finishing.eyelets.inset + finishing.eyelets.diameter / 2).toBeLessThanOrEqual(finishing.hem);
      }
    }
  });
});
