/**
 * Where an element was written. Only templates compiled for the studio know it; it hangs on elements under a symbol,
 * so that it never counts as content: it is copied by nobody, hashed by nobody, and moving a line changes no frame.
 */

/** The same in every compiled template, which may carry its own copy of the kit. */
export const SOURCE: unique symbol = Symbol.for("anpham.source");

export interface SourcePlace {
  /** Relative to the template's folder, as its compiler names it. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

/** Of an element, or `null` where its template was compiled without places. */
export function sourceOf(node: unknown): SourcePlace | null {
  if (typeof node !== "object" || node === null) return null;
  return (node as { readonly [SOURCE]?: SourcePlace })[SOURCE] ?? null;
}

/** Hangs the place on an element that has none; returns the element. */
export function placed<T extends object>(node: T, source: SourcePlace | null): T {
  if (source && !sourceOf(node)) Object.defineProperty(node, SOURCE, { value: source });
  return node;
}
