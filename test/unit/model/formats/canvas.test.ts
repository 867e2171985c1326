import { expect, it } from "vitest";
import { canvasFormat, distanceFor, insets, PHONE } from "../../../../src/model/formats/canvas.ts";

it("a canvas looks as large from its distance as the picture does on the phone", () => {
  // 960 px are 254 mm of canvas; a phone shows them 65 mm wide at 0.3 m. Rounded to centimetres.
  expect(distanceFor(960, PHONE)).toBe(1.17);
  // Half of the canvas on the same phone looks twice as large, so it is seen from half as far.
  expect(distanceFor(480, PHONE)).toBe(0.59);
});

it("pixels become millimetres of a 96 px inch, zones and safe area too", () => {
  const zone = { name: { vi: "Nút", en: "Button" }, x: 0, y: 96, width: 192, height: 96 };
  const canvas = canvasFormat({
    id: "test",
    name: { vi: "thử", en: "test" },
    family: "social",
    width: 960,
    height: 480,
    safe: insets(48, 96),
    covered: [zone],
    viewingDistance: 1,
    uses: ["social"],
  });
  const mm = (value: number) => expect.closeTo(value, 9);
  expect(canvas).toMatchObject({
    width: mm(254),
    height: mm(127),
    pixels: { width: 960, height: 480 },
    safe: { top: mm(12.7), right: mm(25.4), bottom: mm(12.7), left: mm(25.4) },
    covered: [{ x: 0, y: mm(25.4), width: mm(50.8), height: mm(25.4) }],
    shape: "rectangle",
    profile: "web",
  });
});
