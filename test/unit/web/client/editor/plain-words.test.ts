import { expect, test } from "vitest";
import { diagnose } from "../../../../../src/base/diagnostic.ts";
import { plainFinding } from "../../../../../src/web/client/editor/plain-words.ts";

const field = (path: string, reasonVi: string, expectedVi: string) =>
  plainFinding(
    diagnose("request.invalid-field", { path, reasonVi, reason: "…", expectedVi, expected: "…" }, { path }),
  ).text;

test("a text that is too long is told with its limit, as a sentence without the path", () => {
  expect(field("data.lead", "đang là “Học nghề…”, dài 320 ký tự", "nhiều nhất 300 ký tự")).toBe(
    "Đang là “Học nghề…”, dài 320 ký tự. Cần: nhiều nhất 300 ký tự.",
  );
});

test("a list with too many items is not told as if an item were wrong", () => {
  expect(field("data.contact.phones", "đang có 5 mục", "nhiều nhất 4 mục")).toBe(
    "Đang có 5 mục. Cần: nhiều nhất 4 mục.",
  );
  expect(field("data.contact.phones", "đang có 0 mục", "ít nhất 1 mục")).toBe(
    "Cần ít nhất một số điện thoại.",
  );
  expect(field("data.contact.phones.1", "đang là “abc”", "chữ số")).toMatch(/^Số điện thoại chỉ gồm/);
  expect(field("data.contact.addresses", "đang có 0 mục", "ít nhất 1 mục")).toBe("Cần ít nhất một địa chỉ.");
});
