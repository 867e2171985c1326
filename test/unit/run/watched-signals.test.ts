import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { watchSignals } from "../../../src/run/watched-signals.ts";

test("a signal has one listener however often it is watched, and none when nobody waits any more", () => {
  const told: AbortSignal[] = [];
  const signals = watchSignals((signal) => told.push(signal));
  const { signal } = new AbortController();
  const listeners = () => getEventListeners(signal, "abort").length;
  for (let job = 0; job < 1000; job++) signals.watch(signal);
  expect(listeners()).toBe(1);
  for (let job = 0; job < 999; job++) signals.unwatch(signal);
  expect(listeners()).toBe(1);
  signals.unwatch(signal);
  expect(listeners()).toBe(0);
  signals.watch(signal);
  expect(listeners()).toBe(1);
  expect(told).toEqual([]);
});

test("tells the signal that was aborted, and no other", () => {
  const told: AbortSignal[] = [];
  const signals = watchSignals((signal) => told.push(signal));
  const [one, other, gone] = [new AbortController(), new AbortController(), new AbortController()];
  for (const { signal } of [one, one, other, gone]) signals.watch(signal);
  signals.unwatch(one.signal);
  signals.unwatch(gone.signal);
  one.abort();
  gone.abort();
  expect(told).toEqual([one.signal]);
});
