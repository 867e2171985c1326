import { expect } from "vitest";
import { ANY_FACE, anyNode } from "../../../support/any-scene.ts";
import { run, testWith } from "../../../support/judges.ts";
import { flatRaster, qdf, testPdf } from "../../../support/pdf.ts";
import { pressPdf } from "../../../support/press.ts";
import fc from "../../../support/property.ts";
import { fragmentOf, placed, sceneOf, trimSheet } from "../../../support/scene.ts";

const SIZE = { width: 100, height: 70, fonts: [ANY_FACE] };

/** Scenes, each on a page of its own. */
const document = fc
  .array(fc.array(anyNode, { maxLength: 4 }), { minLength: 25, maxLength: 25 })
  .map((pages) =>
    pages.map((nodes, i) => {
      const fragment = { ...fragmentOf(nodes, SIZE.width, SIZE.height), hash: `any ${i}` };
      return trimSheet(sceneOf([placed("any", { x: 0, y: 0, ...SIZE }, [], { fragment })], SIZE));
    }),
  );

/** In lines of text: fonts and pictures hold all bytes. */
const NO_NUMBER = /^[ -~]*(?:\bNaN\b|\bInfinity\b|\bundefined\b|(?<![\w/.])[\d.]+[eE][-+]?\d+ )[ -~]*$/gm;

testWith("qpdf", "mutool")("writes any scene as a sound file, for screens and for a press", async () => {
  await fc.assert(
    fc.asyncProperty(document, async (sheets) => {
      for (const write of [testPdf, pressPdf]) {
        const pdf = await write(sheets, { rasterise: flatRaster("#00ff00") });
        expect(run("qpdf", "--check", pdf.path)).toContain("No syntax or stream encoding errors");
        // No operand is anything but a plain decimal number (ISO 32000-1 §7.3.3).
        expect(qdf(pdf).match(NO_NUMBER) ?? []).toEqual([]);
        run("mutool", "draw", "-q", "-r", "10", "-o", "/dev/null", pdf.path);
      }
    }),
    { numRuns: 2, endOnFailure: true },
  );
});
