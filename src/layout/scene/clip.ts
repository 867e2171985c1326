/** Clip paths and masks. */

import type { Matrix } from "../../base/geometry.ts";
import { compose, mapRect, type Rect, rect } from "../../base/geometry.ts";
import { clipRects } from "../../model/clip.ts";
import { plainGroup, rectClip } from "../../model/group.ts";
import { rectangleOf } from "../../model/outline.ts";
import type { Clip, ClipShape, Mask, SceneNode } from "../../model/scene.ts";
import type { SvgElement } from "../svg-tree.ts";
import { number, referenced, type SceneContext } from "./context.ts";
import { readOutline } from "./outline.ts";
import type { ConvertNodes } from "./paint.ts";
import { runOutline } from "./text-outlines.ts";
import { readMatrix } from "./transform.ts";

/**
 * The clip that an attribute names, or `null`. The same element gives the same object as long as `box` is
 * not needed, so that equal clips stay recognisable.
 * @param box the clipped content's box in mm, for clips in its proportions
 */
export function readClip(context: SceneContext, reference: string | undefined, box: Rect): Clip | null {
  const element = referenced(context, reference);
  if (element?.name !== "clipPath") return null;
  const own = readMatrix(element.attributes.transform, context.unit);
  const relative = element.attributes.clipPathUnits === "objectBoundingBox";
  const unit = relative ? 1 : context.unit;
  const base: Matrix = relative ? compose([box.width, 0, 0, box.height, box.x, box.y], own) : own;
  const shapes: ClipShape[] = [];
  const visit = (elements: readonly SvgElement[], transform: Matrix, clip: Clip | null) => {
    for (const child of elements) {
      const inner = compose(transform, readMatrix(child.attributes.transform, unit));
      const ownClip = readClip(context, child.attributes["clip-path"], box) ?? clip;
      if (child.name === "g") visit(child.children, inner, ownClip);
      if (child.name !== "path") continue;
      const rule = child.attributes["clip-rule"] === "evenodd" ? "evenodd" : "nonzero";
      const runs = context.texts.get(child.attributes.id ?? "");
      const outlines = runs
        ? runs.map((run) => runOutline(run.glyphs, run.face, run.size, run.skew, unit))
        : [readOutline(child.attributes.d ?? "", unit)];
      for (const outline of outlines) shapes.push({ transform: inner, outline, rule, clip: ownClip });
    }
  };
  visit(element.children, base, null);
  return { shapes, parent: readClip(context, element.attributes["clip-path"], box) };
}

/** What a mask comes to: a mask, a plain clip when it only shows and hides a rectangle, or nothing. */
export interface ReadMask {
  readonly mask: Mask | null;
  readonly clips: readonly Clip[];
}

export function readMask(
  context: SceneContext,
  reference: string | undefined,
  box: Rect,
  convert: ConvertNodes,
): ReadMask {
  const element = referenced(context, reference);
  if (element?.name !== "mask") return { mask: null, clips: [] };
  const { attributes } = element;
  const relative = attributes.maskContentUnits === "objectBoundingBox";
  const content = convert(element.children, relative ? { ...context, unit: 1 } : context);
  const nodes = relative ? [plainGroup(content, [box.width, 0, 0, box.height, box.x, box.y])] : content;
  const outer = readMask(context, attributes.mask, box, convert);
  const shown = asOpaqueRects(nodes);
  if (shown && !outer.mask) return { mask: null, clips: [...shown.map(rectClip), ...outer.clips] };
  const absolute = attributes.maskUnits === "userSpaceOnUse";
  const at = (name: string, fallback: number, size: number, origin: number) =>
    absolute
      ? number(attributes[name], 0) * context.unit
      : number(attributes[name], fallback) * size + origin;
  return {
    mask: {
      kind: attributes["mask-type"] === "alpha" ? "alpha" : "luminance",
      region: rect(
        at("x", -0.1, box.width, box.x),
        at("y", -0.1, box.height, box.y),
        at("width", 1.2, box.width, 0),
        at("height", 1.2, box.height, 0),
      ),
      nodes,
      mask: outer.mask,
    },
    clips: outer.clips,
  };
}

/**
 * satori masks every box with overflow by a white rectangle, itself masked by the boxes around it. Such a
 * mask is a clip. Returns its rectangles (all of which must hold), or `null` when the mask is more than that.
 */
function asOpaqueRects(nodes: readonly SceneNode[]): Rect[] | null {
  const [node] = nodes;
  if (nodes.length !== 1 || !node) return null;
  if (node.kind === "group") {
    const plain = node.opacity === 1 && !node.mask && !node.filters.length && node.blend === "normal";
    const inner = plain ? asOpaqueRects(node.children) : null;
    const [a, b, c, d] = node.transform;
    if (!inner || b !== 0 || c !== 0 || a <= 0 || d <= 0) return null;
    const clips = clipRects(node.clip);
    return clips && [...inner, ...clips].map((area) => mapRect(node.transform, area));
  }
  if (node.kind !== "path" || node.stroke || node.fill?.paint.kind !== "solid") return null;
  const { color, alpha } = node.fill.paint;
  const white = color.rgb.r === 255 && color.rgb.g === 255 && color.rgb.b === 255 && alpha === 1;
  const area = white ? rectangleOf(node.outline) : null;
  return area && [area];
}
