import { describe, expect, test } from "vitest";
import { resizedText } from "../../../../src/studio/stage/stress.ts";

describe("a text of another length", () => {
  test.each([
    ["Trường Cao đẳng Kỹ nghệ", 0.5, "Trường Cao"],
    ["Trường Cao đẳng Kỹ nghệ", 1, "Trường Cao đẳng Kỹ nghệ"],
    ["Học nghề", 2, "Học nghề Học nghề"],
    ["Học nghề", 0.1, "Học"],
  ])("“%s” × %d", (text, share, expected) => {
    expect(resizedText(text, share, 300)).toBe(expected);
  });

  test("stays within what the schema allows, and never parts a word", () => {
    const long = resizedText("Nghiêng nghiêng", 4, 40);
    expect(long.length).toBeLessThanOrEqual(40);
    expect(long.split(" ").every((word) => /^nghiêng$/i.test(word))).toBe(true);
  });
});
