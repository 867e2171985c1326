import { expect } from "vitest";
import { IDENTITY, rect } from "../../../../src/base/geometry.ts";
import type { Clip, Mask, Pattern, SceneNode } from "../../../../src/model/scene.ts";
import { testWith } from "../../../support/judges.ts";
import { picture, qdf, RENDERERS, testPdf } from "../../../support/pdf.ts";
import {
  circleOutline,
  clipOf,
  glyphRun,
  group,
  linear,
  path,
  rectOutline,
  sheetOf,
  solid,
  solidRect,
  stopsOf,
  strokeOf,
  testFace,
} from "../../../support/scene.ts";

const WHITE = "#ffffff";
const page = { width: 100, height: 50 };

const cases: Record<
  string,
  { nodes: readonly SceneNode[]; samples: readonly (readonly [number, number, string])[] }
> = {
  "a clip of two overlapping circles shows their union": {
    nodes: [
      group([solidRect(0, 0, 100, 50, "#0000ff")], {
        clip: clipOf([circleOutline(40, 25, 15), circleOutline(60, 25, 15)]),
      }),
    ],
    samples: [
      [30, 25, "#0000ff"],
      [50, 25, "#0000ff"],
      [70, 25, "#0000ff"],
      [10, 10, WHITE],
    ],
  },
  "the tip of a sharp corner is whole in a group that fades": {
    nodes: [
      group(
        [
          path({ verbs: "MLL", coords: [20, 20, 60, 25, 20, 30] }, null, {
            stroke: strokeOf("#000000", 4, { miterLimit: 10 }),
          }),
          solidRect(20, 20, 10, 10, "#000000"),
        ],
        { opacity: 0.5 },
      ),
    ],
    samples: [
      [60, 25, "#808080"],
      [70, 25, "#808080"],
      [90, 25, WHITE],
    ],
  },
  // Filters are painted by a rasteriser, which is red here.
  "what a filter paints beside its shape is whole in a group that fades": {
    nodes: [
      group(
        [
          group([solidRect(20, 10, 20, 30, "#0000ff")], {
            filters: [
              {
                region: rect(50, 10, 40, 30),
                primitives: [{ name: "feOffset", attributes: { dx: "40", dy: "0" }, children: [] }],
              },
            ],
          }),
        ],
        { opacity: 0.5 },
      ),
    ],
    samples: [
      [70, 25, "#ff8080"],
      [30, 25, WHITE],
    ],
  },
  "shapes that wind against each other are united too": {
    nodes: [
      group([solidRect(0, 0, 100, 50, "#0000ff")], {
        clip: clipOf([
          rectOutline(rect(20, 10, 40, 30)),
          { verbs: "MLLLZ", coords: [40, 10, 40, 40, 80, 40, 80, 10] },
        ]),
      }),
    ],
    samples: [
      [30, 25, "#0000ff"],
      [50, 25, "#0000ff"],
      [70, 25, "#0000ff"],
      [10, 10, WHITE],
    ],
  },
  "a clip within its parent and within the group's transform": {
    nodes: [
      group([solidRect(0, 0, 50, 25, "#0000ff")], {
        transform: [2, 0, 0, 2, 0, 0],
        clip: clipOf([rectOutline(rect(10, 0, 20, 25))], clipOf([rectOutline(rect(0, 5, 50, 10))])),
      }),
    ],
    samples: [
      [40, 20, "#0000ff"],
      [40, 5, WHITE],
      [10, 20, WHITE],
      [40, 35, WHITE],
    ],
  },
  "a shape with a clip of its own, beside another": {
    nodes: [
      group([solidRect(0, 0, 100, 50, "#0000ff")], {
        clip: {
          parent: null,
          shapes: [
            {
              transform: IDENTITY,
              outline: rectOutline(rect(10, 10, 40, 30)),
              rule: "nonzero",
              clip: clipOf([rectOutline(rect(0, 0, 30, 50))]),
            },
            {
              transform: [1, 0, 0, 1, 60, 0],
              outline: rectOutline(rect(0, 10, 20, 30)),
              rule: "nonzero",
              clip: null,
            },
          ],
        } satisfies Clip,
      }),
    ],
    samples: [
      [20, 25, "#0000ff"],
      [40, 25, WHITE],
      [70, 25, "#0000ff"],
      [90, 25, WHITE],
    ],
  },
  "nested groups' clips intersect": {
    nodes: [
      group(
        [group([solidRect(0, 0, 100, 50, "#ff0000")], { clip: clipOf([rectOutline(rect(40, 0, 60, 50))]) })],
        { clip: clipOf([rectOutline(rect(0, 0, 60, 50))]) },
      ),
    ],
    samples: [
      [20, 25, WHITE],
      [50, 25, "#ff0000"],
      [80, 25, WHITE],
    ],
  },
  "a luminance mask, weighed as SVG does": {
    nodes: [
      group([solidRect(0, 0, 100, 50, "#000000")], {
        mask: mask("luminance", [
          solidRect(0, 0, 30, 50, WHITE),
          solidRect(30, 0, 30, 50, "#ff0000"),
          solidRect(60, 0, 20, 50, "#808080"),
        ]),
      }),
    ],
    // Red has a luminance of 0.2125, so black shows through it at 21 %; grey 128 at 50 %.
    samples: [
      [15, 25, "#000000"],
      [45, 25, "#c9c9c9"],
      [70, 25, "#7f7f7f"],
      [90, 25, WHITE],
    ],
  },
  "an alpha mask with its region": {
    nodes: [
      group([solidRect(0, 0, 100, 50, "#000000")], {
        mask: {
          ...mask("alpha", [
            solidRect(0, 0, 50, 50, "#ff0000"),
            solidRect(50, 0, 50, 50, solid("#00ff00", 0.5)),
          ]),
          region: rect(0, 10, 100, 40),
        },
      }),
    ],
    samples: [
      [25, 25, "#000000"],
      [75, 25, "#808080"],
      [25, 5, WHITE],
    ],
  },
  "a mask on the mask": {
    nodes: [
      group([solidRect(0, 0, 100, 50, "#000000")], {
        mask: {
          ...mask("luminance", [solidRect(0, 0, 60, 50, WHITE), solidRect(10, 10, 5, 5, WHITE)]),
          mask: mask("luminance", [solidRect(40, 0, 60, 50, WHITE), solidRect(90, 0, 5, 5, WHITE)]),
        },
      }),
    ],
    samples: [
      [20, 25, WHITE],
      [50, 25, "#000000"],
      [80, 25, WHITE],
    ],
  },
  "a gradient as a mask": {
    nodes: [
      group([solidRect(0, 0, 100, 50, "#000000")], {
        mask: mask("luminance", [
          solidRect(0, 0, 100, 50, linear([0, 0, 100, 0], stopsOf("#000000", "#ffffff"))),
        ]),
      }),
    ],
    samples: [
      [25, 25, "#bfbfbf"],
      [75, 25, "#404040"],
    ],
  },
  "group opacity does not show what lies under a sibling": {
    nodes: [
      group([solidRect(20, 10, 40, 30, "#ff0000"), solidRect(40, 10, 40, 30, "#0000ff")], { opacity: 0.5 }),
    ],
    samples: [
      [30, 25, "#ff8080"],
      [50, 25, "#8080ff"],
      [70, 25, "#8080ff"],
    ],
  },
  "a fill with a stroke and opacity": {
    nodes: [
      group([solidRect(20, 10, 40, 30, "#ff0000", { stroke: strokeOf("#0000ff", 8) })], { opacity: 0.5 }),
    ],
    samples: [
      [40, 25, "#ff8080"],
      [22, 25, "#8080ff"],
      [18, 25, "#8080ff"],
    ],
  },
  "translucent fill and stroke overlap": {
    nodes: [solidRect(20, 10, 40, 30, solid("#ff0000", 0.5), { stroke: strokeOf(solid("#0000ff", 0.5), 8) })],
    samples: [
      [40, 25, "#ff8080"],
      [22, 25, "#8040bf"],
      [18, 25, "#8080ff"],
    ],
  },
  "stroke first leaves the fill whole": {
    nodes: [
      solidRect(20, 10, 40, 30, "#ff0000", { stroke: strokeOf("#0000ff", 8), paintOrder: "stroke-first" }),
    ],
    samples: [
      [22, 25, "#ff0000"],
      [18, 25, "#0000ff"],
    ],
  },
  "multiply meets what is behind it": {
    nodes: [
      solidRect(0, 0, 100, 50, "#ffff00"),
      group([solidRect(20, 10, 60, 30, "#00ffff")], { blend: "multiply" }),
    ],
    samples: [
      [10, 25, "#ffff00"],
      [50, 25, "#00ff00"],
    ],
  },
  "an isolated group keeps its blending inside": {
    nodes: [
      solidRect(0, 0, 100, 50, "#ffff00"),
      group([group([solidRect(20, 10, 60, 30, "#00ffff")], { blend: "multiply" })], { isolated: true }),
    ],
    samples: [[50, 25, "#00ffff"]],
  },
  "multiply of several overlapping nodes": {
    nodes: [
      solidRect(0, 0, 100, 50, "#808080"),
      group([solidRect(10, 10, 40, 30, "#ff0000"), solidRect(30, 10, 40, 30, "#00ff00")], {
        blend: "multiply",
      }),
    ],
    samples: [
      [20, 25, "#800000"],
      [40, 25, "#008000"],
    ],
  },
  "a tiled pattern": {
    nodes: [solidRect(0, 0, 100, 50, tile({}))],
    samples: [
      [2, 2, "#ff0000"],
      [8, 2, WHITE],
      [12, 2, "#ff0000"],
      [62, 32, "#ff0000"],
      [68, 38, WHITE],
    ],
  },
  "a moved, doubled and translucent pattern": {
    nodes: [solidRect(0, 0, 100, 50, tile({ transform: [2, 0, 0, 2, 5, 0], alpha: 0.5 }))],
    samples: [
      [2, 2, WHITE],
      [7, 2, "#ff8080"],
      [17, 2, WHITE],
      [27, 2, "#ff8080"],
    ],
  },
  "a pattern whose tiles start off the origin": {
    nodes: [solidRect(0, 0, 100, 50, tile({ tile: rect(3, 4, 10, 10) }))],
    samples: [
      [5, 6, "#ff0000"],
      [10, 6, WHITE],
      [15, 16, "#ff0000"],
      [1, 2, WHITE],
    ],
  },
  "a pattern of one tile over all that is painted": {
    nodes: [
      solidRect(20, 10, 60, 30, { ...tile({}), tile: rect(0, 0, 60, 30), transform: [1, 0, 0, 1, 20, 10] }),
    ],
    samples: [
      [22, 12, "#ff0000"],
      [32, 12, WHITE],
    ],
  },
  "a pattern that only wraps a gradient": {
    nodes: [
      solidRect(20, 10, 60, 30, {
        ...tile({}),
        tile: rect(0, 0, 60, 30),
        transform: [1, 0, 0, 1, 20, 10],
        nodes: [solidRect(0, 0, 60, 30, linear([0, 0, 60, 0], stopsOf("#ff0000", "#0000ff")))],
      }),
    ],
    samples: [
      [35, 25, "#bf0040"],
      [65, 25, "#4000bf"],
    ],
  },
  "a gradient inside a transparency group inside a moved group": {
    nodes: [
      group(
        [
          group(
            [
              solidRect(0, 0, 40, 20, linear([0, 0, 40, 0], stopsOf("#ff0000", "#0000ff"))),
              solidRect(0, 0, 40, 2, "#00ff00"),
            ],
            { opacity: 0.5 },
          ),
        ],
        { transform: [2, 0, 0, 2, 10, 5] },
      ),
    ],
    samples: [
      [30, 25, "#df809f"],
      [70, 25, "#9f80df"],
      [50, 7, "#80ff80"],
      [95, 25, WHITE],
    ],
  },
  "a gradient in a tile": {
    nodes: [
      solidRect(0, 0, 100, 50, {
        ...tile({ transform: [2, 0, 0, 2, 5, 0] }),
        nodes: [solidRect(0, 0, 10, 10, linear([0, 0, 10, 0], stopsOf("#ff0000", "#0000ff")))],
      }),
    ],
    samples: [
      [10, 10, "#bf0040"],
      [20, 30, "#4000bf"],
      [50, 10, "#bf0040"],
      [80, 30, "#4000bf"],
    ],
  },
  "an uneven scale distorts the pen": {
    nodes: [
      group([path(rectOutline(rect(10, 10, 10, 10)), null, { stroke: strokeOf("#000000", 2) })], {
        transform: [4, 0, 0, 1, 0, 10],
      }),
    ],
    samples: [
      [37, 25, "#000000"],
      [60, 20.5, "#000000"],
      [60, 22, WHITE],
    ],
  },
};

function mask(kind: Mask["kind"], nodes: readonly SceneNode[]): Mask {
  return { kind, region: rect(0, 0, 100, 50), nodes, mask: null };
}

function tile(more: Partial<Pattern>): Pattern {
  const nodes = [solidRect(0, 0, 5, 5, "#ff0000")];
  return { kind: "pattern", tile: rect(0, 0, 10, 10), transform: IDENTITY, nodes, alpha: 1, ...more };
}

for (const [name, { nodes, samples }] of Object.entries(cases)) {
  testWith("pdftoppm", "mutool")(name, async () => {
    const pdf = await testPdf([sheetOf(nodes, page)]);
    for (const renderer of RENDERERS) {
      const { at } = await picture(pdf, renderer);
      for (const [x, y, expected] of samples) {
        const value = Number.parseInt(expected.slice(1), 16);
        const found = at(x, y);
        const off = Math.max(
          Math.abs(found.r - (value >> 16)),
          Math.abs(found.g - ((value >> 8) & 255)),
          Math.abs(found.b - (value & 255)),
        );
        expect(off, `${renderer} at ${x}, ${y}: ${JSON.stringify(found)}`).toBeLessThanOrEqual(8);
      }
    }
  });
}

testWith("pdftoppm", "mutool")("a hairline of 0.1 mm is there in both rasterisers", async () => {
  const line = path({ verbs: "ML", coords: [10, 25, 90, 25] }, null, { stroke: strokeOf("#000000", 0.1) });
  const pdf = await testPdf([sheetOf([line], page)]);
  for (const renderer of RENDERERS) {
    const { at } = await picture(pdf, renderer, 300);
    expect(Math.min(...[24.9, 25, 25.1].map((y) => at(50, y).r)), renderer).toBeLessThan(128);
  }
});

testWith("qpdf")(
  "plain groups need no transparency group, and no page group without transparency",
  async () => {
    const face = testFace(400);
    const translucent = group([glyphRun("mờ", face, 8, 10, 20)], { opacity: 0.5 });
    const text = qdf(await testPdf([sheetOf([group([translucent])], { ...page, fonts: [face] })]));
    expect(text).not.toContain("/Subtype /Form");
    expect(text).toContain("/ca 0.5");
    const plain = qdf(await testPdf([sheetOf([group([solidRect(0, 0, 5, 5, "#ff0000")])], page)]));
    expect(plain).not.toContain("/Group");
  },
);

testWith("qpdf")("q and Q are balanced and stay shallow in deep trees", async () => {
  let node: SceneNode = solidRect(0, 0, 10, 10, "#ff0000");
  for (let i = 0; i < 60; i++) node = group([node], { transform: [1, 0, 0, 1, 0.5, 0.1] });
  const text = qdf(await testPdf([sheetOf([node], page)]));
  expect(text).toMatch(/30 6 10 10 re/);
  // The frame's own, and no other.
  expect(text.match(/^q$/gm)).toHaveLength(1);
  expect(text.match(/^Q$/gm)).toHaveLength(1);
});
