import { Resvg } from "@resvg/resvg-js";
import readQr from "jsqr";
import { describe, expect, it } from "vitest";
import { qrSymbolSize, setQr } from "../../../src/kit/qr.tsx";
import { mosaicOutline } from "../../../src/model/mosaic.ts";
import { samplePage } from "./sample-job.ts";

function decode(text: string): string | undefined {
  const { modules } = setQr(text, 20);
  const { columns } = modules;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${columns} ${columns}" width="${columns * 6}" height="${columns * 6}"><rect width="100%" height="100%" fill="#fff"/><path d="${modules}" fill="#0f1a33" fill-rule="evenodd"/></svg>`;
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
    const { modules, side, quiet } = setQr("https://mau.example.vn", 20);
    const { coords } = mosaicOutline(modules);
    expect(Math.min(...coords)).toBe(4);
    expect(Math.max(...coords)).toBe(modules.columns - 4);
    expect(side - 2 * quiet).toBeCloseTo(20);
  });

  it("is at least 20 mm in the hand and a tenth of the distance on signage, within reason", () => {
    expect(qrSymbolSize(samplePage({ format: "a5" }))).toBeGreaterThanOrEqual(20);
    expect(qrSymbolSize(samplePage({ format: "standee-800x1800" }))).toBe(160);
    expect(qrSymbolSize(samplePage({ format: "a3" }))).toBeCloseTo(59.4);
  });
});
