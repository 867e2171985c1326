/** Collects everything that is wrong with a request, so that its writer hears of all of it at once. */

import { AnphamError, type Diagnostic, hasErrors } from "../base/diagnostic.ts";

export interface Findings {
  readonly diagnostics: readonly Diagnostic[];
  add(diagnostics: readonly Diagnostic[]): void;
  /** The loaded value, or `null` when loading failed with diagnostics, which are kept. Other failures pass through. */
  attempt<T>(load: () => T | Promise<T>): Promise<T | null>;
  /** @throws AnphamError with everything found so far when any of it is an error */
  stopOnErrors(): void;
}

/** Starts an empty collection. */
export function createFindings(): Findings {
  // One slot a call: what loads in parallel is still reported in the order in which it was asked for.
  const slots: (readonly Diagnostic[])[] = [];
  return {
    get diagnostics() {
      return slots.flat();
    },
    add: (found) => {
      slots.push(found);
    },
    async attempt(load) {
      const slot = slots.push([]) - 1;
      try {
        return await load();
      } catch (thrown) {
        if (!(thrown instanceof AnphamError)) throw thrown;
        slots[slot] = thrown.diagnostics;
        return null;
      }
    },
    stopOnErrors() {
      const diagnostics = slots.flat();
      if (hasErrors(diagnostics)) throw new AnphamError(diagnostics);
    },
  };
}
