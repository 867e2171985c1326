/** The last few of a kind. */

/** After as many times in a row that nothing was found, only the latest is looked at, and all of them once in as many. */
const PATIENCE = 16;

/**
 * Items, the latest first; beyond `most` the last is let go. Where nothing ever comes again, as what differs on every
 * row of a run, hardly any time goes into looking.
 */
export class Recent<Item> {
  readonly #items: Item[] = [];
  readonly #most: number;
  /** Times in a row that nothing was found. */
  #missed = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get latest(): Item | undefined {
    return this.#items[0];
  }

  /** The latest that fits, which is the latest of all from now on; `null` when there is none or it was not looked at. */
  take(fits: (item: Item) => boolean): Item | null {
    const items = this.#items;
    const isHopeless = this.#missed > PATIENCE && this.#missed % PATIENCE !== 0;
    const end = isHopeless ? Math.min(1, items.length) : items.length;
    for (let i = 0; i < end; i++) {
      const item = items[i]!;
      if (!fits(item)) continue;
      this.#missed = 0;
      this.#moveToFront(item, i);
      return item;
    }
    this.#missed++;
    return null;
  }

  put(item: Item): void {
    if (this.#items.length < this.#most) this.#items.push(item);
    this.#moveToFront(item, this.#items.length - 1);
  }

  /** Over what stands at `place`. */
  #moveToFront(item: Item, place: number): void {
    const items = this.#items;
    for (let i = place; i > 0; i--) items[i] = items[i - 1]!;
    items[0] = item;
  }
}
