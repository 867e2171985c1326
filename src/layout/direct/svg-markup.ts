/** An inline `<svg>` of the tree as markup. */

import { Mosaic } from "../../model/mosaic.ts";
import type { ChildNode, ElementNode } from "../../model/page-tree.ts";
import { outside } from "./subset.ts";

/** @throws OutsideSubset for what is styled by CSS or holds text */
export function svgMarkup({ props }: ElementNode, width: number, height: number): string {
  const { style: _, children, width: _width, height: _height, ...attributes } = props;
  const sized = { xmlns: "http://www.w3.org/2000/svg", ...attributes, width, height };
  return `<svg${attributeList(sized)}>${childMarkup(children)}</svg>`;
}

function childMarkup(children: ChildNode | readonly ChildNode[] | undefined): string {
  if (children === undefined) return "";
  if (typeof children !== "object") return outside("text in an SVG");
  if ("type" in children) return elementMarkup(children);
  return children.map((child) => childMarkup(child)).join("");
}

function elementMarkup({ type, props }: ElementNode): string {
  const { style, children, ...attributes } = props;
  if (style !== undefined || !DRAWN.has(type)) outside(`<${type}> in an SVG`);
  return `<${type}${attributeList(attributes)}>${childMarkup(children)}</${type}>`;
}

const DRAWN = new Set(["circle", "ellipse", "g", "line", "path", "polygon", "polyline", "rect"]);

/** satori renames attributes in camel case and resolves colours in words; here they are as SVG has them. */
const NAME = /^(?:[a-z]+(?:-[a-z]+)*[12]?|viewBox|preserveAspectRatio)$/;
const REFUSED = /currentcolor|var\(|url\(|[<>&"]/i;

/** Whether an attribute's value has a text of its own. */
const isWritten = (value: unknown): boolean =>
  typeof value === "string" || typeof value === "number" || value instanceof Mosaic;

function attributeList(attributes: Readonly<Record<string, unknown>>): string {
  let list = "";
  for (const [name, value] of Object.entries(attributes)) {
    if (!NAME.test(name) || !isWritten(value)) outside(`the attribute ${name}`);
    if (typeof value === "string" && name !== "xmlns" && REFUSED.test(value)) outside(`${name}="${value}"`);
    list += ` ${name}="${value}"`;
  }
  return list;
}
