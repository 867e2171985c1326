/** What all content streams that are written together share. */

import type { Matrix } from "../../base/geometry.ts";
import type { OutputProfile } from "../../model/output-profile.ts";
import type { Group, SceneNode } from "../../model/scene.ts";
import type { ColorMode, ColorModel } from "./color.ts";
import type { Content } from "./content.ts";
import type { RasterisedGroup } from "./filter.ts";
import type { ImageRegistry } from "./image.ts";
import type { PdfStandard } from "./metadata.ts";
import type { ObjectStore, SharedForm } from "./object.ts";

export interface PdfDocument {
  readonly objects: ObjectStore;
  /** Live text, or shapes. */
  readonly text: OutputProfile["text"];
  readonly images: ImageRegistry;
  /** What stands for the groups that carry filters. */
  readonly rasterised: ReadonlyMap<Group, RasterisedGroup>;
  readonly standard: PdfStandard;
  readonly colors: Readonly<Record<ColorMode, ColorModel>>;
  /** Paints nodes; held here so that patterns, masks and groups can paint what is inside them. */
  readonly paintNodes: PaintNodes;
}

/**
 * Has drawings that recur coded once.
 * @param nodes the very same for the same drawing
 * @param place what else the form depends on
 * @param code writes it for a document of its own
 */
export type ArtOf = (
  nodes: readonly SceneNode[],
  place: string,
  code: (pdf: PdfDocument) => SharedForm,
) => SharedForm;

/** @param matrix maps the nodes' coordinates to those of the content stream */
export type PaintNodes = (content: Content, nodes: readonly SceneNode[], matrix: Matrix) => void;
