/** Checks data against a schema and reports every wrong field by its path. */

import { LRUCache } from "lru-cache";
import type { z } from "zod";
import { AnphamError, type Diagnostic, diagnose, type Where } from "../base/diagnostic.ts";
import { describeIssue, type FieldProblem, unknownField } from "./describe-issue.ts";

interface CheckOptions {
  /** Path of the data itself, put before the path of each field: `institution`, `data`. */
  readonly prefix?: string;
  /** The file that the data came from. */
  readonly file?: string;
  /** Whether a field that the schema does not know is an error instead of being ignored. */
  readonly refuseUnknown?: boolean;
}

/** `$schema` is for editors; everybody may write it. */
const IGNORED = new Set(["$schema"]);

/**
 * The data as the schema reads it.
 * @throws AnphamError `request.invalid-field`, one for each wrong field
 */
export function checked<S extends z.ZodType>(
  schema: S,
  data: unknown,
  options: CheckOptions = {},
): z.output<S> {
  const result = schema.safeParse(data, { reportInput: true });
  if (!result.success) {
    throw new AnphamError(
      result.error.issues.flatMap(describeIssue).map((problem) => fieldDiagnostic(problem, options)),
    );
  }
  if (options.refuseUnknown) {
    const unknown = unknownFields(data, result.data);
    if (unknown.length > 0)
      throw new AnphamError(unknown.map((problem) => fieldDiagnostic(problem, options)));
  }
  return result.data;
}

/** Characters of JSON whose reading is remembered, by schema. */
const REMEMBERED = 512 * 1024;

const readings = new WeakMap<z.ZodObject, LRUCache<string, { readonly value: unknown }>>();

/**
 * As {@link checked} for an object whose fields come again from one print row to the next: each is read once for its
 * content, and equal contents give the same frozen value. Whatever is wrong is told as {@link checked} tells it.
 * @param data plain JSON
 */
export function checkedByField<S extends z.ZodObject>(
  schema: S,
  data: Readonly<Record<string, unknown>>,
  options: CheckOptions = {},
): z.output<S> {
  let known = readings.get(schema);
  if (!known) {
    known = new LRUCache({ maxSize: REMEMBERED, sizeCalculation: (_, key) => key.length });
    readings.set(schema, known);
  }
  const fields: Record<string, z.ZodType> = schema.shape;
  if (Object.keys(data).some((key) => !Object.hasOwn(fields, key))) return checked(schema, data, options);
  const read: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const given = data[name];
    const key = given === undefined ? name : `${name}:${JSON.stringify(given)}`;
    let reading = known.get(key);
    if (!reading) {
      const result = field.safeParse(given);
      if (!result.success || unknownFields(given, result.data).length > 0)
        return checked(schema, data, options);
      reading = { value: deepFreeze(result.data) };
      known.set(key, reading);
    }
    read[name] = reading.value;
  }
  return read as z.output<S>;
}

/** Values that pieces share cannot be changed by one of them. */
function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
}

/** Builds `request.invalid-field` for one field. */
export function fieldDiagnostic(
  { path, ...sentences }: FieldProblem,
  { prefix, file }: Pick<CheckOptions, "prefix" | "file">,
): Diagnostic {
  const dotted = [...(prefix ? [prefix] : []), ...path].join(".") || "(toàn bộ)";
  const where: Where = file === undefined ? { path: dotted } : { path: dotted, file };
  return diagnose("request.invalid-field", { path: dotted, ...sentences }, where);
}

/**
 * The fields that were given but that the schema dropped: misspelt ones. A schema's output keeps every field
 * it knows, so whatever is missing from the output was not known.
 */
function unknownFields(given: unknown, parsed: unknown, path: readonly PropertyKey[] = []): FieldProblem[] {
  if (Array.isArray(given) && Array.isArray(parsed)) {
    return given.flatMap((item, i) => unknownFields(item, parsed[i], [...path, i]));
  }
  if (!isObject(given) || !isObject(parsed)) return [];
  return Object.entries(given).flatMap(([key, value]) => {
    if (IGNORED.has(key)) return [];
    if (Object.hasOwn(parsed, key)) return unknownFields(value, parsed[key], [...path, key]);
    return [{ path: [...path, key], ...unknownField(key, Object.keys(parsed)) }];
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
