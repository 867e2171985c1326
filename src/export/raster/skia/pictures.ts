/**
 * Pictures as pixels that Skia can place, brought down to what they will cover: averaged once, where sampling a large
 * photo at every piece would leave moiré and decode it again.
 */

import { type Canvas, createCanvas, ImageData } from "@napi-rs/canvas";
import { LRUCache } from "lru-cache";
import sharp from "sharp";
import { foundOnce } from "../../../base/found-once.ts";
import { compose, IDENTITY, type Matrix, type Size } from "../../../base/geometry.ts";
import { mmToPx, type Ppi } from "../../../base/units.ts";
import type { Fill, ImageAsset, SceneNode, SceneResources, Stroke } from "../../../model/scene.ts";

/** Decoded pictures by their key in the resources. */
export type Pictures = ReadonlyMap<string, Canvas>;

/** A picture with more pixels than this per pixel of the result, each way, is brought down. */
const EXCESS = 1.5;

const decoded = new LRUCache<string, Canvas>({
  maxSize: 128 * 1024 * 1024,
  sizeCalculation: ({ width, height }) => width * height * 4,
});

/** Every picture that the nodes show. */
export async function decodePictures(
  nodes: readonly SceneNode[],
  { images }: SceneResources,
  ppi: Ppi,
): Promise<Pictures> {
  if (images.size === 0) return new Map();
  const covered = new Map<string, Size>();
  measure(nodes, IDENTITY, covered);
  const shown = [...covered].flatMap(([key, size]) => {
    const asset = images.get(key);
    return asset ? [{ key, asset, size }] : [];
  });
  const entries = await Promise.all(
    shown.map(async ({ key, asset, size }) => {
      const width = Math.ceil(mmToPx(size.width, ppi));
      const height = Math.ceil(mmToPx(size.height, ppi));
      return [key, await decode(asset, fittingSize(asset, { width, height }))] as const;
    }),
  );
  return new Map(entries);
}

/** The keys of the pictures that a node shows, also inside masks and patterns. */
export const picturesIn = foundOnce((node: SceneNode): readonly string[] => {
  const covered = new Map<string, Size>();
  measure([node], IDENTITY, covered);
  return [...covered.keys()];
});

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

function fittingSize({ pixelWidth, pixelHeight }: ImageAsset, { width, height }: Size): Size {
  const excessive = pixelWidth >= width * EXCESS && pixelHeight >= height * EXCESS;
  return excessive && width > 0 && height > 0
    ? { width, height }
    : { width: pixelWidth, height: pixelHeight };
}

async function decode(asset: ImageAsset, { width, height }: Size): Promise<Canvas> {
  const key = `${asset.id} ${width}x${height}`;
  const known = decoded.get(key);
  if (known) return known;
  const image = sharp(asset.data, { limitInputPixels: false }).ensureAlpha();
  const fitted =
    width < asset.pixelWidth ? image.resize(width, height, { fit: "fill", kernel: "lanczos3" }) : image;
  const data = await fitted.toColourspace("srgb").raw().toBuffer();
  const canvas = createCanvas(width, height);
  const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.byteLength);
  canvas.getContext("2d").putImageData(new ImageData(pixels, width, height), 0, 0);
  decoded.set(key, canvas);
  return canvas;
}

/** The picture's shape in one colour. */
export function silhouette(picture: Canvas, color: string): Canvas {
  const canvas = createCanvas(picture.width, picture.height);
  const pen = canvas.getContext("2d");
  pen.drawImage(picture, 0, 0);
  pen.globalCompositeOperation = "source-in";
  pen.fillStyle = color;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}
