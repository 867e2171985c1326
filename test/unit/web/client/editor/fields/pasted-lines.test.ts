import { expect, test } from "vitest";
import { pastedLines, withLines } from "../../../../../../src/web/client/editor/fields/pasted-lines.ts";

test("lines of a document come without their bullets and blanks", () => {
  expect(pastedLines("• Hàn\r\n\r\n- Điện công nghiệp \n3) May\tTC\v10. Dược")).toEqual([
    "Hàn",
    "Điện công nghiệp",
    "May TC",
    "Dược",
  ]);
});

test("a single line is pasted as any text, and numbers of houses and telephones stay", () => {
  expect(pastedLines("Hàn\r\n")).toEqual([]);
  expect(pastedLines("0252. 3822 999\n12 Trần Phú")).toEqual(["0252. 3822 999", "12 Trần Phú"]);
});

test("lines take the place of an empty item and stand behind a filled one, and none is lost", () => {
  expect(withLines(["a", "", "c"], 1, true, ["x", "y"])).toEqual(["a", "x", "y", "c"]);
  expect(withLines(["a", "b"], 0, false, ["x", "y"])).toEqual(["a", "x", "y", "b"]);
});
