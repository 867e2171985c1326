/** satori with resvg-js, as their READMEs show: one tree for the page, then `new Resvg(svg).render().asPng()`. */

import { readFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";
import satori from "satori";
import { A5, FONT_FAMILY, FONTS } from "../content.mjs";
import { design, scaled } from "../design.mjs";
import { dataAddressOf } from "../drawing.mjs";

const elements = {
  box: (style, { children }, unit) => ({
    type: "div",
    props: { style, children: children.map((child) => elementOf(child, unit)) },
  }),
  words: (style, { text }) => ({ type: "div", props: { style, children: text } }),
  picture: (style, { drawing }) => ({
    type: "img",
    props: { src: dataAddressOf(drawing), width: style.width, height: style.height, style },
  }),
};
const elementOf = (node, unit) => elements[node.kind](scaled(node.style, unit), node, unit);

export default {
  parallel: { kind: "processes", count: 2 },
  async open() {
    const fonts = FONTS.map(({ weight, file }) => ({
      name: FONT_FAMILY,
      weight,
      style: "normal",
      data: readFileSync(file),
    }));
    return {
      async png(piece, { width, height }) {
        const element = elementOf(design(piece), width / A5.width);
        const svg = await satori(element, { width, height, fonts });
        return new Resvg(svg).render().asPng();
      },
      close: async () => undefined,
    };
  },
};
