/** The page tree (ISO 32000-1 §7.7.3): pages in order, with what they inherit. */

import { LIMITS } from "../limits.ts";
import type { PdfDocument } from "./document.ts";
import { type Dict, EMPTY_DICT, isDict, type Value } from "./object.ts";

const INHERITED = ["Resources", "MediaBox", "CropBox", "Rotate"] as const;

/** A page's dictionary with the inherited entries laid under its own. */
export interface PageObject {
  /** 1-based. */
  readonly number: number;
  readonly dict: Dict;
  readonly resources: Dict;
}

export function listPages(document: PdfDocument): readonly PageObject[] {
  const { catalog } = document;
  const pages: PageObject[] = [];
  const above = new Set<Dict>();
  let visited = 0;
  const visit = (value: Value | undefined, inherited: ReadonlyMap<string, Value>): void => {
    const node = document.read(value);
    if (!isDict(node) || above.has(node)) return;
    // Counted too: nodes that lead to no page, or to the same nodes again and again.
    if (++visited > 4 * LIMITS.pages || pages.length >= LIMITS.pages || above.size >= LIMITS.hops) {
      document.budget.reach(`${LIMITS.pages} trang`, `${LIMITS.pages} pages`);
      return;
    }
    const passed = new Map(inherited);
    for (const key of INHERITED) {
      const own = node.get(key);
      if (own !== undefined) passed.set(key, own);
    }
    if (node.has("Kids")) {
      above.add(node);
      for (const kid of document.list(node.get("Kids"))) visit(kid, passed);
      above.delete(node);
      return;
    }
    const dict = new Map([...passed, ...node]);
    pages.push({
      number: pages.length + 1,
      dict,
      resources: document.dictAt(dict, "Resources") ?? EMPTY_DICT,
    });
  };
  visit(catalog?.get("Pages"), new Map());
  return pages;
}
