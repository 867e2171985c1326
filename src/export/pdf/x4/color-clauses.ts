/** What PDF/X-4 wants of colours when the intent is a CMYK press. */

import { canonicalJson } from "../../../base/hash.ts";
import type { X4Clause } from "./clause.ts";
import { isArray, type X4File } from "./open.ts";
import { readOperators } from "./operators.ts";
import { PdfName, PdfRef, type PdfValue } from "./syntax.ts";

/** Spaces that do not match a CMYK intent, or that this program never writes. */
const FOREIGN = new Set([
  "DeviceRGB",
  "CalRGB",
  "CalGray",
  "Lab",
  "DefaultRGB",
  "DefaultCMYK",
  "DefaultGray",
]);

/** How deep the parts of a colour space lie: a tint transform, its functions, their numbers. */
const DEEPEST_PART = 6;

/** A value with its references followed, as text to compare. */
function written(file: X4File, value: PdfValue | undefined, depth = 0): string {
  const resolved = file.resolve(value);
  const part = (member: PdfValue) => (depth < DEEPEST_PART ? written(file, member, depth + 1) : "…");
  if (isArray(resolved)) return `[${resolved.map(part).join(" ")}]`;
  if (resolved instanceof Map)
    return `<<${[...resolved].map(([key, member]) => `/${key} ${part(member)}`).join("")}>>`;
  return canonicalJson(resolved);
}

export const COLOR_CLAUSES: readonly X4Clause[] = [
  {
    clause: "ISO 15930-7 §6.4.3.2",
    of: ["content", "font", "document"],
    requirement: "no colour in any object, stream or image but CMYK, grey and separations of them",
    *check(file) {
      for (const [name, number] of file.names) if (FOREIGN.has(name)) yield `${name} in object ${number}`;
      for (const operators of file.contents) {
        for (const found of readOperators(operators).foreign) yield `${found} in a content stream`;
      }
    },
  },
  {
    clause: "ISO 15930-7, ICC-based colour",
    of: ["content", "font", "document"],
    requirement: "no ICCBased space: device colours are those of the intent",
    *check({ names }) {
      for (const [name, number] of names) if (name === "ICCBased") yield `ICCBased in object ${number}`;
    },
  },
  {
    clause: "ISO 15930-7 §6.6",
    of: ["content", "document"],
    requirement: "one separation name, one alternate and one tint transform",
    *check(file) {
      const known = new Map<string, string>();
      for (const [family, name, ...rest] of file.arrays) {
        if (!(family instanceof PdfName) || family.text !== "Separation" || !(name instanceof PdfName))
          continue;
        const meaning = rest.map((part) => written(file, part)).join(" ");
        const before = known.get(name.text);
        if (before !== undefined && before !== meaning) yield `two meanings of ${name.text}`;
        known.set(name.text, meaning);
      }
    },
  },
  {
    clause: "ISO 15930-7, resources",
    of: [],
    requirement: "everything that is referred to is in the file",
    *check(file) {
      for (const { value, number } of file.objects.values()) {
        for (const ref of refsIn(value))
          if (!file.objects.has(ref)) yield `object ${number} refers to ${ref}`;
      }
    },
  },
];

function* refsIn(value: PdfValue): Iterable<number> {
  if (value instanceof PdfRef) yield value.number;
  else if (isArray(value)) {
    for (const member of value) if (typeof member === "object") yield* refsIn(member);
  } else if (value instanceof Map) {
    for (const member of value.values()) if (typeof member === "object") yield* refsIn(member);
  }
}
