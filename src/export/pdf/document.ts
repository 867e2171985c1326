/** What all content streams of one file share. */

import type { Matrix } from "../../base/geometry.ts";
import type { Group, SceneNode } from "../../model/scene.ts";
import type { ColorMode, ColorModel } from "./color.ts";
import type { Content } from "./content.ts";
import type { PdfFile, Ref } from "./file.ts";
import type { RasterisedGroup } from "./filter.ts";
import type { FontRegistry } from "./font.ts";
import type { ImageRegistry } from "./image.ts";
import type { LayerRegistry } from "./layers.ts";

export interface PdfDocument {
  readonly file: PdfFile;
  /** `null` where text becomes shapes. */
  readonly fonts: FontRegistry | null;
  readonly images: ImageRegistry;
  /** What stands for the groups that carry filters. */
  readonly rasterised: ReadonlyMap<Group, RasterisedGroup>;
  /** Forms of the fragments that occur more than once, by hash. */
  readonly fragments: Map<string, { readonly form: Ref; readonly transparent: boolean }>;
  readonly layers: LayerRegistry;
  readonly colors: Readonly<Record<ColorMode, ColorModel>>;
  /** Paints nodes; held here so that patterns, masks and groups can paint what is inside them. */
  readonly paintNodes: PaintNodes;
}

/** @param matrix maps the nodes' coordinates to those of the content stream */
export type PaintNodes = (content: Content, nodes: readonly SceneNode[], matrix: Matrix) => void;
