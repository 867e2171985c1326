import { expect, test } from "vitest";
import { readValue, takenValue } from "../../../../src/run/rows/cell-value.ts";
import { fieldAt } from "../../../../src/run/rows/match-columns.ts";
import type { CellValue, Shown } from "../../../../src/run/rows/raw-table.ts";

const read = (path: string, cell: CellValue) => {
  const { value, diagnostics } = readValue(cell, fieldAt(path)!);
  return [value, ...diagnostics.map(({ code }) => code)];
};

test.each<[string, CellValue, unknown, ...string[]]>([
  ["institution.name", "Trường A", "Trường A"],
  ["person.detail", 12, "12"],
  ["contact.phones", "0252 3822 999; 0912 345 678", ["0252 3822 999", "0912 345 678"]],
  ["contact.phones", "02523822999 - 0912345678", ["02523822999", "0912345678"]],
  ["contact.phones", 912345678, ["0912 345 678"], "rows.lost-zero"],
  ["contact.phones", 2523822999, ["0252 3822 999"], "rows.lost-zero"],
  ["contact.phones", "19001234", ["19001234"]],
  ["contact.phones", "+84 912 345 678", ["+84 912 345 678"]],
  ["contact.phones", "9.12E+08", undefined, "rows.rounded-number"],
  ["contact.phones", "9,12E+08; 0252 3822 999", ["0252 3822 999"], "rows.rounded-number"],
  ["contact.zalo", 912345678, "0912 345 678", "rows.lost-zero"],
  ["contact.addresses", "1 Trần Phú, Phan Thiết\n2 Lê Lợi", ["1 Trần Phú, Phan Thiết", "2 Lê Lợi"]],
  ["benefits", "Miễn học phí; Có việc làm", ["Miễn học phí", "Có việc làm"]],
  ["event.date", "04/10/2026", "2026-10-04"],
  ["event.date", 46299, "2026-10-04", "rows.serial-date"],
  ["event.date", "hôm qua", undefined, "rows.unreadable-value"],
  ["event.time", 0.3125, "07:30"],
  ["event.time", "25:00", undefined, "rows.unreadable-value"],
  ["theme", "Vươn lên", "vuon-len"],
  ["format", "A5", "a5"],
  ["ppi", "150,5", 150.5],
  ["ppi", "cao", undefined, "rows.unreadable-value"],
  ["institution.sample", "Có", true],
  ["institution.sample", "không", false],
  ["institution.sample", "có lẽ", undefined, "rows.unreadable-value"],
  ["photo.treatment", "Duotone", "duotone"],
  ["photo.treatment", "đen trắng", undefined, "rows.unreadable-value"],
  ["handbook.chapters", '[{"id":"a"}]', [{ id: "a" }]],
  ["handbook.chapters", "[{", undefined, "rows.unreadable-value"],
  ["contact.phones", ["0252 3822 999"], ["0252 3822 999"]],
])("%s: %j", (path, cell, value, ...codes) => expect(read(path, cell)).toEqual([value, ...codes]));

const serial: Shown = { text: "10/12", isDate: true };
const padded: Shown = { text: "007", isDate: false };

test.each<[string | null, Shown | null, unknown, ...string[]]>([
  ["person.detail", serial, "10/12", "rows.date-in-text"],
  ["enrolmentPeriod", serial, "10/12", "rows.date-in-text"],
  ["contact.addresses", serial, "10/12", "rows.date-in-text"],
  ["event.date", serial, 45_000],
  ["event.time", serial, 45_000],
  ["award.number", padded, "007"],
  ["institution", padded, "007"],
  ["ppi", padded, 45_000],
  // Grouped by a sheet, 912,345,678 would be three numbers.
  ["contact.phones", padded, 45_000],
  ["contact.phones", serial, "10/12", "rows.date-in-text"],
  // Nobody prints a column that fills nothing; a proof shows it as the sheet did.
  [null, padded, "007"],
  [null, serial, "10/12"],
  ["award.number", null, 45_000],
])("%s takes of a sheet that shows %j: %j", (path, shown, value, ...codes) => {
  const cell = { column: { index: 0, header: "A" }, value: 45_000, shown };
  const taken = takenValue(cell, path === null ? null : fieldAt(path)!);
  expect([taken.value, ...taken.diagnostics.map(({ code }) => code)]).toEqual([value, ...codes]);
});
