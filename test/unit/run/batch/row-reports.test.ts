import { expect, test } from "vitest";
import { diagnose } from "../../../../src/base/diagnostic.ts";
import { RowReports } from "../../../../src/run/batch/row-reports.ts";

test("rows with findings, by row, however they came", () => {
  const reports = new RowReports();
  const found = (row: number) => [diagnose("run.duplicate-row", { other: 1 }, { row })];
  for (const row of [3, 1, 2])
    reports.add({ number: row, line: row + 1, title: `Hàng ${row}` }, row === 1 ? [] : found(row));
  expect(reports.all).toEqual([
    { row: 2, line: 3, title: "Hàng 2", diagnostics: found(2) },
    { row: 3, line: 4, title: "Hàng 3", diagnostics: found(3) },
  ]);
});
