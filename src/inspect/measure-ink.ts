/** Measures how much ink pictures put down: samples of the decoded picture, a million at most. */

import sharp from "sharp";
import type { ColorSpace } from "./content/color-space.ts";
import { inksOf, totalInk } from "./content/inks.ts";
import type { PdfDocument } from "./file/document.ts";
import type { Stream } from "./file/object.ts";
import { LIMITS } from "./limits.ts";

/**
 * Share of samples left out at the heavy end: noise of JPEG around edges is no ink limit broken, an area that
 * anybody could see is.
 */
const NOISE = 0.001;

/** `null`: it holds no inks. `unknown`: it does, but nobody here can read it. */
export type ImageInk = { readonly percent: number } | "unknown" | null;

export async function measureInk(
  document: PdfDocument,
  stream: Stream,
  space: ColorSpace,
): Promise<ImageInk> {
  if (space.kind === "unknown") return "unknown";
  if (!isInky(space)) return null;
  if (space.kind === "indexed") return paletteInk(space);
  const pixels = await readPixels(document, stream, space.components);
  if (!pixels) return "unknown";
  const decode = document.numbers(stream.dict.get("Decode"));
  const ramps = Array.from({ length: space.components }, (_, i) => {
    const [low = 0, high = 1] = decode.slice(2 * i, 2 * i + 2);
    return Float64Array.from({ length: 256 }, (_, value) => low + ((high - low) * value) / 255);
  });
  return { percent: heaviest(pixels, space, ramps) };
}

const isInky = (space: ColorSpace): boolean =>
  space.kind === "inks" ||
  ((space.kind === "device" || space.kind === "icc") && space.components === 4) ||
  (space.kind === "indexed" && isInky(space.base));

function paletteInk(space: ColorSpace & { kind: "indexed" }): ImageInk {
  const entries = Math.min(space.highest + 1, Math.floor(space.palette.length / space.base.components));
  let percent = 0;
  for (let index = 0; index < entries; index++) {
    const amounts = inksOf(space, [index]);
    if (amounts) percent = Math.max(percent, totalInk(amounts));
  }
  return { percent };
}

/** Samples of 8 bits, all components of a pixel together; `null` for what cannot be read. */
async function readPixels(
  document: PdfDocument,
  stream: Stream,
  components: number,
): Promise<Uint8Array | null> {
  const { data, codec, cut } = document.data(stream);
  if (codec === null) {
    const bits = document.numberAt(stream.dict, "BitsPerComponent") ?? 8;
    if (cut || (bits !== 8 && bits !== 16)) return null;
    if (bits === 8) return data;
    return data.filter((_, i) => i % 2 === 0);
  }
  return codec.name === "DCTDecode" && components === 4 ? readJpeg(data) : null;
}

/**
 * CMYK values as the JPEG file holds them. Adobe's marker means inverted values (Adobe TN 5116 §18), which libvips
 * undoes; PDF does not: there the Decode array says so.
 */
async function readJpeg(data: Uint8Array): Promise<Uint8Array | null> {
  try {
    const options = { limitInputPixels: 400_000_000, failOn: "none" } as const;
    const { width, height, space } = await sharp(data, options).metadata();
    if (space !== "cmyk") return null;
    const shrink = Math.sqrt(Math.min(1, LIMITS.samples / (width * height)));
    const raw = await sharp(data, options)
      .pipelineColourspace("cmyk")
      .resize({ width: Math.max(1, Math.round(width * shrink)), kernel: "nearest" })
      .toColourspace("cmyk")
      .raw()
      .toBuffer();
    return hasAdobeMarker(data) ? raw.map((value) => 255 - value) : raw;
  } catch {
    return null;
  }
}

/** APP14 “Adobe”, before the first scan. */
function hasAdobeMarker(data: Uint8Array): boolean {
  for (let at = 2; at + 9 < data.length && data[at] === 0xff; ) {
    const marker = data[at + 1]!;
    if (marker === 0xda) return false;
    if (marker === 0xee) return Buffer.from(data.subarray(at + 4, at + 9)).toString("latin1") === "Adobe";
    at += 2 + ((data[at + 2]! << 8) | data[at + 3]!);
  }
  return false;
}

/** Percent that all but the noise stay under. */
function heaviest(pixels: Uint8Array, space: ColorSpace, ramps: readonly Float64Array[]): number {
  const size = space.components;
  const count = Math.floor(pixels.length / size);
  // Steps that share no factor with usual widths, so that no column is left out.
  const step = Math.max(1, Math.ceil(count / LIMITS.samples));
  const stride = step > 1 && step % 2 === 0 ? step + 1 : step;
  const histogram = new Uint32Array(401);
  let samples = 0;
  const value: number[] = new Array(size).fill(0);
  for (let pixel = 0; pixel < count; pixel += stride, samples++) {
    let ink = 0;
    if (space.kind === "inks") {
      for (let i = 0; i < size; i++) value[i] = ramps[i]![pixels[pixel * size + i]!]!;
      const amounts = inksOf(space, value);
      ink = amounts ? totalInk(amounts) : 0;
    } else {
      for (let i = 0; i < size; i++) ink += ramps[i]![pixels[pixel * size + i]!]! * 100;
    }
    histogram[Math.min(400, Math.max(0, Math.round(ink)))]!++;
  }
  let left = Math.floor(samples * NOISE);
  for (let percent = 400; percent > 0; percent--) {
    left -= histogram[percent]!;
    if (left < 0) return percent;
  }
  return 0;
}
