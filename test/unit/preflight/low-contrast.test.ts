import { expect, test } from "vitest";
import { contrastRatio } from "../../../src/base/color.ts";
import { apply, rect, uniformInsets } from "../../../src/base/geometry.ts";
import { formatById } from "../../../src/model/formats/index.ts";
import { WEB_PROFILE } from "../../../src/model/output-profile.ts";
import type { PlacedFragment, Scene, SceneNode } from "../../../src/model/scene.ts";
import { colorAt, type SampleImage } from "../../../src/preflight/color-at.ts";
import { letterPoints } from "../../../src/preflight/letter-points.ts";
import { openPage } from "../../../src/preflight/open-page.ts";
import { worstContrast } from "../../../src/preflight/rules/low-contrast.ts";
import fc from "../../support/property.ts";
import {
  circleOutline,
  glyphRun,
  group,
  imageNode,
  linear,
  path,
  placed,
  sceneOf,
  solid,
  solidRect,
  stopsOf,
  testFace,
} from "../../support/scene.ts";

const face = testFace(700);
const photo = {
  id: "photo",
  mediaType: "image/jpeg",
  pixelWidth: 600,
  pixelHeight: 300,
  data: new Uint8Array(),
} as const;
const PAPER = { r: 255, g: 255, b: 255, a: 1 };
const UNKNOWN: SampleImage = () => null;
const format = { ...formatById("a5")!, width: 100, height: 100, bleed: 0, safe: uniformInsets(0) };

const open = (fragments: readonly PlacedFragment[], sampleImage = UNKNOWN) => {
  const scene: Scene = sceneOf(fragments, { width: 100, height: 100, fonts: [face], images: [photo] });
  return openPage({ number: 1, scene, format, profile: WEB_PROFILE, sampleImage });
};
const frame = (name: string, ...nodes: readonly SceneNode[]) => placed(name, rect(0, 0, 100, 100), nodes);

const hexes = fc.constantFrom("#ffffff", "#ffcc00", "#0b2a6b", "#000000", "#777777");
const place = fc.integer({ min: 0, max: 80 });
const size = fc.integer({ min: 10, max: 100 });
const shapes: fc.Arbitrary<SceneNode> = fc.oneof(
  fc.tuple(place, place, size, size, hexes).map(([x, y, w, h, hex]) => solidRect(x, y, w, h, hex)),
  fc
    .tuple(place, place, size, size, hexes)
    .map(([x, y, w, h, hex]) => solidRect(x, y, w, h, solid(hex, 0.6))),
  fc.tuple(place, place, size, hexes).map(([x, y, r, hex]) => path(circleOutline(x, y, r), hex)),
  fc
    .tuple(place, place, size, size)
    .map(([x, y, w, h]) => solidRect(x, y, w, h, linear([0, 0, 100, 0], stopsOf("#ffffff", "#000000")))),
  fc
    .tuple(place, place, hexes)
    .map(([x, y, hex]) =>
      group([solidRect(0, 0, 40, 30, hex)], { opacity: 0.5, transform: [0.9, 0.4, -0.4, 0.9, x, y] }),
    ),
);

test("the contrast is that of the worst of the letters that are looked at, whatever lies behind", () => {
  fc.assert(
    fc.property(
      fc.array(shapes, { maxLength: 3 }),
      fc.array(shapes, { maxLength: 2 }),
      hexes,
      place,
      place,
      (below, own, hex, x, y) => {
        const line = glyphRun("Vững nghề", face, 6, x, y + 10, hex);
        const page = open([frame("ground", ...below), frame("words", ...own, line)]);
        const [text] = page.texts;
        const stack = page.frames.flatMap(({ leaves }) => leaves).filter(({ node }) => node.kind === "path");
        const ink = solid(hex).color.rgb;
        const contrasts = letterPoints(text!, 12).map((at) =>
          contrastRatio(ink, colorAt(stack, apply(text!.painted.toPage, at), PAPER, () => null)!),
        );
        expect(worstContrast(text!, page)).toBeCloseTo(Math.min(...contrasts), 9);
      },
    ),
    { numRuns: 300 },
  );
});

const words = frame("words", glyphRun("Vững nghề", face, 6, 20, 50, "#ffffff"));
const ground = (hex: string) => frame("ground", solidRect(0, 0, 100, 100, hex));
const contrastOn = (page: ReturnType<typeof open>) => worstContrast(page.texts[0]!, page);

test("the same words are judged anew when what lies below them changes", () => {
  expect(contrastOn(open([ground("#000000"), words]))).toBeCloseTo(21);
  expect(contrastOn(open([ground("#ffffff"), words]))).toBeCloseTo(1);
  const dark = ground("#000000");
  expect(contrastOn(open([dark, words]))).toBeCloseTo(21);
  expect(
    contrastOn(open([dark, frame("veil", solidRect(0, 0, 100, 100, solid("#ffffff", 0.9))), words])),
  ).toBeLessThan(2);
});

test("the same words over the same picture's frame are judged anew when the picture changes", () => {
  const level =
    (grey: number): SampleImage =>
    () => ({ r: grey, g: grey, b: grey, a: 1 });
  const picture = frame("photo", imageNode(photo, rect(0, 0, 100, 100)));
  expect(contrastOn(open([picture, words], level(0)))).toBeCloseTo(21);
  expect(contrastOn(open([picture, words], level(255)))).toBeCloseTo(1);
});

test("a page of the same frames is the same page only where all else is the same too", () => {
  const frames = [ground("#000000"), words];
  const page = open(frames);
  expect(open(frames)).toBe(page);
  expect(open([...frames].reverse())).not.toBe(page);
  expect(open(frames, () => null)).not.toBe(page);
  const { number: _, ...about } = page;
  expect(openPage({ ...about, number: 2 }).number).toBe(2);
  expect(
    openPage({ ...about, number: 1, format: { ...format, viewingDistance: 9 } }).format.viewingDistance,
  ).toBe(9);
});
