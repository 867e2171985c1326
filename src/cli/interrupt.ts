/** Ctrl-C in long runs: the first one finishes what is begun, the second one ends at once. */

/** Aborted by the first SIGINT or SIGTERM; `restore` gives Ctrl-C its usual meaning back. */
export function interruptible(onInterrupt: () => void): {
  readonly signal: AbortSignal;
  readonly restore: () => void;
} {
  const controller = new AbortController();
  const usual = (["SIGINT", "SIGTERM"] as const).map((name) => [name, process.listeners(name)] as const);
  const stop = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
    onInterrupt();
  };
  for (const [name] of usual) {
    process.removeAllListeners(name);
    process.on(name, stop);
  }
  return {
    signal: controller.signal,
    restore() {
      for (const [name, listeners] of usual) {
        process.removeListener(name, stop);
        for (const listener of listeners) process.once(name, listener as () => void);
      }
    },
  };
}
