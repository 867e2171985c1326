import { describe, expect, it } from "vitest";
import { compose } from "../../../src/compose/compose.ts";
import { Border, Page, Rosette } from "../../../src/kit/index.ts";
import { jsx } from "../../../src/kit/jsx-runtime.ts";
import type { ElementNode, Frame } from "../../../src/model/page-tree.ts";
import { ALL_THEMES } from "../../../src/model/theme.ts";
import { sampleJob, templateOf } from "./sample-job.ts";

const AREA = { x: 10, y: 10, width: 277, height: 190 };

function frames(theme: string): readonly Frame[] {
  const template = templateOf(() =>
    jsx(Page as never, {
      children: [
        jsx(Border as never, { name: "border", area: AREA, depth: 6 }),
        jsx(Rosette as never, { name: "rosette", x: 148, y: 105, radius: 50, color: "#eeeeee" }),
      ],
    }),
  );
  return compose(sampleJob({ format: "certificate-a4", template, theme })).value[0]!.frames;
}

const svgOf = (frame: Frame) =>
  JSON.stringify((frame.variants[0] as ElementNode).props.children ?? frame.variants[0]);
/** Every stroke width of a drawing, mm. */
const strokes = (frame: Frame) =>
  [...svgOf(frame).matchAll(/"stroke-width":([\d.]+)/gu)].map(([, w]) => Number(w));

describe.each(ALL_THEMES)("border of theme %s", (theme) => {
  it("is art around its area, in lines that print", () => {
    const [border, rosette] = frames(theme) as [Frame, Frame];
    for (const frame of [border, rosette]) {
      expect(frame.role).toBe("art");
      expect(strokes(frame).length).toBeGreaterThan(0);
      // Presses hold 0.1 mm.
      for (const width of strokes(frame)) expect(width).toBeGreaterThanOrEqual(0.15);
    }
    expect(border.x).toBeCloseTo(AREA.x - 0.5, 6);
    expect(border.width).toBeCloseTo(AREA.width + 1, 6);
  });

  it("looks like no other theme's", () => {
    const others = ALL_THEMES.filter((id) => id !== theme);
    for (const other of others) expect(svgOf(frames(theme)[0]!)).not.toBe(svgOf(frames(other)[0]!));
  });
});
