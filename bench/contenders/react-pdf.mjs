/** react-pdf: the tree as its View, Text and Svg elements. */

import { fileURLToPath } from "node:url";
import { Document, Font, Page, renderToBuffer, Svg, Text, View } from "@react-pdf/renderer";
import { createElement } from "react";
import { A5, FONT_FAMILY, FONTS } from "../content.mjs";
import { design, scaled } from "../design.mjs";

const POINTS = 72 / 25.4;
const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const shapeOf = ({ tag, attributes }, key) =>
  createElement(tag.toUpperCase(), {
    key,
    ...Object.fromEntries(Object.entries(attributes).map(([name, value]) => [camel(name), value])),
  });

const elements = {
  box: (style, { children }, key) =>
    createElement(View, { key, style }, ...children.map((child, i) => elementOf(child, i))),
  words: (style, { text }, key) => createElement(Text, { key, style }, text),
  picture: (style, { drawing: { width, height, shapes } }, key) =>
    createElement(Svg, { key, style, viewBox: `0 0 ${width} ${height}` }, ...shapes.map(shapeOf)),
};
const elementOf = (node, key) => elements[node.kind](scaled(node.style, POINTS), node, key);

const pageOf = (piece) =>
  createElement(
    Page,
    { key: piece.row, size: [A5.width * POINTS, A5.height * POINTS], style: { fontFamily: FONT_FAMILY } },
    elementOf(design(piece), 0),
  );
const documentOf = (pieces) => createElement(Document, { language: "vi" }, ...pieces.map(pageOf));

export default {
  parallel: { kind: "processes", count: 2 },
  async open() {
    const fonts = FONTS.map(({ weight, file }) => ({ src: fileURLToPath(file), fontWeight: weight }));
    Font.register({ family: FONT_FAMILY, fonts });
    Font.registerHyphenationCallback((word) => [word]);
    return {
      pdf: (piece) => renderToBuffer(documentOf([piece])),
      merged: (pieces) => renderToBuffer(documentOf(pieces)),
      close: async () => undefined,
    };
  },
};
