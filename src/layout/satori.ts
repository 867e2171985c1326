/** The only file that knows satori: JSX in, SVG with marks out. */

import type { Font, SatoriOptions } from "satori";
import { reasonOf } from "../base/diagnostic.ts";
import type { FontFace } from "../base/font/face.ts";
import { foundOnce } from "../base/found-once.ts";
import type { Rect } from "../base/geometry.ts";
import { clipShape } from "./clip-shapes.ts";
import { buildMarkerFont } from "./marker-font.ts";

export interface SatoriRequest {
  /** A React-style element tree without components. */
  readonly element: unknown;
  /** px */
  readonly width: number;
  readonly height: number;
  readonly fonts: FontList;
  /** Underlines skip ink, for which satori needs real outlines beside the marks. */
  readonly underlines: boolean;
  /** Pictures by grapheme, for emoji. */
  readonly graphemeImages: Readonly<Record<string, string>>;
  /** Subdivisions of a px to which boxes snap; satori's own default when `null`. */
  readonly pointScaleFactor: number | null;
}

export interface SatoriResult {
  readonly svg: string;
  /** Boxes of the elements that directly hold text, px. */
  readonly textBoxes: readonly Rect[];
  /** Boxes of the elements that have a key, px, by it. */
  readonly keyedBoxes: ReadonlyMap<string, Rect>;
  /** Declarations that satori did not understand. */
  readonly styleErrors: readonly string[];
}

/** The faces of a layout in satori's order, with the names and properties by which CSS selects them. */
export interface FontList {
  /** At most 255. */
  readonly faces: readonly FontFace[];
  readonly families: readonly {
    readonly name: string;
    readonly weight: number | null;
    readonly style: "normal" | "italic" | null;
    readonly lang: string | null;
  }[];
}

/** @throws Error with satori's own message when the tree cannot be laid out */
export async function runSatori(request: SatoriRequest): Promise<SatoriResult> {
  const textBoxes: Rect[] = [];
  const keyedBoxes = new Map<string, Rect>();
  const styleErrors: string[] = [];
  const options: SatoriOptions = {
    width: request.width,
    height: request.height,
    fonts: markerFonts(request.fonts, request.underlines),
    embedFont: true,
    graphemeImages: { ...request.graphemeImages },
    ...(request.pointScaleFactor === null ? {} : { pointScaleFactor: request.pointScaleFactor }),
    onNodeDetected: ({ left, top, width, height, textContent, key }) => {
      if (textContent !== undefined) textBoxes.push({ x: left, y: top, width, height });
      if (key != null) keyedBoxes.set(String(key), { x: left, y: top, width, height });
    },
    onStyleError: (error) => styleErrors.push(reasonOf(error)),
  };
  // Loaded with the first frame that needs it: two megabytes, and direct layout takes most pieces whole.
  const { default: satori } = await import("satori");
  const element = respelt(request.element);
  const svg = await satori(element as Parameters<typeof satori>[0], options);
  return { svg, textBoxes, keyedBoxes, styleErrors };
}

/** The same tree, spelt as satori reads it; what it would read as something else is left out. */
function respelt(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(respelt);
  if (typeof node !== "object" || node === null || !("props" in node)) return node;
  const props = node.props as Readonly<Record<string, unknown>>;
  const { style, children } = props;
  return {
    ...node,
    props: {
      ...props,
      ...(typeof style === "string" ? { style: undefined } : {}),
      ...(isClipped(style) ? { style: { ...style, clipPath: clipShape(style.clipPath).value } } : {}),
      ...(children === undefined ? {} : { children: respelt(children) }),
    },
  };
}

const isClipped = (style: unknown): style is { readonly clipPath: string } =>
  typeof style === "object" && style !== null && "clipPath" in style && typeof style.clipPath === "string";

const variantsOf = foundOnce<FontList, Map<boolean, Font[]>>(() => new Map());

/** satori caches parsed fonts by the identity of this array, so the same list must give the same array. */
function markerFonts(list: FontList, underlines: boolean): Font[] {
  const variants = variantsOf(list);
  let fonts = variants.get(underlines);
  if (!fonts) {
    fonts = list.faces.map((face, index) => {
      const { name, weight, style, lang } = list.families[index]!;
      return {
        name,
        data: Buffer.from(buildMarkerFont(face, { index, withOutlines: underlines })),
        ...(weight === null ? {} : { weight: weight as Font["weight"] & number }),
        ...(style === null ? {} : { style }),
        ...(lang === null ? {} : { lang }),
      };
    });
    variants.set(underlines, fonts);
  }
  return fonts;
}
