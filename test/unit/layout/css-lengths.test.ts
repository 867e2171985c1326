import { expect, test } from "vitest";
import { toLayoutPx } from "../../../src/layout/css-lengths.ts";

const style = (value: Record<string, string | number>) =>
  toLayoutPx({ type: "div", props: { style: value } }, 10, (src) => src).props.style;

test("plain numbers are millimetres, except where CSS has no unit", () => {
  expect(style({ width: 12, fontSize: 4.2, marginTop: -3 })).toEqual({
    width: 120,
    fontSize: 42,
    marginTop: -30,
  });
  expect(style({ lineHeight: 1.2, fontWeight: 700, flexGrow: 1, opacity: 0.5, zIndex: 2 })).toEqual({
    lineHeight: 1.2,
    fontWeight: 700,
    flexGrow: 1,
    opacity: 0.5,
    zIndex: 2,
  });
});

test("absolute units in strings become layout px, everything else stays", () => {
  expect(style({ padding: "2mm 1cm", transform: "translate(-3mm, 50%) rotate(15deg)" })).toEqual({
    padding: "20px 100px",
    transform: "translate(-30px, 50%) rotate(15deg)",
  });
  expect(style({ border: "1pt solid #10px0a" })?.border).toMatch(/^3\.527\d+px solid #10px0a$/);
  expect(style({ letterSpacing: "0.01em", background: "#1a2b3c" })).toEqual({
    letterSpacing: "0.01em",
    background: "#1a2b3c",
  });
});

test("inside an SVG only the picture's own size is a length", () => {
  const svg = toLayoutPx(
    {
      type: "svg",
      props: {
        width: 8,
        height: 8,
        viewBox: "0 0 24 24",
        children: { type: "rect", props: { width: 24, height: 24 } },
      },
    },
    10,
    (src) => src,
  );
  expect(svg.props).toMatchObject({
    width: 80,
    height: 80,
    children: { type: "rect", props: { width: 24, height: 24 } },
  });
});

test("pictures named by the job get the address that stands for them", () => {
  const tree = toLayoutPx(
    { type: "div", props: { children: [{ type: "img", props: { src: "asset:1", width: 3 } }] } },
    10,
    (src) => `stand-in of ${src}`,
  );
  expect(tree.props.children).toEqual([{ type: "img", props: { src: "stand-in of asset:1", width: 30 } }]);
});
