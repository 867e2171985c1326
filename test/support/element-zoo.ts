/** One small element for everything that satori 0.63 can draw. Each is 140 × 90 px on white. */

import sharp from "sharp";
import { box, h, type TestElement } from "./jsx.ts";

const svgUri = (svg: string) => `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
const XMLNS = 'xmlns="http://www.w3.org/2000/svg"';

/** A face, for the emoji of the zoo. */
export const EMOJI = {
  "😀": svgUri(`<svg ${XMLNS} viewBox="0 0 36 36"><circle fill="#FFCC4D" cx="18" cy="18" r="18"/></svg>`),
};

export const ZOO_WIDTH = 140;
export const ZOO_HEIGHT = 90;

async function photo(): Promise<import("sharp").Sharp> {
  const corner = await sharp({ create: { width: 20, height: 20, channels: 3, background: "#e22" } })
    .png()
    .toBuffer();
  const ground = sharp({ create: { width: 80, height: 40, channels: 3, background: "#3a7" } });
  return sharp(
    await ground
      .composite([{ input: corner, left: 0, top: 0 }])
      .png()
      .toBuffer(),
  );
}

const uri = (type: string, bytes: Buffer) => `data:image/${type};base64,${bytes.toString("base64")}`;

/** @returns elements by what they show */
export async function elementZoo(): Promise<Record<string, TestElement>> {
  const png = uri("png", await (await photo()).png().toBuffer());
  const jpeg = uri("jpeg", await (await photo()).jpeg({ quality: 95 }).toBuffer());
  const webp = uri("webp", await (await photo()).webp({ lossless: true }).toBuffer());
  const gif = uri("gif", await (await photo()).gif().toBuffer());
  const cell = (style: Record<string, unknown>, ...children: unknown[]) =>
    box({ width: 120, height: 70, margin: 6, ...style }, ...children);
  const cells: Record<string, TestElement> = {
    "linear gradient": cell({ background: "linear-gradient(120deg,#012 0%,#fff 100%)", borderRadius: 20 }),
    "gradient with alpha": cell({ background: "linear-gradient(90deg,rgba(200,0,0,1),rgba(200,0,0,0))" }),
    "hard stops": cell({ background: "linear-gradient(90deg,red 50%,blue 50%)" }),
    "two backgrounds": cell({
      background: "linear-gradient(rgba(0,0,0,.5),rgba(0,0,0,.5)), linear-gradient(90deg,red,lime)",
    }),
    "radial gradient": cell({ background: "radial-gradient(circle at 30% 30%,red,blue)" }),
    "elliptic gradient": cell({ background: "radial-gradient(ellipse at center,#fff,#05a)" }),
    "repeating linear gradient": cell({
      background: "repeating-linear-gradient(45deg,red 0 10px,blue 10px 20px)",
    }),
    "repeating radial gradient": cell({
      background: "repeating-radial-gradient(circle at 50% 50%,red 0 8px,yellow 8px 16px)",
    }),
    "conic gradient": cell({ background: "conic-gradient(from 30deg,red,blue,lime,red)" }),
    "box shadow": cell({ background: "#fff", boxShadow: "0 4px 10px rgba(0,0,0,.6)", borderRadius: 8 }),
    "inset shadow": cell({ background: "#fc3", boxShadow: "inset 0 0 10px #000" }),
    "text shadow": cell(
      { fontSize: 26, fontWeight: 700, textShadow: "2px 2px 3px rgba(255,0,0,.8)" },
      "Bóng chữ",
    ),
    "background-clip: text": cell(
      {
        fontSize: 30,
        fontWeight: 700,
        backgroundImage: "linear-gradient(90deg,red,blue)",
        backgroundClip: "text",
        color: "transparent",
      },
      "Chữ màu",
    ),
    "text stroke": cell(
      { fontSize: 34, fontWeight: 700, color: "#fff", WebkitTextStroke: "2px #c00" },
      "Viền",
    ),
    underline: cell({ fontSize: 24, textDecoration: "underline" }, "gạch gypq"),
    "line through": cell(
      { fontSize: 24, textDecoration: "line-through", textDecorationColor: "red" },
      "Bỏ đi",
    ),
    "dashed underline": cell({ fontSize: 24, textDecoration: "underline dashed #06c" }, "Nét đứt"),
    "synthetic italic": cell({ fontSize: 24, fontStyle: "italic" }, "Nghiêng"),
    "unknown family": cell({ fontSize: 24, fontWeight: 900, fontFamily: "Nowhere" }, "Đậm"),
    multiply: cell(
      { background: "#fc0" },
      box({ width: 60, height: 70, background: "#0af", mixBlendMode: "multiply" }),
    ),
    screen: cell(
      { background: "#630" },
      box({ width: 60, height: 70, background: "#06a", mixBlendMode: "screen" }),
    ),
    "rotated text": cell(
      { background: "#0a5", transform: "rotate(15deg) scale(.8)", color: "#fff", fontSize: 18 },
      "Xoay chữ",
    ),
    skew: cell({ background: "#fa0", transform: "skewX(20deg)", width: 70 }),
    "gradient mask": cell(
      {
        background: "#06c",
        maskImage: "linear-gradient(90deg,#000,transparent)",
        color: "#fff",
        fontSize: 20,
      },
      "Mặt nạ",
    ),
    opacity: cell({ background: "#000", opacity: 0.4, color: "#fff", fontSize: 20 }, "Mờ 40%"),
    blur: cell({ background: "#c0c", filter: "blur(3px)" }),
    grayscale: cell({ background: "#c0c", filter: "grayscale(1)", color: "#ff0", fontSize: 20 }, "xám"),
    "PNG, cover": h("img", { src: png, width: 120, height: 70, style: { margin: 6, objectFit: "cover" } }),
    "JPEG, contain": h("img", {
      src: jpeg,
      width: 120,
      height: 70,
      style: { margin: 6, objectFit: "contain", background: "#eee" },
    }),
    "WebP, rounded": h("img", {
      src: webp,
      width: 60,
      height: 70,
      style: { margin: 6, borderRadius: 16, objectFit: "cover" },
    }),
    GIF: h("img", { src: gif, width: 60, height: 30, style: { margin: 6 } }),
    "tiled image": cell({ backgroundImage: `url(${png})`, backgroundSize: "30px 15px" }),
    "SVG image": h("img", {
      src: svgUri(
        `<svg ${XMLNS} viewBox="0 0 10 10"><circle cx="5" cy="5" r="5" fill="orange"/><path d="M0 0L10 10" stroke="red"/></svg>`,
      ),
      width: 70,
      height: 70,
      style: { margin: 6 },
    }),
    "inline SVG": h(
      "svg",
      {
        width: 60,
        height: 60,
        viewBox: "0 0 24 24",
        fill: "none",
        stroke: "#d00",
        "stroke-width": 2,
        style: { margin: 6 },
      },
      h("path", { d: "M2 2L22 22M2 22 A 10 10 0 0 1 22 2" }),
      h("circle", { cx: 12, cy: 12, r: 6, fill: "#09f" }),
    ),
    "dashed border": cell({ border: "4px dashed #090", borderRadius: 12 }),
    "uneven borders": cell({
      borderTop: "6px solid red",
      borderLeft: "2px solid blue",
      borderRadius: "30px 0",
    }),
    "thin rule": h(
      "svg",
      { width: 120, height: 70, viewBox: "0 0 120 70", style: { margin: 6 } },
      h("path", { d: "M4 20.25H116", stroke: "#000", "stroke-width": 0.5 }),
    ),
    hairline: cell({ borderBottom: "0.5px solid #000" }),
    outline: cell({ outline: "3px solid #f0f", width: 80, height: 40 }),
    "rounded overflow": cell(
      { overflow: "hidden", borderRadius: 30, background: "#ddd", fontSize: 40, whiteSpace: "nowrap" },
      "Tràn ra ngoài",
    ),
    "nested overflow": cell(
      { overflow: "hidden", borderRadius: 20, background: "#eef" },
      box(
        {
          overflow: "hidden",
          width: 100,
          height: 50,
          borderRadius: 25,
          background: "linear-gradient(#f00,#00f)",
          color: "#fff",
          fontSize: 20,
        },
        "Lồng nhau",
      ),
    ),
    "clip-path": cell({ background: "#06c", clipPath: "circle(40% at 50% 50%)" }),
    ellipsis: cell(
      { display: "block", fontSize: 20, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
      "Một dòng chữ rất dài",
    ),
    justified: cell(
      { display: "block", fontSize: 13, textAlign: "justify" },
      "Trường Cao đẳng Kỹ nghệ tuyển sinh năm 2026 office fi fl",
    ),
    "letter spacing": cell({ fontSize: 18, letterSpacing: 3 }, "GIÃN CHỮ"),
    emoji: cell({ fontSize: 28 }, "A😀B"),
  };
  return Object.fromEntries(
    Object.entries(cells).map(([name, element]) => [
      name,
      box({ width: "100%", height: "100%", background: "#fff", fontFamily: "Be Vietnam Pro" }, element),
    ]),
  );
}
