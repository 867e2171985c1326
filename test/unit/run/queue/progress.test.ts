import { expect, test } from "vitest";
import { createProgress } from "../../../../src/run/queue/progress.ts";

test("a slow reader skips states and misses neither the first nor the last", async () => {
  const board = createProgress();
  const seen: number[] = [];
  const reading = (async () => {
    for await (const { taken } of board.read()) {
      seen.push(taken);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  await new Promise((resolve) => setTimeout(resolve, 1));
  for (let i = 0; i < 100; i++) board.add("taken");
  board.end();
  await reading;
  expect(seen).toEqual([0, 100]);
});
