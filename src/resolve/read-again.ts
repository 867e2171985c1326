/**
 * Reads objects whose fields come again from one print row to the next: what was read of late is not read again, and
 * equal contents give the same frozen value. Only what is sound is read here.
 */

import * as z from "zod";
import { foundOnce, isSameList } from "../base/found-once.ts";
import { Recent } from "../base/recent.ts";
import { isSameData } from "../base/same-data.ts";

/** What was given, and how the schema reads it. */
interface Reading {
  readonly given: unknown;
  readonly value: unknown;
}

/** `null` for what the schema refuses, and for fields that it does not know. */
export type Reader = (given: unknown) => Reading | null;

/** The one reader of a schema. */
export const readerOf = foundOnce((schema: z.ZodType): Reader => {
  if (schema instanceof z.ZodObject && isPlainRule(schema)) return fieldsReader(schema);
  return holdsRecord(schema) ? recordReader(schema) : wholeReader(schema);
});

/** Whether an object is right when each of its fields is. */
const isPlainRule = ({ def: { checks, catchall } }: z.ZodObject): boolean =>
  !checks?.length && (!catchall || catchall instanceof z.ZodNever);

/** Readings that a field remembers: rows of a few schools or templates may come in turns. */
const REMEMBERED = 8;

/** Field by field: of an institution with another name, only the name is read. */
function fieldsReader(schema: z.ZodObject): Reader {
  const names = Object.keys(schema.shape);
  const readers = Object.values<z.ZodType>(schema.shape).map(readerOf);
  const places = new Map(names.map((name, place) => [name, place]));
  const recent = new Recent<{ readonly readings: readonly Reading[]; readonly reading: Reading }>(REMEMBERED);
  let leftOut: readonly (Reading | null)[] | null = null;
  return (given) => {
    if (!isObject(given)) return null;
    leftOut ??= readers.map((read) => read(undefined));
    const readings = leftOut.slice();
    for (const name in given) {
      const place = places.get(name);
      if (place === undefined) return null;
      const before = recent.latest?.readings[place];
      const value = given[name];
      // Most fields of a row say what they said on the one before.
      readings[place] = before && before.given === value && isPlain(value) ? before : readers[place]!(value);
    }
    if (!areWhole(readings)) return null;
    const before = recent.take((each) => isSameList(each.readings, readings));
    if (before) return before.reading;
    const value: Record<string, unknown> = {};
    for (let place = 0; place < names.length; place++) value[names[place]!] = readings[place]!.value;
    const reading = { given, value: Object.freeze(value) };
    recent.put({ readings, reading });
    return reading;
  };
}

/** A field that may be left out is there or not as it was given: a matter of the schema's. */
function areWhole(readings: readonly (Reading | null)[]): readings is readonly Reading[] {
  for (const reading of readings) if (reading?.value === undefined) return false;
  return true;
}

/** As a whole. */
function wholeReader(schema: z.ZodType): Reader {
  const recent = new Recent<Reading>(REMEMBERED);
  return (given) => {
    const before = recent.take((reading) => isSameData(reading.given, given));
    if (before) return before;
    const value = readWhole(schema, given);
    if (value === undefined) return null;
    const reading = { given: copyOf(given), value: deepFreeze(value) };
    recent.put(reading);
    return reading;
  };
}

/** Objects of any fields hold what is the caller's own: they are neither kept nor frozen. */
function recordReader(schema: z.ZodType): Reader {
  const readPlain = wholeReader(schema);
  return (given) => {
    if (typeof given !== "object" || given === null) return readPlain(given);
    const { success, data } = schema.safeParse(given);
    return success ? { given, value: data } : null;
  };
}

function holdsRecord({ def }: z.ZodType): boolean {
  const { innerType, options } = def as { innerType?: z.ZodType; options?: readonly z.ZodType[] };
  return def.type === "record" || (innerType && holdsRecord(innerType)) || !!options?.some(holdsRecord);
}

/** `undefined` for what is wrong. */
function readWhole(schema: z.ZodType, given: unknown): unknown {
  const { success, data } = schema.safeParse(given);
  return success && !hasUnknownFields(given, data) ? data : undefined;
}

/** A schema's output keeps every field it knows, so whatever is missing from the output was not known. */
function hasUnknownFields(given: unknown, read: unknown): boolean {
  if (Array.isArray(given))
    return Array.isArray(read) && given.some((item, i) => hasUnknownFields(item, read[i]));
  if (!isObject(given) || !isObject(read)) return false;
  return Object.keys(given).some(
    (key) => !Object.hasOwn(read, key) || hasUnknownFields(given[key], read[key]),
  );
}

/** What was given may be changed by its owner, and be given again. */
function copyOf(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(copyOf);
  if (!isObject(given)) return given;
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, copyOf(value)]));
}

/** Values that pieces share cannot be changed by one of them. */
function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
}

/** Neither an object nor a list, which its owner may have changed. */
const isPlain = (value: unknown): boolean => typeof value !== "object" || value === null;

/** An object of data: one of a class says more than its fields do. */
function isObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
