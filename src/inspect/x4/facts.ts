/** What the clauses of PDF/X-4 are judged by, gathered once. */

import type { Rect } from "../../base/geometry.ts";
import { type ColorSpace, involved } from "../content/color-space.ts";
import type { Layer } from "../content/layers.ts";
import type { Painted } from "../content/painted.ts";
import type { PageRun } from "../content/state.ts";
import type { PdfDocument } from "../file/document.ts";
import { type Dict, EMPTY_DICT, isArray, isDict, Stream, type Value } from "../file/object.ts";
import type { PageObject } from "../file/pages.ts";
import { LIMITS } from "../limits.ts";
import type { PageBoxes } from "../page-boxes.ts";
import { readXmp, type Xmp } from "./xmp.ts";

export interface X4Page {
  readonly page: PageObject;
  readonly boxes: PageBoxes;
  readonly run: PageRun;
  readonly colors: ColorUse;
}

/** Colours of a page by what clauses ask. */
export interface ColorUse {
  /** Every colour space in use, with the first place. */
  readonly spaces: ReadonlyMap<ColorSpace, Rect>;
  readonly blendModes: ReadonlySet<string>;
  /** First place where an ICC-based CMYK colour overprints with OPM 1. */
  readonly iccOverprint: Rect | null;
  readonly notdef: Rect | null;
}

/** The output intents of the catalogue (ISO 32000-1 §14.11.5). */
export interface Intent {
  readonly dict: Dict;
  readonly subtype: string | null;
  readonly profile: Stream | null;
}

export interface X4Facts {
  readonly document: PdfDocument;
  readonly catalog: Dict;
  readonly info: Dict;
  readonly xmp: Xmp | null;
  readonly metadata: Stream | null;
  /** Those with `/S /GTS_PDFX`. */
  readonly intents: readonly Intent[];
  /** Colour space of the intent's profile: `CMYK`, `RGB`, `GRAY`; `null` without one. */
  readonly intentSpace: string | null;
  readonly pages: readonly X4Page[];
  readonly layers: readonly Layer[];
  /** Every dictionary of the file, those of streams too. */
  readonly dicts: readonly Dict[];
  readonly streams: readonly Stream[];
}

/** Gathers a page's colours while its painting operations pass by. */
export function collectColors(): { see(painted: Painted): void; colors(): ColorUse } {
  const spaces = new Map<ColorSpace, Rect>();
  const blendModes = new Set<string>();
  let iccOverprint: Rect | null = null;
  let notdef: Rect | null = null;
  return {
    see({ color, area, blend, overprint, overprintMode, text }) {
      for (const space of involved(color.space)) if (!spaces.has(space)) spaces.set(space, area);
      blendModes.add(blend);
      if (overprint && overprintMode === 1 && color.space.kind === "icc" && color.space.components === 4) {
        iccOverprint ??= area;
      }
      if (text?.notdef) notdef ??= area;
    },
    colors: () => ({ spaces, blendModes, iccOverprint, notdef }),
  };
}

export function gatherFacts(
  document: PdfDocument,
  pages: readonly X4Page[],
  layers: readonly Layer[],
): X4Facts {
  const catalog = document.catalog ?? EMPTY_DICT;
  const metadata = document.streamAt(catalog, "Metadata");
  const intents = document
    .list(catalog.get("OutputIntents"))
    .filter(isDict)
    .map((dict) => ({
      dict,
      subtype: document.nameAt(dict, "S"),
      profile: document.streamAt(dict, "DestOutputProfile"),
    }))
    .filter(({ subtype }) => subtype === "GTS_PDFX");
  const profile = intents[0]?.profile ?? null;
  return {
    document,
    catalog,
    info: document.info,
    xmp: metadata && xmpIn(document, metadata),
    metadata,
    intents,
    intentSpace: profile && iccHeader(document, profile).space,
    pages,
    layers,
    ...everything(document),
  };
}

function xmpIn(document: PdfDocument, metadata: Stream): Xmp | null {
  const { data } = document.data(metadata);
  if (data.byteLength <= LIMITS.xmpBytes) return readXmp(data);
  document.budget.reach(`${LIMITS.xmpBytes} byte XMP`, `${LIMITS.xmpBytes} bytes of XMP`);
  return null;
}

/** Fields of a profile's header (ICC.1:2022 §7.2). */
export function iccHeader(
  document: PdfDocument,
  profile: Stream,
): { readonly deviceClass: string; readonly space: string; readonly major: number } {
  const { data } = document.data(profile);
  const tag = (at: number) =>
    Buffer.from(data.subarray(at, at + 4))
      .toString("latin1")
      .trim();
  return { deviceClass: tag(12), space: tag(16), major: data[8] ?? 0 };
}

/** All dictionaries and streams, direct ones inside others too. */
function everything(document: PdfDocument): Pick<X4Facts, "dicts" | "streams"> {
  const dicts: Dict[] = [];
  const streams: Stream[] = [];
  const waiting: Value[] = [document.trailer, ...document.file.objects.values()];
  while (waiting.length > 0 && dicts.length < LIMITS.objects) {
    const value = waiting.pop() ?? null;
    if (isArray(value)) for (const each of value) waiting.push(each);
    const dict = value instanceof Stream ? value.dict : isDict(value) ? value : null;
    if (value instanceof Stream) streams.push(value);
    if (!dict) continue;
    dicts.push(dict);
    for (const each of dict.values()) if (each !== null && typeof each === "object") waiting.push(each);
  }
  return { dicts, streams };
}
