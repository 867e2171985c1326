import { expect, test } from "vitest";
import { cellChecks } from "../../../../src/run/rows/cell-checks.ts";
import { legacyState } from "../../../../src/run/rows/legacy-state.ts";

const legacy = legacyState([], { asked: "utf-8", isBytes: false, file: "x.csv" });
const read = (value: string) => {
  const { value: used, diagnostics } = cellChecks(value, legacy);
  return [used, diagnostics.map(({ code }) => code).join()];
};

test.each([
  ["plain text", "Trường 1", "Trường 1", ""],
  ["white space around", " \u00a0\ufeffTrường \t", "Trường", ""],
  ["another normal form", "Trường".normalize("NFD"), "Trường", ""],
  ["an error of a formula", "#N/A", null, "rows.error-cell"],
  ["one behind white space", "\u00a0 #REF!", null, "rows.error-cell"],
  ["LibreOffice's", " Err:502", null, "rows.error-cell"],
  ["a hash that is no error", "#1 tại Phan Thiết", "#1 tại Phan Thiết", ""],
  ["a formula", "=SUM(A1)", "=SUM(A1)", "rows.formula-text"],
  ["one behind white space", "\t @SUM(A1)", "@SUM(A1)", "rows.formula-text"],
  ["a plus before letters", " +A1", "+A1", "rows.formula-text"],
  ["a telephone number", "+84 252 3822 999", "+84 252 3822 999", ""],
  ["one that a spreadsheet marks as text", "'0901 234 567", "0901 234 567", ""],
  ["one abroad that is marked so", " ’+84 (252) 3822-999", "+84 (252) 3822-999", ""],
  ["an apostrophe that is a word's", "'Vươn lên' 2026", "'Vươn lên' 2026", ""],
  ["one before a number and words", "'90 năm một mái trường'", "'90 năm một mái trường'", ""],
  ["an equals sign alone", "= 5", "= 5", ""],
  ["a control character", "a\u0007b", "ab", "rows.control-character"],
  ["one of the upper half", "a\u0081b", "ab", "rows.control-character"],
  ["one that hides a formula", "\u0001=A1", "=A1", "rows.control-character,rows.formula-text"],
  ["one that hides an error", "#N\u007f/A", null, "rows.control-character,rows.error-cell"],
  ["a character that was lost", "Tr\ufffdờng", "Tr\ufffdờng", "rows.bad-character"],
])("%s", (_, given, used, codes) => {
  expect(read(given)).toEqual([used, codes]);
});
