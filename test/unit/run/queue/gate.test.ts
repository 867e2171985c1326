import { expect, test } from "vitest";
import { createGate } from "../../../../src/run/queue/gate.ts";

test("lets as many in as there is room, a suspect only alone, all in their order", async () => {
  const gate = createGate(2);
  const events: string[] = [];
  let inside = 0;
  const visit = (name: string, alone = false) =>
    gate.pass(alone, async () => {
      inside++;
      events.push(`${name}:${inside}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside--;
    });
  await Promise.all([visit("a"), visit("b"), visit("suspect", true), visit("c"), visit("d")]);
  expect(events).toEqual(["a:1", "b:2", "suspect:1", "c:1", "d:2"]);
});

test("a failure makes room like anything else", async () => {
  const gate = createGate(1);
  await expect(gate.pass(true, () => Promise.reject(new Error("hỏng")))).rejects.toThrow("hỏng");
  expect(await gate.pass(false, () => Promise.resolve("xong"))).toBe("xong");
});
