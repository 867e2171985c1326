/** A cleaned drawing as pixels, to look at its colours. */

import { renderAsync } from "@resvg/resvg-js";

/**
 * A PNG of that width. The system's fonts decide nothing; outside the JavaScript thread.
 * @param width px
 */
export async function paintSvg(data: Uint8Array, width: number): Promise<Uint8Array> {
  const painted = await renderAsync(new TextDecoder().decode(data), {
    font: { loadSystemFonts: false },
    logLevel: "off",
    fitTo: { mode: "width", value: width },
  });
  return painted.asPng();
}
