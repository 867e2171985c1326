import { describe, expect, it } from "vitest";
import { breakCost } from "../../../../src/base/vietnamese/compounds.ts";

describe("breakCost", () => {
  it("is highest within a word of two syllables, high within a name, nothing at punctuation", () => {
    expect(breakCost("Kỹ", "thuật")).toBe(1);
    expect(breakCost("Lạc", "Hà")).toBeGreaterThan(0);
    expect(breakCost("Kỹ,", "thuật")).toBe(0);
    expect(breakCost("học", "đi")).toBe(0);
  });
});
