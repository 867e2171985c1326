/**
 * Ctrl-C. It ends a long run once what is begun is finished, the second one ends it at once. Else it ends the process at
 * once and removes what is half done; where nothing is, nobody listens: Node would not hear of the signal before the
 * event loop turns, which a template that never ends does not let it.
 */

import { hearOfLeftovers } from "../run/leftovers.ts";

/** What the shell is told: 128 and the signal's number. */
const CODES = { SIGINT: 130, SIGTERM: 143 } as const;
const SIGNALS = Object.keys(CODES) as (keyof typeof CODES)[];

/** Of a container: signals that nobody listens to do not end it. */
const IS_FIRST = process.pid === 1;

let hasLeftovers = false;
let stopRun: (() => void) | null = null;

function interrupt(signal: keyof typeof CODES): void {
  if (stopRun) stopRun();
  else process.exit(CODES[signal]);
}

function listenWhereNeeded(): void {
  for (const signal of SIGNALS) {
    process.removeListener(signal, interrupt);
    if (hasLeftovers || stopRun || IS_FIRST) process.on(signal, interrupt);
  }
}

/** Signals leave nothing half done behind from here on. */
export function leaveNothingBehind(): void {
  listenWhereNeeded();
  hearOfLeftovers((areThere) => {
    hasLeftovers = areThere;
    listenWhereNeeded();
  });
}

/** Aborted by the first SIGINT or SIGTERM; `restore` gives Ctrl-C its usual meaning back. */
export function interruptible(onInterrupt: () => void): {
  readonly signal: AbortSignal;
  readonly restore: () => void;
} {
  const controller = new AbortController();
  const until = (stop: (() => void) | null) => {
    stopRun = stop;
    listenWhereNeeded();
  };
  until(() => {
    if (controller.signal.aborted) process.exit(CODES.SIGINT);
    controller.abort();
    onInterrupt();
  });
  return { signal: controller.signal, restore: () => until(null) };
}
