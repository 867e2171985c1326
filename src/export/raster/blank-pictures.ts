/** Which pixels of a painting come from pictures: found by painting it again with the pictures blanked. */

import sharp from "sharp";
import { compose, IDENTITY, type Matrix, mapRect, type Rect } from "../../base/geometry.ts";
import { sha256 } from "../../base/hash.ts";
import type { Fill, ImageAsset, SceneNode, Stroke } from "../../model/scene.ts";
import type { SheetLayer } from "../svg/sheet-layers.ts";

/** A colour that hardly any picture holds. */
const BLANK = { r: 254, g: 1, b: 253 };

/**
 * The span of rows, mm in the layers' coordinates, of each place that a picture may touch; clips are not
 * looked at, so it may be too much, never too little.
 */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

export function pictureSpans(layers: readonly SheetLayer[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { nodes, resources } of layers) {
    if (resources.images.size > 0)
      collect(nodes, IDENTITY, ({ y, height }) => spans.push({ top: y, bottom: y + height }));
  }
  return spans;
}

function collect(nodes: readonly SceneNode[], toSheet: Matrix, found: (area: Rect) => void): void {
  for (const node of nodes) {
    if (node.kind === "image") {
      found(mapRect(toSheet, node.box));
    } else if (node.kind === "group") {
      const inside = compose(toSheet, node.transform);
      collect(node.children, inside, found);
      for (let mask = node.mask; mask; mask = mask.mask) collect(mask.nodes, inside, found);
      // A filter may move and smear what it is given.
      if (node.filters.length > 0) collect(node.children, inside, () => found(EVERYWHERE));
    } else if (hasPattern(node.fill) || hasPattern(node.stroke)) {
      found(EVERYWHERE);
    }
  }
}

const EVERYWHERE: Rect = { x: -1e9, y: -1e9, width: 2e9, height: 2e9 };

const hasPattern = (painted: Fill | Stroke | null): boolean => painted?.paint.kind === "pattern";

/** The same layers, with every picture in one colour; where a picture is transparent it stays so. */
export async function withBlankPictures(layers: readonly SheetLayer[]): Promise<readonly SheetLayer[]> {
  return await Promise.all(
    layers.map(async (layer) => {
      const images = new Map<string, ImageAsset>();
      for (const [key, asset] of layer.resources.images) images.set(key, await blank(asset));
      return { ...layer, resources: { ...layer.resources, images } };
    }),
  );
}

async function blank(asset: ImageAsset): Promise<ImageAsset> {
  const { hasAlpha } = await sharp(asset.data).metadata();
  const [pixelWidth, pixelHeight] = hasAlpha ? [asset.pixelWidth, asset.pixelHeight] : [1, 1];
  const flat = sharp({
    create: { width: pixelWidth, height: pixelHeight, channels: 3, background: BLANK },
    limitInputPixels: false,
  });
  if (hasAlpha) flat.joinChannel(await sharp(asset.data).extractChannel("alpha").png().toBuffer());
  const data = new Uint8Array(await flat.png({ compressionLevel: 1, palette: false }).toBuffer());
  return { id: sha256(data), mediaType: "image/png", pixelWidth, pixelHeight, data };
}
