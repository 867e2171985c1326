/** The colours that a JPEG 2000 picture brings itself (ISO 15444-1 annex I; ISO 32000-1 §7.4.9). */

import type { PdfDocument } from "../file/document.ts";
import { Stream } from "../file/object.ts";
import { type ColorSpace, DEVICE_CMYK, DEVICE_GRAY, DEVICE_RGB } from "./color-space.ts";

const UNKNOWN: ColorSpace = { kind: "unknown", components: 0, name: "JPEG 2000" };
const SRGB: ColorSpace = { kind: "calibrated", family: "CalRGB", components: 3 };

/** Enumerated spaces of a colr box (§I.5.3.3; 12 of ISO 15444-2): sYCC is sRGB in another form. */
const ENUMERATED: ReadonlyMap<number, ColorSpace> = new Map([
  [12, DEVICE_CMYK],
  [16, SRGB],
  [17, DEVICE_GRAY],
  [18, SRGB],
]);

/** Where nothing names the space. A fourth component may be ink or transparency. */
const BY_COMPONENTS: ReadonlyMap<number, ColorSpace> = new Map([
  [1, DEVICE_GRAY],
  [2, DEVICE_GRAY],
  [3, DEVICE_RGB],
]);

const ICC_COMPONENTS: Readonly<Record<string, number>> = { GRAY: 1, "RGB ": 3, CMYK: 4 };

const known = new WeakMap<Stream, ColorSpace>();

/** A picture without ColorSpace: what its own boxes say. */
export function jpxSpace(document: PdfDocument, stream: Stream): ColorSpace {
  let space = known.get(stream);
  if (!space) {
    const { data } = document.data(stream);
    space = spaceIn(Buffer.from(data.buffer, data.byteOffset, data.byteLength));
    known.set(stream, space);
  }
  return space;
}

function spaceIn(data: Buffer): ColorSpace {
  // A codestream without boxes begins with SOC and SIZ; Csiz is the number of components (§A.5.1).
  if (data.length >= 42 && data.readUInt32BE(0) === 0xff4fff51) {
    return BY_COMPONENTS.get(data.readUInt16BE(40)) ?? UNKNOWN;
  }
  const header = boxesOf(data).find(({ type }) => type === "jp2h");
  const boxes = header ? boxesOf(header.content) : [];
  for (const { type, content } of boxes) {
    const space = type === "colr" ? namedSpace(content) : null;
    if (space) return space;
  }
  const image = boxes.find(({ type }) => type === "ihdr")?.content;
  return (image && image.length >= 10 && BY_COMPONENTS.get(image.readUInt16BE(8))) || UNKNOWN;
}

/** Method 1 names a space, methods 2 and 3 bring an ICC profile (§I.5.3.3). */
function namedSpace(box: Buffer): ColorSpace | null {
  const method = box[0];
  if (method === 1 && box.length >= 7) return ENUMERATED.get(box.readUInt32BE(3)) ?? null;
  if (method !== 2 && method !== 3) return null;
  const profile = box.subarray(3);
  const components = ICC_COMPONENTS[profile.toString("latin1", 16, 20)];
  return components ? { kind: "icc", components, profile: new Stream(new Map(), profile) } : null;
}

interface Box {
  readonly type: string;
  readonly content: Buffer;
}

/** Boxes up to the codestream (§I.4), or one of over 4 GB; a length of 0 means all that is left. */
function boxesOf(data: Buffer): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = 0; at + 8 <= data.length && boxes.length < MOST_BOXES; ) {
    const type = data.toString("latin1", at + 4, at + 8);
    const length = data.readUInt32BE(at);
    if (type === "jp2c" || length === 1) break;
    const end = length === 0 ? data.length : at + length;
    if (end < at + 8) break;
    boxes.push({ type, content: data.subarray(at + 8, end) });
    at = end;
  }
  return boxes;
}

/** Pictures have about five. */
const MOST_BOXES = 64;
