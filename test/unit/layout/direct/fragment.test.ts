import { expect, test } from "vitest";
import { mosaicOf } from "../../../../src/model/mosaic.ts";
import type { ElementNode } from "../../../../src/model/page-tree.ts";
import { compareLayouts } from "../../../support/both-layouts.ts";
import { BOLD, fontList, REGULAR } from "../../../support/fonts.ts";
import fc from "../../../support/property.ts";

const AROUND = {
  fonts: fontList(REGULAR, BOLD),
  key: "test",
  pxPerMm: 32,
  tokens: new Map([["#0b2a6b", "primary"]]),
  pictures: new Map(),
};
const PAGE = { width: 100, height: 60 };

const div = (style: Record<string, string | number>, ...children: (ElementNode | string)[]): ElementNode => ({
  type: "div",
  props: {
    style,
    ...(children.length === 0 ? {} : { children: children.length === 1 ? children[0]! : children }),
  },
});

const TYPE = { fontFamily: "Be Vietnam Pro", lineHeight: 1.3, whiteSpace: "pre", color: "#0b2a6b" };

// ── what it knows ────────────────────────────────────────────────────────────────────────────────

const length = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const given = (style: Record<string, string | number | undefined>) =>
  Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined)) as Record<
    string,
    string | number
  >;

const WORDS = [
  "Tuyển sinh",
  "Trường Trung cấp nghề số 12",
  "0252 3100 107",
  "Vì một Việt Nam thịnh vượng",
  "truong.example.vn/ts",
  "Sơ cấp · Trung cấp",
  "Nghề\u00a0điện, 18–24 tháng",
];

const line = fc
  .record({
    text: fc.constantFrom(...WORDS),
    fontSize: length(2, 9),
    fontWeight: fc.constantFrom(400, 700),
    tracking: fc.constantFrom(0, -0.02, 0.05),
    marginTop: maybe(length(0, 3)),
  })
  .map(({ text, fontSize, fontWeight, tracking, marginTop }) =>
    div(
      given({
        ...TYPE,
        fontSize,
        fontWeight,
        marginTop,
        letterSpacing: tracking === 0 ? undefined : `${tracking}em`,
      }),
      text,
    ),
  );

const picture = fc
  .record({ width: length(2, 20), height: length(2, 20), flexShrink: maybe(fc.constantFrom(0, 1)) })
  .map(
    ({ width, height, flexShrink }): ElementNode => ({
      type: "svg",
      props: {
        viewBox: "0 0 24 12",
        width,
        height,
        ...(flexShrink === undefined ? {} : { style: { flexShrink } }),
        children: { type: "path", props: { d: "M2 2h20v8H2Z", fill: "#0b2a6b" } },
      },
    }),
  );

const ground = fc
  .record({
    width: length(3, 30),
    height: length(3, 20),
    borderRadius: maybe(length(0.5, 6)),
    border: maybe(fc.constant("0.5mm solid #0b2a6b")),
    flexGrow: maybe(fc.constantFrom(1, 2)),
  })
  .map((style) => div(given({ ...style, boxSizing: "border-box", backgroundColor: "#ffc933" })));

const tree = fc.letrec<{ node: ElementNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    line,
    picture,
    ground,
    fc
      .record({
        children: fc.array(tie("node"), { minLength: 1, maxLength: 4 }),
        flexDirection: fc.constantFrom("row", "column"),
        alignItems: maybe(fc.constantFrom("flex-start", "center", "flex-end", "stretch")),
        justifyContent: maybe(fc.constantFrom("flex-start", "center", "flex-end")),
        gap: maybe(length(0, 4)),
        width: maybe(length(20, 90)),
        height: maybe(length(10, 50)),
        paddingTop: maybe(length(0, 2)),
        flexShrink: maybe(fc.constantFrom(0, 1)),
        flexGrow: maybe(fc.constant(1)),
        position: maybe(fc.constant("relative")),
      })
      .map(({ children, ...style }) => div({ display: "flex", ...given(style) }, ...children)),
  ),
})).node;

test("any tree of known boxes gives satori's scene", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(tree, async (element) => {
      const { difference, outside } = await compareLayouts(element, PAGE, AROUND);
      if (outside === null) compared++;
      expect(difference).toBeNull();
    }),
    { numRuns: 150, interruptAfterTimeLimit: 20_000 },
  );
  // The rest reaches out of the frame.
  expect(compared).toBeGreaterThan(60);
});

test.each([4, 4.02, 5, 12])(
  "a drawing 2 mm high, twice as wide by its viewBox, %d mm wide in a full row",
  async (width) => {
    const picture: ElementNode = {
      type: "svg",
      props: {
        viewBox: "0 0 24 12",
        width,
        height: 2,
        children: { type: "path", props: { d: "M2 2h20v8H2Z", fill: "#0b2a6b" } },
      },
    };
    const row = div(
      { display: "flex", width: 20 },
      picture,
      div({ ...TYPE, fontSize: 2 }, "truong.example.vn/ts"),
    );
    expect((await compareLayouts(row, PAGE, AROUND)).difference).toBeNull();
  },
);

test("any corner and border is satori's", async () => {
  await fc.assert(
    fc.asyncProperty(
      length(3, 30),
      length(3, 20),
      length(0.1, 20),
      fc.constantFrom(null, "0.2mm", "1.4mm"),
      maybe(fc.constant("#ffc933")),
      async (width, height, borderRadius, edge, backgroundColor) => {
        const border = edge === null ? undefined : `${edge} solid #0b2a6b`;
        fc.pre(border !== undefined || backgroundColor !== undefined);
        const style = { width, height, boxSizing: "border-box", borderRadius, border, backgroundColor };
        const found = await compareLayouts(div({ display: "flex" }, div(given(style))), PAGE, AROUND);
        expect(found).toEqual({ difference: null, outside: null });
      },
    ),
    { numRuns: 40 },
  );
});

test("absolute boxes are painted after the flow, in their order", async () => {
  const at = (left: number, top: number, child: ElementNode) =>
    div({ display: "flex", position: "absolute", left, top }, child);
  const words = (text: string) => div({ ...TYPE, fontSize: 5 }, text);
  const element = div(
    { display: "flex", flexDirection: "column" },
    div(
      { display: "flex", position: "relative", width: 40, height: 20 },
      at(3, 4, words("Sau")),
      words("Giữa"),
    ),
    words("Trước"),
  );
  expect(await compareLayouts(element, PAGE, AROUND)).toEqual({ difference: null, outside: null });
});

test("lists wrap where satori wraps them", async () => {
  const item = div({ display: "flex", width: 30, height: 9, backgroundColor: "#ffc933" });
  const list = div(
    { display: "flex", flexWrap: "wrap", width: 70, columnGap: 3, rowGap: 2, flexShrink: 0 },
    item,
    item,
    item,
    item,
    item,
  );
  expect(await compareLayouts(list, PAGE, AROUND)).toEqual({ difference: null, outside: null });
});

test.each([
  ["read at once", {}],
  ["read by usvg", { opacity: 1 }],
])("a mosaic that is %s is satori's", async (_, more) => {
  const d = mosaicOf(["##.#", "#..#", ".##.", "#.##"].map((row) => [...row].map((cell) => cell === "#")));
  const element: ElementNode = {
    type: "svg",
    props: {
      viewBox: "0 0 4 4",
      width: 20,
      height: 20,
      children: { type: "path", props: { d, fill: "#0b2a6b", "fill-rule": "evenodd", ...more } },
    },
  };
  expect(await compareLayouts(div({ display: "flex" }, element), PAGE, AROUND)).toEqual({
    difference: null,
    outside: null,
  });
});

// ── what it leaves to satori ─────────────────────────────────────────────────────────────────────

const text = (style: Record<string, string | number>, words = "Học nghề") =>
  div({ ...TYPE, fontSize: 4, ...style }, words);

test.each([
  [
    "text that may break",
    div({ fontFamily: "Be Vietnam Pro", fontSize: 4, lineHeight: 1.3, color: "#000000" }, "Học"),
  ],
  ["a declaration that it does not know", text({ textTransform: "uppercase" })],
  ["a word that it does not know", div({ display: "grid" })],
  ["a length in words", div({ width: "50%", height: 4 })],
  ["two families", text({ fontFamily: "Lora, Be Vietnam Pro" })],
  ["a family that is not there", text({ fontFamily: "Lora" })],
  ["characters of another face", text({}, "Nghề 💡")],
  ["spaces beside spaces", text({}, "Học  nghề")],
  ["text that runs the other way", text({}, "שלום")],
  ["blocks in a block", div({}, div({ width: 3, height: 3 }))],
  ["text straight in a flex box", div({ display: "flex", ...TYPE, fontSize: 4 }, "Học")],
  [
    "an absolute box whose parent is not positioned",
    div({ display: "flex" }, div({ position: "absolute", left: 0, top: 0 })),
  ],
  ["a wrapped box without a width", div({ display: "flex", flexWrap: "wrap" }, div({ width: 3, height: 3 }))],
  ["another element", { type: "p", props: { children: "Học" } } satisfies ElementNode],
  [
    "an SVG with text",
    {
      type: "svg",
      props: { width: 3, height: 3, children: { type: "text", props: { children: "a" } } },
    } satisfies ElementNode,
  ],
  [
    "an SVG with a reference",
    {
      type: "svg",
      props: { width: 3, height: 3, children: { type: "rect", props: { fill: "url(#a)" } } },
    } satisfies ElementNode,
  ],
  [
    "what stands outside of the frame",
    div(
      { display: "flex", position: "relative", width: 9, height: 9 },
      div({ display: "flex", position: "absolute", left: 120, top: 0 }, text({})),
    ),
  ],
])("%s is satori's", async (_, element) => {
  expect((await compareLayouts(element, PAGE, AROUND)).outside).not.toBeNull();
});
