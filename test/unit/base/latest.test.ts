import { describe, expect, test } from "vitest";
import { Latest } from "../../../src/base/latest.ts";

describe("the latest", () => {
  test("keep what is asked for again, however much comes once", () => {
    const latest = new Latest<string>(10);
    latest.set("often", "kept");
    for (let i = 0; i < 1000; i++) {
      latest.set(`once ${i}`, "gone");
      if (i % 4 === 0) expect(latest.get("often")).toBe("kept");
    }
    expect(latest.get("often")).toBe("kept");
    expect(latest.get("once 0")).toBeUndefined();
  });

  test("are at least half as many as there may be, and no more", () => {
    const latest = new Latest<number>(10);
    for (let i = 0; i < 103; i++) latest.set(`${i}`, i);
    const there = Array.from({ length: 103 }, (_, i) => latest.get(`${i}`)).filter(
      (each) => each !== undefined,
    );
    expect(there.length).toBeGreaterThanOrEqual(5);
    expect(there.length).toBeLessThanOrEqual(10);
    expect(there.at(-1)).toBe(102);
  });
});
