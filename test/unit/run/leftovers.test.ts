import { beforeEach, expect, test, vi } from "vitest";

let leftovers: typeof import("../../../src/run/leftovers.ts");
let atExit: () => void;
beforeEach(async () => {
  vi.resetModules();
  const on = vi.spyOn(process, "on");
  leftovers = await import("../../../src/run/leftovers.ts");
  atExit = on.mock.calls.find(([event]) => event === "exit")![1] as () => void;
  process.removeListener("exit", atExit);
  on.mockRestore();
});

test("what is not done is removed at the exit, and nothing else", () => {
  const [done, left] = [vi.fn(), vi.fn()];
  leftovers.removeAtExit(done)();
  leftovers.removeAtExit(left);
  atExit();
  expect([done.mock.calls.length, left.mock.calls.length]).toEqual([0, 1]);
});

test("who listens hears of the first and of the last, and of those that were there before", () => {
  const before = leftovers.removeAtExit(() => undefined);
  const heard: boolean[] = [];
  leftovers.hearOfLeftovers((areThere) => heard.push(areThere));
  const after = leftovers.removeAtExit(() => undefined);
  before();
  before();
  after();
  leftovers.removeAtExit(() => undefined);
  expect(heard).toEqual([true, false, true]);
});
