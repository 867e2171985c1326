/** Places in files: of elements, of errors, of fields in data; and the lines around them. */

import { readFile } from "node:fs/promises";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { findNodeAtLocation, parseTree } from "jsonc-parser";
import type { SourcePlace } from "../../model/source-place.ts";
import type { CodeFrame, FilePlace } from "../shared/wire.ts";

export interface Places {
  /** A place that a template's compiler named, as an absolute one; `null` outside the template's folder. */
  inTemplate(source: SourcePlace | null): FilePlace | null;
}

/** @param folder of the template; `null` while there is none */
export function placesIn(folder: string | null): Places {
  return {
    inTemplate(source) {
      if (!source || !folder) return null;
      return { ...source, file: resolve(folder, source.file) };
    },
  };
}

/** Lines shown above and below the one that is meant. */
const AROUND = 4;

/** The lines around a place; `null` when the file cannot be read. */
export async function codeFrame(place: FilePlace): Promise<CodeFrame | null> {
  const text = await readFile(place.file, "utf8").catch(() => null);
  if (text === null) return null;
  const lines = text.split(/\r?\n/);
  const first = Math.max(1, place.line - AROUND);
  const last = Math.min(lines.length, place.line + AROUND);
  return {
    shown: shownPath(place.file),
    place,
    lines: lines.slice(first - 1, last).map((line, i) => ({ number: first + i, text: line })),
  };
}

/** Relative to the working directory when it lies inside, as people type it. */
export function shownPath(path: string): string {
  const short = relative(process.cwd(), resolve(path));
  return short.startsWith("..") || isAbsolute(short) ? resolve(path) : short.split(sep).join("/");
}

/** Where in a text something stands. */
export function placeAt(file: string, text: string, offset: number): FilePlace {
  const before = text.slice(0, offset).split("\n");
  return { file, line: before.length, column: before.at(-1)!.length + 1 };
}

/** Where a field of a JSON file stands; its nearest parent that is there, for one that is missing. */
export function placeInJson(file: string, text: string, path: readonly string[]): FilePlace | null {
  const root = parseTree(text);
  if (!root) return null;
  const steps = path.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  for (let depth = steps.length; depth > 0; depth--) {
    const node = findNodeAtLocation(root, steps.slice(0, depth));
    if (node) return placeAt(file, text, node.offset);
  }
  return { file, line: 1, column: 1 };
}

/** Where a template's definition names a property: the first `name:` after `defineTemplate` or `export default`. */
export function placeOfProperty(file: string, text: string, name: string): FilePlace {
  const start = Math.max(0, text.search(/defineTemplate\s*\(|export\s+default/));
  const found = new RegExp(`\\b${name}\\s*[:,(]`).exec(text.slice(start));
  return placeAt(file, text, start + (found?.index ?? 0));
}

/** The data set's own file. */
export const dataSetFile = (samples: string, dataSet: string): string => join(samples, `${dataSet}.json`);
