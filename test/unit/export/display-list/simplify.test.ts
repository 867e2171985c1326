import { renderAsync } from "@resvg/resvg-js";
import { expect, it } from "vitest";
import { IDENTITY, type Matrix, type Rect, rect } from "../../../../src/base/geometry.ts";
import { simplify } from "../../../../src/export/display-list/simplify.ts";
import { NodeWriter } from "../../../../src/export/svg/node-writer.ts";
import type { Clip, Group, Mask, SceneNode } from "../../../../src/model/scene.ts";
import fc from "../../../support/property.ts";
import { clipOf, group, path, rectOutline, resourcesOf, solid, solidRect } from "../../../support/scene.ts";

const PAGE = rect(0, 0, 60, 40);

// Whole millimetres at one pixel each: edges lie on pixel borders, so every difference is a real one.
const at = fc.integer({ min: -10, max: 60 });
const length = fc.integer({ min: 1, max: 70 });
const box = fc.record({ x: at, y: at, width: length, height: length });
const shade = fc.constantFrom("#ff0000", "#00ff00", "#0000ff", "#ffffff", "#000000");
const alpha = fc.constantFrom(1, 1, 0.5);
/** An L, which no rectangle can stand for. */
const angleCoords = (x: number, y: number, w: number, h: number) => [
  x,
  y,
  x + w,
  y,
  x + w,
  y + 1,
  x + 1,
  y + 1,
  x + 1,
  y + h,
  x,
  y + h,
];
const shape = fc
  .tuple(box, shade, alpha, fc.boolean())
  .map(([{ x, y, width, height }, hex, opacity, angled]) =>
    angled
      ? path({ verbs: "MLLLLLZ", coords: angleCoords(x, y, width, height) }, solid(hex, opacity))
      : solidRect(x, y, width, height, solid(hex, opacity)),
  );
const clip: fc.Arbitrary<Clip | null> = fc.option(
  fc
    .tuple(fc.array(box, { maxLength: 2 }), fc.option(box))
    .map(([boxes, parent]) => clipOf(boxes.map(rectOutline), parent && clipOf([rectOutline(parent)]))),
  { freq: 2 },
);
const mask: fc.Arbitrary<Mask | null> = fc.option(
  fc.record({
    kind: fc.constantFrom("luminance" as const, "alpha" as const),
    region: box,
    nodes: fc.array(shape, { maxLength: 2 }),
    mask: fc.constant(null),
  }),
  { freq: 2 },
);
const transform: fc.Arbitrary<Matrix> = fc.constantFrom(
  IDENTITY,
  [1, 0, 0, 1, 7, -5],
  [0, 1, -1, 0, 40, 0],
  [-1, 0, 0, 1, 50, 0],
);

const { node } = fc.letrec<{ node: SceneNode; group: Group }>((tie) => ({
  node: fc.oneof({ depthSize: "small", withCrossShrink: true }, shape, tie("group")),
  group: fc
    .record({
      transform,
      opacity: fc.constantFrom(1, 1, 0.5, 0),
      blend: fc.constantFrom("normal" as const, "normal" as const, "multiply" as const),
      isolated: fc.boolean(),
      clip,
      mask,
      children: fc.array(tie("node"), { maxLength: 3 }),
    })
    .map(({ children, ...more }) => group(children, more)),
}));

/** SVG isolates what it clips, the Scene does not: the unsimplified reference only agrees where that is moot. */
const saysIsolation = (item: SceneNode): SceneNode =>
  item.kind === "group"
    ? { ...item, isolated: item.isolated || item.clip !== null, children: item.children.map(saysIsolation) }
    : item;

/** The page's pixels, cut from a picture of `region`. */
async function pixels(nodes: readonly SceneNode[], region: Rect): Promise<readonly number[]> {
  const writer = new NodeWriter({ text: "outlines", labels: false });
  const body = writer.write(nodes, resourcesOf(), IDENTITY);
  const { x, y, width, height } = region;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
    `viewBox="${x} ${y} ${width} ${height}">${writer.definitions.toMarkup()}${body}</svg>`;
  const { pixels: whole } = await renderAsync(svg, { font: { loadSystemFonts: false } });
  return Array.from({ length: PAGE.height }, (_, row) => {
    const start = ((row - y) * width - x) * 4;
    return [...whole.subarray(start, start + PAGE.width * 4)];
  }).flat();
}

/** Far more than the page, because resvg aborts on layers far outside of what it paints. */
const SURROUNDINGS = rect(-300, -300, 700, 700);

it("changes no pixel", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(node, { maxLength: 4 }).map((nodes) => nodes.map(saysIsolation)),
      async (nodes) => {
        const before = await pixels(nodes, SURROUNDINGS);
        const after = await pixels(simplify(nodes, PAGE, resourcesOf()), PAGE);
        const worst = before.reduce((most, value, i) => Math.max(most, Math.abs(value - (after[i] ?? 0))), 0);
        // Each layer rounds to whole steps; a lost or added effect changes at least an eighth of the range.
        expect(worst).toBeLessThanOrEqual(6);
      },
    ),
    { numRuns: 300 },
  );
});
