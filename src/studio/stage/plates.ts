/** What each printing plate lays on the paper, as pictures. */

import sharp from "sharp";
import type { Size } from "../../base/geometry.ts";
import { createInkConverter, type InkConverter } from "../../export/ink/ink-converter.ts";
import { pressBands } from "../../export/raster/press-bands.ts";
import type { ResolvedJob } from "../../model/job.ts";
import type { Scene, SceneColor } from "../../model/scene.ts";
import type { Plates } from "../shared/wire.ts";
import { bleedSheet } from "./bleed-sheet.ts";
import { recoloured } from "./recolour.ts";

const PROCESS = ["C", "M", "Y", "K"] as const;

/** A page's inks, pixel by pixel. */
export interface PageInks extends Plates {
  /** Four bytes a pixel: C, M, Y, K, 255 = full ink. */
  readonly cmyk: Uint8Array;
  /** By spot: one byte a pixel, 255 = full ink. */
  readonly spots: ReadonlyMap<string, Uint8Array>;
}

/** Enough to see a plate by; the heat map judges areas, not hairlines. */
const LONG_SIDE_PX = 1200;

export async function pageInks(
  scene: Scene,
  { condition, inks }: Pick<ResolvedJob, "condition" | "inks">,
): Promise<PageInks | null> {
  if (!condition) return null;
  const converter = await createInkConverter(condition, inks);
  const { bleedBox } = scene.geometry;
  const perMm = LONG_SIDE_PX / Math.max(bleedBox.width, bleedBox.height);
  const pixelSize = {
    width: Math.max(1, Math.round(bleedBox.width * perMm)),
    height: Math.max(1, Math.round(bleedBox.height * perMm)),
  };
  const ppi = perMm * 25.4;
  const spotNames = [
    ...new Set([...inks.values()].flatMap((ink) => (ink.kind === "spot" ? [ink.name] : []))),
  ];
  const spotOf = (color: SceneColor): { readonly name: string; readonly share: number } | null => {
    const ink = color.token === null ? null : converter.inkOf(color);
    return ink?.kind === "spot" ? { name: ink.name, share: ink.tint / 100 } : null;
  };
  // What is printed with a spot is no business of the process plates.
  const process =
    spotNames.length === 0 ? scene : recoloured(scene, (color) => (spotOf(color) ? WHITE : color));
  const cmyk = await pixelsOf(process, { pixelSize, ppi, converter });
  const spots = new Map<string, Uint8Array>();
  for (const name of spotNames) {
    const plate = recoloured(
      scene,
      (color) => {
        const spot = spotOf(color);
        return spot?.name === name ? grey(spot.share) : WHITE;
      },
      true,
    );
    const pixels = await pixelsOf(plate, { pixelSize, ppi, converter });
    const black = Uint8Array.from({ length: pixels.length / 4 }, (_, i) => pixels[i * 4 + 3]!);
    if (black.some((amount) => amount > 0)) spots.set(name, black);
  }
  return {
    condition: condition.name.vi,
    inkLimit: condition.inkLimit,
    most: most(cmyk, [...spots.values()]),
    names: [...PROCESS, ...spots.keys()],
    pixelSize,
    cmyk,
    spots,
  };
}

const WHITE: SceneColor = { rgb: { r: 255, g: 255, b: 255 }, token: null };

function grey(share: number): SceneColor {
  const level = Math.round(255 * (1 - share));
  return { rgb: { r: level, g: level, b: level }, token: null };
}

async function pixelsOf(
  scene: Scene,
  { pixelSize, ppi, converter }: { pixelSize: Size; ppi: number; converter: InkConverter },
): Promise<Uint8Array> {
  const pixels = new Uint8Array(pixelSize.width * pixelSize.height * 4);
  const bands = pressBands(bleedSheet(scene), { ppi, converter, pixelSize, rowMultiple: 1 });
  for await (const { top, cmyk } of bands) pixels.set(cmyk, top * pixelSize.width * 4);
  return pixels;
}

/** Percent of ink at each pixel, all plates together. */
function coverage(cmyk: Uint8Array, spots: readonly Uint8Array[], pixel: number): number {
  let sum = cmyk[pixel * 4]! + cmyk[pixel * 4 + 1]! + cmyk[pixel * 4 + 2]! + cmyk[pixel * 4 + 3]!;
  for (const spot of spots) sum += spot[pixel]!;
  return (sum * 100) / 255;
}

function most(cmyk: Uint8Array, spots: readonly Uint8Array[]): number {
  let found = 0;
  for (let pixel = 0; pixel < cmyk.length / 4; pixel++) found = Math.max(found, coverage(cmyk, spots, pixel));
  return Math.round(found);
}

/** A plate as press people look at it: black where it prints. PNG. */
export async function platePicture(
  { cmyk, spots, pixelSize }: PageInks,
  name: string,
): Promise<Uint8Array | null> {
  const place = (PROCESS as readonly string[]).indexOf(name);
  const spot = spots.get(name);
  if (place < 0 && !spot) return null;
  const count = pixelSize.width * pixelSize.height;
  const plate = new Uint8Array(count);
  for (let i = 0; i < count; i++) plate[i] = 255 - (spot ? spot[i]! : cmyk[i * 4 + place]!);
  return png(plate, pixelSize, 1);
}

/** Ink by colour: none to little blue, half the limit green, near the limit yellow, over it red. */
const HEAT = [
  [0, [255, 255, 255]],
  [1, [226, 236, 248]],
  [100, [120, 170, 220]],
  [200, [90, 180, 130]],
  [270, [240, 200, 60]],
  [300, [235, 120, 40]],
] as const;
const OVER = [220, 0, 60] as const;

/** All ink together as a heat map, what passes the condition's limit in red. PNG. */
export async function heatPicture({ cmyk, spots, pixelSize, inkLimit }: PageInks): Promise<Uint8Array> {
  const count = pixelSize.width * pixelSize.height;
  const colors = Array.from({ length: 402 }, (_, percent) => heatAt(percent, inkLimit));
  const rgb = new Uint8Array(count * 3);
  const plates = [...spots.values()];
  for (let i = 0; i < count; i++) {
    const color = colors[Math.min(401, Math.round(coverage(cmyk, plates, i)))]!;
    rgb[i * 3] = color[0];
    rgb[i * 3 + 1] = color[1];
    rgb[i * 3 + 2] = color[2];
  }
  return png(rgb, pixelSize, 3);
}

type Colour = readonly [number, number, number];

function heatAt(percent: number, limit: number): Colour {
  // 8-bit inks round up to half a percent each.
  if (percent > limit + 2) return OVER;
  const scale = limit / 300;
  for (let i = 1; i < HEAT.length; i++) {
    const [from, start] = HEAT[i - 1]!;
    const [to, end] = HEAT[i]!;
    if (percent > to * scale && i < HEAT.length - 1) continue;
    const share = Math.min(1, Math.max(0, (percent - from * scale) / ((to - from) * scale)));
    const mix = (channel: 0 | 1 | 2) => Math.round(start[channel] + share * (end[channel] - start[channel]));
    return [mix(0), mix(1), mix(2)];
  }
  return OVER;
}

const png = async (data: Uint8Array, { width, height }: Size, channels: 1 | 3): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp(data, { raw: { width, height, channels } }).png({ compressionLevel: 3 }).toBuffer(),
  );
