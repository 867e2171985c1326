/** A PDF's object graph: references followed, streams unpacked, pages listed. Nothing here throws. */

import { type Budget, LIMITS } from "../limits.ts";
import { type FilterStep, filterSteps, type Unpacked, unpack } from "./decode.ts";
import {
  ByteString,
  type Dict,
  EMPTY_DICT,
  isArray,
  isDict,
  Name,
  Ref,
  Stream,
  type Value,
} from "./object.ts";
import type { PdfFile } from "./read-file.ts";
import { textOf } from "./text-string.ts";

export class PdfDocument {
  readonly file: PdfFile;
  readonly #unpacked = new WeakMap<Stream, Unpacked>();

  constructor(file: PdfFile) {
    this.file = file;
  }

  get budget(): Budget {
    return this.file.budget;
  }

  get trailer(): Dict {
    return this.file.trailer;
  }

  /** The document catalogue (§7.7.2); found by its type when the trailer does not lead there. */
  get catalog(): Dict | null {
    const root = this.read(this.trailer.get("Root"));
    if (isDict(root)) return root;
    for (const object of this.file.objects.values()) {
      if (isDict(object) && this.nameAt(object, "Type") === "Catalog") return object;
    }
    return null;
  }

  get info(): Dict {
    return this.dict(this.trailer.get("Info")) ?? EMPTY_DICT;
  }

  /** The value behind any number of references; `null` for what is missing. */
  read(value: Value | undefined): Value {
    let current = value ?? null;
    for (let hop = 0; current instanceof Ref; hop++) {
      if (hop >= LIMITS.hops) return null;
      current = this.file.objects.get(current.number) ?? null;
    }
    return current;
  }

  at(dict: Dict, key: string): Value {
    return this.read(dict.get(key));
  }

  /** A dictionary, or the dictionary of a stream. */
  dict(value: Value | undefined): Dict | null {
    const found = this.read(value);
    return isDict(found) ? found : found instanceof Stream ? found.dict : null;
  }

  dictAt(dict: Dict, key: string): Dict | null {
    return this.dict(dict.get(key));
  }

  /** An array with its members read, within the budget; a single value counts as an array of one where `loose`. */
  list(value: Value | undefined, loose = false): readonly Value[] {
    const found = this.read(value);
    if (isArray(found)) {
      return this.budget.takeMembers(found.length) ? found.map((each) => this.read(each)) : [];
    }
    return loose && found !== null ? [found] : [];
  }

  /** Only the numbers of an array. */
  numbers(value: Value | undefined): readonly number[] {
    return this.list(value).filter((each): each is number => typeof each === "number");
  }

  numberAt(dict: Dict, key: string): number | null {
    const found = this.at(dict, key);
    return typeof found === "number" && Number.isFinite(found) ? found : null;
  }

  nameAt(dict: Dict, key: string): string | null {
    const found = this.at(dict, key);
    return found instanceof Name ? found.text : null;
  }

  /** A text string (§7.9.2.2). */
  textAt(dict: Dict, key: string): string | null {
    const found = this.at(dict, key);
    return found instanceof ByteString ? textOf(found.bytes) : null;
  }

  streamAt(dict: Dict, key: string): Stream | null {
    const found = this.at(dict, key);
    return found instanceof Stream ? found : null;
  }

  filters({ dict }: Stream): readonly FilterStep[] {
    const filter = dict.get("Filter") ?? dict.get("F") ?? null;
    const parameters = dict.get("DecodeParms") ?? dict.get("DP") ?? null;
    return filterSteps(filter, parameters, (value) => this.read(value)).map(
      ({ name, parameters: given }) => ({
        name,
        // Predictors need plain numbers.
        parameters: new Map([...given].map(([key, value]) => [key, this.read(value)])),
      }),
    );
  }

  /** A stream's data, unpacked once and kept while they are small. */
  data(stream: Stream): Unpacked {
    const known = this.#unpacked.get(stream);
    if (known) return known;
    const unpacked = unpack(stream.data, this.filters(stream), this.budget);
    if (unpacked.data.byteLength < 4 * 1024 * 1024) this.#unpacked.set(stream, unpacked);
    return unpacked;
  }
}
