/** Steps that wait for a disk or a network more than they work: a few of them at once. */

export class SideBySide {
  readonly #most: number;
  readonly #running = new Set<Promise<void>>();
  #failure: { readonly thrown: unknown } | null = null;

  /** @param most steps that are under way at a time */
  constructor(most: number) {
    this.#most = most;
  }

  /**
   * Begins a step once there is room for it, and does not wait for its end.
   * @throws what a step before it threw; then this one is not begun
   */
  async begin(step: () => Promise<void>): Promise<void> {
    while (this.#running.size >= this.#most) await Promise.race(this.#running);
    this.#tell();
    const running: Promise<void> = step()
      .catch((thrown: unknown) => {
        this.#failure ??= { thrown };
      })
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Waits for every step that was begun. @throws what the first of them threw that failed */
  async end(): Promise<void> {
    await this.settled();
    this.#tell();
  }

  /** Waits for every step that was begun, however it ends. */
  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }

  #tell(): void {
    if (this.#failure) throw this.#failure.thrown;
  }
}
