/** Checks data against a schema and reports every wrong field by its path. */

import type { z } from "zod";
import { AnphamError, type Diagnostic, diagnose, type Where } from "../base/diagnostic.ts";
import { describeIssue, type FieldProblem, unknownField } from "./describe-issue.ts";
import { readerOf } from "./read-again.ts";

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
 * @throws AnphamError `request.invalid-field`, one for each wrong field; `request.invalid-data` for what has no fields
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

/**
 * As {@link checked} for an object whose fields come again from one print row to the next: what is sound is read field
 * by field ({@link readerOf}), and equal contents give the same frozen value. Whatever is wrong is told as
 * {@link checked} tells it.
 */
export const checkedByField = <S extends z.ZodObject>(
  schema: S,
  data: unknown,
  options: CheckOptions = {},
): z.output<S> =>
  (readerOf(schema)(data)?.value as z.output<S> | undefined) ?? checked(schema, data, options);

/** Builds `request.invalid-field` for one field, `request.invalid-data` for data that has none. */
export function fieldDiagnostic(
  { path, ...sentences }: FieldProblem,
  { prefix, file }: Pick<CheckOptions, "prefix" | "file">,
): Diagnostic {
  const dotted = [...(prefix ? [prefix] : []), ...path].join(".");
  const found: Where = file === undefined ? {} : { file };
  if (dotted === "") return diagnose("request.invalid-data", sentences, found);
  const where: Where = { path: dotted, ...found };
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
