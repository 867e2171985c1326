import { expect, test } from "vitest";
import { countCharacters } from "../../../src/base/count-characters.ts";
import fc from "../../support/property.ts";

test("counts characters, not their halves; a half alone is one", () => {
  expect(countCharacters("Đào tạo 𝟙")).toBe(9);
  expect(["", "\udc00", "\ud835\ud835\udfd9"].map(countCharacters)).toEqual([0, 1, 2]);
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(countCharacters(text)).toBe([...text].length);
    }),
  );
});
