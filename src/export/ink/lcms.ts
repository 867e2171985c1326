/** The only file that knows littleCMS: colour transforms between sRGB, CIELAB and one press profile. */

import {
  BYTES_SH,
  CHANNELS_SH,
  COLORSPACE_SH,
  cmsFLAGS_BLACKPOINTCOMPENSATION,
  FLOAT_SH,
  INTENT_PERCEPTUAL,
  INTENT_RELATIVE_COLORIMETRIC,
  instantiate,
  type LcmsModule,
  PT_CMYK,
  PT_Lab,
  PT_RGB,
} from "lcms-wasm";
import { LRUCache } from "lru-cache";
import { digestOf } from "../../base/hash.ts";

/** Three or four components of one colour, in 32-bit floats, free of 8-bit steps. */
export type Components = readonly number[];

/** One press profile against the standard spaces. Equal input gives equal output on every machine. */
export interface PressTransforms {
  /** sRGB 0–1 → C, M, Y, K 0–100 %. Relative colorimetric with black-point compensation. */
  inksOf(rgb: Components): Components;
  /** C, M, Y, K 0–100 % → sRGB, 0–1 inside its gamut. Relative colorimetric: paper is white, black stays as light as it is. */
  lookOf(cmyk: Components): Components;
  /** C, M, Y, K 0–100 % → CIELAB L*, a*, b* (D50) relative to the paper. */
  labOf(cmyk: Components): Components;
  /** 8-bit sRGB → 8-bit CMYK, 255 = full ink. Perceptual with black-point compensation. */
  pixelInks(rgb: Uint8Array): Uint8Array;
  /** 8-bit CMYK → 8-bit sRGB, as {@link lookOf}. */
  pixelLooks(cmyk: Uint8Array): Uint8Array;
}

/** Kept ready; a profile's tables are about 1 MB each. */
const opened = new LRUCache<string, PressTransforms>({ max: 8 });
let loading: Promise<LcmsModule> | null = null;

/**
 * @param icc a CMYK output profile
 * @throws Error when littleCMS cannot use the profile
 */
export async function pressTransforms(icc: Uint8Array): Promise<PressTransforms> {
  loading ??= instantiate();
  const lcms = await loading;
  const key = digestOf(icc);
  let transforms = opened.get(key);
  if (!transforms) {
    transforms = open(lcms, icc);
    opened.set(key, transforms);
  }
  return transforms;
}

// Layout of a pixel in memory (lcms2.h, "Format of pixel").
const bytes = (space: number, channels: number) => COLORSPACE_SH(space) | CHANNELS_SH(channels) | BYTES_SH(1);
const floats = (space: number, channels: number) =>
  FLOAT_SH(1) | COLORSPACE_SH(space) | CHANNELS_SH(channels) | BYTES_SH(4);

/** Pixels that cross into WebAssembly at once: it never grows with the picture. */
const CHUNK = 1 << 14;

function open(lcms: LcmsModule, icc: Uint8Array): PressTransforms {
  const srgb = lcms.cmsCreate_sRGBProfile();
  const lab = lcms.cmsCreateLab4Profile(null);
  const press = lcms.cmsOpenProfileFromMem(icc, icc.byteLength);
  const made: number[] = [];
  const letGo = () => {
    for (const handle of made) lcms.cmsDeleteTransform(handle);
    for (const profile of [srgb, lab, press]) if (profile !== 0) lcms.cmsCloseProfile(profile);
  };
  const transform = (from: number, fromFormat: number, to: number, toFormat: number, perceptual = false) => {
    const compensated = from === srgb ? cmsFLAGS_BLACKPOINTCOMPENSATION : 0;
    const intent = perceptual ? INTENT_PERCEPTUAL : INTENT_RELATIVE_COLORIMETRIC;
    const handle =
      press === 0 ? 0 : lcms.cmsCreateTransform(from, fromFormat, to, toFormat, intent, compensated);
    if (handle === 0) throw new Error("littleCMS cannot use the profile in both directions");
    made.push(handle);
    return handle;
  };
  const makeSingle = () => ({
    inksOf: transform(srgb, floats(PT_RGB, 3), press, floats(PT_CMYK, 4)),
    lookOf: transform(press, floats(PT_CMYK, 4), srgb, floats(PT_RGB, 3)),
    labOf: transform(press, floats(PT_CMYK, 4), lab, floats(PT_Lab, 3)),
    // What pixels need of a profile, asked for now so that a profile without it is refused before anything is drawn.
    perceptual: transform(srgb, floats(PT_RGB, 3), press, floats(PT_CMYK, 4), true),
  });
  const handles = orElse(makeSingle, letGo);
  // Those of pixels are tables that take a tenth of a second to fill: made for the first picture.
  const pixelInks = once(() => transform(srgb, bytes(PT_RGB, 3), press, bytes(PT_CMYK, 4), true));
  const pixelLooks = once(() => transform(press, bytes(PT_CMYK, 4), srgb, bytes(PT_RGB, 3)));
  const transforms: PressTransforms = {
    inksOf: (rgb) => convertOne(lcms, handles.inksOf, rgb, 4),
    lookOf: (cmyk) => convertOne(lcms, handles.lookOf, cmyk, 3),
    labOf: (cmyk) => convertOne(lcms, handles.labOf, cmyk, 3),
    pixelInks: (rgb) => convertPixels(lcms, pixelInks(), rgb, 3, 4),
    pixelLooks: (cmyk) => convertPixels(lcms, pixelLooks(), cmyk, 4, 3),
  };
  release.register(transforms, letGo);
  return transforms;
}

/** What `make` gives; when it fails, `undo` is done first. */
function orElse<T>(make: () => T, undo: () => void): T {
  try {
    return make();
  } catch (thrown) {
    undo();
    throw thrown;
  }
}

function once(make: () => number): () => number {
  let made: number | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** WebAssembly memory is not collected: transforms are deleted once nobody can call them any more. */
const release = new FinalizationRegistry<() => void>((letGo) => letGo());

function convertOne(lcms: LcmsModule, transform: number, from: Components, channels: number): Components {
  const input = lcms._malloc(16);
  const output = lcms._malloc(16);
  new Float32Array(lcms.HEAPU8.buffer, input, 4).set(from);
  lcms._cmsDoTransform(transform, input, output, 1);
  const to = [...new Float32Array(lcms.HEAPU8.buffer, output, channels)];
  lcms._free(input);
  lcms._free(output);
  return to;
}

function convertPixels(
  lcms: LcmsModule,
  transform: number,
  from: Uint8Array,
  channelsIn: number,
  channelsOut: number,
): Uint8Array {
  const count = Math.floor(from.byteLength / channelsIn);
  const to = new Uint8Array(count * channelsOut);
  const chunk = Math.min(CHUNK, count);
  if (chunk === 0) return to;
  const input = lcms._malloc(chunk * channelsIn);
  const output = lcms._malloc(chunk * channelsOut);
  for (let start = 0; start < count; start += chunk) {
    const length = Math.min(chunk, count - start);
    // The heap is a new array whenever it has grown, so it is asked for each time.
    lcms.HEAPU8.set(from.subarray(start * channelsIn, (start + length) * channelsIn), input);
    lcms._cmsDoTransform(transform, input, output, length);
    to.set(lcms.HEAPU8.subarray(output, output + length * channelsOut), start * channelsOut);
  }
  lcms._free(input);
  lcms._free(output);
  return to;
}
