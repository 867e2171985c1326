import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { createBell } from "../../../src/run/bell.ts";

test("a ring wakes all who wait, and nobody who comes later", async () => {
  const bell = createBell();
  const woken: string[] = [];
  const waits = ["one", "two"].map((name) => bell.next().then(() => woken.push(name)));
  bell.ring();
  await Promise.all(waits);
  expect(woken).toEqual(["one", "two"]);
  void bell.next().then(() => woken.push("late"));
  await new Promise((resolve) => setImmediate(resolve));
  expect(woken).toEqual(["one", "two"]);
});

test("whoever leaves waits no longer", async () => {
  const leave = new AbortController();
  const waiting = createBell().next(leave.signal);
  leave.abort();
  await waiting;
});

test("a wait that is over leaves nothing at its signal", async () => {
  const { signal } = new AbortController();
  const bell = createBell();
  for (let i = 0; i < 20; i++) {
    const waiting = bell.next(signal);
    bell.ring();
    await waiting;
  }
  expect(getEventListeners(signal, "abort")).toEqual([]);
});
