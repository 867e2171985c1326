/** Pictures as image XObjects (ISO 32000-1 §8.9.5), each written once a file. */

import { LRUCache } from "lru-cache";
import sharp, { type Sharp } from "sharp";
import type { ImageAsset } from "../../model/scene.ts";
import type { RasterImage } from "../rasterise.ts";
import { type PdfFile, type Ref, rawStream } from "./file.ts";
import { readJpegHeader } from "./jpeg.ts";
import { type PngRows, pngEntries, readPngRows } from "./png.ts";

/** A picture in the form in which it goes into the file. */
export type PreparedImage =
  | { readonly kind: "jpeg"; readonly id: string; readonly data: Uint8Array; readonly entries: string }
  | { readonly kind: "rows"; readonly id: string; readonly color: PngRows; readonly alpha: PngRows | null };

const prepared = new LRUCache<string, PreparedImage>({
  maxSize: 64 * 1024 * 1024,
  sizeCalculation: (image) =>
    image.kind === "jpeg"
      ? image.data.byteLength
      : image.color.data.byteLength + (image.alpha?.data.byteLength ?? 0),
});

/** A pure function of the asset, remembered between files. JPEGs and plain PNGs keep their bytes. */
export async function prepareImage(asset: ImageAsset): Promise<PreparedImage> {
  const known = prepared.get(asset.id);
  if (known) return known;
  const image = asset.mediaType === "image/jpeg" ? prepareJpeg(asset) : await preparePng(asset);
  prepared.set(asset.id, image);
  return image;
}

function prepareJpeg(asset: ImageAsset): PreparedImage {
  const { width, height, components, adobe } = readJpegHeader(asset.data);
  const space = components === 1 ? "/DeviceGray" : components === 3 ? "/DeviceRGB" : "/DeviceCMYK";
  const decode = components === 4 && adobe ? "/Decode[1 0 1 0 1 0 1 0]" : "";
  const entries =
    `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace${space}/BitsPerComponent 8` +
    `${decode}/Filter/DCTDecode`;
  return { kind: "jpeg", id: asset.id, data: asset.data, entries };
}

async function preparePng(asset: ImageAsset): Promise<PreparedImage> {
  const rows = readPngRows(asset.data);
  if (rows) return { kind: "rows", id: asset.id, color: rows, alpha: null };
  const { data, info } = await sharp(asset.data)
    .toColourspace("srgb")
    .ensureAlpha()
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  return preparePixels(asset.id, { width: info.width, height: info.height, rgba: data });
}

/** Colour and alpha become two streams of PNG rows; opaque pictures have no second one. */
export async function preparePixels(
  id: string,
  { width, height, rgba }: RasterImage,
): Promise<PreparedImage> {
  const pixels = () => sharp(rgba, { raw: { width, height, channels: 4 } });
  const encode = async (image: Sharp): Promise<PngRows> => {
    const rows = readPngRows(await image.png({ compressionLevel: 6, adaptiveFiltering: true }).toBuffer());
    if (!rows) throw new Error("the encoder wrote rows that PDF cannot hold");
    return rows;
  };
  const [color, alpha] = await Promise.all([
    encode(pixels().removeAlpha()),
    isOpaque(rgba) ? null : encode(pixels().extractChannel(3).toColourspace("b-w")),
  ]);
  return { kind: "rows", id, color, alpha };
}

function isOpaque(rgba: Uint8Array): boolean {
  for (let i = 3; i < rgba.length; i += 4) if (rgba[i] !== 255) return false;
  return true;
}

/** The pictures of one file. */
export class ImageRegistry {
  readonly #file: PdfFile;
  readonly #prepared: ReadonlyMap<string, PreparedImage>;
  readonly #refs = new Map<string, Ref>();

  /** @param images what scenes may ask for, by asset id */
  constructor(file: PdfFile, images: ReadonlyMap<string, PreparedImage>) {
    this.#file = file;
    this.#prepared = images;
  }

  useAsset(asset: ImageAsset, smooth: boolean): Ref {
    const image = this.#prepared.get(asset.id);
    if (!image) throw new Error(`the image ${asset.id} was not prepared`);
    return this.use(image, smooth);
  }

  /** @param smooth whether viewers should interpolate when they enlarge it */
  use(image: PreparedImage, smooth: boolean): Ref {
    const key = `${image.id} ${smooth}`;
    let ref = this.#refs.get(key);
    if (ref === undefined) {
      ref = this.#write(image, `/Interpolate ${smooth}`);
      this.#refs.set(key, ref);
    }
    return ref;
  }

  #write(image: PreparedImage, entries: string): Ref {
    if (image.kind === "jpeg") return this.#file.add(rawStream(image.entries + entries, image.data));
    const alpha =
      image.alpha && this.#file.add(rawStream(pngEntries(image.alpha, null) + entries, image.alpha.data));
    return this.#file.add(rawStream(pngEntries(image.color, alpha) + entries, image.color.data));
  }
}
