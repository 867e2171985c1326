/**
 * What was asked for of late, in two generations: when the newer one is full the older one goes as a whole, and what is
 * asked for again moves to the newer. What comes again and again stays, however much comes once; no item is let go on
 * its own.
 */
export class Latest<Value extends NonNullable<unknown>> {
  readonly #most: number;
  #newer = new Map<string, Value>();
  #older = new Map<string, Value>();

  /** @param most items; at least half as many are there once there were so many */
  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): Value | undefined {
    const newer = this.#newer.get(key);
    if (newer !== undefined) return newer;
    const older = this.#older.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: string, value: Value): void {
    if (2 * this.#newer.size >= this.#most) {
      this.#older = this.#newer;
      this.#newer = new Map();
    }
    this.#newer.set(key, value);
  }
}
