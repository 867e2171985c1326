import { expect, test } from "vitest";
import { SideBySide } from "../../../src/run/side-by-side.ts";

/** A step that ends when it is told to. */
function step() {
  let end: (thrown?: unknown) => void = () => undefined;
  const ended = new Promise<void>((resolve, reject) => {
    end = (thrown) => (thrown === undefined ? resolve() : reject(thrown));
  });
  return { run: () => ended, end };
}
const turn = () => new Promise((next) => setImmediate(next));

test("begins no more than so many at a time, the next when any of them ends", async () => {
  const steps = [step(), step(), step()];
  const side = new SideBySide(2);
  await side.begin(steps[0]!.run);
  await side.begin(steps[1]!.run);
  let isBegun = false;
  const third = side.begin(() => {
    isBegun = true;
    return steps[2]!.run();
  });
  await turn();
  expect(isBegun).toBe(false);
  steps[1]!.end();
  await third;
  expect(isBegun).toBe(true);
  let isOver = false;
  const over = side.end().then(() => {
    isOver = true;
  });
  steps[0]!.end();
  await turn();
  expect(isOver).toBe(false);
  steps[2]!.end();
  await over;
});

test("after a failure nothing is begun, and what was is waited for", async () => {
  const [good, bad] = [step(), step()];
  const side = new SideBySide(3);
  await side.begin(good.run);
  await side.begin(bad.run);
  bad.end(new Error("full"));
  await turn();
  await expect(side.begin(() => Promise.reject(new Error("begun")))).rejects.toThrow("full");
  let isSettled = false;
  const settled = side.settled().then(() => {
    isSettled = true;
  });
  await turn();
  expect(isSettled).toBe(false);
  good.end();
  await settled;
  await expect(side.end()).rejects.toThrow("full");
});
