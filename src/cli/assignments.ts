/** `--set path=value`: content typed on the command line. */

import { fail } from "../base/diagnostic.ts";

/** One parsed `--set`. */
export interface Assignment {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** `__proto__` would set an object's prototype instead of a field. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Parses `contact.email=a@b.vn` or `programmes.0.quota=40`. A value that is JSON is taken as such
 * (`null`, `40`, `["một","hai"]`), anything else as text.
 * @throws AnphamError `request.bad-assignment`
 */
export function parseAssignment(text: string): Assignment {
  const equals = text.indexOf("=");
  const path = text.slice(0, Math.max(0, equals)).trim().split(".");
  if (path.some((step) => step === "" || FORBIDDEN.has(step))) fail("request.bad-assignment", { text });
  return { path, value: parseValue(text.slice(equals + 1)) };
}

function parseValue(text: string): unknown {
  // “0252 3822 999” is no JSON, but “02523822999” would be: a number with a leading zero is text anyway.
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/**
 * The data with the assignments applied in order; later ones win. Steps that are list positions reach into a
 * list that is there, and become fields named by the position where none is, which the brief's list then takes.
 */
export function applyAssignments(data: unknown, assignments: readonly Assignment[]): unknown {
  return assignments.reduce((result, { path, value }) => withValue(result, path, value), data);
}

function withValue(target: unknown, path: readonly string[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(target) && /^\d+$/.test(step) && Number(step) <= target.length) {
    const items: unknown[] = [...target];
    items[Number(step)] = withValue(items[Number(step)], rest, value);
    return items;
  }
  const fields = typeof target === "object" && target !== null ? { ...target } : {};
  const inner = Object.hasOwn(fields, step) ? (fields as Record<string, unknown>)[step] : undefined;
  return { ...fields, [step]: withValue(inner, rest, value) };
}
