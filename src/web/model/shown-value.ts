/** What a field of the form shows. */

import { type Draft, overridesOf, type PieceDraft } from "./draft.ts";
import type { BaseValues } from "./form.ts";

/** @returns what the piece or its set says at the path, else what the sources say; `null` for nothing */
export function shownValue(draft: Draft, piece: PieceDraft, base: BaseValues, path: string): unknown {
  const own = overridesOf(draft, piece);
  if (path in own) return own[path];
  // A ready short form is of a ready text.
  if (path.endsWith(".short") && path.slice(0, -".short".length) in own) return null;
  // Parts of a ready message are not parts of a typed one.
  if (path !== "message.text" && path.startsWith("message.") && "message.text" in own) return null;
  return base[path] ?? null;
}
