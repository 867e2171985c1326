/** Runs one page through the interpreter, its annotations' appearances included. */

import { colorSpaceOf, spaceName } from "./content/color-space.ts";
import { interpret } from "./content/interpret.ts";
import type { LayerStates } from "./content/layers.ts";
import { paintAppearance } from "./content/nested.ts";
import type { Sink } from "./content/painted.ts";
import { initialState, type PageRun, type Run } from "./content/state.ts";
import type { PdfDocument } from "./file/document.ts";
import { type Dict, isDict, Stream } from "./file/object.ts";
import type { PageObject } from "./file/pages.ts";
import type { PageBoxes } from "./page-boxes.ts";

/** Annotation flags (ISO 32000-1 table 165). */
const HIDDEN = 2;
const PRINTS = 4;

/** What the sink does not see is noted in the page's own record. */
export function startPage(sink: Sink, layers: LayerStates): PageRun {
  return {
    sink,
    layers,
    active: new Set(),
    seen: new Set(),
    notices: new Set(),
    used: { extGStates: new Set(), xObjects: new Set(), groups: new Set(), fonts: new Set() },
    read: interpret,
  };
}

export function readPage(document: PdfDocument, page: PageObject, boxes: PageBoxes, record: PageRun): void {
  const group = document.dictAt(page.dict, "Group");
  if (group) record.used.groups.add(group);
  const run = (prints: boolean): Run => ({
    document,
    resources: page.resources,
    state: initialState(boxes.toMm, boxes.media),
    base: boxes.toMm,
    within: "page",
    blendingSpace: group && blendingSpace(document, page, group),
    groups: [],
    place: null,
    prints,
    colorless: false,
    page: record,
    depth: 0,
  });
  interpret(run(true), contentOf(document, page, record));
  for (const annotation of document.list(page.dict.get("Annots"))) {
    if (!isDict(annotation)) continue;
    const flags = document.numberAt(annotation, "F") ?? 0;
    if (flags & HIDDEN) continue;
    const prints = (flags & PRINTS) !== 0 && record.layers.prints(document.at(annotation, "OC"));
    paintAppearance(run(prints), annotation);
  }
}

/** Of the page group, which is always isolated. */
function blendingSpace(document: PdfDocument, page: PageObject, group: Dict): string | null {
  const space = group.get("CS");
  return space === undefined ? null : spaceName(colorSpaceOf(document, space, page.resources));
}

/** Several streams are one, cut between words (§7.8.2). */
function contentOf(document: PdfDocument, { dict }: PageObject, record: PageRun): Uint8Array {
  const parts = document.list(dict.get("Contents"), true).flatMap((stream) => {
    if (!(stream instanceof Stream)) return [];
    const { data, cut } = document.data(stream);
    if (cut) record.notices.add("damaged-stream");
    return [data, NEWLINE];
  });
  return parts.length === 2 ? parts[0]! : Buffer.concat(parts);
}

const NEWLINE = Uint8Array.of(10);
