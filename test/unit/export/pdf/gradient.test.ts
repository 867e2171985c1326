import sharp from "sharp";
import { expect } from "vitest";
import type { Rgb } from "../../../../src/base/color.ts";
import { MM_PER_INCH } from "../../../../src/base/units.ts";
import { exportRaster } from "../../../../src/export/raster/export-raster.ts";
import type { GradientStop, Paint } from "../../../../src/model/scene.ts";
import type { Sheet } from "../../../../src/model/sheet.ts";
import { testWith } from "../../../support/judges.ts";
import { picture, RENDERERS, type Renderer, testPdf } from "../../../support/pdf.ts";
import { color, linear, radial, sheetOf, solidRect, stopsOf } from "../../../support/scene.ts";

const RED_BLUE = stopsOf("#ff0000", "#0000ff");
const HARD: readonly GradientStop[] = [
  { offset: 0, color: color("#ff0000"), alpha: 1 },
  { offset: 0.5, color: color("#ff0000"), alpha: 1 },
  { offset: 0.5, color: color("#0000ff"), alpha: 1 },
  { offset: 1, color: color("#0000ff"), alpha: 1 },
];
const FADE: readonly GradientStop[] = [
  { offset: 0, color: color("#ff0000"), alpha: 1 },
  { offset: 1, color: color("#ff0000"), alpha: 0 },
];

const mix = (t: number): Rgb => ({ r: 255 * (1 - t), g: 0, b: 255 * t });
const onWhite = (alpha: number): Rgb => ({ r: 255, g: 255 * (1 - alpha), b: 255 * (1 - alpha) });

interface Case {
  readonly paint: Paint;
  /** Place on a 100 × 50 mm page → colour. */
  readonly samples: readonly (readonly [x: number, y: number, expected: Rgb])[];
  /** {@link RENDERERS} when left out. */
  readonly renderers?: readonly Renderer[];
}

const cases: Record<string, Case> = {
  "linear, padded": {
    paint: linear([20, 0, 80, 0], RED_BLUE),
    samples: [
      [5, 25, mix(0)],
      [35, 10, mix(0.25)],
      [50, 40, mix(0.5)],
      [95, 25, mix(1)],
    ],
  },
  "linear, several stops inside the axis": {
    paint: linear(
      [0, 0, 100, 0],
      stopsOf("#ff0000", "#0000ff", "#ff0000").map((stop, i) => ({ ...stop, offset: [0.2, 0.4, 0.8][i]! })),
    ),
    samples: [
      [10, 25, mix(0)],
      [30, 25, mix(0.5)],
      [40, 25, mix(1)],
      [60, 25, mix(0.5)],
    ],
  },
  "linear, stops inside the axis": {
    paint: linear(
      [0, 0, 100, 0],
      RED_BLUE.map((stop, i) => ({ ...stop, offset: i ? 0.8 : 0.2 })),
    ),
    samples: [
      [10, 25, mix(0)],
      [50, 25, mix(0.5)],
      [90, 25, mix(1)],
    ],
  },
  "linear, repeated": {
    paint: linear([40, 0, 60, 0], RED_BLUE, { spread: "repeat" }),
    samples: [
      [5, 25, mix(0.25)],
      [25, 25, mix(0.25)],
      [45, 25, mix(0.25)],
      [55, 25, mix(0.75)],
      [95, 25, mix(0.75)],
    ],
  },
  "linear, reflected": {
    paint: linear([40, 0, 60, 0], RED_BLUE, { spread: "reflect" }),
    samples: [
      [5, 25, mix(0.25)],
      [25, 25, mix(0.75)],
      [45, 25, mix(0.25)],
      [65, 25, mix(0.75)],
      [75, 25, mix(0.25)],
    ],
  },
  "linear, hard edge": {
    paint: linear([0, 0, 100, 0], HARD),
    samples: [
      [2, 25, mix(0)],
      [49.7, 25, mix(0)],
      [50.3, 25, mix(1)],
      [98, 25, mix(1)],
    ],
  },
  "linear, fine stripes": {
    paint: linear([0, 0, 2, 0], HARD, { spread: "repeat" }),
    samples: [
      [0.5, 25, mix(0)],
      [1.5, 25, mix(1)],
      [60.5, 25, mix(0)],
      [61.5, 25, mix(1)],
      [99.5, 25, mix(1)],
    ],
  },
  // A whole period is 20 mm; red holds for its first 4 mm, blue for its last 4 mm.
  "linear, repeated, stops inside the axis": {
    paint: linear(
      [0, 0, 20, 0],
      RED_BLUE.map((stop, i) => ({ ...stop, offset: i ? 0.8 : 0.2 })),
      { spread: "repeat" },
    ),
    samples: [
      [2, 25, mix(0)],
      [10, 25, mix(0.5)],
      [19.5, 25, mix(1)],
      [20.5, 25, mix(0)],
      [59.5, 25, mix(1)],
      [60.5, 25, mix(0)],
    ],
  },
  "linear, reflected, stops inside the axis": {
    paint: linear(
      [0, 0, 20, 0],
      RED_BLUE.map((stop, i) => ({ ...stop, offset: i ? 0.8 : 0.2 })),
      { spread: "reflect" },
    ),
    samples: [
      [19.5, 25, mix(1)],
      [20.5, 25, mix(1)],
      [30, 25, mix(0.5)],
      [39.5, 25, mix(0)],
      [40.5, 25, mix(0)],
    ],
  },
  "linear, finer than anything shows": {
    paint: linear([0, 0, 1e-18, 0], HARD, { spread: "reflect" }),
    samples: [
      [5, 25, mix(0.5)],
      [95, 25, mix(0.5)],
    ],
  },
  "linear, periods that numbers cannot tell apart": {
    paint: linear([1e17, 0, 1e17 + 64, 0], RED_BLUE, { spread: "repeat" }),
    samples: [
      [5, 25, mix(0.5)],
      [95, 25, mix(0.5)],
    ],
  },
  "linear, transformed": {
    // The axis (0,0)–(1,0) of a unit square, turned by 90° and put over the page.
    paint: linear([0, 0, 1, 0], RED_BLUE, { transform: [0, 50, -100, 0, 100, 0] }),
    samples: [
      [50, 12.5, mix(0.25)],
      [10, 37.5, mix(0.75)],
      [90, 37.5, mix(0.75)],
    ],
  },
  "linear, fading": {
    paint: linear([0, 0, 100, 0], FADE),
    samples: [
      [25, 25, onWhite(0.75)],
      [75, 25, onWhite(0.25)],
    ],
  },
  "linear, fading and repeated": {
    renderers: [...RENDERERS, "ghostscript"],
    paint: linear([0, 0, 20, 0], FADE, { spread: "repeat" }),
    samples: [
      [5, 25, onWhite(0.75)],
      [15, 25, onWhite(0.25)],
      [65, 25, onWhite(0.75)],
    ],
  },
  "linear, evenly translucent": {
    paint: linear([0, 0, 100, 0], stopsOf("#ff0000", "#ff0000"), { alpha: 0.5 }),
    samples: [
      [25, 25, onWhite(0.5)],
      [75, 25, onWhite(0.5)],
    ],
  },
  "linear, no extent": {
    paint: linear([10, 10, 10, 10], RED_BLUE),
    samples: [
      [5, 25, mix(1)],
      [75, 25, mix(1)],
    ],
  },
  "radial, padded": {
    paint: radial([50, 25, 20], RED_BLUE),
    samples: [
      [50, 25, mix(0)],
      [60, 25, mix(0.5)],
      [50, 35, mix(0.5)],
      [90, 25, mix(1)],
    ],
  },
  "radial, with a focus": {
    renderers: [...RENDERERS, "ghostscript"],
    // From the focus (38,25): t = 0.5 on the circle around (44,25) of radius 10, so at 34 and 54.
    paint: radial([50, 25, 20], RED_BLUE, { fx: 38, fy: 25 }),
    samples: [
      [38, 25, mix(0)],
      [34, 25, mix(0.5)],
      [54, 25, mix(0.5)],
      [90, 25, mix(1)],
    ],
  },
  "radial, repeated": {
    paint: radial([50, 25, 10], RED_BLUE, { spread: "repeat" }),
    samples: [
      [55, 25, mix(0.5)],
      [65, 25, mix(0.5)],
      [52.5, 25, mix(0.25)],
      [82.5, 25, mix(0.25)],
    ],
  },
  "radial, repeated, stops inside the axis": {
    paint: radial(
      [50, 25, 10],
      RED_BLUE.map((stop, i) => ({ ...stop, offset: i ? 0.8 : 0.2 })),
      { spread: "repeat" },
    ),
    samples: [
      [51, 25, mix(0)],
      [59.5, 25, mix(1)],
      [60.8, 25, mix(0)],
      [69.5, 25, mix(1)],
    ],
  },
  "radial, finer than anything shows": {
    paint: radial([50, 25, 1e-9], RED_BLUE, { spread: "repeat" }),
    samples: [
      [5, 25, mix(0.5)],
      [95, 25, mix(0.5)],
    ],
  },
  "radial, reflected": {
    paint: radial([50, 25, 10], RED_BLUE, { spread: "reflect" }),
    samples: [
      [52.5, 25, mix(0.25)],
      [62.5, 25, mix(0.75)],
      [72.5, 25, mix(0.25)],
    ],
  },
  "radial, stretched": {
    paint: radial([0, 0, 1], RED_BLUE, { transform: [40, 0, 0, 20, 50, 25] }),
    samples: [
      [70, 25, mix(0.5)],
      [50, 35, mix(0.5)],
    ],
  },
  "radial, hard edge": {
    paint: radial([50, 25, 20], HARD),
    samples: [
      [59.5, 25, mix(0)],
      [60.5, 25, mix(1)],
      [80, 25, mix(1)],
    ],
  },
};

for (const [name, { paint, samples, renderers = RENDERERS }] of Object.entries(cases)) {
  testWith(
    "pdftoppm",
    "mutool",
    "gs",
  )(`gradient: ${name}`, async () => {
    const sheet = sheetOf([solidRect(0, 0, 100, 50, paint)], { width: 100, height: 50 });
    const pdf = await testPdf([sheet]);
    for (const renderer of [...renderers, "our PNG"] as const) {
      const at = renderer === "our PNG" ? await pngOf(sheet) : (await picture(pdf, renderer, PPI)).at;
      for (const [x, y, expected] of samples) {
        const found = at(x, y);
        const off = Math.max(...(["r", "g", "b"] as const).map((c) => Math.abs(found[c] - expected[c])));
        expect(off, `${renderer} at ${x}, ${y}: ${JSON.stringify(found)}`).toBeLessThanOrEqual(6);
      }
    }
  });
}

testWith("pdftoppm", "mutool")("gradient: the last of thousands of stripes are painted too", async () => {
  const paint = linear([0, 0, 0.04, 0], HARD, { spread: "repeat" });
  const sheet = sheetOf([solidRect(0, 0, 100, 50, paint)], { width: 100, height: 50 });
  const pdf = await testPdf([sheet]);
  for (const renderer of [...RENDERERS, "our PNG"] as const) {
    const at = renderer === "our PNG" ? await pngOf(sheet) : (await picture(pdf, renderer, PPI)).at;
    for (const x of [1, 50, 85, 99]) expect(at(x, 25).g, `${renderer} at ${x}`).toBeLessThanOrEqual(6);
  }
});

const PPI = 254;

async function pngOf(sheet: Sheet): Promise<(x: number, y: number) => Rgb> {
  const { value } = await exportRaster(sheet, { as: "png", ppi: PPI, title: "" });
  const { data, info } = await sharp(value)
    .flatten({ background: "#fff" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return (x, y) => {
    const [column, row] = [x, y].map((mm) => Math.floor((mm * PPI) / MM_PER_INCH));
    const [r = 0, g = 0, b = 0] = data.subarray((row! * info.width + column!) * info.channels);
    return { r, g, b };
  };
}
