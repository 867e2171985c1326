/** Reads XML into a plain tree: enough for the normalised SVG that usvg writes. */

import { SaxesParser } from "saxes";

export interface SvgElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly SvgElement[];
}

/** @throws Error when the text is not well-formed XML */
export function parseSvg(markup: string): SvgElement {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const root: { children: SvgElement[] } = { children: [] };
  const open: { children: SvgElement[] }[] = [root];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(markup).close();
  const svg = root.children[0];
  if (!svg) throw new Error("no root element");
  return svg;
}

/** Every element that carries an id, for references. */
export function indexById(root: SvgElement): ReadonlyMap<string, SvgElement> {
  const index = new Map<string, SvgElement>();
  const visit = (element: SvgElement) => {
    if (element.attributes.id) index.set(element.attributes.id, element);
    element.children.forEach(visit);
  };
  visit(root);
  return index;
}
