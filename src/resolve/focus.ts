/** Where a photo's subject is: libvips' attention strategy looks for skin, saturated colour and edges. */

import { byContent, type PictureData } from "./by-content.ts";

export interface Focus {
  /** 0–1 from the left. */
  readonly x: number;
  /** 0–1 from the top. */
  readonly y: number;
}

/** Height in px at which it is looked for; finer detail is no subject. */
const LOOKED_AT = 256;

/** The same bytes give the same point. Too small a picture has its subject in the middle. */
export const findFocus = byContent(
  1000,
  async ({ data, pixelWidth, pixelHeight }: PictureData): Promise<Focus> => {
    const { default: sharp } = await import("sharp");
    // Half of the width is cropped away: without a crop there is nothing to choose, and the strategy says nothing.
    const [width, height] = [Math.round((LOOKED_AT * pixelWidth) / pixelHeight), LOOKED_AT];
    const kept = Math.round(width / 2);
    if (Math.min(pixelWidth, pixelHeight) < 8 || kept < 8) return { x: 0.5, y: 0.5 };
    // Brought down first: of a JPEG that is shrunk while it loads, the point would be told in other pixels.
    const small = await sharp(data)
      .flatten({ background: "#ffffff" })
      .resize(width, height, { fit: "fill" })
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { channels } = small.info;
    const { info } = await sharp(small.data, { raw: { width, height, channels } })
      .resize(kept, height, { fit: "cover", position: "attention" })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { attentionX, attentionY } = info;
    if (attentionX === undefined || attentionY === undefined) return { x: 0.5, y: 0.5 };
    const part = (at: number, whole: number) =>
      Math.round(Math.min(1, Math.max(0, at / whole)) * 1000) / 1000;
    return { x: part(attentionX, width), y: part(attentionY, height) };
  },
);
