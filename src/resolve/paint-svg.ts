/** A cleaned drawing as pixels, to look at its colours. */

import { renderAsync } from "@resvg/resvg-js";

export interface PaintedSvg {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel, colour not multiplied by alpha. */
  readonly rgba: Uint8Array;
}

/**
 * The system's fonts decide nothing; outside the JavaScript thread.
 * @param width px
 */
export async function paintSvg(data: Uint8Array, width: number): Promise<PaintedSvg> {
  const painted = await renderAsync(new TextDecoder().decode(data), {
    font: { loadSystemFonts: false },
    logLevel: "off",
    fitTo: { mode: "width", value: width },
  });
  const rgba = new Uint8Array(painted.pixels);
  for (let i = 0; i < rgba.length; i += 4) {
    const alpha = rgba[i + 3]!;
    if (alpha === 0 || alpha === 255) continue;
    for (let channel = i; channel < i + 3; channel++) {
      rgba[channel] = Math.min(255, Math.round((rgba[channel]! * 255) / alpha));
    }
  }
  return { width: painted.width, height: painted.height, rgba };
}
