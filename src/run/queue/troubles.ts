/** What holds a queue up from outside. Each is told when it begins, and not again before it is over. */

import type { Code } from "../../base/codes.ts";
import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import { redisReason } from "./redis-reason.ts";

export interface Troubles {
  begin(trouble: Diagnostic): void;
  end(code: Code): void;
}

export function createTroubles(tell: (trouble: Diagnostic) => void): Troubles {
  const open = new Set<string>();
  return {
    begin(trouble) {
      if (open.has(trouble.code)) return;
      open.add(trouble.code);
      tell(trouble);
    },
    end: (code) => void open.delete(code),
  };
}

/** Redis cannot be used just now. */
export function lost(thrown: unknown): Diagnostic {
  const [reasonVi, reason] = redisReason(thrown);
  return diagnose("queue.lost", { reasonVi, reason });
}
