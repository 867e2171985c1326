/** feDisplacementMap (Filter Effects 1 §9.11): pixels fetched from where another picture's colours point. */

import type { Size } from "../../../../base/geometry.ts";
import type { StraightPixels } from "./linear-light.ts";
import type { PrimitiveContext } from "./run-primitives.ts";

const CHANNELS = "RGBA";

export function displace(
  { attributes, numbers, scale }: PrimitiveContext,
  pixels: StraightPixels,
  map: StraightPixels,
  { width, height }: Size,
): StraightPixels {
  const [amount = 0] = numbers("scale", [0]);
  const channelX = CHANNELS.indexOf(attributes.xChannelSelector ?? "A");
  const channelY = CHANNELS.indexOf(attributes.yChannelSelector ?? "A");
  const result = new Uint8ClampedArray(pixels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      const fromX = Math.round(x + amount * scale[0] * (map[at + channelX]! / 255 - 0.5));
      const fromY = Math.round(y + amount * scale[1] * (map[at + channelY]! / 255 - 0.5));
      if (fromX < 0 || fromY < 0 || fromX >= width || fromY >= height) continue;
      const from = (fromY * width + fromX) * 4;
      result.set(pixels.subarray(from, from + 4), at);
    }
  }
  return result;
}
