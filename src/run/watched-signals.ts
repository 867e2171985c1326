/**
 * One listener by signal, however many jobs wait for it. Node chains the listeners of a signal, and one that was
 * removed still holds all that came after it: of a run with a listener for each job nothing could be let go.
 */

export interface WatchedSignals {
  /** Once more. */
  watch(signal: AbortSignal): void;
  /** Once less; as often as it was watched. */
  unwatch(signal: AbortSignal): void;
}

/** @param aborted is told a signal that is aborted while it is watched, once */
export function watchSignals(aborted: (signal: AbortSignal) => void): WatchedSignals {
  const watched = new Map<AbortSignal, { times: number; readonly listener: () => void }>();
  return {
    watch(signal) {
      const known = watched.get(signal);
      if (known) {
        known.times++;
        return;
      }
      const listener = () => aborted(signal);
      signal.addEventListener("abort", listener);
      watched.set(signal, { times: 1, listener });
    },
    unwatch(signal) {
      const known = watched.get(signal);
      if (!known || --known.times > 0) return;
      signal.removeEventListener("abort", known.listener);
      watched.delete(signal);
    },
  };
}
