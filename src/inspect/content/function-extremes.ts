/** The extreme outputs of PDF functions (ISO 32000-1 §7.10): enough to know the heaviest colour of a gradient. */

import type { PdfDocument } from "../file/document.ts";
import { type Dict, Stream, type Value } from "../file/object.ts";

/** Of one gradient, all its functions together. */
const MOST_SAMPLES = 65_536;
/** DeviceN has at most 32 colorants (ISO 32000-1 annex C). */
const MOST_OUTPUTS = 32;

type Vectors = readonly (readonly number[])[];

/** Output vectors among which the extremes are; empty for a PostScript calculator (type 4). */
export function extremes(document: PdfDocument, value: Value): Vectors {
  const found: (readonly number[])[] = [];
  // Stitched functions (type 3) may share their parts: looked at once, a part says all that it can.
  const seen = new Set<Dict>();
  const waiting: Value[] = [value];
  while (waiting.length > 0 && found.length < MOST_SAMPLES) {
    const next = waiting.pop() ?? null;
    const dict = document.dict(next);
    if (!dict || seen.has(dict)) continue;
    seen.add(dict);
    if (document.numberAt(dict, "FunctionType") === 3) {
      for (const part of document.list(dict.get("Functions"))) waiting.push(part);
    } else for (const vector of ends(document, next, dict)) found.push(vector);
  }
  return document.budget.takeOperators(found.length) ? found : [];
}

/** Extremes of a function that has no parts. */
function ends(document: PdfDocument, value: Value, dict: Dict): Vectors {
  switch (document.numberAt(dict, "FunctionType")) {
    case 0: {
      const stream = document.read(value);
      return stream instanceof Stream ? samples(document, stream) : [];
    }
    case 2: {
      // C0 + xᴺ·(C1 − C0) never leaves the line between them, so the ends are the extremes.
      const from = document.numbers(dict.get("C0"));
      const to = document.numbers(dict.get("C1"));
      return [from.length > 0 ? from : [0], to.length > 0 ? to : [1]];
    }
    default:
      return [];
  }
}

/** Between samples a sampled function is interpolated, so the samples hold the extremes. */
function samples(document: PdfDocument, stream: Stream): Vectors {
  const bits = document.numberAt(stream.dict, "BitsPerSample");
  const range = document.numbers(stream.dict.get("Range"));
  const count = range.length / 2;
  if ((bits !== 8 && bits !== 16) || count < 1 || count > MOST_OUTPUTS) return [];
  const given = document.numbers(stream.dict.get("Decode"));
  const decode = given.length === range.length ? given : range;
  const { data } = document.data(stream);
  const bytes = bits / 8;
  const total = Math.min(MOST_SAMPLES, Math.floor(data.length / (bytes * count)));
  return Array.from({ length: total }, (_, sample) =>
    Array.from({ length: count }, (_, output) => {
      const at = (sample * count + output) * bytes;
      const share = bits === 8 ? data[at]! / 255 : ((data[at]! << 8) | data[at + 1]!) / 65_535;
      return decode[2 * output]! + share * (decode[2 * output + 1]! - decode[2 * output]!);
    }),
  );
}
