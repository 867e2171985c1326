import { expect, test } from "vitest";
import { type FrameSurroundings, layoutFrame } from "../../../src/layout/frame.ts";
import { createFrameCache } from "../../../src/layout/frame-cache.ts";
import { layout } from "../../../src/layout/layout.ts";
import { pageGeometry } from "../../../src/model/page-geometry.ts";
import type { ElementNode, Frame } from "../../../src/model/page-tree.ts";
import { BOLD, fontList, REGULAR } from "../../support/fonts.ts";

const words = (text: string, size = 5): ElementNode => ({
  type: "div",
  props: { style: { fontSize: size, fontFamily: "Be Vietnam Pro", lineHeight: 1.3 }, children: text },
});

const frame = (overrides: Partial<Frame> & Pick<Frame, "variants">): Frame => ({
  name: "lời mời",
  role: "content",
  x: 10,
  y: 20,
  width: 40,
  height: 14,
  clipped: false,
  fit: { minimum: 1, maximum: 1 },
  source: null,
  ...overrides,
});

const around = (): FrameSurroundings => ({
  fonts: fontList(REGULAR, BOLD),
  key: "test",
  pxPerMm: 32,
  tokens: new Map([["#0b2a6b", "primary"]]),
  pictures: new Map(),
  cache: createFrameCache(),
});

const LONG = "Học nghề từ lớp 9, vừa học văn hóa vừa học nghề, miễn học phí hệ trung cấp";

test("text that leaves the frame is measured in mm on the side that it leaves", async () => {
  const { fragment } = await layoutFrame(frame({ variants: [words(LONG)] }), around());
  expect(fragment.overflow.bottom).toBeGreaterThan(5);
  expect(fragment.overflow).toMatchObject({ top: 0, left: 0 });
});

test("text that is pushed wholly out of the frame is noticed although nothing of it is drawn", async () => {
  const pushed: ElementNode = {
    type: "div",
    props: {
      style: { display: "flex", flexDirection: "column" },
      children: [{ type: "div", props: { style: { height: 30, flexShrink: 0 } } }, words("Ngoài khung")],
    },
  };
  const { fragment } = await layoutFrame(frame({ variants: [pushed] }), around());
  expect(fragment.overflow.bottom).toBeGreaterThan(15);
});

test.each([8, 9, 10, 11, 12, 13, 15, 17])(
  "auto-fit shrinks within its limits, and just enough (%i mm)",
  async (height) => {
    const variants = [words(LONG)];
    const shrunk = await layoutFrame(
      frame({ height, variants, fit: { minimum: 0.3, maximum: 1 } }),
      around(),
    );
    expect(shrunk.scale).toBeLessThan(1);
    expect(shrunk.fragment.overflow).toEqual({ top: 0, right: 0, bottom: 0, left: 0 });
    // The next step of the grid would be too large.
    const next = shrunk.scale + 1 / 40;
    const larger = await layoutFrame(
      frame({ height, variants, fit: { minimum: next, maximum: next } }),
      around(),
    );
    expect(larger.fragment.overflow.bottom).toBeGreaterThan(0);
  },
);

test("a short form is used before text is allowed to overflow, but after shrinking", async () => {
  const variants = [words(LONG), words("Miễn học phí trung cấp")];
  const fixed = await layoutFrame(frame({ variants }), around());
  expect(fixed.fragment.overflow.bottom).toBe(0);
  expect(JSON.stringify(fixed.fragment.nodes)).toContain("Miễn học phí");
  const shrinking = await layoutFrame(frame({ variants, fit: { minimum: 0.4, maximum: 1 } }), around());
  expect(JSON.stringify(shrinking.fragment.nodes)).toContain("Học nghề");
});

test("ornament is neither shrunk nor shortened: it may run over its frame", async () => {
  const variants = [words(LONG), words("Ngắn")];
  const art = await layoutFrame(
    frame({ variants, role: "art", fit: { minimum: 0.4, maximum: 1 } }),
    around(),
  );
  expect([art.scale, art.fragment.variant]).toEqual([1, 0]);
});

test("frames that may shrink otherwise are others, whatever they say", async () => {
  const surroundings = around();
  const fixed = await layoutFrame(frame({ variants: [words(LONG)] }), surroundings);
  const shrinking = frame({ variants: [words(LONG)], fit: { minimum: 0.4, maximum: 1 } });
  expect((await layoutFrame(shrinking, surroundings)).scale).toBeLessThan(fixed.scale);
});

test("equal frames are laid out once, wherever they stand", async () => {
  const surroundings = around();
  const first = await layoutFrame(frame({ variants: [words("Một")] }), surroundings);
  const moved = await layoutFrame(frame({ variants: [words("Một")], x: 99, y: 1 }), surroundings);
  const other = await layoutFrame(frame({ variants: [words("Hai")] }), surroundings);
  expect(moved.fragment).toBe(first.fragment);
  expect(other.fragment.hash).not.toBe(first.fragment.hash);
});

test("colours of the kit keep their token, others do not get one", async () => {
  const colored = (color: string): ElementNode => ({
    type: "div",
    props: { style: { width: 10, height: 5, backgroundColor: color } },
  });
  const kit = await layoutFrame(frame({ variants: [colored("#0b2a6b")] }), around());
  expect(kit.fragment.nodes).toMatchObject([
    {
      kind: "path",
      fill: { paint: { kind: "solid", color: { token: "primary", rgb: { r: 11, g: 42, b: 107 } } } },
    },
  ]);
  const foreign = await layoutFrame(frame({ variants: [colored("#0b2a6c")] }), around());
  expect(foreign.fragment.nodes).toMatchObject([{ fill: { paint: { color: { token: null } } } }]);
});

test("a frame that satori cannot lay out is reported by name and leaves the others alone", async () => {
  const broken: ElementNode = {
    type: "div",
    props: { style: { display: "flex", width: 10, backgroundImage: "url(data:image/png;base64,xx)" } },
  };
  const good = frame({ name: "tốt", variants: [words("Một")] });
  const { value, diagnostics } = await layout(
    [
      {
        geometry: pageGeometry(148, 210, 3, { top: 5, right: 5, bottom: 5, left: 5 }),
        frames: [frame({ name: "hỏng", variants: [broken] }), good],
        colors: [],
      },
    ],
    { fonts: [REGULAR, BOLD], assets: [], cache: createFrameCache() },
  );
  expect(value[0]!.fragments.map((placed) => placed.frame)).toEqual(["hỏng", "tốt"]);
  expect(value[0]!.fragments[1]!.fragment.nodes).not.toEqual([]);
  for (const found of diagnostics) expect(found.where).toMatchObject({ frame: "hỏng", page: 1 });
});
