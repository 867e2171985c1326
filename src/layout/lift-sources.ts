/** Takes pixels out of an element tree before satori sees it: the pictures that `src` attributes bring along. */

import type { Diagnostic } from "../base/diagnostic.ts";
import { isElement } from "./element-like.ts";
import type { LiftedPicture } from "./lift-pictures.ts";
import { isSvg, readDataUri, readPicture } from "./picture-data.ts";
import { BLANK, standIn } from "./stand-in.ts";

export interface LiftedSources {
  readonly element: unknown;
  /** By stand-in address, with those that were known. */
  readonly pictures: ReadonlyMap<string, LiftedPicture>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Far from the numbers of assets, and of pictures that are found later. */
const FIRST_NUMBER = 1 << 21;

/**
 * Satori takes the size of a picture from its bytes, where it lies on its side if the camera did, and knows nothing of
 * what is wrong with them.
 * @param known stand-ins that are in the tree already
 */
export async function liftSources(
  element: unknown,
  known: ReadonlyMap<string, LiftedPicture>,
  frame: string,
): Promise<LiftedSources> {
  const pictures = new Map(known);
  const diagnostics: Diagnostic[] = [];
  const replaced = new Map<string, string>();
  for (const address of sourcesIn(element)) {
    if (pictures.has(address) || replaced.has(address)) continue;
    const data = readDataUri(address);
    if (!data || isSvg(data.bytes)) continue;
    const { value, diagnostics: found } = await readPicture(data.bytes, address, frame);
    diagnostics.push(...found);
    const replacement = value
      ? standIn(value.pixelWidth, value.pixelHeight, FIRST_NUMBER + replaced.size)
      : BLANK;
    replaced.set(address, replacement);
    if (value) pictures.set(replacement, { kind: "raster", asset: value });
  }
  const lifted = replaced.size > 0 ? withSources(element, replaced) : element;
  return { element: lifted, pictures, diagnostics };
}

function sourcesIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(sourcesIn);
  if (!isElement(node)) return [];
  const { src, children } = node.props;
  const own = typeof src === "string" && /^data:/i.test(src) ? [src] : [];
  return [...own, ...sourcesIn(children)];
}

function withSources(node: unknown, replaced: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(node)) return node.map((child) => withSources(child, replaced));
  if (!isElement(node)) return node;
  const { src, children } = node.props;
  const address = typeof src === "string" ? (replaced.get(src) ?? src) : src;
  return {
    ...node,
    props: {
      ...node.props,
      ...(address === undefined ? {} : { src: address }),
      ...(children === undefined ? {} : { children: withSources(children, replaced) }),
    },
  };
}
