import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { type FlightSignals, shareFlights } from "../../../../src/http/desk/flights.ts";

const never = new AbortController().signal;

test("the same work at one time is done once", async () => {
  const flights = shareFlights<number>(1000);
  let runs = 0;
  const work = async () => {
    runs++;
    await wait(20);
    return 7;
  };
  const answers = await Promise.all([1, 2, 3].map(() => flights.join("a", never, work)));
  expect(answers.map(({ value, shared }) => [value, shared])).toEqual([
    [7, false],
    [7, true],
    [7, true],
  ]);
  expect(runs).toBe(1);
  await flights.join("a", never, work);
  expect(runs).toBe(2);
});

test("work is taken back when the last caller has left, not before", async () => {
  const flights = shareFlights<number>(1000);
  let signals: FlightSignals | null = null;
  const work = (given: FlightSignals) => {
    signals = given;
    return new Promise<number>((_, reject) =>
      given.drop.addEventListener("abort", () => reject(new Error("dropped"))),
    );
  };
  const [one, two] = [new AbortController(), new AbortController()];
  const first = flights.join("a", one.signal, work);
  const second = flights.join("a", two.signal, work);
  one.abort();
  await expect(first).rejects.toThrow("run.cancelled");
  expect(signals!.drop.aborted).toBe(false);
  two.abort();
  await expect(second).rejects.toThrow();
  expect(signals!.drop.aborted).toBe(true);
  // Running work goes on for a while: most of it is done sooner.
  expect(signals!.stop.aborted).toBe(false);
});

test("work that takes too long is stopped, and told as such", async () => {
  const flights = shareFlights<number>(30);
  const work = ({ stop }: FlightSignals) =>
    new Promise<number>((_, reject) => stop.addEventListener("abort", () => reject(new Error("stopped"))));
  await expect(flights.join("a", never, work)).rejects.toThrow("service.timeout");
});

test("a failure is everybody's, and is not remembered", async () => {
  const flights = shareFlights<number>(1000);
  const fails = async () => {
    await wait(5);
    throw new Error("broken");
  };
  const both = [flights.join("a", never, fails), flights.join("a", never, fails)];
  for (const each of both) await expect(each).rejects.toThrow("broken");
  expect((await flights.join("a", never, async () => 1)).value).toBe(1);
});
