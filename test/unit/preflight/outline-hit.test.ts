import { expect, test } from "vitest";
import { rect } from "../../../src/base/geometry.ts";
import type { FillRule, Outline } from "../../../src/model/scene.ts";
import { isInside, isNear, outlineMeets } from "../../../src/preflight/outline-hit.ts";
import fc from "../../support/property.ts";
import { circleOutline, rectOutline } from "../../support/scene.ts";

const HALF_MM = fc.integer({ min: 0, max: 40 }).map((n) => n / 2);
const NUMBERS = { M: 2, L: 2, C: 6, Z: 0 } as const;

/** Any contours, open or closed, that cross themselves and each other. */
const outlines: fc.Arbitrary<Outline> = fc
  .array(
    fc.array(fc.constantFrom("L", "L", "C", "Z"), { maxLength: 6 }).map((verbs) => ["M", ...verbs]),
    { minLength: 1, maxLength: 4 },
  )
  .map((contours) => contours.flat() as (keyof typeof NUMBERS)[])
  .chain((verbs) => {
    const count = verbs.reduce((sum, verb) => sum + NUMBERS[verb], 0);
    return fc
      .array(HALF_MM, { minLength: count, maxLength: count })
      .map((coords) => ({ verbs: verbs.join(""), coords }));
  });
const rules = fc.constantFrom<FillRule>("nonzero", "evenodd");
/** Off the outlines' corners now and then, on them as often. */
const quarters = fc.integer({ min: -2, max: 82 }).map((n) => n / 4);

test("where no edge runs, all is inside or nothing, and all is near or nothing", () => {
  fc.assert(
    fc.property(
      outlines,
      rules,
      quarters,
      quarters,
      fc.nat(4),
      fc.nat(4),
      fc.nat(3),
      (outline, rule, x, y, w, h, reach) => {
        const area = rect(x + 0.01, y + 0.01, w / 2 + 0.1, h / 2 + 0.1);
        fc.pre(!outlineMeets(outline, area, reach));
        const points = [0, 0.3, 0.7, 1].flatMap((u) =>
          [0, 0.4, 1].map((v) => ({ x: area.x + u * area.width, y: area.y + v * area.height })),
        );
        expect(new Set(points.map((point) => isInside(outline, rule, point))).size).toBe(1);
        expect(new Set(points.map((point) => isNear(outline, reach, point))).size).toBe(1);
      },
    ),
  );
});

test.each([
  ["crosses its side", rect(8, 4, 4, 2), 0, true],
  ["lies within it", rect(2, 2, 4, 4), 0, false],
  ["lies around it", rect(-1, -1, 12, 12), 0, true],
  ["lies beside it", rect(12, 4, 4, 2), 0, false],
  ["lies beside it, within reach", rect(12, 4, 4, 2), 3, true],
  ["holds a corner", rect(9, 9, 4, 4), 0, true],
])("an edge of a square meets an area that %s: %s", (_, area, reach, meets) => {
  expect(outlineMeets(rectOutline(rect(0, 0, 10, 10)), area, reach)).toBe(meets);
});

test("an edge that runs past a corner does not meet the area, though their boxes do", () => {
  expect(outlineMeets({ verbs: "ML", coords: [0, 10, 10, 0] }, rect(0, 0, 4, 4))).toBe(false);
  expect(outlineMeets({ verbs: "ML", coords: [0, 10, 10, 0] }, rect(0, 0, 6, 6))).toBe(true);
  expect(outlineMeets(circleOutline(0, 0, 10), rect(-6, -6, 12, 12))).toBe(false);
});
