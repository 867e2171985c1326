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
      for (const wake of [...asleep]) wake();
    },
    next(signal) {
      return new Promise((resolve) => {
        // Nothing of a wait is left behind: somebody may wait a thousand times under one signal.
        const wake = () => {
          asleep.delete(wake);
          signal?.removeEventListener("abort", wake);
          resolve();
        };
        asleep.add(wake);
        signal?.addEventListener("abort", wake, { once: true });
      });
    },
  };
}
