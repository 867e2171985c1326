/** A scene as a flat list of what it paints, back to front, each with everything that decides where it shows. */

import { compose, IDENTITY, invert, isIdentity, type Matrix, type Rect } from "../base/geometry.ts";
import { keptWith } from "../base/kept-with.ts";
import { rectClip } from "../model/group.ts";
import type {
  BlendMode,
  Clip,
  Filter,
  GlyphRun,
  Group,
  Image,
  Mask,
  Path,
  PlacedFragment,
  SceneNode,
  SceneResources,
} from "../model/scene.ts";
import { reachOf } from "./reach.ts";

/** A leaf of the scene. */
export interface Painted {
  readonly node: Path | GlyphRun | Image;
  /** Maps the node's coordinates to page coordinates; inside a pattern, to the pattern's. */
  readonly toPage: Matrix;
  /** The way back; `null` when the map flattens the plane. */
  readonly fromPage: Matrix | null;
  /** A box around everything that it may paint, page coordinates; `null` when it paints nothing. */
  readonly reach: Rect | null;
  readonly clips: readonly Placed<Clip>[];
  readonly masks: readonly Placed<Mask>[];
  /** Product of the opacities of the groups around it. */
  readonly opacity: number;
  /** How it meets what is behind it; of nested blends the innermost. */
  readonly blend: BlendMode;
  /** Whether it shows only as a blur, as shadows do. */
  readonly blurred: boolean;
  readonly resources: SceneResources;
}

/** Something that acts in a group's coordinates, and where these are. */
export interface Placed<T> {
  readonly item: T;
  readonly toPage: Matrix;
  readonly fromPage: Matrix | null;
}

/** A leaf of a frame. */
export interface PaintedInFrame extends Painted {
  readonly placed: PlacedFragment;
  /** Place in the frame's own paint order. */
  readonly index: number;
}

type Surroundings = Omit<Painted, "node" | "reach">;

/** Everything a frame paints, in paint order; coordinates are mm from the trim's top left corner. */
export function walkPlaced(placed: PlacedFragment, resources: SceneResources): readonly PaintedInFrame[] {
  const { fragment, transform, clipped, box } = placed;
  const clips = clipped ? [{ item: rectClip(box), toPage: IDENTITY, fromPage: IDENTITY }] : [];
  const around = outermost(resources, transform, invert(transform), clips);
  const found: PaintedInFrame[] = [];
  walkNodes(fragment.nodes, around, (node, at) => {
    found.push({
      node,
      toPage: at.toPage,
      fromPage: at.fromPage,
      reach: reachOf(node, at.toPage, resources),
      clips: at.clips,
      masks: at.masks,
      opacity: at.opacity,
      blend: at.blend,
      blurred: at.blurred,
      resources,
      placed,
      index: found.length,
    });
  });
  return found;
}

const walked = keptWith<readonly SceneNode[], readonly Painted[]>();

/** The leaves of nodes that stand alone, such as a pattern's tile or a mask. */
export function walkAlone(nodes: readonly SceneNode[], resources: SceneResources): readonly Painted[] {
  let painted = walked.get(nodes);
  if (!painted) {
    const found: Painted[] = [];
    walkNodes(nodes, outermost(resources), (node, at) =>
      found.push({ ...at, node, reach: reachOf(node, at.toPage, resources) }),
    );
    walked.set(nodes, found);
    painted = found;
  }
  return painted;
}

const outermost = (
  resources: SceneResources,
  toPage: Matrix = IDENTITY,
  fromPage: Matrix | null = IDENTITY,
  clips: Surroundings["clips"] = [],
): Surroundings => ({
  toPage,
  fromPage,
  clips,
  masks: [],
  opacity: 1,
  blend: "normal",
  blurred: false,
  resources,
});

function walkNodes(
  nodes: readonly SceneNode[],
  around: Surroundings,
  visit: (leaf: Painted["node"], around: Surroundings) => void,
): void {
  for (const node of nodes) {
    if (node.kind === "group") walkNodes(node.children, within(node, around), visit);
    else visit(node, around);
  }
}

/** What decides where a group's children show. */
function within(group: Group, around: Surroundings): Surroundings {
  const isMoved = !isIdentity(group.transform);
  const toPage = isMoved ? compose(around.toPage, group.transform) : around.toPage;
  const fromPage = isMoved ? invert(toPage) : around.fromPage;
  return {
    toPage,
    fromPage,
    clips: group.clip ? [...around.clips, { item: group.clip, toPage, fromPage }] : around.clips,
    masks: group.mask ? [...around.masks, { item: group.mask, toPage, fromPage }] : around.masks,
    opacity: around.opacity * group.opacity,
    blend: group.blend === "normal" ? around.blend : group.blend,
    blurred: around.blurred || group.filters.some(hidesSource),
    resources: around.resources,
  };
}

/** Primitives that can put the sharp source back over its own blur. */
const KEEPS_SOURCE = new Set(["feMerge", "feDropShadow", "feBlend", "feComposite"]);

const hidesSource = ({ primitives }: Filter): boolean =>
  primitives.some(({ name }) => name === "feGaussianBlur") &&
  !primitives.some(({ name }) => KEEPS_SOURCE.has(name));
