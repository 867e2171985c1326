/** Finds out how a logo or mark looks: its main colours, its own shape, whether it brings a ground. */

import { type Rect, rect } from "../base/geometry.ts";
import { findRuns } from "../base/pixel-runs.ts";
import { wordsOf } from "../base/pixel-words.ts";
import type { MarkLook, PictureColor } from "../model/picture-facts.ts";
import { byContent, type PictureData } from "./by-content.ts";

/** px of the longer side at which a mark is looked at. */
const LOOKED_AT = 256;
/** Shares below it are the blurred edges between colours. */
const LEAST_SHARE = 0.01;
/** From this alpha on, 0–255, a pixel counts as painted. */
const PAINTED = 32;
/** Colours nearer than this in every channel are one. */
const BIN = 32;

/** An empty `colors` means that the picture paints nothing. */
export const lookAtMark = byContent(500, async (picture: PictureData): Promise<MarkLook> => {
  const pixels = await pixelsOf(picture);
  const bins = new Map<number, Bin>();
  const painted = createExtent();
  let total = 0;
  let clearEdge = 0;
  for (const { y, from, to, rgba: color } of runsOf(pixels)) {
    const [r, g, b, a] = color;
    if (a < 255 - PAINTED) clearEdge += onEdge(y, from, to, pixels);
    if (a < PAINTED) continue;
    painted.add(y, from, to);
    // In whole numbers, whose sums are exact in any order.
    const weight = a * (to - from);
    total += weight;
    const key = (Math.floor(r / BIN) << 16) | (Math.floor(g / BIN) << 8) | Math.floor(b / BIN);
    const bin = bins.get(key) ?? { count: 0, r: 0, g: 0, b: 0, extent: createExtent() };
    bin.extent.add(y, from, to);
    bin.count += weight;
    bin.r += r * weight;
    bin.g += g * weight;
    bin.b += b * weight;
    bins.set(key, bin);
  }
  const whole = painted.box();
  if (!whole) return { colors: [], opaque: false, aspect: 1 };
  const colors = [...bins.values()]
    .map(({ count, r, g, b, extent }): PictureColor => {
      const mean = (sum: number) => Math.round(sum / count);
      const box = extent.box()!;
      const spread = rect(
        (box.x - whole.x) / whole.width,
        (box.y - whole.y) / whole.height,
        box.width / whole.width,
        box.height / whole.height,
      );
      return { rgb: { r: mean(r), g: mean(g), b: mean(b) }, share: count / total, spread };
    })
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((one, other) => other.share - one.share);
  // Looked at in whole pixels, which a thin picture has few of.
  const scale = (picture.pixelWidth / picture.pixelHeight) * (pixels.height / pixels.width);
  return { colors, opaque: clearEdge === 0, aspect: (scale * whole.width) / whole.height };
});

interface Bin {
  count: number;
  r: number;
  g: number;
  b: number;
  readonly extent: ReturnType<typeof createExtent>;
}

/** The box around pixels. */
function createExtent() {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  return {
    add(y: number, from: number, to: number): void {
      left = Math.min(left, from);
      top = Math.min(top, y);
      right = Math.max(right, to);
      bottom = Math.max(bottom, y + 1);
    },
    box: (): Rect | null => (bottom === 0 ? null : rect(left, top, right - left, bottom - top)),
  };
}

/** Neighbours of one colour in a row of pixels: from `from` up to, but not with, `to`. */
interface Run {
  readonly y: number;
  readonly from: number;
  readonly to: number;
  readonly rgba: readonly [r: number, g: number, b: number, a: number];
}

/** Marks are made of few flat colours: they are a tenth as many runs as pixels, or less. */
function* runsOf({ rgba, width, height }: Pixels): Generator<Run> {
  const words = wordsOf(rgba);
  const ends = new Uint32Array(width);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const count = findRuns(words, row, row + width, ends);
    let start = row;
    for (const end of ends.subarray(0, count)) {
      const at = start * 4;
      const color = [rgba[at]!, rgba[at + 1]!, rgba[at + 2]!, rgba[at + 3]!] as const;
      yield { y, from: start - row, to: end - row, rgba: color };
      start = end;
    }
  }
}

/** How many pixels of a run lie on the edge of the picture. */
function onEdge(y: number, from: number, to: number, { width, height }: Pixels): number {
  if (y === 0 || y === height - 1) return to - from;
  return (from === 0 ? 1 : 0) + (to === width && width > 1 ? 1 : 0);
}

interface Pixels {
  readonly rgba: Uint8Array;
  readonly width: number;
  readonly height: number;
}

async function pixelsOf({ data, mediaType, pixelWidth, pixelHeight }: PictureData): Promise<Pixels> {
  const scale = LOOKED_AT / Math.max(pixelWidth, pixelHeight);
  const side = (pixels: number) => Math.max(1, Math.min(LOOKED_AT, Math.round(pixels * scale)));
  const [width, height] = [side(pixelWidth), side(pixelHeight)];
  if (mediaType === "image/svg+xml") return await (await import("./paint-svg.ts")).paintSvg(data, width);
  const { default: sharp } = await import("sharp");
  const rgba = await sharp(data)
    .resize(width, height, { fit: "fill" })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer();
  return { rgba, width, height };
}
