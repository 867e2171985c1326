import { describe, expect, test } from "vitest";
import { AnphamError } from "../../../../src/base/diagnostic.ts";
import { columnMatcher, matchName, readMap } from "../../../../src/run/rows/match-columns.ts";
import { SYNONYMS } from "../../../../src/run/rows/synonyms.ts";
import fc from "../../../support/property.ts";

const pathOf = (header: string) => {
  const match = matchName(header);
  if (match.kind !== "field") return match.kind;
  const { field, position } = match.target;
  return position === null ? field.path : `${field.path} #${position}`;
};

test.each([
  ["Tên trường", "institution.name"],
  ["TEN TRUONG", "institution.name"],
  ["  tên_trường: ", "institution.name"],
  ["Tên trường (*)", "institution.name"],
  ["2. Tên trường", "institution.name"],
  ["Ten truong", "institution.name"],
  ["SĐT", "contact.phones"],
  ["Điện thoại 2", "contact.phones #2"],
  ["Địa chỉ 01", "contact.addresses #1"],
  ["Ngày (dd/mm/yyyy)", "event.date"],
  ["Tỉnh/TP", "institution.province"],
  ["ĐC", "contact.addresses"],
  ["Địa chỉ trụ sở chính", "contact.addresses"],
  ["Số ĐT", "contact.phones"],
  ["ĐTDĐ 2", "contact.phones #2"],
  ["Số điện thoại tư vấn", "contact.phones"],
  ["Địa chỉ Email", "contact.email"],
  ["Facebook/Fanpage", "contact.facebook"],
  ["Tên cơ sở đào tạo", "institution.name"],
  ["Các ngành/nghề tuyển sinh", "programmes"],
  ["Cấp trình độ", "programmes.levels"],
  ["Chức vụ - Đơn vị", "person.detail"],
  ["Họ và tên đại biểu", "person.name"],
  ["Số báo danh", "person.number"],
  ["SBD", "person.number"],
  ["Số thẻ", "person.number"],
  ["Họ và tên", "person.name"],
  ["HỌ VÀ TÊN HỌC VIÊN", "person.name"],
  ["Họ tên HS-SV", "person.name"],
  ["Mã HSSV", "unused"],
  ["Nam / Nữ", "unused"],
  ["Lớp", "person.detail #2"],
  ["Chức vụ", "person.detail #1"],
  ["Đơn vị công tác", "person.detail #4"],
  ["Ngành, nghề đào tạo", "programmes"],
  ["Liên kết QR", "qr"],
  ["contact.phones", "contact.phones"],
  ["STT", "unused"],
  ["contact", "group"],
  ["Tên", "unknown"],
  ["Sở thích", "unknown"],
  ["__proto__", "unknown"],
  ["constructor", "unknown"],
  ["institution.__proto__.name", "unknown"],
  ["(*)", "unknown"],
])("%s → %s", (header, path) => expect(pathOf(header)).toBe(path));

test("case, marks, punctuation and normal form do not matter", () => {
  const names = Object.values(SYNONYMS).flat();
  const dress = fc.record({
    name: fc.constantFrom(...names),
    upper: fc.boolean(),
    bare: fc.boolean(),
    form: fc.constantFrom("NFC", "NFD"),
    around: fc.constantFrom("", " ", "*", ":", "  "),
  });
  fc.assert(
    fc.property(dress, ({ name, upper, bare, form, around }) => {
      const plain = bare
        ? name.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D")
        : name;
      const cased = upper ? plain.toUpperCase() : plain.toLowerCase();
      expect(pathOf(around + cased.normalize(form) + around)).toBe(pathOf(name));
    }),
  );
});

describe("a map", () => {
  const column = (header: string, index = 0) => ({ header, index });

  test("names what names do not say, and wins over them", () => {
    const matcher = columnMatcher(
      readMap({ "Sở thích": "lead", "Ghi chú": null, Lớp: "person.title", X: "contact.phones.1" }),
    );
    const path = (header: string, index: number) => {
      const match = matcher.match(column(header, index));
      return match.kind === "field" ? [match.target.field.path, match.target.position] : match.kind;
    };
    expect(path("so thich", 0)).toEqual(["lead", null]);
    expect(path("Ghi chú", 1)).toBe("unused");
    expect(path("LỚP", 2)).toEqual(["person.title", null]);
    expect(path("X", 3)).toEqual(["contact.phones", 2]);
    expect(matcher.findings()).toEqual([]);
  });

  test.each([
    [{ "Sở thích": "institution.nmae" }, "institution.nmae"],
    [{ X: "__proto__" }, "__proto__"],
    [{ X: 5 }, "5"],
    [[], ""],
    ["x", "x"],
  ])("that is wrong is refused: %j", (map, field) => {
    try {
      readMap(map);
      expect.unreachable();
    } catch (thrown) {
      if (!(thrown instanceof AnphamError)) throw thrown;
      const [told] = thrown.diagnostics;
      expect(told!.code).toBe("rows.bad-map");
      expect(told!.message.en).toContain(`no field “${field}”`);
    }
  });

  test("findings: unknown columns with the nearest field, doubles, names that the table lacks", () => {
    const matcher = columnMatcher(readMap({ "Không có": "lead" }));
    for (const [i, header] of [
      "Tên truờng",
      "Ngày",
      "Ngày",
      "Ngày diễn ra",
      "SĐT",
      "SĐT",
      "Cơ quan quản",
    ].entries()) {
      matcher.match(column(header, i));
    }
    const told = matcher.findings().map(({ code, where, hint }) => [code, where.header, hint.en]);
    expect(told.map(([code, header]) => [code, header])).toEqual([
      ["rows.duplicate-header", "Ngày"],
      ["rows.same-field", "Ngày diễn ra"],
      ["rows.unknown-column", "Cơ quan quản"],
      ["rows.map-unused", "Không có"],
    ]);
    expect(told[2]![2]).toContain("Cơ quan chủ quản (institution.governingBody)");
  });
});
