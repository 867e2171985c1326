import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { workbook } from "../../../src/run/workbook.ts";
import { dateZipEarliest } from "../../../src/run/zip-dates.ts";
import { testWith } from "../../support/judges.ts";

const sheet = {
  name: "Dữ liệu",
  widths: [10],
  stickyColumns: 0,
  rows: [[{ value: "Trường Trung cấp", look: "plain" as const }]],
};

testWith("unzip")("every entry of a workbook is dated 1980, and the archive is whole", async () => {
  const folder = mkdtempSync(join(tmpdir(), "anpham-zip-"));
  try {
    const file = join(folder, "book.xlsx");
    writeFileSync(file, await workbook([sheet]));
    expect(execFileSync("unzip", ["-t", file], { encoding: "utf8" })).toContain("No errors detected");
    const dated = execFileSync("unzip", ["-lq", file], { encoding: "utf8" }).match(
      /\d{4}-\d\d-\d\d \d\d:\d\d/g,
    );
    expect(dated!.length).toBeGreaterThan(5);
    expect(new Set(dated)).toEqual(new Set(["1980-01-01 00:00"]));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("what is no archive is refused", () => {
  expect(() => dateZipEarliest(new Uint8Array(10))).toThrow("no plain ZIP archive");
  expect(() => dateZipEarliest(new Uint8Array(100))).toThrow("no plain ZIP archive");
});
