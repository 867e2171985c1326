/** takumi: the tree as its nodes, straight to PNG on its own threads. */

import { readFileSync } from "node:fs";
import { Renderer } from "@takumi-rs/core";
import { A5, FONT_FAMILY, FONTS } from "../content.mjs";
import { design, scaled } from "../design.mjs";
import { svgOf } from "../drawing.mjs";

const nodes = {
  box: (style, { children }, unit) => ({
    type: "container",
    style,
    children: children.map((child) => nodeOf(child, unit)),
  }),
  words: (style, { text }) => ({ type: "text", style, text }),
  picture: (style, { drawing }) => ({
    type: "image",
    style,
    src: svgOf(drawing),
    width: style.width,
    height: style.height,
  }),
};
const nodeOf = (node, unit) => nodes[node.kind](scaled(node.style, unit), node, unit);

export default {
  parallel: { kind: "in-flight", count: 2 },
  async open() {
    const renderer = new Renderer();
    for (const { weight, file } of FONTS) {
      await renderer.registerFont({ name: FONT_FAMILY, weight, style: "normal", data: readFileSync(file) });
    }
    return {
      png: (piece, { width, height }) =>
        renderer.render(nodeOf(design(piece), width / A5.width), { width, height, format: "png" }),
      close: async () => undefined,
    };
  },
};
