/**
 * Pictures brought down to the pixels that they will cover. resvg samples a large photo without averaging,
 * which leaves moiré, and decodes it again for every piece; here it is averaged once and kept.
 */

import { LRUCache } from "lru-cache";
import sharp from "sharp";
import { compose, IDENTITY, type Matrix, type Size } from "../../base/geometry.ts";
import { sha256 } from "../../base/hash.ts";
import { mmToPx, type Ppi } from "../../base/units.ts";
import type { Fill, ImageAsset, SceneNode, Stroke } from "../../model/scene.ts";
import type { SheetLayer } from "../svg/sheet-layers.ts";

/** A picture with more pixels than this per pixel of the result, each way, is brought down. */
const EXCESS = 1.5;

const fitted = new LRUCache<string, ImageAsset>({
  maxSize: 128 * 1024 * 1024,
  sizeCalculation: (image) => Math.max(1, image.data.byteLength),
});

/** The same layers, with every picture that has far too many pixels replaced by a smaller one. */
export async function withFittedImages(
  layers: readonly SheetLayer[],
  ppi: Ppi,
): Promise<readonly SheetLayer[]> {
  return await Promise.all(layers.map((layer) => fitLayer(layer, ppi)));
}

async function fitLayer(layer: SheetLayer, ppi: Ppi): Promise<SheetLayer> {
  if (layer.resources.images.size === 0) return layer;
  const covered = new Map<string, Size>();
  measure(layer.nodes, IDENTITY, covered);
  const images = new Map(layer.resources.images);
  for (const [key, { width, height }] of covered) {
    const asset = images.get(key);
    if (asset)
      images.set(key, await shrink(asset, Math.ceil(mmToPx(width, ppi)), Math.ceil(mmToPx(height, ppi))));
  }
  return { ...layer, resources: { ...layer.resources, images } };
}

/** Notes the largest size, mm, at which each picture is shown, also inside masks and patterns. */
function measure(nodes: readonly SceneNode[], toSheet: Matrix, covered: Map<string, Size>): void {
  for (const node of nodes) {
    if (node.kind === "group") {
      const inside = compose(toSheet, node.transform);
      measure(node.children, inside, covered);
      for (let mask = node.mask; mask; mask = mask.mask) measure(mask.nodes, inside, covered);
    } else if (node.kind === "image") {
      const [a, b, c, d] = toSheet;
      const before = covered.get(node.image) ?? { width: 0, height: 0 };
      covered.set(node.image, {
        width: Math.max(before.width, node.box.width * Math.hypot(a, b)),
        height: Math.max(before.height, node.box.height * Math.hypot(c, d)),
      });
    } else {
      measurePattern(node.fill, toSheet, covered);
      measurePattern(node.stroke, toSheet, covered);
    }
  }
}

function measurePattern(painted: Fill | Stroke | null, toSheet: Matrix, covered: Map<string, Size>): void {
  if (painted?.paint.kind !== "pattern") return;
  measure(painted.paint.nodes, compose(toSheet, painted.paint.transform), covered);
}

async function shrink(asset: ImageAsset, width: number, height: number): Promise<ImageAsset> {
  if (width < 1 || height < 1) return asset;
  if (asset.pixelWidth < width * EXCESS || asset.pixelHeight < height * EXCESS) return asset;
  const key = `${asset.id} ${width}x${height}`;
  let smaller = fitted.get(key);
  if (!smaller) {
    const image = sharp(asset.data).resize(width, height, { fit: "fill", kernel: "lanczos3" });
    const isJpeg = asset.mediaType === "image/jpeg";
    // Only on its way to resvg: nearly lossless, and quick to read again.
    const encoded = isJpeg
      ? image.jpeg({ quality: 96, chromaSubsampling: "4:4:4" })
      : image.png({ compressionLevel: 1, palette: false });
    const data = new Uint8Array(await encoded.toBuffer());
    smaller = { id: sha256(data), mediaType: asset.mediaType, pixelWidth: width, pixelHeight: height, data };
    fitted.set(key, smaller);
  }
  return smaller;
}
