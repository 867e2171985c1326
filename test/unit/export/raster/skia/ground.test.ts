import { describe, expect, it } from "vitest";
import { type Matrix, rect } from "../../../../../src/base/geometry.ts";
import { paintRegion } from "../../../../../src/export/raster/skia/paint-region.ts";
import { Painter } from "../../../../../src/export/raster/skia/painter.ts";
import { openSurface } from "../../../../../src/export/raster/skia/surface.ts";
import type { SceneNode } from "../../../../../src/model/scene.ts";
import fc from "../../../../support/property.ts";
import {
  circleOutline,
  clipOf,
  group,
  path,
  rectOutline,
  resourcesOf,
  solid,
} from "../../../../support/scene.ts";

const SIZE = { width: 160, height: 120 };
const REGION = rect(0, 0, 40, 30);
const TO_PIXELS: Matrix = [4, 0, 0, 4, 0, 0];
const resources = resourcesOf();

const onGround = (nodes: readonly SceneNode[]): Buffer =>
  Buffer.from(paintRegion([{ nodes, resources, pictures: new Map() }], REGION, SIZE, "none"));

/** Node by node, on a surface of its own. */
function alone(nodes: readonly SceneNode[]): Buffer {
  const surface = openSurface(SIZE);
  new Painter(resources, new Map()).paint(nodes, surface, TO_PIXELS);
  return surface.canvas.data();
}

const disc = (i: number, color: string, r = 2.3): SceneNode =>
  path(circleOutline(2 + ((i * 5.3) % 37), 2 + ((i * 3.7) % 27), r), solid(color, 0.7));

/** More than it costs to copy a page. */
const many = (color: string) =>
  group(
    Array.from({ length: 14 }, (_, i) => disc(i, color)),
    { isolated: true },
  );

describe("pages that share much", () => {
  it("show what is new above and below what stays", () => {
    const stays = many("#2266aa");
    const under = path(rectOutline(rect(0, 0, 9.1, 30)), solid("#ffcc00"));
    for (const color of ["#aa0000", "#00aa00", "#0000aa"]) {
      const above = disc(3, color, 5);
      const page = [path(rectOutline(rect(30.3, 0, 9.7, 30)), solid(color)), stays, above];
      expect(onGround(page).equals(alone(page))).toBe(true);
      // Gone again, and something else under it.
      const other = [under, stays, disc(5, color, 4)];
      expect(onGround(other).equals(alone(other))).toBe(true);
    }
  });

  it("have the same pixels as if each were painted alone", () => {
    const clip = clipOf([rectOutline(rect(0, 0, 40, 30))]);
    const pool = Array.from({ length: 8 }, (_, i) =>
      group([disc(3 * i, "#118833"), disc(3 * i + 1, "#8833aa"), disc(3 * i + 2, "#333333", 1)], {
        transform: [1, 0, 0, 1, i / 7, 0],
        opacity: i % 3 === 0 ? 0.6 : 1,
      }),
    );
    const piece = fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(40) });
    const page = fc.array(piece, { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(page, { minLength: 3, maxLength: 5 }), fc.boolean(), (pages, isClipped) => {
        for (const choices of pages) {
          const nodes = choices.map((changed, i) =>
            changed === null ? pool[i]! : disc(changed, "#cc2200", 3.1),
          );
          const shown = isClipped ? [group(nodes, { clip })] : nodes;
          expect(onGround(shown).equals(alone(shown))).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
