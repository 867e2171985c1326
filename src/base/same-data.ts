/** Compares plain data: texts, numbers, lists and objects without a class. */

/**
 * Whether both hold the same under the same names. What is no plain data, and `NaN`, is the same only as the very same
 * object.
 * @param way is told the names that lead to where they differ, the innermost first; it may end before
 */
export function isSameData(one: unknown, other: unknown, way: string[] | null = null): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other)) return false;
  if (Array.isArray(one)) return Array.isArray(other) && areSameItems(one, other, way);
  if (!isPlain(one) || !isPlain(other)) return false;
  const names = Object.keys(one);
  const others = Object.keys(other);
  if (names.length !== others.length) return false;
  for (let i = 0; i < names.length; i++) {
    const name = names[i]!;
    // Mostly written in the same order.
    if (name === others[i] || Object.hasOwn(other, name)) {
      if (isSameData(one[name], other[name], way)) continue;
    }
    way?.push(name);
    return false;
  }
  return true;
}

function areSameItems(one: readonly unknown[], other: readonly unknown[], way: string[] | null): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) {
    if (isSameData(one[i], other[i], way)) continue;
    way?.push(`${i}`);
    return false;
  }
  return true;
}

/**
 * Compares data with other data that it mostly differs from in one place, as the rows of a table do: where the last two
 * differed is looked at first.
 */
export class Comparison {
  /** The names on the way there, the innermost first. */
  #way: string[] = [];

  /** As {@link isSameData}. */
  isSame(one: unknown, other: unknown): boolean {
    if (one === other) return true;
    if (this.#differsThere(one, other)) return false;
    const way: string[] = [];
    const same = isSameData(one, other, way);
    if (!same) this.#way = way;
    return same;
  }

  #differsThere(one: unknown, other: unknown): boolean {
    for (let i = this.#way.length - 1; i >= 0; i--) {
      if (one === other) return false;
      if (!isObject(one) || !isObject(other)) return true;
      const name = this.#way[i]!;
      one = one[name];
      other = other[name];
    }
    // Two objects may be the same inside.
    return one !== other && !(isObject(one) && isObject(other));
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

function isPlain(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === Object.prototype || prototype === null;
}
