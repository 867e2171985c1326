/** Small pictures, drawn a few at a time, the nearest to what is looked at first. */

import type { Choice } from "../shared/wire.ts";
import { askThumbnail, type ThumbnailAnswer } from "./api.ts";

interface Wanted {
  readonly run: () => Promise<void>;
  readonly isWanted: () => boolean;
}

const waiting: Wanted[] = [];
/** The thread that draws them does one at a time; a second question keeps it from idling. */
const AT_ONCE = 2;
let running = 0;

function next(): void {
  while (running < AT_ONCE) {
    const wanted = waiting.shift();
    if (!wanted) return;
    if (!wanted.isWanted()) continue;
    running++;
    void wanted.run().finally(() => {
      running--;
      next();
    });
  }
}

/** @param isWanted asked when its turn comes: what scrolled away or changed meanwhile is not drawn */
export function thumbnail(
  choice: Choice,
  width: number,
  options: { readonly page?: number; readonly committed?: boolean },
  isWanted: () => boolean,
): Promise<ThumbnailAnswer | null> {
  return new Promise((resolve) => {
    waiting.push({
      isWanted: () => {
        const still = isWanted();
        if (!still) resolve(null);
        return still;
      },
      run: async () => resolve(await askThumbnail(choice, width, options).catch(() => null)),
    });
    next();
  });
}
