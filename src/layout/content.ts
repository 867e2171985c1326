/** What an element tree says: its strings, and whether it underlines anything. */

import type { SatoriRequest } from "./satori.ts";

export interface TreeContent {
  /** Every text that may be set, in document order. */
  readonly strings: readonly string[];
  readonly underlines: boolean;
}

/** What satori may add by itself: ellipses, list markers and numbers. */
export const ADDED = "…•◦▪0123456789. ";

export function contentOf(element: SatoriRequest["element"]): TreeContent {
  const strings: string[] = [];
  let underlines = false;
  const visit = (node: unknown): void => {
    if (typeof node === "string" || typeof node === "number") {
      strings.push(String(node));
      return;
    }
    if (Array.isArray(node)) {
      node.forEach(visit);
      return;
    }
    if (node === null || typeof node !== "object" || !("props" in node)) return;
    const { children, ...props } = (node as { props: Record<string, unknown> }).props;
    for (const value of Object.values(props)) {
      const text = typeof value === "object" && value ? Object.values(value).join(" ") : String(value);
      if (text.includes("underline")) underlines = true;
    }
    for (const name of ["value", "placeholder", "alt", "label", "title"]) {
      if (typeof props[name] === "string") strings.push(props[name]);
    }
    if (
      (node as { type?: unknown }).type === "style" &&
      JSON.stringify(children ?? "").includes("underline")
    ) {
      underlines = true;
    }
    visit(children);
  };
  visit(element);
  return { strings, underlines };
}
