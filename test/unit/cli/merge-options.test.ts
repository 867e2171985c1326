import { expect, test } from "vitest";
import { type MergeFlags, mergePlace } from "../../../src/cli/merge-options.ts";

test("without --merge, rows are files of their own", () => {
  expect(mergePlace({}, "batch")).toBeNull();
});

test("sheets as the profile has them, or as they are asked for", () => {
  expect(mergePlace({ merge: "run.pdf", split: "500" }, "batch")).toEqual({
    file: "run.pdf",
    splitEvery: 500,
    nUp: { sheet: null, grid: null },
  });
  const flags = { merge: "run.pdf", pressSheet: "320x450", nUp: "3x8" };
  expect(mergePlace(flags, "batch")?.nUp).toMatchObject({
    sheet: { width: 320, height: 450 },
    grid: { columns: 3, rows: 8 },
  });
});

test.each<[string, MergeFlags]>([
  ["no PDF", { merge: "run.zip" }],
  ["parts of nothing", { split: "3" }],
  ["columns on no sheet", { merge: "run.pdf", nUp: "3x8" }],
  ["half a page", { merge: "run.pdf", split: "0.5" }],
])("%s is refused", (_, flags) => {
  expect(() => mergePlace(flags, "batch")).toThrow("request.bad-usage");
});
