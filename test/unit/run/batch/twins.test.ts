import { expect, test } from "vitest";
import type { RenderRequest } from "../../../../src/model/request.ts";
import { twinFinder } from "../../../../src/run/batch/twins.ts";
import type { MappedRow } from "../../../../src/run/rows/map-row.ts";

/** What is told about rows of a title, a slug and a class. */
function told(...rows: readonly (readonly [string | null, string, string])[]) {
  const twinsOf = twinFinder();
  return rows.map(([title, slug, detail], i) => {
    const data = { person: { name: title ?? "", detail } };
    const row = { number: i + 1, title, slug } as MappedRow;
    const request: RenderRequest = { template: "x", format: "y", institution: "z", data };
    return twinsOf(row, request).map(({ code, message }) => [code, message.en]);
  });
}

test("people whose names differ by marks alone are two people", () => {
  expect(told(["An", "an", "K1"], ["Án", "an", "K2"], ["Ân", "an", "K3"])).toEqual([[], [], []]);
});

test("one name, however it is typed, is told with the row that has it", () => {
  const [, second] = told(["Lê Án", "le-an", "K1"], [" LÊ  ÁN ".normalize("NFD"), "le-an", "K2"]);
  expect(second).toEqual([["run.same-subject", expect.stringContaining("row 1")]]);
});

test("rows without a title, and rows of the same content", () => {
  expect(told([null, "row-1", "K1"], [null, "row-2", "K2"], [null, "row-3", "K1"])).toEqual([
    [],
    [],
    [["run.duplicate-row", expect.any(String)]],
  ]);
});
