/** Small builders for literal scenes. Lengths are mm, colours `#rrggbb`. */

import { readFileSync } from "node:fs";
import { parseHex } from "../../src/base/color.ts";
import type { FontFace } from "../../src/base/font/face.ts";
import { openFont } from "../../src/base/font/open-font.ts";
import { IDENTITY, type Rect, rect, uniformInsets } from "../../src/base/geometry.ts";
import { sha256 } from "../../src/base/hash.ts";
import { plainGroup } from "../../src/model/group.ts";
import { pageGeometry } from "../../src/model/page-geometry.ts";
import type {
  Clip,
  Fill,
  Fragment,
  Glyph,
  GlyphRun,
  GradientStop,
  Group,
  Image,
  ImageAsset,
  LinearGradient,
  Outline,
  Paint,
  Path,
  PlacedFragment,
  RadialGradient,
  Scene,
  SceneColor,
  SceneNode,
  SceneResources,
  SolidPaint,
  Stroke,
} from "../../src/model/scene.ts";
import type { Sheet } from "../../src/model/sheet.ts";

// ── fonts ────────────────────────────────────────────────────────────────────────────────────────

const WEIGHTS = { 400: "400Regular", 700: "700Bold", 800: "800ExtraBold" } as const;

/** A real face with every Vietnamese letter. */
export function testFace(weight: keyof typeof WEIGHTS = 400): FontFace {
  const name = WEIGHTS[weight];
  const path = `../../node_modules/@expo-google-fonts/be-vietnam-pro/${name}/BeVietnamPro_${name}.ttf`;
  const data = new Uint8Array(readFileSync(new URL(path, import.meta.url)));
  return {
    id: sha256(data),
    family: "Be Vietnam Pro",
    weight,
    style: "normal",
    postScriptName: `BeVietnamPro-${name.slice(3)}`,
    data,
  };
}

// ── paints ───────────────────────────────────────────────────────────────────────────────────────

export function color(hex: string, token: string | null = null): SceneColor {
  const rgb = parseHex(hex);
  if (!rgb) throw new Error(`not a colour: ${hex}`);
  return { rgb, token };
}

export const solid = (hex: string, alpha = 1): SolidPaint => ({ kind: "solid", color: color(hex), alpha });

export const fillOf = (paint: Paint | string, rule: Fill["rule"] = "nonzero"): Fill => ({
  paint: typeof paint === "string" ? solid(paint) : paint,
  rule,
});

export const strokeOf = (paint: Paint | string, width: number, more: Partial<Stroke> = {}): Stroke => ({
  paint: typeof paint === "string" ? solid(paint) : paint,
  width,
  cap: "butt",
  join: "miter",
  miterLimit: 4,
  dash: [],
  dashOffset: 0,
  ...more,
});

/** Stops at even distances. */
export const stopsOf = (...hexes: readonly string[]): readonly GradientStop[] =>
  hexes.map((hex, i) => ({ offset: i / (hexes.length - 1), color: color(hex), alpha: 1 }));

export const linear = (
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  stops: readonly GradientStop[],
  more: Partial<LinearGradient> = {},
): LinearGradient => ({
  kind: "linear",
  x1,
  y1,
  x2,
  y2,
  stops,
  spread: "pad",
  transform: IDENTITY,
  alpha: 1,
  ...more,
});

export const radial = (
  [cx, cy, r]: readonly [number, number, number],
  stops: readonly GradientStop[],
  more: Partial<RadialGradient> = {},
): RadialGradient => ({
  kind: "radial",
  cx,
  cy,
  r,
  fx: cx,
  fy: cy,
  stops,
  spread: "pad",
  transform: IDENTITY,
  alpha: 1,
  ...more,
});

// ── nodes ────────────────────────────────────────────────────────────────────────────────────────

export const rectOutline = ({ x, y, width, height }: Rect): Outline => ({
  verbs: "MLLLZ",
  coords: [x, y, x + width, y, x + width, y + height, x, y + height],
});

/** Four cubic arcs, the usual approximation of a circle. */
export function circleOutline(cx: number, cy: number, r: number): Outline {
  const k = r * 0.5522847498;
  // biome-ignore format: one arc a line
  return {
    verbs: "MCCCCZ",
    coords: [
      cx + r, cy,
      cx + r, cy + k, cx + k, cy + r, cx, cy + r,
      cx - k, cy + r, cx - r, cy + k, cx - r, cy,
      cx - r, cy - k, cx - k, cy - r, cx, cy - r,
      cx + k, cy - r, cx + r, cy - k, cx + r, cy,
    ],
  };
}

export const path = (outline: Outline, fill: Paint | string | null, more: Partial<Path> = {}): Path => ({
  kind: "path",
  outline,
  fill: fill === null ? null : fillOf(fill),
  stroke: null,
  paintOrder: "fill-first",
  antialias: true,
  ...more,
});

export const solidRect = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: Paint | string,
  more: Partial<Path> = {},
): Path => path(rectOutline(rect(x, y, width, height)), fill, more);

export const group = (children: readonly SceneNode[], more: Partial<Group> = {}): Group => ({
  ...plainGroup(children),
  ...more,
});

/** A clip that shows the union of the outlines. */
export const clipOf = (outlines: readonly Outline[], parent: Clip | null = null): Clip => ({
  shapes: outlines.map((outline) => ({ transform: IDENTITY, outline, rule: "nonzero", clip: null })),
  parent,
});

/** A line of text shaped with the face, its baseline starting at (x, y). */
export function glyphRun(
  text: string,
  face: FontFace,
  size: number,
  x: number,
  y: number,
  fill: Paint | string = "#000000",
  more: Partial<GlyphRun> = {},
): GlyphRun {
  const font = openFont(face);
  const unit = size / font.metrics.unitsPerEm;
  const shaped = font.shape(text);
  let pen = x;
  const glyphs = shaped.map((glyph, i): Glyph => {
    const start = pen;
    pen += glyph.advance * unit;
    const next = shaped.slice(i + 1).find((later) => later.cluster > glyph.cluster);
    const first = shaped.findIndex((other) => other.cluster === glyph.cluster) === i;
    return {
      id: glyph.id,
      x: start + glyph.dx * unit,
      y: y - glyph.dy * unit,
      advance: glyph.advance * unit,
      text: first ? text.slice(glyph.cluster, next?.cluster ?? text.length) : "",
    };
  });
  return {
    kind: "glyphs",
    font: face.id,
    size,
    skew: 0,
    glyphs,
    text,
    fill: fillOf(fill),
    stroke: null,
    paintOrder: "fill-first",
    ...more,
  };
}

export const imageNode = (asset: ImageAsset, box: Rect, smooth = true): Image => ({
  kind: "image",
  image: asset.id,
  box,
  smooth,
});

// ── scenes ───────────────────────────────────────────────────────────────────────────────────────

export const resourcesOf = (
  fonts: readonly FontFace[] = [],
  images: readonly ImageAsset[] = [],
): SceneResources => ({
  fonts: new Map(fonts.map((face) => [face.id, face])),
  images: new Map(images.map((image) => [image.id, image])),
});

export function fragmentOf(
  nodes: readonly SceneNode[],
  width: number,
  height: number,
  more: Partial<Fragment> = {},
): Fragment {
  return {
    hash: `${width}x${height}`,
    width,
    height,
    nodes,
    overflow: uniformInsets(0),
    variant: 0,
    ...more,
  };
}

/** A fragment placed at a box, 1:1. */
export const placed = (
  frame: string,
  box: Rect,
  nodes: readonly SceneNode[],
  more: Partial<PlacedFragment> = {},
): PlacedFragment => ({
  frame,
  role: "content",
  box,
  transform: [1, 0, 0, 1, box.x, box.y],
  clipped: false,
  fragment: fragmentOf(nodes, box.width, box.height),
  ...more,
});

export interface SceneOptions {
  readonly width: number;
  readonly height: number;
  readonly bleed?: number;
  readonly safe?: number;
  readonly fonts?: readonly FontFace[];
  readonly images?: readonly ImageAsset[];
}

/** A page of placed fragments; plain nodes become one page-sized frame named `page`. */
export function sceneOf(content: readonly (SceneNode | PlacedFragment)[], options: SceneOptions): Scene {
  const { width, height, bleed = 0, safe = 0, fonts = [], images = [] } = options;
  const isPlaced = (item: SceneNode | PlacedFragment): item is PlacedFragment => "fragment" in item;
  const nodes = content.filter((item): item is SceneNode => !isPlaced(item));
  const page = placed("page", rect(0, 0, width, height), nodes);
  return {
    geometry: pageGeometry(width, height, bleed, uniformInsets(safe)),
    fragments: [...(nodes.length > 0 ? [page] : []), ...content.filter(isPlaced)],
    resources: resourcesOf(fonts, images),
  };
}

/** The scene on a sheet of its trim size. */
export function trimSheet(scene: Scene): Sheet {
  const { trim } = scene.geometry;
  return {
    size: { width: trim.width, height: trim.height },
    bleedBox: trim,
    trimBox: trim,
    placements: [{ scene, transform: IDENTITY, window: trim }],
    layers: [],
  };
}

/** Nodes on a sheet of the given size. */
export const sheetOf = (nodes: readonly SceneNode[], options: SceneOptions): Sheet =>
  trimSheet(sceneOf(nodes, options));
