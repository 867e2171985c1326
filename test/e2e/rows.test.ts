/** `anpham rows check`, as a user runs it. `npm run build` makes the binary. */

import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

const binary = join(import.meta.dirname, "../../dist/cli/main.js");

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-rows-"));
});
afterEach(() => rm(folder, { recursive: true }));

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const check = (...args: readonly string[]): Promise<Run> =>
  new Promise((done) => {
    execFile(
      process.execPath,
      [binary, "rows", "check", ...args],
      { cwd: folder },
      (error, stdout, stderr) => {
        done({ code: error ? Number(error.code) : 0, stdout, stderr });
      },
    );
  });
const put = (name: string, content: string) => writeFile(join(folder, name), content);

test("good rows: the mapping with examples, exit 0, nothing written", async () => {
  await put("ds.csv", "STT;HỌ VÀ TÊN;Lớp\n1;Nguyễn Thị Ánh;12A1\n2;Lê Văn Bình;12A2\n");
  const { code, stdout, stderr } = await check("ds.csv", "--institution", "cd-y-te");
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/HỌ VÀ TÊN +person\.name +Nguyễn Thị Ánh\n/);
  expect(stdout).toMatch(/STT +\(bỏ qua\) \| \(left out\) +1\n/);
  expect(stdout).toContain("2/2 dòng dùng được | 2 of 2 rows are good");
  expect(await readdir(folder)).toEqual(["ds.csv"]);
});

test("bad rows: exit 3, told by row and column, the same problem once", async () => {
  await put(
    "ds.csv",
    "Mã trường,Ngày,Tên buổi lễ\ncd-y-te,04/10/2026,A\ncd-y-te,hôm qua,A\ncd-y-te,hôm qua,B\n",
  );
  const { code, stdout, stderr } = await check("ds.csv", "--lang", "vi");
  expect(code).toBe(3);
  expect(stdout).toContain("1/3 dòng dùng được");
  expect(stderr).toContain(
    "Dòng 2, 3 (hàng 3, 4 của tệp), cột “Ngày”:\nlỗi: Không hiểu “hôm qua” cho trường “Ngày (event.date)”.",
  );
});

test("an error at the end of a long table is told, though thousands of names before it are doubled", async () => {
  const names = Array.from({ length: 1500 }, (_, i) => `Người ${i}`);
  await put(
    "ds.csv",
    `Họ và tên,Lớp\n${[...names, ...names].map((name) => `${name},A`).join("\n")}\n#REF!,A\n`,
  );
  const { code, stderr } = await check("ds.csv", "--institution", "cd-y-te", "--lang", "vi");
  expect(code).toBe(3);
  expect(stderr).toContain("Ô báo lỗi #REF! của bảng tính");
  expect(stderr.match(/cho cùng tên tệp/g)).toHaveLength(20);
  expect(stderr).toMatch(/… và \d+ thông báo nữa loại rows\.same-name: thêm --json để xem hết/);
});

test("a map, and JSON for programs", async () => {
  await put("ds.csv", "Ai,Gì\nLê An,x\n");
  await put("map.json", '{"Ai": "person.name", "Gì": null}');
  const { code, stdout } = await check("ds.csv", "--map", "map.json", "--institution", "cd-y-te", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    ok: true,
    encoding: "UTF-8",
    rows: 1,
    good: 1,
    columns: [
      { column: 1, header: "Ai", field: "person.name", example: "Lê An" },
      { column: 2, header: "Gì", field: null, example: "x" },
    ],
    findings: [],
    problems: [],
  });
});

test.each([
  ["nowhere.csv", [], "không có tệp này"],
  ["ds.csv", [], "Không nhận ra cột nào"],
  ["ds.csv", ["--map", "wrong.json"], "Gần nhất: person.name"],
  ["ds.csv", ["--sheet", "A"], "Tệp không có trang tính"],
  ["ds.csv", ["--encoding", "utf-16"], "không phải mã UTF-16"],
])("unusable: %s %j, exit 2", async (file, args, sentence) => {
  await put("ds.csv", "Ai,Gì\nLê An,x\n");
  await put("wrong.json", '{"Ai": "person.nam"}');
  const { code, stdout, stderr } = await check(file, ...args);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(sentence);
});
