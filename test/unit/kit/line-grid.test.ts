import { describe, expect, it } from "vitest";
import { lineGrid } from "../../../src/kit/line-grid.ts";
import { samplePage } from "./sample-job.ts";

const page = samplePage({ format: "handbook-a5" });
const grid = lineGrid(page, { size: 3.2, line: 4.8 });

/** From the top of a block, moved down by its drop, to the baseline of its first line. */
function baseline(text: string, size: number, weight: number, pitch = 1): number {
  const set = grid.set(text, { size, weight, pitch });
  const { ascender, descender } = page.metrics({ family: set.fontFamily, weight });
  return grid.drop(set) + set.padTop + (set.leading + ascender + descender) * (size / 2);
}

describe("baseline grid", () => {
  it("puts lines of every size and weight on the lines of the running text", () => {
    const running = baseline("Học đi đôi với hành", 3.2, 400);
    for (const [size, weight] of [
      [2.6, 500],
      [3.4, 700],
      [3.6, 600],
    ] as const)
      expect(baseline("Điện công nghiệp", size, weight)).toBeCloseTo(running, 6);
  });

  it("counts whole lines, whatever marks leave the outer ones", () => {
    const text = "Trường Ễnh Ương Đặng Ẩm Thực ".repeat(4).trim();
    const set = grid.set(text, { size: 3.4, weight: 700, width: 60 });
    expect(set.lines.length).toBeGreaterThan(1);
    expect(grid.rows(set)).toBeCloseTo(set.lines.length * 4.8, 6);
    expect(grid.up(4.81)).toBeCloseTo(4.8, 6);
    expect(grid.up(5)).toBeCloseTo(9.6, 6);
  });
});
