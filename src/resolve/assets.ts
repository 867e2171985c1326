/** Reads pictures: checked by content, bounded in size, cleaned, and in a form that every exporter reads. */

import { readFile, stat } from "node:fs/promises";
import { isAbsolute, resolve } from "node:path";
import { type Diagnostic, fail } from "../base/diagnostic.ts";
import { sha256 } from "../base/hash.ts";
import { type Raster, readHeader, readRaster } from "../base/raster.ts";
import { failOnFile } from "../base/system-reason.ts";
import type { Asset } from "../model/job.ts";
import { describeData, type PictureType, sniffPicture } from "./sniff.ts";
import { cleanSvg } from "./svg.ts";

const LARGEST_FILE = 40 * 1024 * 1024;
const LARGEST_SVG = 2 * 1024 * 1024;

/** A picture without its place on a piece. */
export interface PictureFile
  extends Pick<Asset, "name" | "id" | "mediaType" | "pixelWidth" | "pixelHeight" | "data"> {
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a picture file or `data:` URI.
 * @param folder what a relative path starts from
 * @throws AnphamError with an `asset.…` code, or `request.unreadable-file`
 */
export async function readPicture(source: string, folder: string): Promise<PictureFile> {
  if (/^(https?|ftp|file):/i.test(source)) fail("asset.remote", { url: source });
  if (source.startsWith("data:")) return pictureFrom(decodeDataUri(source), shortened(source));
  const file = isAbsolute(source) ? source : resolve(folder, source);
  return pictureFrom(await readBounded(file, source), source);
}

/**
 * Builds the asset from a file's bytes.
 * @param raster how a bitmap is brought into the form that exporters read
 */
export async function pictureFrom(
  bytes: Uint8Array,
  name: string,
  raster: (bytes: Uint8Array, name: string) => Promise<Raster> = readRaster,
): Promise<PictureFile> {
  refuseOver(LARGEST_FILE, bytes.length, name);
  const type = refuseUnknown(bytes, name, ["png", "jpeg", "webp", "gif", "svg"]);
  if (type !== "svg") {
    const read = await raster(bytes, name);
    return { ...read, name, id: sha256(read.data), diagnostics: [] };
  }
  refuseOver(LARGEST_SVG, bytes.length, name);
  const { value: svg, diagnostics } = cleanSvg(decodeText(bytes, name), name);
  for (const picture of svg.pictures) {
    refuseUnknown(picture, name, ["png", "jpeg"]);
    await readHeader(picture, name);
  }
  const data = new TextEncoder().encode(svg.text);
  return {
    name,
    id: sha256(data),
    mediaType: "image/svg+xml",
    pixelWidth: svg.width,
    pixelHeight: svg.height,
    data,
    diagnostics,
  };
}

/** Asks for kind and size first, so that no pipe, device or giant is ever opened. */
async function readBounded(file: string, name: string): Promise<Uint8Array> {
  try {
    const found = await stat(file);
    if (!found.isFile()) {
      const reasons = { reasonVi: "không phải là tệp", reason: "it is not a file" };
      fail("request.unreadable-file", { file: name, ...reasons }, { file: name });
    }
    refuseOver(LARGEST_FILE, found.size, name);
    return new Uint8Array(await readFile(file));
  } catch (thrown) {
    failOnFile(name, thrown);
  }
}

function refuseUnknown(bytes: Uint8Array, name: string, known: readonly PictureType[]): PictureType {
  const type = sniffPicture(bytes);
  if (type !== null && known.includes(type)) return type;
  const [foundVi, found] = type ? [`tệp ${type}`, `a ${type} file`] : describeData(bytes);
  fail("asset.unsupported-type", { name, foundVi, found }, { file: name });
}

function refuseOver(limit: number, size: number, name: string): void {
  if (size <= limit) return;
  const megabytes = (bytes: number) => `${Math.ceil((bytes / 1024 / 1024) * 10) / 10} MB`;
  fail("asset.too-large", { name, found: megabytes(size), limit: megabytes(limit) }, { file: name });
}

function decodeText(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (thrown) {
    fail(
      "asset.unsupported-type",
      { name, foundVi: "SVG không phải mã UTF-8", found: "an SVG that is not UTF-8" },
      { file: name },
      { cause: thrown },
    );
  }
}

function decodeDataUri(uri: string): Uint8Array {
  const comma = uri.indexOf(",");
  const content = uri.slice(comma + 1);
  const isBase64 = /;base64$/i.test(uri.slice(0, Math.max(0, comma)));
  try {
    return new Uint8Array(
      isBase64 ? Buffer.from(content, "base64") : Buffer.from(decodeURIComponent(content)),
    );
  } catch {
    return new Uint8Array(); // A stray % sign: refused as an empty file.
  }
}

const shortened = (uri: string): string => (uri.length > 40 ? `${uri.slice(0, 40)}…` : uri);
