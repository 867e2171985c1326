/** Typst in the process (typst.ts' native compiler): one template, the content as JSON, one document of N pages. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { COLORS, FONTS, flyer } from "../content.mjs";
import { iconDrawing, MARKS, MOTIF, qrDrawing, svgOf } from "../drawing.mjs";

const MAIN = `#import "flyer.typ": run
#run(json(bytes(sys.inputs.data)), json(bytes(sys.inputs.colors)))`;
/** What its authors advise for long-lived processes: results unused for ten documents are forgotten. */
const KEEP = 10;
const EVERY_ICON = 60;

function openCompiler() {
  const workspace = fileURLToPath(new URL(".", import.meta.url));
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [{ fontBlobs: FONTS.map(({ file }) => readFileSync(file)) }],
  });
  const add = (name, drawing) => compiler.mapShadow(`${workspace}${name}.svg`, Buffer.from(svgOf(drawing)));
  add("motif", MOTIF);
  for (const [i, mark] of MARKS.entries()) add(`mark-${i}`, mark);
  for (const { icon } of flyer(0, EVERY_ICON).programmes) add(`icon-${icon}`, iconDrawing(icon));
  return compiler;
}

export default {
  parallel: { kind: "processes", count: 2 },
  async open() {
    const compiler = openCompiler();
    const colors = JSON.stringify(COLORS);
    const merged = async (pieces) => {
      const data = JSON.stringify(
        pieces.map((piece) => ({ ...piece, qrDrawing: svgOf(qrDrawing(piece.qr)) })),
      );
      const pdf = compiler.pdf({ mainFileContent: MAIN, inputs: { data, colors } });
      compiler.evictCache(KEEP);
      return pdf;
    };
    return { pdf: (piece) => merged([piece]), merged, close: async () => undefined };
  },
};
