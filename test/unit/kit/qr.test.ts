import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import readQr from "jsqr";
import { describe, expect, it } from "vitest";
import { outlineCells } from "../../../src/kit/outline-cells.ts";
import { qrSymbolSize, setQr } from "../../../src/kit/qr.tsx";
import { samplePage } from "./sample-job.ts";

function decode(text: string): string | undefined {
  const { path, modules } = setQr(text, 20);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${modules} ${modules}" width="${modules * 6}" height="${modules * 6}"><rect width="100%" height="100%" fill="#fff"/><path d="${path}" fill="#0f1a33" fill-rule="evenodd"/></svg>`;
  const { pixels, width, height } = new Resvg(svg).render();
  return readQr.default(new Uint8ClampedArray(pixels), width, height)?.data;
}

describe("Qr", () => {
  it("decodes to its text", () => {
    for (const text of [
      "https://mau.example.vn/ts",
      "https://example.vn/tuyển-sinh?năm=2026",
      "x".repeat(280),
    ]) {
      expect(decode(text)).toBe(text);
    }
  });

  it("keeps four modules of light around the symbol", () => {
    const { path, modules, side, quiet } = setQr("https://mau.example.vn", 20);
    const coordinates = path.match(/\d+/gu)!.map(Number);
    expect(Math.min(...coordinates)).toBe(4);
    expect(Math.max(...coordinates)).toBe(modules - 4);
    expect(side - 2 * quiet).toBeCloseTo(20);
  });

  it("is at least 20 mm in the hand and a tenth of the distance on signage, within reason", () => {
    expect(qrSymbolSize(samplePage({ format: "a5" }))).toBeGreaterThanOrEqual(20);
    expect(qrSymbolSize(samplePage({ format: "standee-800x1800" }))).toBe(160);
    expect(qrSymbolSize(samplePage({ format: "a3" }))).toBeCloseTo(59.4);
  });
});

describe("outlineCells", () => {
  it("draws one loop around cells that touch, and holes in it", () => {
    const ring = ["###", "#.#", "###"].map((row) => [...row].map((cell) => cell === "#"));
    expect(outlineCells(ring).match(/M/gu)).toHaveLength(2);
    expect(outlineCells([[true, true]])).toBe("M0 0L2 0L2 1L0 1Z");
  });

  it("covers the dark cells and no others (even-odd)", () => {
    const grid = fc.array(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(grid, (cells) => {
        const loops = outlineCells(cells)
          .split("Z")
          .filter(Boolean)
          .map((loop) =>
            loop
              .slice(1)
              .split("L")
              .map((point) => point.split(" ").map(Number) as [number, number]),
          );
        const isInside = (x: number, y: number) => {
          let crossings = 0;
          for (const points of loops) {
            points.forEach(([x1, y1], i) => {
              const [x2, y2] = points[(i + 1) % points.length]!;
              if (x1 === x2 && x1 > x && Math.min(y1, y2) < y && y < Math.max(y1, y2)) crossings++;
            });
          }
          return crossings % 2 === 1;
        };
        cells.forEach((row, y) => {
          row.forEach((dark, x) => {
            expect(isInside(x + 0.5, y + 0.5)).toBe(dark);
          });
        });
      }),
    );
  });
});
