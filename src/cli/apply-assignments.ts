/** Lays content typed on the command line over data. */

import type { Assignment } from "./assignments.ts";
import { valueFor } from "./typed-value.ts";

/**
 * The data with the assignments applied in order; later ones win. Steps that are list positions reach into a
 * list that is there, and become fields named by the position where none is, which the brief's list then takes.
 */
export function applyAssignments(data: unknown, assignments: readonly Assignment[]): unknown {
  return assignments.reduce((result, { path, text }) => withValue(result, path, valueFor(path, text)), data);
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
