/** Unpacks streams (ISO 32000-1 §7.4), never past the budget. */

import { inflateRawSync, inflateSync, constants as zlib } from "node:zlib";
import { decodePDFRawStream, PDFContext, PDFName, PDFNumber, PDFRawStream } from "pdf-lib";
import { type Budget, LIMITS } from "../limits.ts";
import { type Dict, isArray, Name, type Value } from "./object.ts";
import { undoPredictor } from "./predictor.ts";

/** A filter and its parameters. */
export interface FilterStep {
  /** Its full name: `FlateDecode`. */
  readonly name: string;
  readonly parameters: Dict;
}

/** Inline images may shorten (§8.9.7 table 94). */
const FULL_NAMES: Readonly<Record<string, string>> = {
  AHx: "ASCIIHexDecode",
  A85: "ASCII85Decode",
  LZW: "LZWDecode",
  Fl: "FlateDecode",
  RL: "RunLengthDecode",
  CCF: "CCITTFaxDecode",
  DCT: "DCTDecode",
};

export const filterName = ({ text }: Name): string => FULL_NAMES[text] ?? text;

/** What is left when the filters that only pack are undone. */
export interface Unpacked {
  readonly data: Uint8Array;
  /** The picture codec that the data are still in, or `null`. */
  readonly codec: FilterStep | null;
  /** Whether data are missing, because they are broken or over the limit. */
  readonly cut: boolean;
}

/** Codecs of pictures, left to those who know pictures; `Crypt` cannot be undone without a key. */
const CODECS = new Set(["DCTDecode", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "Crypt"]);

export function unpack(data: Uint8Array, filters: readonly FilterStep[], budget: Budget): Unpacked {
  if (filters.length > LIMITS.filters) {
    budget.reach(`${LIMITS.filters} bộ lọc của một luồng dữ liệu`, `${LIMITS.filters} filters of one stream`);
    return { data: new Uint8Array(0), codec: null, cut: true };
  }
  let current = data;
  let cut = false;
  for (const filter of filters) {
    if (CODECS.has(filter.name)) return { data: current, codec: filter, cut };
    const limit = budget.streamBytes;
    const result = undo(current, filter, limit);
    if (result === "too long") {
      budget.reach(`${limit} byte của một luồng dữ liệu`, `${limit} bytes of one stream`);
      return { data: new Uint8Array(0), codec: null, cut: true };
    }
    budget.takeBytes(result.data.byteLength);
    current = undoPredictor(result.data, filter.parameters);
    cut ||= !result.intact;
  }
  return { data: current, codec: null, cut };
}

/** Broken data are kept up to where they break, as every viewer does. */
type Undone = { readonly data: Uint8Array; readonly intact: boolean } | "too long";

function undo(data: Uint8Array, filter: FilterStep, limit: number): Undone {
  if (filter.name === "FlateDecode") return inflate(data, limit);
  const earlyChange = filter.parameters.get("EarlyChange");
  return undoByPdfLib(data, filter.name, typeof earlyChange === "number" ? earlyChange : 1, limit);
}

function inflate(data: Uint8Array, limit: number): Undone {
  if (data.byteLength === 0) return { data, intact: true };
  // Without this flush mode a truncated stream would give nothing at all.
  const options = { maxOutputLength: limit, finishFlush: zlib.Z_SYNC_FLUSH } as const;
  for (const read of [inflateSync, inflateRawSync]) {
    try {
      return { data: read(data, options), intact: true };
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") return "too long";
    }
  }
  const rest = undoByPdfLib(data, "FlateDecode", 1, limit);
  return rest === "too long" ? rest : { ...rest, intact: false };
}

function undoByPdfLib(data: Uint8Array, name: string, earlyChange: number, limit: number): Undone {
  const context = PDFContext.create();
  const dict = context.obj({});
  dict.set(PDFName.of("Filter"), PDFName.of(name));
  dict.set(PDFName.of("DecodeParms"), context.obj({ EarlyChange: PDFNumber.of(earlyChange) }));
  try {
    const bytes = decodePDFRawStream(PDFRawStream.of(dict, data)).getBytes(limit + 1);
    return bytes.length > limit ? "too long" : { data: new Uint8Array(bytes), intact: true };
  } catch {
    return { data: new Uint8Array(0), intact: false };
  }
}

/** The filter chain of a stream dictionary, or one more than may be of too long a chain; `read` follows references. */
export function filterSteps(
  filter: Value,
  parameters: Value,
  read: (value: Value) => Value,
): readonly FilterStep[] {
  const list = (value: Value): readonly Value[] => {
    const found = read(value);
    return isArray(found) ? found.slice(0, LIMITS.filters + 1) : found === null ? [] : [found];
  };
  const given = list(parameters).map(read);
  return list(filter).flatMap((each, i): FilterStep[] => {
    const name = read(each);
    const dict = given[i];
    if (!(name instanceof Name)) return [];
    return [{ name: filterName(name), parameters: dict instanceof Map ? dict : new Map() }];
  });
}
