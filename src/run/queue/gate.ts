/** Lets as many renderings in as there are threads, and a suspect only alone. */

export interface Gate {
  /**
   * Runs when there is room, in the order of asking.
   * @param alone nothing else runs meanwhile, so that a death is surely this one's
   */
  pass<T>(alone: boolean, run: () => Promise<T>): Promise<T>;
}

/** @param capacity of renderings side by side, ≥ 1 */
export function createGate(capacity: number): Gate {
  let free = capacity;
  const waiting: { readonly room: number; readonly open: () => void }[] = [];
  const admit = () => {
    while (waiting[0] && waiting[0].room <= free) {
      const { room, open } = waiting.shift()!;
      free -= room;
      open();
    }
  };
  return {
    async pass(alone, run) {
      const room = alone ? capacity : 1;
      await new Promise<void>((open) => {
        waiting.push({ room, open });
        admit();
      });
      try {
        return await run();
      } finally {
        free += room;
        admit();
      }
    },
  };
}
