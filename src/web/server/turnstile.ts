/** Lets only so many in at once; the others wait in line. */

/** @param most at once */
export function openTurnstile(most: number): <T>(run: () => Promise<T>) => Promise<T> {
  const line: (() => void)[] = [];
  let inside = 0;
  return async (run) => {
    if (inside >= most) await new Promise<void>((enter) => line.push(enter));
    else inside++;
    try {
      return await run();
    } finally {
      const next = line.shift();
      // Whoever leaves hands the place over.
      if (next) next();
      else inside--;
    }
  };
}
