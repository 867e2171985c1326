/** What a text typed for a field of the brief stands for. */

import type { z } from "zod";
import { safeParse } from "zod/v4/core";
import { brief } from "../model/brief.ts";

type Schema = z.core.$ZodType;

/**
 * A text that is JSON is taken as such (`null`, `40`, `["một","hai"]`), anything else as text. So is a number for a
 * field that wants text: nobody puts a certificate's number or a hotline in quotes, which a shell would take away too.
 */
export function valueFor(path: readonly string[], text: string): unknown {
  const value = parsed(text);
  // `null` empties a field, whatever it holds.
  if (typeof value !== "number" && typeof value !== "boolean") return value;
  const field = path.reduce<Schema | null>((schema, step) => schema && fieldOf(schema, step), brief);
  return field && !takesKind(field, value) && takesKind(field, text) ? text : value;
}

function parsed(text: string): unknown {
  // A telephone number is none: JSON has no spaces in numbers and no zero before them.
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Whether a field wants a value of this kind, be it a right one or not. */
function takesKind(field: Schema, value: unknown): boolean {
  const { error } = safeParse(field, value);
  return !error?.issues.some(({ code, path }) => code === "invalid_type" && path.length === 0);
}

/** The schema of what is inside under this name or position; `null` where nothing is. */
function fieldOf(schema: Schema, step: string): Schema | null {
  const { def } = schema._zod;
  switch (def.type) {
    case "default":
    case "nullable":
    case "optional":
      return fieldOf((def as z.core.$ZodDefaultDef).innerType, step);
    case "pipe": {
      const { in: before, out: after } = def as z.core.$ZodPipeDef;
      // `preprocess` is a transform before a schema.
      return fieldOf(before._zod.def.type === "transform" ? after : before, step);
    }
    case "object": {
      const { shape } = def as z.core.$ZodObjectDef;
      return Object.hasOwn(shape, step) ? shape[step]! : null;
    }
    case "array":
      return /^\d+$/.test(step) ? (def as z.core.$ZodArrayDef).element : null;
    default:
      return null;
  }
}
