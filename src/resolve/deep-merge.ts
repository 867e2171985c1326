/** Lays one JSON value over another. */

/** A JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * `over` laid on `under`: objects merge field by field, lists and plain values replace, `null` clears.
 *
 * Two rules keep the result what the writer meant: an object whose keys are all list positions changes those
 * items of a list (`{"phones": {"0": "…"}}`), and a new `text` of a phrase drops the old `short` form, which
 * would say something else.
 */
export function deepMerge(under: unknown, over: unknown): unknown {
  if (!isJsonObject(over)) return over;
  if (Array.isArray(under) && isPositions(over)) return mergeItems(under, over);
  if (!isJsonObject(under) || isNewPhrase(under, over)) return copy(over);
  const merged = { ...under };
  for (const key of Object.keys(over)) {
    const value = over[key];
    if (value !== undefined)
      setOwn(merged, key, deepMerge(Object.hasOwn(under, key) ? under[key] : undefined, value));
  }
  return merged;
}

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** So that nothing of the caller's is shared with the result. */
function copy(over: JsonObject): JsonObject {
  const copied: Record<string, unknown> = {};
  for (const key of Object.keys(over)) setOwn(copied, key, deepMerge(undefined, over[key]));
  return copied;
}

/** Even a field called __proto__ stays a field. */
function setOwn(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  else object[key] = value;
}

const isPositions = (over: JsonObject): boolean => {
  const keys = Object.keys(over);
  return keys.length > 0 && keys.every((key) => /^(0|[1-9]\d{0,5})$/.test(key));
};

function mergeItems(under: readonly unknown[], over: JsonObject): unknown[] {
  const items = [...under];
  const positions = Object.keys(over).map(Number);
  for (const position of positions.sort((a, b) => a - b)) {
    // A position past the end appends; no gap can arise.
    const target = Math.min(position, items.length);
    items[target] = deepMerge(items[target], over[position]);
  }
  return items;
}

const isNewPhrase = (under: JsonObject, over: JsonObject): boolean =>
  Object.keys(under).length === 2 && "text" in under && "short" in under && "text" in over;
