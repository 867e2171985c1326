/** Turns the normalised SVG tree into scene nodes, dropping what paints nothing. */

import { diagnose } from "../../base/diagnostic.ts";
import type { FontFace } from "../../base/font/face.ts";
import { foundOnce } from "../../base/found-once.ts";
import { intersection, isIdentity, type Rect, rect, union } from "../../base/geometry.ts";
import { clipRects } from "../../model/clip.ts";
import { rectClip } from "../../model/group.ts";
import { outlineBounds } from "../../model/outline.ts";
import type { BlendMode, Clip, Group, SceneNode } from "../../model/scene.ts";
import type { LiftedRun } from "../lift-text.ts";
import type { SvgElement } from "../svg-tree.ts";
import { boundsOf } from "./bounds.ts";
import { readClip, readMask } from "./clip.ts";
import { number, type SceneContext } from "./context.ts";
import { readFilters } from "./filter.ts";
import { readOutline } from "./outline.ts";
import { readPaint, readStroke } from "./paint.ts";
import { readImage } from "./picture.ts";
import { withoutText } from "./text-outlines.ts";
import { readMatrix } from "./transform.ts";

/**
 * satori's `backdrop-filter` takes `in="BackgroundImage"`, which usvg reads as the element itself: such a group
 * gets what is behind it as its content.
 */
const BACKDROP_FILTER = /url\(#satori_bf-/;

const NOTHING: readonly SceneNode[] = [];
const EMPTY: Rect = rect(0, 0, 0, 0);

/** @param behind what is already painted there, for filters that act on the backdrop */
export function convertNodes(
  elements: readonly SvgElement[],
  context: SceneContext,
  behind: readonly SceneNode[] = [],
): readonly SceneNode[] {
  const nodes: SceneNode[] = [];
  for (const element of elements) {
    const painted = context.hasBackdropFilters ? [...behind, ...nodes] : NOTHING;
    for (const node of convertNode(element, context, painted)) nodes.push(node);
  }
  return nodes;
}

function convertNode(
  element: SvgElement,
  context: SceneContext,
  behind: readonly SceneNode[],
): readonly SceneNode[] {
  switch (element.name) {
    case "g":
    case "svg":
      return convertGroup(element, context, behind);
    case "path":
      return convertPath(element, context);
    case "image":
      return readImage(element, context, convertNodes);
    case "defs":
      return [];
    default:
      context.diagnostics.push(
        diagnose(
          "layout.not-drawn",
          { frame: context.frame, whatVi: `<${element.name}>`, what: `<${element.name}>` },
          { frame: context.frame },
        ),
      );
      return [];
  }
}

function convertGroup(
  element: SvgElement,
  context: SceneContext,
  behind: readonly SceneNode[],
): readonly SceneNode[] {
  const { attributes } = element;
  const children = BACKDROP_FILTER.test(attributes.filter ?? "")
    ? withoutText(behind, fontsOf(context.texts))
    : convertNodes(element.children, context, behind);
  if (!children.length) return [];
  const fonts = fontsOf(context.texts);
  const box = boundsOf(children, { stroke: false, clip: false, fonts }) ?? EMPTY;
  const { mask, clips } = readMask(context, attributes.mask, box, convertNodes);
  const filters = readFilters(context, attributes.filter, box);
  // Filters act before clips, and what they spread may reach to their region's edge.
  const ink = boundsOf(children, { stroke: true, clip: true, fonts });
  const painted = filters.reduce((all, filter) => union(all, filter.region), ink) ?? EMPTY;
  const style = attributes.style ?? "";
  const group: Group = {
    kind: "group",
    transform: readMatrix(attributes.transform, context.unit),
    opacity: number(attributes.opacity, 1),
    blend: (/mix-blend-mode:\s*([\w-]+)/.exec(style)?.[1] ?? "normal") as BlendMode,
    isolated: /isolation:\s*isolate/.test(style),
    clip: needed(join([readClip(context, attributes["clip-path"], box), ...clips]), painted),
    mask,
    filters,
    children,
  };
  return group.opacity === 0 ? [] : simplify(group);
}

/** Chains clips so that all of them hold. */
function join(clips: readonly (Clip | null)[]): Clip | null {
  return clips.reduce<Clip | null>((outer, clip) => {
    if (!clip) return outer;
    if (!outer) return clip;
    return { shapes: clip.shapes, parent: join([outer, clip.parent]) };
  }, null);
}

/** A clip that cuts nothing off what is painted is left out; nested rectangles become one. */
function needed(clip: Clip | null, painted: Rect): Clip | null {
  const areas = clip && clipRects(clip);
  if (!clip || !areas) return clip;
  const holds = areas.every(
    (area) =>
      area.x <= painted.x + 1e-4 &&
      area.y <= painted.y + 1e-4 &&
      area.x + area.width >= painted.x + painted.width - 1e-4 &&
      area.y + area.height >= painted.y + painted.height - 1e-4,
  );
  if (holds) return null;
  const common = areas.reduce<Rect | null>((all, area) => all && intersection(all, area), areas[0] ?? null);
  return rectClip(common ?? EMPTY);
}

/** A group without effect gives way to its children. */
function simplify(group: Group): readonly SceneNode[] {
  const effect =
    group.opacity !== 1 ||
    group.blend !== "normal" ||
    group.isolated ||
    group.clip ||
    group.mask ||
    group.filters.length > 0;
  if (!effect && isIdentity(group.transform)) return group.children;
  return [group];
}

function convertPath(element: SvgElement, context: SceneContext): readonly SceneNode[] {
  const { attributes } = element;
  if (attributes.visibility === "hidden" || attributes.visibility === "collapse") return [];
  const outline = readOutline(attributes.d ?? "", context.unit);
  const box = outlineBounds(outline);
  if (!box) return [];
  const paint = readPaint(context, attributes.fill, number(attributes["fill-opacity"], 1), box, convertNodes);
  const fill = paint && {
    paint,
    rule: attributes["fill-rule"] === "evenodd" ? ("evenodd" as const) : ("nonzero" as const),
  };
  const stroke = readStroke(context, attributes, box, convertNodes);
  if (!fill && !stroke) return [];
  const paintOrder = /^\s*stroke/.test(attributes["paint-order"] ?? "") ? "stroke-first" : "fill-first";
  const runs = context.texts.get(attributes.id ?? "");
  if (runs) return runs.map((run) => toGlyphRun(run, context.unit, { fill, stroke, paintOrder }));
  const antialias =
    attributes["shape-rendering"] !== "crispEdges" && attributes["shape-rendering"] !== "optimizeSpeed";
  return [{ kind: "path", outline, fill, stroke, paintOrder, antialias }];
}

function toGlyphRun(
  run: LiftedRun,
  unit: number,
  painting: Pick<Extract<SceneNode, { kind: "glyphs" }>, "fill" | "stroke" | "paintOrder">,
): SceneNode {
  return {
    kind: "glyphs",
    font: run.face.id,
    size: run.size * unit,
    skew: run.skew,
    glyphs: run.glyphs.map(({ id, x, y, advance, text }) => ({
      id,
      x: x * unit,
      y: y * unit,
      advance: advance * unit,
      text,
    })),
    text: run.text,
    ...painting,
  };
}

const fontsOf = foundOnce(
  (texts: SceneContext["texts"]): ReadonlyMap<string, FontFace> =>
    new Map([...texts.values()].flat().map((run) => [run.face.id, run.face])),
);
