import sharp from "sharp";
import { expect, test } from "vitest";
import { createFrameCache } from "../../../src/layout/frame-cache.ts";
import { layout } from "../../../src/layout/layout.ts";
import { traceElements } from "../../../src/layout/trace-elements.ts";
import { pageGeometry } from "../../../src/model/page-geometry.ts";
import type { ElementNode, PageTree } from "../../../src/model/page-tree.ts";
import { BOLD, REGULAR } from "../../support/fonts.ts";

const pageOf = (content: ElementNode): PageTree => ({
  geometry: pageGeometry(148, 210, 3, { top: 5, right: 5, bottom: 5, left: 5 }),
  colors: [],
  frames: [
    {
      ...{ name: "ảnh", role: "content", x: 10, y: 20, width: 40, height: 60, clipped: false, source: null },
      fit: { minimum: 1, maximum: 1 },
      variants: [content],
    },
  ],
});

async function trace(content: ElementNode) {
  const options = { fonts: [REGULAR, BOLD], assets: [], cache: createFrameCache() };
  const page = pageOf(content);
  const { value } = await layout([page], options);
  return traceElements(page, value[0]!, options);
}

const column = (...children: readonly ElementNode[]): ElementNode => ({
  type: "div",
  props: { style: { display: "flex", flexDirection: "column", alignItems: "flex-start" }, children },
});
const picture = (src: string, style: Readonly<Record<string, number>>): ElementNode => ({
  type: "img",
  props: { src, style },
});

test("a photo that its camera laid on its side has the box in which it is shown", async () => {
  const lying = await sharp({ create: { width: 80, height: 40, channels: 3, background: "#c00" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const src = `data:image/jpeg;base64,${lying.toString("base64")}`;
  const traced = await trace(column(picture(src, { width: 20 })));
  const { box } = traced.find(({ type }) => type === "img")!;
  expect(box.width).toBeCloseTo(20, 1);
  expect(box.height).toBeCloseTo(40, 1);
});

test("elements beside a picture that is not there are found all the same", async () => {
  const words: ElementNode = {
    type: "p",
    props: { style: { fontFamily: "Be Vietnam Pro", fontSize: 4 }, children: "Học nghề" },
  };
  const traced = await trace(column(picture("asset:missing", { width: 10, height: 10 }), words));
  expect(traced.map(({ type }) => type)).toEqual(expect.arrayContaining(["img", "p"]));
});
