/** A scene as a flat list of what it paints, back to front, each with everything that decides where it shows. */

import { compose, IDENTITY, type Matrix, type Rect } from "../base/geometry.ts";
import type {
  BlendMode,
  Clip,
  Filter,
  GlyphRun,
  Image,
  Mask,
  Path,
  PlacedFragment,
  SceneNode,
  SceneResources,
} from "../model/scene.ts";

/** A leaf of the scene. */
export interface Painted {
  readonly node: Path | GlyphRun | Image;
  /** Maps the node's coordinates to page coordinates; inside a pattern, to the pattern's. */
  readonly toPage: Matrix;
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
}

/** A leaf of a frame. */
export interface PaintedInFrame extends Painted {
  readonly placed: PlacedFragment;
  /** Place in the frame's own paint order. */
  readonly index: number;
}

type Surroundings = Omit<Painted, "node">;

const walkedInPlace = new WeakMap<PlacedFragment, readonly PaintedInFrame[]>();

/**
 * Everything a frame paints, in paint order; coordinates are mm from the trim's top left corner. A placed fragment that
 * several scenes hold gives the same leaves in each: what is found out about them need not be found out again.
 */
export function walkPlaced(placed: PlacedFragment, resources: SceneResources): readonly PaintedInFrame[] {
  let painted = walkedInPlace.get(placed);
  if (!painted) {
    const { fragment, transform, clipped, box } = placed;
    const clips = clipped ? [{ item: rectangleClip(box), toPage: IDENTITY }] : [];
    const around = { ...outermost(resources), toPage: transform, clips };
    painted = walkNodes(fragment.nodes, around).map((leaf, index) => ({ ...leaf, placed, index }));
    walkedInPlace.set(placed, painted);
  }
  return painted;
}

const walked = new WeakMap<readonly SceneNode[], readonly Painted[]>();

/** The leaves of nodes that stand alone, such as a pattern's tile or a mask. */
export function walkAlone(nodes: readonly SceneNode[], resources: SceneResources): readonly Painted[] {
  let painted = walked.get(nodes);
  if (!painted) {
    painted = walkNodes(nodes, outermost(resources));
    walked.set(nodes, painted);
  }
  return painted;
}

const outermost = (resources: SceneResources): Surroundings => ({
  toPage: IDENTITY,
  clips: [],
  masks: [],
  opacity: 1,
  blend: "normal",
  blurred: false,
  resources,
});

function walkNodes(nodes: readonly SceneNode[], around: Surroundings): Painted[] {
  return nodes.flatMap((node): Painted[] => {
    if (node.kind !== "group") return [{ ...around, node }];
    const toPage = compose(around.toPage, node.transform);
    return walkNodes(node.children, {
      toPage,
      clips: node.clip ? [...around.clips, { item: node.clip, toPage }] : around.clips,
      masks: node.mask ? [...around.masks, { item: node.mask, toPage }] : around.masks,
      opacity: around.opacity * node.opacity,
      blend: node.blend === "normal" ? around.blend : node.blend,
      blurred: around.blurred || node.filters.some(hidesSource),
      resources: around.resources,
    });
  });
}

/** Primitives that can put the sharp source back over its own blur. */
const KEEPS_SOURCE = new Set(["feMerge", "feDropShadow", "feBlend", "feComposite"]);

const hidesSource = ({ primitives }: Filter): boolean =>
  primitives.some(({ name }) => name === "feGaussianBlur") &&
  !primitives.some(({ name }) => KEEPS_SOURCE.has(name));

const rectangleClip = ({ x, y, width, height }: Rect): Clip => ({
  shapes: [
    {
      transform: IDENTITY,
      outline: {
        verbs: "MLLLZ",
        coords: [x, y, x + width, y, x + width, y + height, x, y + height],
      },
      rule: "nonzero",
      clip: null,
    },
  ],
  parent: null,
});
