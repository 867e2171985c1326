/** Short lists of what came of late, the latest first: for what comes in turns, where a key would cost more. */

/** The first that fits, which becomes the first of all; `null` for none. */
export function takeFirst<Item>(recent: Item[], fits: (item: Item) => boolean): Item | null {
  for (let i = 0; i < recent.length; i++) {
    const item = recent[i]!;
    if (!fits(item)) continue;
    moveToFront(recent, item, i);
    return item;
  }
  return null;
}

/** Puts an item before the others; beyond `most` the last is let go. */
export function putFirst<Item>(recent: Item[], item: Item, most: number): void {
  if (recent.length < most) recent.push(item);
  moveToFront(recent, item, recent.length - 1);
}

/** Over what stands at `place`. */
function moveToFront<Item>(recent: Item[], item: Item, place: number): void {
  for (let i = place; i > 0; i--) recent[i] = recent[i - 1]!;
  recent[0] = item;
}
