import { expect, test } from "vitest";
import { readValue } from "../../../../src/run/rows/cell-value.ts";
import { fieldAt } from "../../../../src/run/rows/match-columns.ts";
import type { CellValue } from "../../../../src/run/rows/raw-table.ts";

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
