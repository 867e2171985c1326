/** Notes which parts of a value are read. */

export interface Recording<T> {
  /** Behaves as the value. */
  readonly value: T;
  /**
   * Dotted paths of the texts, numbers and lists that were read, list positions left out: `contact.phones`,
   * `programmes.name.text`. A group that is not there (`null`) is not among them.
   */
  readonly paths: ReadonlySet<string>;
}

/** @param source plain data; it is copied, so that nobody sees it change */
export function recorded<T extends object>(source: T): Recording<T> {
  const paths = new Set<string>();
  const known = new WeakMap<object, object>();
  const watch = (target: object, path: string): object => {
    const found = known.get(target);
    if (found) return found;
    const proxy = new Proxy(target, {
      get(of, key, receiver) {
        const value: unknown = Reflect.get(of, key, receiver);
        // What an array can do of itself is no part of the data.
        if (typeof key === "symbol" || typeof value === "function" || !Object.hasOwn(of, key)) return value;
        const inner = Array.isArray(of) ? path : path === "" ? key : `${path}.${key}`;
        // Whoever takes a group along (`{ ...brief }`) has not read what is in it.
        if (typeof value === "object" && value !== null) return watch(value, inner);
        if (value !== null || inner.includes(".")) paths.add(inner);
        return value;
      },
    });
    known.set(target, proxy);
    return proxy;
  };
  return { value: watch(structuredClone(source), "") as T, paths };
}
