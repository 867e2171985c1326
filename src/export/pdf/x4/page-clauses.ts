/** What PDF/X-4 wants of pages and of what is on them. */

import type { X4Clause } from "./clause.ts";
import { isArray, nameIn, plainBytes, type X4File } from "./open.ts";
import { readOperators } from "./operators.ts";
import { type PdfDictionary, PdfName, PdfRef, type PdfValue } from "./syntax.ts";

type Box = readonly [left: number, bottom: number, right: number, top: number];

function boxIn(file: X4File, page: PdfDictionary, key: string): Box | null {
  const sides = file.array(page.get(key));
  return sides.length === 4 && sides.every((side) => typeof side === "number")
    ? (sides as unknown as Box)
    : null;
}

/** Rounding of numbers in the file, in its units. */
const SLACK = 1e-3;

const holds = (outer: Box, inner: Box): boolean =>
  outer[0] <= inner[0] + SLACK &&
  outer[1] <= inner[1] + SLACK &&
  outer[2] >= inner[2] - SLACK &&
  outer[3] >= inner[3] - SLACK;

/** The longest and shortest side of a page in its units (ISO 32000-1 Annex C). */
const [SHORTEST_SIDE, LONGEST_SIDE] = [3, 14400];

const NESTED = ["MediaBox", "CropBox", "BleedBox", "TrimBox"] as const;

/** ISO 32000-1 §11.3.5. */
const BLEND_MODES = new Set(
  (
    "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference " +
    "Exclusion Hue Saturation Color Luminosity"
  ).split(" "),
);

const FORBIDDEN_STREAM_KEYS = ["F", "FFilter", "FDecodeParms", "OPI", "PS", "Ref", "Alternates"] as const;
const ALLOWED_FILTERS = new Set(["FlateDecode", "DCTDecode"]);

/** Graphics states within each other (ISO 32000-1 Annex C). */
export const DEEPEST = 28;
/** Bytes of a name (Annex C). */
const LONGEST_NAME = 127;

export const PAGE_CLAUSES: readonly X4Clause[] = [
  {
    clause: "ISO 15930-7 §6.12",
    of: ["content"],
    requirement: "each page has a TrimBox and no ArtBox; Media ⊇ Crop ⊇ Bleed ⊇ Trim",
    *check(file) {
      for (const page of file.pages) {
        if (page.has("ArtBox")) yield "ArtBox beside TrimBox";
        const boxes = NESTED.map((key) => boxIn(file, page, key));
        for (const [i, box] of boxes.entries()) {
          const outer = boxes[i - 1];
          if (!box) yield `no ${NESTED[i]}`;
          else if (outer && !holds(outer, box)) yield `${NESTED[i]} leaves ${NESTED[i - 1]}`;
        }
        const media = boxes[0];
        if (!media) continue;
        const sides = [media[2] - media[0], media[3] - media[1]];
        if (sides.some((side) => side > LONGEST_SIDE + SLACK || side < SHORTEST_SIDE))
          yield `a side of ${sides.join(" × ")}`;
      }
    },
  },
  {
    clause: "ISO 15930-7 §6.17",
    of: ["content"],
    requirement: "no annotations",
    *check({ pages }) {
      if (pages.some((page) => page.has("Annots"))) yield "Annots";
    },
  },
  {
    clause: "ISO 15930-7, transparency",
    of: ["content"],
    requirement: "standard blend modes; a page that uses them blends in the space of the intent",
    *check(file) {
      for (const entries of file.dictionaries) {
        const blend = nameIn(entries, "BM");
        if (blend !== "" && !BLEND_MODES.has(blend)) yield `blend mode ${blend}`;
        if (nameIn(entries, "S") !== "Transparency") continue;
        const space = nameIn(entries, "CS");
        if (space !== "DeviceCMYK" && space !== "DeviceGray") yield `a group in “${space}”`;
      }
    },
  },
  {
    clause: "ISO 15930-7, fonts",
    of: ["font"],
    requirement: "every font program is embedded and no text shows .notdef",
    *check(file) {
      for (const entries of file.dictionaries) {
        if (nameIn(entries, "Type") !== "Font" || nameIn(entries, "Subtype") === "Type0") continue;
        const name = nameIn(entries, "BaseFont");
        const descriptor = file.dictionary(entries.get("FontDescriptor"));
        if (!file.stream(descriptor.get("FontFile2")) && !file.stream(descriptor.get("FontFile3"))) {
          yield `${name} is not embedded`;
        }
        if (showsNotdef(file, entries)) yield `${name} shows .notdef`;
      }
    },
  },
  {
    clause: "ISO 15930-7, streams",
    of: ["content", "font", "document"],
    requirement: "no LZW, no external data, no PostScript, OPI, reference XObjects or alternate images",
    *check({ objects, dictionaries }) {
      for (const { stream, value } of objects.values()) {
        if (!stream || !(value instanceof Map)) continue;
        for (const key of FORBIDDEN_STREAM_KEYS) if (value.has(key)) yield key;
        const filter: PdfValue = value.get("Filter") ?? [];
        const names = isArray(filter) ? filter : [filter];
        for (const name of names) {
          if (!(name instanceof PdfName) || !ALLOWED_FILTERS.has(name.text))
            yield "a filter that is not allowed";
        }
      }
      if (dictionaries.some((entries) => nameIn(entries, "Subtype") === "PS")) yield "a PostScript XObject";
    },
  },
  {
    clause: "ISO 15930-7, extended graphics states",
    of: ["content"],
    requirement: "no transfer functions, no halftones",
    *check({ dictionaries }) {
      for (const entries of dictionaries) {
        for (const key of ["TR", "HTP", "HT"]) if (entries.has(key) && !entries.has("SMask")) yield key;
        if (entries.has("TR2") && nameIn(entries, "TR2") !== "Default") yield "TR2";
      }
    },
  },
  {
    clause: "ISO 15930-7 §6.25",
    of: ["content", "font", "document"],
    requirement: "q no deeper than 28 and balanced; names of 127 bytes at most",
    *check(file) {
      for (const operators of file.contents) {
        const { deepest, open } = readOperators(operators);
        if (deepest > DEEPEST) yield `q ${deepest} deep`;
        if (open !== 0) yield "q without Q";
      }
      for (const [name] of file.names) yield* tooLong(name);
      for (const entries of file.dictionaries) for (const key of entries.keys()) yield* tooLong(key);
    },
  },
];

function* tooLong(name: string): Iterable<string> {
  if (name.length * 3 > LONGEST_NAME && Buffer.byteLength(name) > LONGEST_NAME)
    yield `a name of ${Buffer.byteLength(name)} bytes`;
}

/** Whether a CIDFont's widths, which are those of the glyphs in use, lead to glyph 0. */
function showsNotdef(file: X4File, font: PdfDictionary): boolean {
  const used: number[] = [];
  const widths = file.array(font.get("W"));
  for (let i = 0; i < widths.length; i += 2) {
    const [first, list] = [widths[i], widths[i + 1]];
    if (typeof first !== "number" || list === undefined || !isArray(list)) return true;
    for (let j = 0; j < list.length; j++) used.push(first + j);
  }
  const map = font.get("CIDToGIDMap");
  const stream = map instanceof PdfRef ? file.stream(map) : null;
  if (!stream) return used.includes(0);
  const glyphs = plainBytes(stream);
  return used.some((cid) => cid * 2 + 1 >= glyphs.byteLength || glyphs.readUInt16BE(cid * 2) === 0);
}
