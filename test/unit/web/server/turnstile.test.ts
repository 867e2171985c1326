import { expect, test } from "vitest";
import { openTurnstile } from "../../../../src/web/server/turnstile.ts";

test("only so many are inside at once, the others come in order, a failure frees its place", async () => {
  const turn = openTurnstile(2);
  let inside = 0;
  let most = 0;
  const order: number[] = [];
  const run = (n: number) =>
    turn(async () => {
      inside++;
      most = Math.max(most, inside);
      order.push(n);
      await new Promise((later) => setTimeout(later, 5));
      inside--;
      if (n === 1) throw new Error("one fails");
      return n;
    });
  const results = await Promise.allSettled([0, 1, 2, 3, 4].map(run));
  expect(most).toBe(2);
  expect(order).toEqual([0, 1, 2, 3, 4]);
  expect(results.map(({ status }) => status)).toEqual([
    "fulfilled",
    "rejected",
    "fulfilled",
    "fulfilled",
    "fulfilled",
  ]);
  expect(await run(9)).toBe(9);
});
