/**
 * What a page shares with the page before it, kept as pixels: in a run of pieces most frames recur unchanged. Pieces
 * whose boxes do not meet may be painted in any order, so what recurs is painted first, once, and copied from then on.
 */

import type { Canvas } from "@napi-rs/canvas";
import { compose, IDENTITY, type Matrix, mapRect, outset, type Rect } from "../../../base/geometry.ts";
import type { Group, SceneNode, SceneResources } from "../../../model/scene.ts";
import { nodeBounds, touches } from "../../display-list/bounds.ts";
import { needsLayer, type Painter } from "./painter.ts";
import { type Pictures, picturesIn } from "./pictures.ts";
import { copyOf, lay, openSurface, type Paper, type Surface } from "./surface.ts";

/** To copy a page costs as much as to paint so many shapes. */
const LEAST_LEAVES = 12;

/** 10 MB, a screen or a preview: larger pages outgrow the processor's cache, and copying them saves nothing. */
const MOST_PIXELS = 2.5e6;

/** A node and what else decides how it looks. */
interface Piece {
  readonly node: SceneNode;
  readonly pictures: readonly (Canvas | undefined)[];
  /** Pixels that it may touch. */
  readonly box: Rect;
}

interface Painted {
  /** Equal for pages on which equal pieces leave equal pixels. */
  readonly page: string;
  readonly pieces: ReadonlyMap<SceneNode, Piece>;
}

interface Ground extends Painted {
  readonly surface: Surface;
}

let before: Painted | null = null;
let ground: Ground | null = null;

export interface Display {
  readonly nodes: readonly SceneNode[];
  readonly resources: SceneResources;
  readonly pictures: Pictures;
  readonly painter: Painter;
}

export interface View {
  /** What the surface shows, mm. */
  readonly region: Rect;
  readonly paper: Paper;
}

/** Paints a page over what the surface holds, the same pixels as the painter alone would leave on paper. */
export function paintOnGround(
  display: Display,
  { region, paper }: View,
  surface: Surface,
  toPixels: Matrix,
): void {
  const { nodes, painter } = display;
  if (surface.width * surface.height > MOST_PIXELS) {
    before = null;
    ground = null;
    lay(paper, surface);
    painter.paint(nodes, surface, toPixels);
    return;
  }
  const outer = frameOf(nodes);
  const inside = (some: readonly Piece[]): readonly SceneNode[] => {
    const own = some.map(({ node }) => node);
    return outer ? [{ ...outer, children: own }] : own;
  };
  const { width, height } = surface;
  const page = JSON.stringify([region, width, height, paper, outer && [outer.transform, outer.clip]]);
  const pieces = piecesOf(
    outer ? outer.children : nodes,
    display,
    compose(toPixels, outer?.transform ?? IDENTITY),
  );
  const earlier = before?.page === page ? before : null;
  before = { page, pieces: new Map(pieces.map((piece) => [piece.node, piece])) };
  if (ground?.page !== page || !holdsAll(ground, pieces)) {
    const shared = earlier ? parted(pieces, earlier).first : [];
    ground = leavesOf(shared) < LEAST_LEAVES ? null : groundOf(shared);
  }
  if (!ground) {
    lay(paper, surface);
    painter.paint(nodes, surface, toPixels);
    return;
  }
  copyOf(ground.surface, surface);
  painter.paint(inside(parted(pieces, ground).then), surface, toPixels);

  function groundOf(shared: readonly Piece[]): Ground {
    const own = openSurface(surface);
    lay(paper, own);
    painter.paint(inside(shared), own, toPixels);
    return { page, pieces: new Map(shared.map((piece) => [piece.node, piece])), surface: own };
  }
}

/** The group that holds the whole page and does nothing to it but move and clip. */
function frameOf(nodes: readonly SceneNode[]): Group | null {
  const [only, second] = nodes;
  return only?.kind === "group" && !second && !needsLayer(only) ? only : null;
}

function piecesOf(
  nodes: readonly SceneNode[],
  { resources, pictures }: Display,
  toPixels: Matrix,
): readonly Piece[] {
  return nodes.flatMap((node) => {
    const bounds = nodeBounds(node, resources);
    if (!bounds) return [];
    // A pixel more: soft edges reach into the next one.
    const box = outset(mapRect(toPixels, bounds), 1);
    return [{ node, box, pictures: picturesIn(node).map((key) => pictures.get(key)) }];
  });
}

/** Pieces that are known and may be painted first, since none that stands before them touches them; and the others. */
function parted(pieces: readonly Piece[], known: Painted) {
  const first: Piece[] = [];
  const then: Piece[] = [];
  for (const piece of pieces) {
    const isFirst = recurs(piece, known) && !then.some(({ box }) => touches(box, piece.box));
    (isFirst ? first : then).push(piece);
  }
  return { first, then };
}

function recurs({ node, pictures }: Piece, { pieces }: Painted): boolean {
  const known = pieces.get(node);
  return known?.pictures.every((picture, i) => picture === pictures[i]) === true;
}

/** Whether the page begins with all of the ground, in the same order. */
function holdsAll(known: Ground, pieces: readonly Piece[]): boolean {
  const { first } = parted(pieces, known);
  const order = [...known.pieces.keys()];
  return first.length === order.length && first.every(({ node }, i) => node === order[i]);
}

const leavesOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((sum, { node }) => sum + leaves(node), 0);

const leaves = (node: SceneNode): number =>
  node.kind === "group" ? node.children.reduce((sum, child) => sum + leaves(child), 0) : 1;
