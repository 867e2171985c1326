/** Whatever a scene can hold, however far outside the page and however small. */

import { IDENTITY, type Matrix, rect } from "../../src/base/geometry.ts";
import type { BlendMode, Filter, GradientStop, Paint, SceneNode } from "../../src/model/scene.ts";
import fc from "./property.ts";
import {
  circleOutline,
  clipOf,
  color,
  glyphRun,
  group,
  linear,
  path,
  radial,
  rectOutline,
  solid,
  strokeOf,
  testFace,
} from "./scene.ts";

/** The face of all its text. */
export const ANY_FACE = testFace(400);

export const far = fc.oneof(fc.integer({ min: -20, max: 120 }), fc.integer({ min: -3000, max: 3000 }));
const length = fc.oneof(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 4000 }));
const box = fc.record({ x: far, y: far, width: length, height: length });
/** Numbers as bad arithmetic leaves them: 1e-300, −0, 12345.678. */
const odd = fc.oneof(far, fc.double({ min: -5000, max: 5000, noNaN: true }));

const transform: fc.Arbitrary<Matrix> = fc.oneof(
  fc.constant(IDENTITY),
  fc.tuple(far, far).map(([x, y]): Matrix => [1, 0, 0, 1, x, y]),
  fc.constantFrom<Matrix[]>(
    [0.7, 0.7, -0.7, 0.7, 10, -90],
    [0, 0, 0, 0, 5, 5],
    [30, 0, 0, 30, 0, 0],
    [1e-7, 0, 0, 1, 0, 0],
  ),
);

const stops: fc.Arbitrary<readonly GradientStop[]> = fc
  .array(
    fc.record({
      offset: fc.constantFrom(0, 0.2, 0.5, 0.8, 1),
      color: fc.constantFrom("#ff0000", "#ffffff", "#102030").map((hex) => color(hex)),
      alpha: fc.constantFrom(1, 1, 0.3, 0),
    }),
    { maxLength: 4 },
  )
  .map((list) => list.sort((one, other) => one.offset - other.offset));
const spread = fc.constantFrom("pad" as const, "repeat" as const, "reflect" as const);
const gradient: fc.Arbitrary<Paint> = fc.oneof(
  fc
    .tuple(fc.tuple(odd, odd, odd, odd), stops, spread, transform)
    .map(([axis, its, how, map]) => linear(axis, its, { spread: how, transform: map })),
  fc
    .tuple(fc.tuple(odd, odd, odd), odd, odd, stops, spread, transform)
    .map(([circle, fx, fy, its, how, map]) => radial(circle, its, { fx, fy, spread: how, transform: map })),
);

const filter: fc.Arbitrary<Filter> = fc.record({
  region: box,
  primitives: fc.constantFrom(
    [{ name: "feGaussianBlur", attributes: { stdDeviation: "3" }, children: [] }],
    [{ name: "feOffset", attributes: { dx: "500", dy: "-90" }, children: [] }],
    [{ name: "feFlood", attributes: { "flood-color": "#00ff00" }, children: [] }],
  ),
});
const blend = fc.constantFrom<BlendMode[]>("normal", "multiply", "screen");

export const { node: anyNode } = fc.letrec<{ node: SceneNode; paint: Paint }>((tie) => {
  const nodes = fc.array(tie("node"), { maxLength: 3 });
  const pattern = fc
    .record({ tile: box, transform, nodes })
    .map((more): Paint => ({ kind: "pattern", alpha: 1, ...more }));
  const stroke = fc
    .tuple(tie("paint"), odd, fc.array(length, { maxLength: 3 }), odd)
    .map(([paint, width, dash, dashOffset]) => strokeOf(paint, Math.abs(width), { dash, dashOffset }));
  const outline = fc.oneof(
    box.map(rectOutline),
    fc.tuple(odd, odd, odd).map((circle) => circleOutline(...circle)),
  );
  const leaf = fc
    .tuple(outline, fc.option(tie("paint"), { freq: 5 }), fc.option(stroke, { freq: 1 }))
    .map(([its, fill, line]) => path(its, fill, { stroke: line }));
  const text = fc
    .tuple(fc.constantFrom("Ưỡng Ệ", "fi ff", "Đ"), length, odd, odd, tie("paint"), fc.option(stroke))
    .map(([words, size, x, y, fill, line]) => glyphRun(words, ANY_FACE, size, x, y, fill, { stroke: line }));
  const mask = fc.record({
    kind: fc.constantFrom("luminance" as const, "alpha" as const),
    region: box,
    nodes,
    mask: fc.constant(null),
  });
  const effects = fc
    .record({
      transform,
      blend,
      opacity: fc.constantFrom(1, 0.5),
      isolated: fc.boolean(),
      clip: fc.option(fc.array(box, { maxLength: 2 }).map((boxes) => clipOf(boxes.map(rectOutline)))),
      mask: fc.option(mask, { freq: 3 }),
      filters: fc.array(filter, { maxLength: 2 }),
      children: nodes,
    })
    .map(({ children, ...more }) => group(children, more));
  const page = fc.constant(path(rectOutline(rect(0, 0, 50, 50)), solid("#ff0000", 0.7)));
  return {
    node: fc.oneof({ depthSize: "small", withCrossShrink: true }, page, leaf, effects, text),
    paint: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.constant(solid("#ff0000", 0.7)),
      gradient,
      pattern,
    ),
  };
});
