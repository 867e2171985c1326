import encodeQr from "qr";
import { describe, expect, it } from "vitest";
import { rect, uniformInsets } from "../../../src/base/geometry.ts";
import type { Format } from "../../../src/model/format.ts";
import { formatById } from "../../../src/model/formats/index.ts";
import { mosaicOf, mosaicOutline } from "../../../src/model/mosaic.ts";
import { WEB_PROFILE } from "../../../src/model/output-profile.ts";
import type { Outline, Scene, SceneNode } from "../../../src/model/scene.ts";
import { preflight } from "../../../src/preflight/preflight.ts";
import { fillOf, glyphRun, group, path, placed, sceneOf, solidRect, testFace } from "../../support/scene.ts";

const face = testFace(800);

const FORMAT: Format = {
  ...formatById("a5")!,
  width: 100,
  height: 100,
  bleed: 0,
  safe: uniformInsets(0),
};

const URL = "https://mau.example.vn/ts";
const modulesOf = (text: string) =>
  encodeQr(text, "raw", { ecc: "medium", border: 1 })
    .slice(1, -1)
    .map((row) => row.slice(1, -1));
const data = modulesOf(URL);

/** A code whose symbol has its corner at x, y. */
const code = (x: number, y: number, side: number, cells = data, ink = "#0f1a33") =>
  group([path(mosaicOutline(mosaicOf(cells)), null, { fill: fillOf(ink, "evenodd") })], {
    transform: [side / cells.length, 0, 0, side / cells.length, x, y],
  });

const page = (...nodes: readonly SceneNode[]): Scene =>
  sceneOf(nodes, { width: 100, height: 100, fonts: [face] });
const check = (scene: Scene, format: Partial<Format> = {}) =>
  preflight([scene], { ...FORMAT, ...format }, WEB_PROFILE);
const codes = (...nodes: readonly SceneNode[]) => check(page(...nodes)).map((found) => found.code);

const COVERED = ["preflight.qr-covered"];

describe("a QR code", () => {
  it("that is large, light around and free is sound", () => {
    expect(codes(code(30, 30, 22))).toEqual([]);
    expect(
      codes(solidRect(0, 0, 100, 100, "#0b2a6b"), solidRect(25, 25, 32, 32, "#ffffff"), code(30, 30, 22)),
    ).toEqual([]);
  });

  it("is known by its finder patterns: other patterns of squares are no code", () => {
    const checks = data.map((row, y) => row.map((_, x) => (x + y) % 2 === 0));
    expect(codes(code(30, 30, 10, checks))).toEqual([]);
  });

  it("is known by what is drawn: of modules of two cells, or of any size and roughly rounded", () => {
    const doubled = data.flatMap((row) => [0, 1].map(() => row.flatMap((dark) => [dark, dark])));
    const rounded = ({ verbs, coords }: Outline): Outline => ({
      verbs,
      coords: coords.map((value) => Math.round(value * 37.037) / 100),
    });
    const rough = path(rounded(mosaicOutline(mosaicOf(data))), null, { fill: fillOf("#0f1a33", "evenodd") });
    expect(codes(code(30, 30, 10, doubled))).toEqual(["preflight.qr-small"]);
    expect(codes(group([rough], { transform: [1, 0, 0, 1, 30, 30] }))).toContain("preflight.qr-small");
  });

  it("is at least 20 mm wide in the hand", () => {
    const [found, ...others] = check(page(code(30, 30, 18)));
    expect(others).toEqual([]);
    expect(found?.message.en).toBe(
      "The QR code (frame page) is 18 mm wide; 20 mm are needed to scan it from 0.4 m.",
    );
  });

  it("is a tenth of the distance on signage, but no more than a fifth of the short side", () => {
    const told = (side: number, viewingDistance: number, size: number) =>
      check(page(code(20, 20, side)), { viewingDistance, width: size, height: size }).map(
        (found) => found.code,
      );
    expect(told(29, 3, 1000)).toEqual(["preflight.qr-small"]);
    expect(told(29, 3, 145)).toEqual([]);
    expect(told(28, 3, 145)).toEqual(["preflight.qr-small"]);
  });

  it("has modules that print and that screens can show", () => {
    const long = modulesOf("x".repeat(280));
    const [fine] = check(page(code(30, 30, 22, long)));
    expect(fine?.code).toBe("preflight.qr-fine-modules");
    // Three px of 1/96 in on a screen, whatever its size in mm.
    const screen = (px: number) =>
      check(page(code(30, 30, (px * data.length * 25.4) / 96)), { medium: "screen" }).map(
        (found) => found.code,
      );
    expect(screen(3)).toEqual([]);
    expect(screen(2.9)).toEqual(["preflight.qr-fine-modules"]);
  });

  it("keeps its margin from the edge of the page", () => {
    expect(codes(code(2, 30, 25))).toEqual(COVERED);
    expect(codes(code(4.1, 30, 25))).toEqual([]);
  });

  it("is not covered, margin included, by text or shapes painted later", () => {
    const words = (x: number) => glyphRun("Chữ", face, 6, x, 45);
    expect(codes(code(30, 30, 22), words(10))).toEqual([]);
    expect(codes(code(30, 30, 22), words(16))).toEqual(COVERED);
    expect(codes(code(30, 30, 22), solidRect(53, 30, 10, 10, "#ff8a1f"))).toEqual(COVERED);
    expect(codes(code(30, 30, 22), solidRect(60, 30, 10, 10, "#ff8a1f"))).toEqual([]);
    expect(codes(solidRect(0, 0, 10, 10, "#ff8a1f"), code(30, 30, 22))).toEqual([]);
  });

  it("stands on light: neither on a dark ground nor light on dark", () => {
    expect(codes(solidRect(0, 0, 100, 100, "#0b2a6b"), code(30, 30, 22))).toEqual(COVERED);
    expect(
      codes(solidRect(0, 0, 54, 100, "#0b2a6b"), solidRect(30, 30, 22, 22, "#ffffff"), code(30, 30, 22)),
    ).toEqual(COVERED);
    expect(codes(solidRect(0, 0, 100, 100, "#e8f0fb"), code(30, 30, 22))).toEqual([]);
    const light = code(30, 30, 22, data, "#ffffff");
    expect(codes(solidRect(0, 0, 100, 100, "#0b2a6b"), light)).toEqual(COVERED);
    // Dark next to the modules only, light farther out.
    expect(codes(solidRect(29.2, 29.2, 23.6, 23.6, "#0b2a6b"), code(30, 30, 22))).toEqual(COVERED);
  });

  it("is no fainter than scanners can see", () => {
    expect(codes(group([code(30, 30, 22)], { opacity: 0.9 }))).toEqual([]);
    expect(codes(group([code(30, 30, 22)], { opacity: 0.1 }))).toEqual(COVERED);
  });
});

describe("the message of a sign", () => {
  // Cap height of Be Vietnam Pro: 0.7 em or a little more.
  const sign = (size: number, frame = "headline") =>
    sceneOf([placed(frame, rect(0, 0, 100, 100), [glyphRun("Nghề", face, size, 5, 50)])], {
      width: 100,
      height: 100,
      fonts: [face],
    });
  const told = (scene: Scene, format: Partial<Format>) => check(scene, format).map((found) => found.code);

  it("has capitals of a hundredth of the distance", () => {
    const [found, ...others] = check(sign(12), { viewingDistance: 1.5 });
    expect(others).toEqual([]);
    expect(found?.severity).toBe("warning");
    expect(found?.message.en).toMatch(
      /^The message “Nghề” \(frame headline\) has capitals of 8\.\d mm; 15 mm are needed to be seen from 1\.5 m\.$/,
    );
    expect(told(sign(21.5), { viewingDistance: 1.5 })).toEqual([]);
    const shrunk = group([glyphRun("Nghề", face, 21.5, 5, 50)], { transform: [0.6, 0, 0, 0.6, 0, 0] });
    const scene = sceneOf([placed("headline", rect(0, 0, 100, 100), [shrunk])], {
      ...{ width: 100, height: 100, fonts: [face] },
    });
    expect(told(scene, { viewingDistance: 1.5 })).toEqual(["preflight.message-small"]);
  });

  it("is asked of signs and of the message alone", () => {
    expect(told(sign(12), { viewingDistance: 1 })).toEqual([]);
    expect(told(sign(12), { viewingDistance: 1.5, medium: "screen" })).toEqual([]);
    expect(told(sign(12, "tail"), { viewingDistance: 1.5 })).toEqual([]);
  });
});
