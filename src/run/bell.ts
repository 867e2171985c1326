/** Wakes those who wait for news. */

export interface Bell {
  ring(): void;
  /** Resolves at the next ring, or when the signal is aborted. */
  next(signal?: AbortSignal): Promise<void>;
}

export function createBell(): Bell {
  const asleep = new Set<() => void>();
  return {
    ring() {
      for (const wake of asleep) wake();
      asleep.clear();
    },
    next(signal) {
      return new Promise((resolve) => {
        asleep.add(resolve);
        signal?.addEventListener("abort", () => resolve(), { once: true });
      });
    },
  };
}
