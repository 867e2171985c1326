/** Short lists of what came of late, the latest first: for what comes in turns, where a key would cost more. */

/** The first that fits, which becomes the first of all; `null` for none. */
export function takeFirst<Item>(recent: Item[], fits: (item: Item) => boolean): Item | null {
  for (let i = 0; i < recent.length; i++) {
    const item = recent[i]!;
    if (!fits(item)) continue;
    if (i > 0) {
      recent.copyWithin(1, 0, i);
      recent[0] = item;
    }
    return item;
  }
  return null;
}

/** Puts an item before the others; beyond `most` the last is let go. */
export function putFirst<Item>(recent: Item[], item: Item, most: number): void {
  recent.unshift(item);
  if (recent.length > most) recent.pop();
}
