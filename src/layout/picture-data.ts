/** Reads the pictures that JSX brings along as data URIs. */

import { diagnose, type Outcome, reasonOf } from "../base/diagnostic.ts";
import { sha256 } from "../base/hash.ts";
import type { ImageAsset } from "../model/scene.ts";

/** The most pixels a picture may have: a 6×3 m backdrop at 50 ppi has 70 million. */
export const MAXIMUM_PIXELS = 100_000_000;

export interface DataUri {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** `null` for anything that is not a data URI. */
export function readDataUri(address: string): DataUri | null {
  const match = /^data:([^;,]*)((?:;[^,;]*)*),([\s\S]*)$/.exec(address);
  if (!match) return null;
  const [, mediaType = "", parameters = "", data = ""] = match;
  const bytes = /;base64$/i.test(parameters)
    ? Buffer.from(data, "base64")
    : Buffer.from(unescapePercent(data), "utf8");
  return { mediaType: mediaType.toLowerCase(), bytes };
}

function unescapePercent(data: string): string {
  try {
    return decodeURIComponent(data);
  } catch {
    return data;
  }
}

/** Whether bytes are SVG text, by content. */
export function isSvg(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 1024))
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .trimStart();
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<!doctype[^>]*>\s*)*<svg[\s>]/i.test(head);
}

/**
 * A picture as PNG or sRGB JPEG. Sound PNG and JPEG bytes pass unchanged; GIF, WebP and others become PNG.
 * The value is `null`, with a diagnostic, when the bytes cannot be read or hold too many pixels.
 */
export async function readPicture(bytes: Uint8Array, name: string): Promise<Outcome<ImageAsset | null>> {
  try {
    // Most pieces hold no pixels: what costs a fifth of a start is loaded when it is needed.
    const { default: sharp } = await import("sharp");
    const image = sharp(bytes, { limitInputPixels: MAXIMUM_PIXELS });
    const { format, width, height, space } = await image.metadata();
    if (width * height > MAXIMUM_PIXELS) {
      const found = `${width}×${height} px`;
      return refuse(diagnose("asset.too-large", { name, found, limit: `${MAXIMUM_PIXELS / 1e6} MP` }));
    }
    const untouched = (format === "png" || format === "jpeg") && space !== "cmyk";
    const data = untouched
      ? bytes
      : new Uint8Array(
          await (format === "jpeg"
            ? image.toColorspace("srgb").jpeg({ quality: 92 })
            : image.png()
          ).toBuffer(),
        );
    const asset: ImageAsset = {
      id: sha256(data),
      mediaType: format === "jpeg" ? "image/jpeg" : "image/png",
      pixelWidth: width,
      pixelHeight: height,
      data,
    };
    return { value: asset, diagnostics: [] };
  } catch (thrown) {
    if (/pixel limit/i.test(reasonOf(thrown))) {
      return refuse(diagnose("asset.too-large", { name, found: "—", limit: `${MAXIMUM_PIXELS / 1e6} MP` }));
    }
    return refuse(
      diagnose("asset.unsupported-type", { name, found: reasonOf(thrown), foundVi: "dữ liệu hỏng" }),
    );
  }
}

const refuse = (diagnostic: ReturnType<typeof diagnose>): Outcome<null> => ({
  value: null,
  diagnostics: [diagnostic],
});
