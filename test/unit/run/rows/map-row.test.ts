import { describe, expect, test } from "vitest";
import { places, rowsFolder } from "../../../support/rows.ts";

const { read } = rowsFolder();

const SCHOOL = "Tên trường;Cơ quan chủ quản;Tỉnh;Địa chỉ;Điện thoại;Ngành nghề";
const VALUES = 'Trường Cao đẳng Biển Xanh;UBND tỉnh;Bình Thuận;1 Trần Phú;0252 3822 999;"Hàn (TC); Điện"';

describe("an institution", () => {
  test("with a name is data of its own; what tables do not say is filled in", async () => {
    const { rows } = await read(`${SCHOOL}\n${VALUES}\n`);
    const [{ request, title, slug, diagnostics }] = rows as [(typeof rows)[number]];
    expect(request).toEqual({
      institution: {
        id: "truong-cao-dang-bien-xanh",
        name: "Trường Cao đẳng Biển Xanh",
        monogram: "BX",
        governingBody: "UBND tỉnh",
        province: "Bình Thuận",
        contact: { addresses: ["1 Trần Phú"], phones: ["0252 3822 999"] },
        programmes: [
          { name: "Hàn", levels: ["trung-cap"] },
          { name: "Điện", levels: ["cao-dang"] },
        ],
      },
    });
    expect([title, slug]).toEqual(["Trường Cao đẳng Biển Xanh", "truong-cao-dang-bien-xanh"]);
    expect(places(diagnostics)).toEqual(["rows.guessed-levels 1 Ngành nghề"]);
  });

  test("a column of levels is for programmes that do not say theirs", async () => {
    const { rows } = await read(
      `${SCHOOL};Trình độ\n${VALUES};Sơ cấp, trung cấp\n${VALUES.replace("Xanh", "Đỏ")};tiến sĩ\n`,
    );
    const levels = rows.map(({ request }) =>
      (request.institution as { programmes: { levels: unknown }[] }).programmes.map((each) => each.levels),
    );
    expect(levels).toEqual([
      [["trung-cap"], ["so-cap", "trung-cap"]],
      [["trung-cap"], ["cao-dang"]],
    ]);
    expect(rows.map(({ diagnostics }) => places(diagnostics))).toEqual([
      [],
      ["rows.unreadable-value 2 Trình độ", "rows.guessed-levels 2 Ngành nghề"],
    ]);
  });

  test("programmes parted by commas are one, and told", async () => {
    const { rows } = await read(`${SCHOOL}\n${VALUES.replace("Hàn (TC); Điện", "Hàn, May, Điện (TC)")}\n`);
    expect(rows[0]!.request.institution).toMatchObject({ programmes: [{ name: "Hàn, May, Điện" }] });
    expect(places(rows[0]!.diagnostics)).toEqual(["rows.one-programme 1 Ngành nghề"]);
  });

  test("without a name: there is no institution that its values could lie over", async () => {
    const table = "Tên trường;SĐT;Tỉnh\n;0252 3822 999;Bình Thuận\n";
    const [own] = (await read(table)).rows;
    expect(places(own!.diagnostics)).toEqual([]);
    const [over] = (await read(table, { hasInstitution: true })).rows;
    expect(places(over!.diagnostics)).toEqual(["rows.not-laid-over 1 Tỉnh"]);
  });

  test("of the brand folder, by its id: the row lies over it, as far as a piece shows it", async () => {
    const { rows } = await read(
      "Mã trường;Tên trường;SĐT;Tỉnh;Trang đăng ký\ncd-y-te;Cao đẳng Y tế;0252 3822 999;Bình Thuận;https://a.vn\n",
    );
    expect(rows[0]!.request).toEqual({
      institution: "cd-y-te",
      data: {
        institution: { name: "Cao đẳng Y tế" },
        contact: { phones: ["0252 3822 999"] },
        qr: "https://a.vn",
      },
    });
    expect(places(rows[0]!.diagnostics)).toEqual(["rows.not-laid-over 1 Tỉnh"]);
  });

  test("with a code that the brand folder does not know: its own data, under that code", async () => {
    const { rows } = await read("Mã trường;Tên trường\nCDT 4701;Trường A\ncd-yte;\n");
    expect(rows.map(({ request, slug }) => [request.institution, slug])).toEqual([
      [{ id: "cdt-4701", name: "Trường A", monogram: "TA", programmes: [] }, "cdt-4701"],
      ["cd-yte", "cd-yte"],
    ]);
  });

  test("of the run: the row's name lies over it", async () => {
    const { rows } = await read("Tên trường;Lớp\nTrường A;12\n", { hasInstitution: true });
    expect(rows[0]!.request).toEqual({
      data: { institution: { name: "Trường A" }, person: { detail: "12" } },
    });
  });

  test("a short form makes a phrase", async () => {
    const { rows } = await read("Tên viết tắt;Tên trường\nCĐ A;Trường Cao đẳng A\n");
    expect(rows[0]!.request.institution).toMatchObject({
      name: { text: "Trường Cao đẳng A", short: "CĐ A" },
    });
  });
});

describe("a column “ID”", () => {
  const institutionsOf = (rows: Awaited<ReturnType<typeof read>>["rows"]) =>
    rows.map(({ request }) => request.institution);

  test("of a list of guests is no institution, whatever stands in it", async () => {
    const { rows } = await read("ID,Họ và tên\n1,An\nHV-002,Bình\ncd-y-te,Cúc\n", { hasInstitution: true });
    expect(rows.map(({ request, slug }) => [request, slug])).toEqual([
      [{ data: { person: { name: "An" } } }, "an"],
      [{ data: { person: { name: "Bình" } } }, "binh"],
      [{ data: { person: { name: "Cúc" } } }, "cuc"],
    ]);
    expect(rows.flatMap(({ diagnostics }) => places(diagnostics))).toEqual([]);
  });

  test("names an institution that is known, where the run names none", async () => {
    const { rows } = await read("ID,Họ và tên\ncd-y-te,An\n1,Bình\n");
    expect(institutionsOf(rows)).toEqual(["cd-y-te", undefined]);
  });

  test("of a list of schools names their files, unless it only counts them", async () => {
    const { rows } = await read("ID,Tên trường\n1,Trường A\ntruong-b,Trường Bờ\n");
    expect(rows.map(({ slug }) => slug)).toEqual(["truong-a", "truong-b"]);
    expect(institutionsOf(rows)).toMatchObject([{ id: "truong-a" }, { id: "truong-b" }]);
  });
});

describe("a row with content for no field is an error: a piece of samples would come of it", () => {
  test("a list that was numbered ahead", async () => {
    const { rows } = await read("STT,Họ và tên,Lớp\n1,An,K1\n2,,\n", { hasInstitution: true });
    expect(rows.map(({ diagnostics }) => places(diagnostics))).toEqual([[], ["rows.no-known-value 2"]]);
    expect(rows[1]!.diagnostics[0]!.message.en).toContain("it has: STT");
  });

  test.each(['{"rows":[{"Họ và tên":"An"}]}', '[{"a":1}]', "[{}]"])("%s", async (text) => {
    const { rows } = await read(text, { name: "rows.json", hasInstitution: true });
    expect(rows.map(({ diagnostics }) => places(diagnostics))).toEqual([["rows.no-known-value 1"]]);
  });

  test("one whose cells could not be read has been told already", async () => {
    const { rows } = await read("Họ và tên,Lớp\n#N/A,\n", { hasInstitution: true });
    expect(places(rows[0]!.diagnostics)).toEqual(["rows.error-cell 1 Họ và tên"]);
  });
});

test("columns of the request: ids by name or id, a slogan in words, an event in words", async () => {
  const { rows } = await read(
    "Họ và tên;Mẫu;Khổ;Chủ đề;Thông điệp;Sự kiện;Ngày\nA;certificate;A4;Vươn lên;ky-nang;khai-giang;\nB;;;;Nghề hay cho em;Lễ khen thưởng;04/10/2026\n",
  );
  expect(rows.map(({ request }) => request)).toEqual([
    {
      template: "certificate",
      format: "a4",
      theme: "vuon-len",
      message: "ky-nang",
      event: "khai-giang",
      data: { person: { name: "A" } },
    },
    {
      data: {
        person: { name: "B" },
        message: { text: "Nghề hay cho em" },
        event: { name: "Lễ khen thưởng", date: "2026-10-04" },
      },
    },
  ]);
});

test("numbered columns of a list are in their order, empty cells leave no gap", async () => {
  const { rows } = await read(
    "Họ và tên;Điện thoại 2;Điện thoại 1;Điện thoại 3\nA;0252 3822 992;0252 3822 991;0252 3822 993\nB;;;0252 3822 993\n",
  );
  expect(rows.map(({ request }) => request.data?.contact)).toEqual([
    { phones: ["0252 3822 991", "0252 3822 992", "0252 3822 993"] },
    { phones: ["0252 3822 993"] },
  ]);
});
