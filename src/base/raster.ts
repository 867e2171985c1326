/** Brings a photo or bitmap logo into the one form that every exporter reads: an upright sRGB PNG or JPEG. */

import type { Metadata, Sharp } from "sharp";
import { fail, reasonOf } from "./diagnostic.ts";

/** A picture of 100 megapixels is 400 MB decoded: the most that a small machine can take. */
export const MOST_PIXELS = 100_000_000;

/** Wide enough for one re-encoding not to show. */
const QUALITY = 95;

export interface Raster {
  readonly mediaType: "image/png" | "image/jpeg";
  readonly data: Uint8Array;
  readonly pixelWidth: number;
  readonly pixelHeight: number;
}

/**
 * @param name how to call the picture in a complaint
 * @throws AnphamError `asset.too-large` before anything is decoded, `asset.unsupported-type` for broken data
 */
export const readRaster = (data: Uint8Array, name: string): Promise<Raster> =>
  withHeader(data, name, (header) => decode(data, header));

/**
 * As {@link readRaster}, but always encoded anew: nothing is left of the file but its pixels.
 * @param quality of a JPEG, 1 to 100
 */
export const encodeRaster = (data: Uint8Array, name: string, quality: number): Promise<Raster> =>
  withHeader(data, name, (header) => encode(data, header, quality));

async function withHeader(
  data: Uint8Array,
  name: string,
  make: (header: Metadata) => Promise<Raster>,
): Promise<Raster> {
  const header = await readHeader(data, name);
  try {
    return await make(header);
  } catch (thrown) {
    broken(name, thrown);
  }
}

/** Reads the size from the header and refuses too large a picture; decodes nothing. */
export async function readHeader(data: Uint8Array, name: string): Promise<Metadata> {
  const sharp = await loadSharp();
  // The limit is ours to check: sharp would decode nothing either, but not say how large the picture is.
  const header = await sharp(data, { limitInputPixels: false })
    .metadata()
    .catch((thrown: unknown) => broken(name, thrown));
  const { width, height, pages } = header;
  const shown = header.pageHeight ?? (pages ? height / pages : height);
  if (width * height > MOST_PIXELS) {
    fail("asset.too-large", {
      name,
      found: `${width} × ${Math.round(shown)} px`,
      limit: `${MOST_PIXELS / 1_000_000} megapixel`,
    });
  }
  return header;
}

async function decode(data: Uint8Array, header: Metadata): Promise<Raster> {
  if (!isPlain(header)) return encode(data, header, QUALITY);
  // A file that is cut off has a sound header: read it through once, at a size that costs little.
  await (await open(data)).resize(16, 16, { fit: "fill" }).raw().toBuffer();
  return {
    mediaType: header.format === "jpeg" ? "image/jpeg" : "image/png",
    data,
    pixelWidth: header.width,
    pixelHeight: header.height,
  };
}

async function encode(data: Uint8Array, header: Metadata, quality: number): Promise<Raster> {
  // Grey without a profile stays grey: one channel is a third of the pixels.
  const isGrey = header.space === "b-w" && header.icc === undefined;
  const upright = (await open(data)).autoOrient().toColourspace(isGrey ? "b-w" : "srgb");
  const isJpeg = header.format === "jpeg";
  // Chroma is kept whole because logos have sharp edges.
  const encoded = isJpeg
    ? upright.jpeg({ quality, chromaSubsampling: "4:4:4" })
    : upright.png({ compressionLevel: 6 });
  const { data: bytes, info } = await encoded.toBuffer({ resolveWithObject: true });
  return {
    mediaType: isJpeg ? "image/jpeg" : "image/png",
    data: new Uint8Array(bytes),
    pixelWidth: info.width,
    pixelHeight: info.height,
  };
}

const open = async (data: Uint8Array): Promise<Sharp> =>
  (await loadSharp())(data, { limitInputPixels: MOST_PIXELS, failOn: "error" });

/** Whether the bytes can be used as they are: JPEG or PNG, upright, 8 bits a channel, sRGB or grey. */
function isPlain({ orientation, depth, space, icc, format, isProgressive }: Metadata): boolean {
  if (format !== "jpeg" && format !== "png") return false;
  if ((orientation ?? 1) !== 1 || depth !== "uchar" || (space !== "srgb" && space !== "b-w")) return false;
  // Interlaced PNG rows cannot be copied into a PDF.
  if (format === "png" && isProgressive) return false;
  return icc === undefined || isSrgbProfile(icc);
}

/** By the description inside the profile, in ASCII or UTF-16: every vendor's sRGB says so. */
const isSrgbProfile = (icc: Uint8Array): boolean =>
  Buffer.from(icc).toString("latin1").replaceAll("\0", "").includes("sRGB");

function broken(name: string, thrown: unknown): never {
  // libvips speaks English, to programmers.
  const [reason = ""] = reasonOf(thrown).split("\n");
  fail(
    "asset.unsupported-type",
    { name, foundVi: "tệp ảnh bị hỏng hoặc chép chưa hết", found: `a broken picture (${reason})` },
    {},
    { cause: thrown },
  );
}

/** Loaded only when there is a bitmap: most pieces have vector logos and no photo. */
const loadSharp = async (): Promise<typeof import("sharp").default> => (await import("sharp")).default;
