/** Reads the pictures that JSX brings along as data URIs. */

import { diagnosticsOf, type Outcome } from "../base/diagnostic.ts";
import { sha256 } from "../base/hash.ts";
import { readRaster } from "../base/raster.ts";
import type { ImageAsset } from "../model/scene.ts";

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
 * A picture as every exporter reads it ({@link readRaster}).
 * The value is `null`, with a diagnostic, when the bytes cannot be read or hold too many pixels.
 * @param address what the picture came as: its beginning tells people which one it is
 */
export async function readPicture(
  bytes: Uint8Array,
  address: string,
  frame: string,
): Promise<Outcome<ImageAsset | null>> {
  const name = address.length > LONGEST_NAME ? `${address.slice(0, LONGEST_NAME)}…` : address;
  try {
    const raster = await readRaster(bytes, name);
    return { value: { id: sha256(raster.data), ...raster }, diagnostics: [] };
  } catch (thrown) {
    const where = { frame };
    return { value: null, diagnostics: diagnosticsOf(thrown).map((each) => ({ ...each, where })) };
  }
}

const LONGEST_NAME = 48;
