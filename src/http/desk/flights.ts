/** Work that several callers wait for: the same work at the same time is done once. */

import { AnphamError, diagnose } from "../../base/diagnostic.ts";

export interface FlightSignals {
  /** Ends the work, also in the middle. */
  readonly stop: AbortSignal;
  /** Takes it back if it is not begun. */
  readonly drop: AbortSignal;
}

export interface Flights<T> {
  /**
   * @param leave aborted when this caller has gone; when all have, work that waits is taken back
   * @throws AnphamError `service.timeout`, `run.cancelled`, and whatever the work throws
   */
  join(
    name: string,
    leave: AbortSignal,
    work: (signals: FlightSignals) => Promise<T>,
  ): Promise<{ readonly value: T; readonly shared: boolean }>;
}

interface Flight<T> {
  readonly promise: Promise<T>;
  readonly stop: AbortController;
  readonly drop: AbortController;
  users: number;
  linger: NodeJS.Timeout | null;
}

/**
 * How long a rendering that nobody waits for any more may go on, ms. Most are done sooner, and then remembered;
 * stopping one costs a thread with all that it has loaded.
 */
const LINGER = 5000;

/** @param timeout of one piece of work, waiting included, ms */
export function shareFlights<T>(timeout: number): Flights<T> {
  const flights = new Map<string, Flight<T>>();

  const depart = (name: string, work: (signals: FlightSignals) => Promise<T>): Flight<T> => {
    const stop = new AbortController();
    const drop = new AbortController();
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      drop.abort();
      stop.abort();
    }, timeout);
    const promise = work({ stop: stop.signal, drop: drop.signal })
      .catch((thrown: unknown) => {
        throw isLate ? new AnphamError([diagnose("service.timeout", { seconds: timeout / 1000 })]) : thrown;
      })
      .finally(() => {
        clearTimeout(timer);
        if (flight.linger) clearTimeout(flight.linger);
        if (flights.get(name) === flight) flights.delete(name);
      });
    // Whoever joined hears of it; all may have left.
    promise.catch(() => undefined);
    const flight: Flight<T> = { promise, stop, drop, users: 0, linger: null };
    flights.set(name, flight);
    return flight;
  };

  return {
    async join(name, leave, work) {
      const known = flights.get(name);
      const flight = known ?? depart(name, work);
      flight.users++;
      if (flight.linger) clearTimeout(flight.linger);
      flight.linger = null;
      const gone = () => {
        if (--flight.users > 0) return;
        flight.drop.abort();
        flight.linger = setTimeout(() => flight.stop.abort(), LINGER);
      };
      const left = new Promise<never>((_, reject) => {
        leave.addEventListener("abort", () => reject(new AnphamError([diagnose("run.cancelled", {})])), {
          once: true,
        });
      });
      left.catch(() => undefined);
      leave.addEventListener("abort", gone, { once: true });
      try {
        if (leave.aborted) gone();
        return { value: await Promise.race([flight.promise, left]), shared: known !== undefined };
      } finally {
        leave.removeEventListener("abort", gone);
      }
    },
  };
}
