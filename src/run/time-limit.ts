/** Ends a job of a thread that takes too long. */

import { EventEmitter } from "node:events";

/** A signal as Piscina takes one: a job whose signal is aborted is ended with its thread. */
export class TimeLimit extends EventEmitter {
  readonly #timer: NodeJS.Timeout;
  #isOver = false;

  constructor(seconds: number) {
    super();
    this.#timer = setTimeout(() => {
      this.#isOver = true;
      this.emit("abort");
    }, seconds * 1000);
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** The job has ended by itself. */
  lift(): void {
    clearTimeout(this.#timer);
  }
}
