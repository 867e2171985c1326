/** A sheet as a standalone SVG 1.1/2 document: every effect resolved, fonts not needed, images inside. */

import { IDENTITY, rect } from "../../base/geometry.ts";
import { escapeXml } from "../../base/xml.ts";
import type { Sheet } from "../../model/sheet.ts";
import { sheetLayers } from "../display-list/sheet-layers.ts";
import { simplify } from "../display-list/simplify.ts";
import { NodeWriter } from "./node-writer.ts";
import { formatNumber } from "./number.ts";

export interface SvgOptions {
  /** Names the picture for people who cannot see it. */
  readonly title: string;
  /** BCP 47 tag of the text: `vi`. */
  readonly language: string;
  readonly text: "outlines" | "live";
}

/** One unit is one millimetre. The same sheet and options give the same text. */
export function sheetToSvg(sheet: Sheet, { title, language, text }: SvgOptions): string {
  const writer = new NodeWriter({ text, labels: true });
  const width = formatNumber(sheet.size.width, 4);
  const height = formatNumber(sheet.size.height, 4);
  const page = rect(0, 0, sheet.size.width, sheet.size.height);
  const body = sheetLayers(sheet)
    .map(({ nodes, resources }) => writer.write(simplify(nodes, page, resources), resources, IDENTITY))
    .join("");
  const tag = escapeXml(language);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" ` +
    `viewBox="0 0 ${width} ${height}" role="img" lang="${tag}" xml:lang="${tag}">` +
    `<title>${escapeXml(title)}</title>${writer.definitions.toMarkup()}${body}</svg>\n`
  );
}
