/** A font as content uses it (ISO 32000-1 §9.5–9.10): what is embedded, and how wide its glyphs are. */

import type { PdfDocument } from "../file/document.ts";
import { type Dict, EMPTY_DICT, isArray, Name, Stream, type Value } from "../file/object.ts";

export interface FontUse {
  readonly dict: Dict;
  /** BaseFont without the subset tag; `Type3` fonts may have none. */
  readonly name: string;
  /** `Type1`, `TrueType`, `Type3`, `CIDFontType0`, `CIDFontType2`, `MMType1`. */
  readonly type: string;
  readonly embedded: boolean;
  readonly subset: boolean;
  readonly toUnicode: boolean;
  /** Bytes a code: 2 for composite fonts (every encoding that printing software writes), else 1. */
  readonly codeBytes: 1 | 2;
  /** Whether a code of a composite font is the glyph's number itself. */
  readonly codeIsGlyph: boolean;
  /** Advance of a code in text space, for a size of 1. */
  width(code: number): number;
}

const SUBSET_TAG = /^[A-Z]{6}\+/;

const known = new WeakMap<Dict, FontUse>();

export function fontUseOf(document: PdfDocument, value: Value | undefined): FontUse | null {
  const dict = document.dict(value);
  if (!dict) return null;
  let use = known.get(dict);
  if (!use) {
    use = readFont(document, dict);
    known.set(dict, use);
  }
  return use;
}

function readFont(document: PdfDocument, dict: Dict): FontUse {
  const outer = document.nameAt(dict, "Subtype") ?? "?";
  const composite = outer === "Type0";
  const descendant = composite ? document.dict(document.list(dict.get("DescendantFonts"))[0]) : null;
  const inner = descendant ?? dict;
  const descriptor = document.dictAt(inner, "FontDescriptor") ?? EMPTY_DICT;
  const baseFont = document.nameAt(dict, "BaseFont") ?? document.nameAt(inner, "BaseFont") ?? "";
  const files = ["FontFile", "FontFile2", "FontFile3"];
  const encoding = document.at(dict, "Encoding");
  const identity = encoding instanceof Name && /^Identity-[HV]$/.test(encoding.text);
  const map = document.at(inner, "CIDToGIDMap");
  return {
    dict,
    name: baseFont.replace(SUBSET_TAG, ""),
    type: composite ? (document.nameAt(inner, "Subtype") ?? "Type0") : outer,
    // Type 3 glyphs are content streams: always in the file.
    embedded: outer === "Type3" || files.some((key) => document.at(descriptor, key) instanceof Stream),
    subset: SUBSET_TAG.test(baseFont),
    toUnicode: document.at(dict, "ToUnicode") instanceof Stream,
    codeBytes: composite ? 2 : 1,
    codeIsGlyph: composite && identity && !(map instanceof Stream),
    width: composite ? compositeWidths(document, inner) : simpleWidths(document, dict, descriptor),
  };
}

/** §9.6.2.1: from FirstChar; Type 3 widths are in the glyph space of FontMatrix. */
function simpleWidths(document: PdfDocument, dict: Dict, descriptor: Dict): (code: number) => number {
  const widths = document.numbers(dict.get("Widths"));
  const first = document.numberAt(dict, "FirstChar") ?? 0;
  const missing = document.numberAt(descriptor, "MissingWidth") ?? (widths.length > 0 ? 0 : 500);
  const matrix = document.numbers(dict.get("FontMatrix"));
  const unit = document.nameAt(dict, "Subtype") === "Type3" ? Math.abs(matrix[0] ?? 0.001) : 0.001;
  return (code) => (widths[code - first] ?? missing) * unit;
}

/** Codes of one width, both ends included. */
interface WidthRange {
  readonly first: number;
  readonly last: number;
  readonly width: number;
}

/** §9.7.4.3: `c [w1 w2 …]` and `first last w`. */
function compositeWidths(document: PdfDocument, inner: Dict): (code: number) => number {
  const otherwise = document.numberAt(inner, "DW") ?? 1000;
  const widths = new Map<number, number>();
  // Not written out: ranges may overlap, again and again.
  const ranges: WidthRange[] = [];
  const list = document.list(inner.get("W"));
  for (let i = 0; i + 1 < list.length; ) {
    const [first, next, last] = [list[i], list[i + 1]!, list[i + 2]];
    if (typeof first !== "number") break;
    if (isArray(next)) {
      document.list(next).forEach((width, offset) => {
        if (typeof width === "number") widths.set(first + offset, width);
      });
      i += 2;
    } else if (typeof next === "number" && typeof last === "number") {
      ranges.push({ first, last: next, width: last });
      i += 3;
    } else break;
  }
  return (code) => {
    let width = widths.get(code);
    if (width === undefined) {
      const isRead = document.budget.takeOperators(ranges.length >> RANGES_AN_OPERATOR);
      const range = isRead ? ranges.findLast(({ first, last }) => first <= code && code <= last) : undefined;
      width = range?.width ?? otherwise;
      widths.set(code, width);
    }
    return width / 1000;
  };
}

/** Looking through 2⁴ ranges costs as much as an operator. */
const RANGES_AN_OPERATOR = 4;
