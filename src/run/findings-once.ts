/** The same piece as PDF and as PNG has the same faults; one telling is enough. */

import type { Diagnostic } from "../base/diagnostic.ts";

/** Each finding once, in the order in which they came. */
export function findingsOnce(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { code, message, where } = diagnostic;
    const key = JSON.stringify([code, message.en, where.page, where.frame]);
    if (!found.has(key)) found.set(key, diagnostic);
  }
  return [...found.values()];
}
