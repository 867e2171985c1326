/**
 * The Scene: one page's display list, the only thing that preflight, impose and export see.
 *
 * Guarantees (each has a test):
 * - Lengths are millimetres, y points down; a fragment's origin is its frame's top left corner.
 * - Paths hold only absolute M, L, C and Z; rectangles, ellipses, arcs and quadratic curves are resolved.
 * - Every colour is a {@link SceneColor} (sRGB, with the kit token it came from when it has one), never a CSS string.
 * - Gradients and patterns are in the coordinates of the node that they paint; nothing depends on a bounding box.
 * - Text is always a {@link GlyphRun} with the face that really holds its glyphs; no run mixes faces or baselines.
 * - Every font and image that a node names is in {@link SceneResources}.
 * - Clips, masks and filters are held by the group they act on; there are no ids and no references to follow.
 * - The tree is plain data: it can be hashed, stored and posted to a worker.
 */

import type { Rgb } from "../base/color.ts";
import type { FontFace } from "../base/font/face.ts";
import type { Insets, Matrix, Rect } from "../base/geometry.ts";
import type { Mm } from "../base/units.ts";
import type { PageGeometry } from "./page-geometry.ts";

export interface Scene {
  readonly geometry: PageGeometry;
  /** In paint order, the first at the back. */
  readonly fragments: readonly PlacedFragment[];
  readonly resources: SceneResources;
}

/** A laid-out frame at its place on the page. */
export interface PlacedFragment {
  /** The frame's name, by which people are told about it. */
  readonly frame: string;
  readonly role: FrameRole;
  /** The frame's box: mm from the trim's top left corner. */
  readonly box: Rect;
  /** Maps the fragment's coordinates to page coordinates (translation, and the scale that auto-fit chose). */
  readonly transform: Matrix;
  /** Whether what leaves the box is cut away; otherwise it shows, and preflight reports text that does. */
  readonly clipped: boolean;
  readonly fragment: Fragment;
}

/** `content` must be read whole; `art` may run off the page and is never reported as overflowing. */
export type FrameRole = "content" | "art";

/** The display list of one frame. Equal hashes mean equal fragments, so they can be shared and cached. */
export interface Fragment {
  readonly hash: string;
  readonly width: Mm;
  readonly height: Mm;
  readonly nodes: readonly SceneNode[];
  /** How far text or boxes leave the frame on each side, 0 where they stay inside. */
  readonly overflow: Insets;
  /** Which of the frame's contents it shows: 0 is the fullest. */
  readonly variant: number;
}

export type SceneNode = Group | Path | GlyphRun | Image;

export interface Group {
  readonly kind: "group";
  readonly transform: Matrix;
  readonly opacity: number;
  readonly blend: BlendMode;
  /** Whether children blend only with each other (CSS `isolation`); implied by opacity, mask and filter. */
  readonly isolated: boolean;
  readonly clip: Clip | null;
  readonly mask: Mask | null;
  readonly filters: readonly Filter[];
  readonly children: readonly SceneNode[];
}

/** CSS Compositing 1 `mix-blend-mode`; each has a PDF twin (ISO 32000-1 §11.3.5). */
export type BlendMode =
  | "normal"
  | "multiply"
  | "screen"
  | "overlay"
  | "darken"
  | "lighten"
  | "color-dodge"
  | "color-burn"
  | "hard-light"
  | "soft-light"
  | "difference"
  | "exclusion"
  | "hue"
  | "saturation"
  | "color"
  | "luminosity";

/** What shows through: the union of the shapes' filled areas, within the parent clip. */
export interface Clip {
  readonly shapes: readonly ClipShape[];
  readonly parent: Clip | null;
}

export interface ClipShape {
  /** Maps the shape's coordinates to those of the group that the clip acts on. */
  readonly transform: Matrix;
  readonly outline: Outline;
  readonly rule: FillRule;
  /** The clip of this shape alone. */
  readonly clip: Clip | null;
}

export interface Mask {
  readonly kind: "luminance" | "alpha";
  /** Nothing shows outside this rectangle, in the coordinates of the group that the mask acts on. */
  readonly region: Rect;
  readonly nodes: readonly SceneNode[];
  /** A mask on the mask. */
  readonly mask: Mask | null;
}

/**
 * An SVG filter (Filter Effects 1), normalised: user space units, mm. It cannot be vector in PDF, so
 * exporters that need it rasterise the group that carries it, and only that.
 */
export interface Filter {
  readonly region: Rect;
  readonly primitives: readonly FilterPrimitive[];
}

export interface FilterPrimitive {
  /** SVG element name: `feGaussianBlur`. */
  readonly name: string;
  /** SVG attributes, lengths in mm. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly FilterPrimitive[];
}

export type FillRule = "nonzero" | "evenodd";

/** `verbs` is a string of M, L, C and Z; `coords` holds 2, 2, 6 and 0 numbers for them. */
export interface Outline {
  readonly verbs: string;
  readonly coords: readonly number[];
}

export interface Path {
  readonly kind: "path";
  readonly outline: Outline;
  readonly fill: Fill | null;
  readonly stroke: Stroke | null;
  readonly paintOrder: PaintOrder;
  /** False for shapes that must not blur at their edges (CSS `shape-rendering: crispEdges`). */
  readonly antialias: boolean;
}

export type PaintOrder = "fill-first" | "stroke-first";

export interface Fill {
  readonly paint: Paint;
  readonly rule: FillRule;
}

export interface Stroke {
  readonly paint: Paint;
  readonly width: Mm;
  readonly cap: "butt" | "round" | "square";
  readonly join: "miter" | "round" | "bevel";
  readonly miterLimit: number;
  readonly dash: readonly Mm[];
  readonly dashOffset: Mm;
}

export type Paint = SolidPaint | LinearGradient | RadialGradient | Pattern;

export interface SolidPaint {
  readonly kind: "solid";
  readonly color: SceneColor;
  /** 0–1. */
  readonly alpha: number;
}

/** An sRGB value, and the kit token that stands behind it (`null`: a colour the kit does not know). */
export interface SceneColor {
  readonly rgb: Rgb;
  readonly token: string | null;
}

export interface GradientStop {
  /** 0–1, never falling from one stop to the next. */
  readonly offset: number;
  readonly color: SceneColor;
  /** 0–1. */
  readonly alpha: number;
}

export type GradientSpread = "pad" | "reflect" | "repeat";

export interface LinearGradient {
  readonly kind: "linear";
  readonly x1: Mm;
  readonly y1: Mm;
  readonly x2: Mm;
  readonly y2: Mm;
  readonly stops: readonly GradientStop[];
  readonly spread: GradientSpread;
  /** Maps gradient coordinates to those of the painted node. */
  readonly transform: Matrix;
  /** 0–1, on top of the stops' own. */
  readonly alpha: number;
}

/** From the focus (fx, fy) to the circle of radius r around (cx, cy). */
export interface RadialGradient {
  readonly kind: "radial";
  readonly cx: Mm;
  readonly cy: Mm;
  readonly r: Mm;
  readonly fx: Mm;
  readonly fy: Mm;
  readonly stops: readonly GradientStop[];
  readonly spread: GradientSpread;
  readonly transform: Matrix;
  readonly alpha: number;
}

/** A tile repeated without gaps in both directions. */
export interface Pattern {
  readonly kind: "pattern";
  /** Where one tile lies, in pattern coordinates. */
  readonly tile: Rect;
  /** Maps pattern coordinates to those of the painted node. */
  readonly transform: Matrix;
  /** In coordinates that start at the tile's top left corner, as in SVG. */
  readonly nodes: readonly SceneNode[];
  readonly alpha: number;
}

/** Positioned glyphs of one face at one size on one baseline, and the text that they stand for. */
export interface GlyphRun {
  readonly kind: "glyphs";
  /** Key into {@link SceneResources.fonts}. */
  readonly font: string;
  /** The em, in mm. */
  readonly size: Mm;
  /** Synthetic slant: tangent of the angle, 0 for none. */
  readonly skew: number;
  readonly glyphs: readonly Glyph[];
  /** The run's text in reading order, NFC. */
  readonly text: string;
  readonly fill: Fill | null;
  readonly stroke: Stroke | null;
  readonly paintOrder: PaintOrder;
}

export interface Glyph {
  /** Index in the font file. */
  readonly id: number;
  /** Origin on the baseline. */
  readonly x: Mm;
  readonly y: Mm;
  readonly advance: Mm;
  /** The characters it stands for; empty for the later glyphs of a cluster. */
  readonly text: string;
}

export interface Image {
  readonly kind: "image";
  /** Key into {@link SceneResources.images}. */
  readonly image: string;
  /** Where the whole picture is stretched to. */
  readonly box: Rect;
  readonly smooth: boolean;
}

export interface SceneResources {
  readonly fonts: ReadonlyMap<string, FontFace>;
  readonly images: ReadonlyMap<string, ImageAsset>;
}

/** A picture whose bytes every exporter can read: as `readRaster` leaves it, upright, sRGB or grey, 8 bits a channel. */
export interface ImageAsset {
  /** SHA-256 of the data. */
  readonly id: string;
  readonly mediaType: "image/png" | "image/jpeg";
  readonly pixelWidth: number;
  readonly pixelHeight: number;
  readonly data: Uint8Array;
}
