/** Findings that say the same of many rows, each with its sentences once: from worker threads they come as copies. */

import type { Diagnostic } from "../base/diagnostic.ts";

type Wording = Pick<Diagnostic, "message" | "hint">;

/** Sentences with names and figures are new on every row. */
const MOST_KNOWN = 500;

/** Findings equal to those given, their sentences those of the first that said so. */
export function wordingKeeper(): (diagnostic: Diagnostic) => Diagnostic {
  const known = new Map<string, Wording>();
  return (diagnostic) => {
    const { message, hint } = diagnostic;
    const key = JSON.stringify([message, hint]);
    const before = known.get(key);
    if (before) return { ...diagnostic, message: before.message, hint: before.hint };
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, { message, hint });
    return diagnostic;
  };
}
