import { beforeAll, describe, expect, test } from "vitest";
import { openTemplates } from "../../../../src/compose/registry.ts";
import { packageFolders } from "../../../../src/package-folders.ts";
import { type Library, openLibrary } from "../../../../src/resolve/library.ts";
import { checkedDiagnostics, rowCheck } from "../../../../src/run/rows/check-row.ts";
import { places, rowsFolder } from "../../../support/rows.ts";

const { read } = rowsFolder();
const SCHOOL = "Tên trường;Cơ quan chủ quản;Tỉnh;Địa chỉ;Điện thoại;Email;Ngày";

let library: Library;
beforeAll(async () => {
  const folders = packageFolders();
  library = openLibrary({ ...folders, templates: await openTemplates(folders.templates) });
});

async function problems(table: string, base: Parameters<typeof rowCheck>[1] = {}) {
  const { rows } = await read(table, { hasInstitution: base.institution !== undefined });
  const check = await rowCheck(library, base);
  return Promise.all(rows.map(async (row) => places(await checkedDiagnostics(row, check))));
}

test("good rows, bad values by their column, missing ones by their name", async () => {
  const found = await problems(
    [
      SCHOOL,
      "Trường Cao đẳng A;UBND tỉnh;Bình Thuận;1 Trần Phú;0252 3822 999;a@b.vn;",
      "Trường Cao đẳng B;UBND tỉnh;Bình Thuận;1 Trần Phú;chưa có;a@b;",
      "Trường Cao đẳng C;;Bình Thuận;;;;",
      "",
    ].join("\n"),
  );
  expect(found).toEqual([
    [],
    ["request.invalid-field 2 Điện thoại", "request.invalid-field 2 Email"],
    ["rows.missing-value 3", "rows.missing-value 3", "rows.missing-value 3"],
  ]);
});

test("what is missing is called as its column would be", async () => {
  const { rows } = await read("Tên trường;Tỉnh\nTrường Cao đẳng C;Bình Thuận\n");
  const check = await rowCheck(library, {});
  const told = (await check(rows[0]!)).map(({ message, where }) => [message.vi, where.path]);
  expect(told).toEqual([
    ["Thiếu “Cơ quan chủ quản (institution.governingBody)”.", "institution.governingBody"],
    ["Thiếu “Điện thoại (contact.phones)”.", "contact.phones"],
    ["Thiếu “Địa chỉ (contact.addresses)”.", "contact.addresses"],
  ]);
});

test.each<[string, string, Parameters<typeof rowCheck>[1], string, string | undefined]>([
  [
    "levels that neither a column nor the name tells, once for all programmes",
    'Tên trường;Cơ quan chủ quản;Tỉnh;Địa chỉ;Điện thoại;Ngành nghề\nTrường A;UBND tỉnh;Huế;1 Lê Lợi;0234 3822 999;"Hàn; Tiện"\n',
    {},
    "Thiếu “Trình độ đào tạo (programmes.levels)”.",
    "Ngành nghề",
  ],
  [
    "the event of a day",
    `${SCHOOL}\nTrường Cao đẳng A;UBND tỉnh;Huế;1 Lê Lợi;0234 3822 999;;04/10/2026\n`,
    {},
    "Thiếu “Nội dung sự kiện (event.name)”.",
    undefined,
  ],
  [
    "the person of a class",
    "Họ và tên;Lớp\n;12A1\n",
    { institution: "cd-y-te" },
    "Thiếu “Họ và tên (person.name)”.",
    undefined,
  ],
])("%s: told by the name of a column", async (_, table, base, message, header) => {
  const { rows } = await read(table, { hasInstitution: base.institution !== undefined });
  const told = await (await rowCheck(library, base))(rows[0]!);
  expect(told.map((each) => [each.code, each.message.vi, each.where.header])).toEqual([
    ["rows.missing-content", message, header],
  ]);
});

describe("ids", () => {
  test.each<[string, Parameters<typeof rowCheck>[1], readonly (readonly string[])[]]>([
    ["Mã cơ sở\ncd-y-te\ncd-yte\n", {}, [[], ["request.unknown-id 2 Mã cơ sở"]]],
    [
      "Họ và tên;Chủ đề\nA;Kỹ nghệ\nB;Xanh\n",
      { institution: "cd-y-te" },
      [[], ["request.unknown-id 2 Chủ đề"]],
    ],
    [
      "Họ và tên;Khổ\nA;A5\n",
      { institution: "cd-y-te", template: "standee" },
      [["request.format-not-offered 1 Khổ"]],
    ],
    ["Họ và tên\nA\n", {}, [["rows.missing-value 1"]]],
  ])("%j", async (table, base, expected) => expect(await problems(table, base)).toEqual(expected));
});

test("a row that says too much for a field", async () => {
  const [found] = await problems(`Họ và tên;Ngày;Tên buổi lễ\n${"A ".repeat(60)};04/10/2026;Lễ\n`, {
    institution: "cd-y-te",
  });
  expect(found).toEqual(["request.invalid-field 1 Họ và tên"]);
});
