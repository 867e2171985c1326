/** `<image>` elements: pixels as Image nodes, SVG pictures as the nodes that they hold. */

import { intersection, type Matrix, type Point, type Rect, rect } from "../../base/geometry.ts";
import { Recent } from "../../base/recent.ts";
import { clippedGroup, plainGroup, rectClip } from "../../model/group.ts";
import type { SceneNode } from "../../model/scene.ts";
import type { LiftedPicture, VectorPicture } from "../lift-pictures.ts";
import type { SvgElement } from "../svg-tree.ts";
import { number, type SceneContext } from "./context.ts";
import type { ConvertNodes } from "./paint.ts";

export function readImage(
  element: SvgElement,
  context: SceneContext,
  convert: ConvertNodes,
): readonly SceneNode[] {
  const { attributes } = element;
  const address = (attributes["xlink:href"] ?? attributes.href ?? "").replace(/\s+/g, "");
  const picture = context.pictures.get(address);
  if (!picture || attributes.visibility === "hidden") return [];
  const at = (name: string) => number(attributes[name], 0) * context.unit;
  return placePicture(picture, {
    viewport: rect(at("x"), at("y"), at("width"), at("height")),
    aspect: attributes.preserveAspectRatio,
    smooth: !/^(?:optimizeSpeed|pixelated|crisp-edges)$/.test(attributes["image-rendering"] ?? ""),
    contents: (vector) => convertVector(vector, context, convert),
  });
}

/** What an SVG picture shows, in its own units. */
export function convertVector(
  { root, defs, pictures }: VectorPicture,
  context: SceneContext,
  convert: ConvertNodes,
): readonly SceneNode[] {
  return convert(root.children, { ...context, unit: 1, defs, pictures, texts: new Map() });
}

export interface PicturePlace {
  /** mm */
  readonly viewport: Rect;
  /** SVG 1.1 §7.8 `preserveAspectRatio`. */
  readonly aspect: string | undefined;
  readonly smooth: boolean;
  readonly contents: (picture: VectorPicture) => readonly SceneNode[];
}

/** A picture in its viewport. */
export function placePicture(
  picture: LiftedPicture,
  { viewport, aspect, smooth, contents }: PicturePlace,
): readonly SceneNode[] {
  if (!viewport.width || !viewport.height) return [];
  if (picture.kind === "raster") {
    const { pixelWidth, pixelHeight, id } = picture.asset;
    const box = place(viewport, pixelWidth, pixelHeight, aspect);
    return within(viewport, box, [{ kind: "image", image: id, box, smooth }]);
  }
  const { attributes } = picture.root;
  const width = number(attributes.width, 1);
  const height = number(attributes.height, 1);
  const box = place(viewport, width, height, aspect);
  const view = readViewBox(attributes.viewBox) ?? [0, 0, width, height];
  const [viewX = 0, viewY = 0, viewWidth = width, viewHeight = height] = view;
  const inner = place(box, viewWidth, viewHeight, attributes.preserveAspectRatio);
  const scaleX = inner.width / viewWidth;
  const scaleY = inner.height / viewHeight;
  const transform: Matrix = [scaleX, 0, 0, scaleY, inner.x - viewX * scaleX, inner.y - viewY * scaleY];
  const children = contents(picture);
  if (!children.length) return [];
  return [clippedGroup([plainGroup(children, transform)], rectClip(intersection(viewport, box) ?? viewport))];
}

/** Cuts what hangs over the viewport. */
function within(viewport: Rect, box: Rect, nodes: readonly SceneNode[]): readonly SceneNode[] {
  const inside =
    box.x >= viewport.x - 1e-6 &&
    box.y >= viewport.y - 1e-6 &&
    box.x + box.width <= viewport.x + viewport.width + 1e-6 &&
    box.y + box.height <= viewport.y + viewport.height + 1e-6;
  return inside ? nodes : [clippedGroup(nodes, rectClip(viewport))];
}

/** Where a picture of the given proportions lies in a viewport (SVG 1.1 §7.8 `preserveAspectRatio`). */
function place(viewport: Rect, width: number, height: number, aspect: string | undefined): Rect {
  const { share, slices } = aspect === undefined ? CENTRED : readAspect(aspect);
  if (!share) return viewport;
  const scales = [viewport.width / width, viewport.height / height] as const;
  const scale = slices ? Math.max(...scales) : Math.min(...scales);
  return rect(
    viewport.x + (viewport.width - width * scale) * share.x,
    viewport.y + (viewport.height - height * scale) * share.y,
    width * scale,
    height * scale,
  );
}

interface Aspect {
  /** How much of the room that is left lies before the picture, 0–1; `null` for a picture that fills its viewport. */
  readonly share: Point | null;
  /** Whether it covers the viewport instead of standing in it. */
  readonly slices: boolean;
}

const CENTRED: Aspect = { share: { x: 0.5, y: 0.5 }, slices: false };
const FILLING: Aspect = { share: null, slices: false };

function readAspect(text: string): Aspect {
  if (text === "none") return FILLING;
  const [align = "xMidYMid", mode = "meet"] = text.trim().split(/\s+/);
  if (align === "none") return FILLING;
  const share = (name: string) => (name === "Min" ? 0 : name === "Max" ? 1 : 0.5);
  const [, alignX = "Mid", alignY = "Mid"] = /^x(Min|Mid|Max)Y(Min|Mid|Max)$/.exec(align) ?? [];
  return { share: { x: share(alignX), y: share(alignY) }, slices: mode === "slice" };
}

interface ViewBox {
  readonly text: string;
  readonly numbers: readonly number[];
}

/** Icons, codes and logos have the same ones from page to page. */
const recent = new Recent<ViewBox>(12);

/** The numbers of a `viewBox`: left, top, width and height (SVG 1.1 § 7.7). */
export function readViewBox(text: string | undefined): readonly number[] | undefined {
  if (text === undefined) return undefined;
  let box = recent.take((each) => each.text === text);
  if (!box) {
    box = { text, numbers: text.split(/[\s,]+/).map(Number) };
    recent.put(box);
  }
  return box.numbers;
}
