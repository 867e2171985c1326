/** Where each element of a page stands and where it was written: for pointing at things, not for drawing them. */

import { mapRect, type Rect } from "../base/geometry.ts";
import type { ChildNode, ElementNode, PageTree } from "../model/page-tree.ts";
import type { PlacedFragment, Scene } from "../model/scene.ts";
import { type SourcePlace, sourceOf } from "../model/source-place.ts";
import { assetPictures } from "./asset-pictures.ts";
import { toLayoutPx } from "./css-lengths.ts";
import { fillFrame, POINT_SCALE } from "./frame.ts";
import { fontListOf, type LayoutOptions, layoutResolution } from "./layout.ts";
import { liftSources } from "./lift-sources.ts";
import { runSatori } from "./satori.ts";
import { BLANK } from "./stand-in.ts";

export interface TracedElement {
  readonly frame: string;
  readonly type: string;
  /** mm from the trim's top left corner; transforms of the element's own are not followed. */
  readonly box: Rect;
  /** Its own, or that of the nearest element around it that has one. */
  readonly source: SourcePlace | null;
}

/**
 * Lays the page's frames out once more, as the scene shows them. In document order, so that of several boxes that
 * hold a point the last is the innermost.
 */
export async function traceElements(
  page: PageTree,
  scene: Scene,
  { fonts, assets }: Pick<LayoutOptions, "fonts" | "assets">,
): Promise<readonly TracedElement[]> {
  const { fonts: list } = fontListOf(fonts);
  const pictures = (await assetPictures(assets)).value;
  const standIns = new Map([...pictures.values()].map(({ address, picture }) => [address, picture]));
  const pxPerMm = layoutResolution(page);
  const traced: TracedElement[] = [];
  for (const frame of page.frames) {
    const placed = scene.fragments.find((each) => each.frame === frame.name);
    const shown = placed && frame.variants[placed.fragment.variant];
    if (!placed || !shown) continue;
    const converted = toLayoutPx(shown, pxPerMm, (src) => {
      const named = pictures.get(src)?.address;
      return named ?? (/^data:/i.test(src) ? src : BLANK);
    });
    const element = (await liftSources(converted, standIns, frame.name)).element as ElementNode;
    const nodes: Keyed[] = [];
    const boxes = await boxesOf(
      fillFrame(withKeys(element, shown, frame.source, nodes)),
      placed,
      list,
      pxPerMm,
    );
    for (const [key, { type, source }] of nodes.entries()) {
      const box = boxes.get(String(key));
      if (box) traced.push({ frame: frame.name, type, source, box: placedBox(box, placed, pxPerMm) });
    }
  }
  return traced;
}

interface Keyed {
  readonly type: string;
  readonly source: SourcePlace | null;
}

/** The tree with a key on every element, numbered in document order; what an SVG holds is one element. */
function withKeys(
  node: ElementNode,
  written: ElementNode,
  around: SourcePlace | null,
  nodes: Keyed[],
): ElementNode & { readonly key: string } {
  const source = sourceOf(written) ?? around;
  const key = String(nodes.length);
  nodes.push({ type: node.type, source });
  const { children, ...props } = node.props;
  if (children === undefined || node.type === "svg") return { ...node, key };
  const originals = listOf(written.props.children);
  const inner = listOf(children).map((child, index) => {
    const original = originals[index];
    return typeof child === "object" && typeof original === "object"
      ? withKeys(child, original, source, nodes)
      : child;
  });
  return { type: node.type, props: { ...props, children: inner.length === 1 ? inner[0]! : inner }, key };
}

const listOf = (children: ChildNode | readonly ChildNode[] | undefined): readonly ChildNode[] =>
  children === undefined
    ? []
    : Array.isArray(children)
      ? (children as readonly ChildNode[])
      : [children as ChildNode];

async function boxesOf(
  element: ElementNode,
  { fragment }: PlacedFragment,
  fonts: ReturnType<typeof fontListOf>["fonts"],
  pxPerMm: number,
): Promise<ReadonlyMap<string, Rect>> {
  try {
    const { keyedBoxes } = await runSatori({
      element,
      width: fragment.width * pxPerMm,
      height: fragment.height * pxPerMm,
      fonts,
      underlines: false,
      graphemeImages: {},
      pointScaleFactor: POINT_SCALE,
    });
    return keyedBoxes;
  } catch {
    return new Map(); // What cannot be laid out has been reported as such.
  }
}

function placedBox({ x, y, width, height }: Rect, { transform }: PlacedFragment, pxPerMm: number): Rect {
  return mapRect(transform, {
    x: x / pxPerMm,
    y: y / pxPerMm,
    width: width / pxPerMm,
    height: height / pxPerMm,
  });
}
