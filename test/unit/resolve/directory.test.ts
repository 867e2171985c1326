import { rm } from "node:fs/promises";
import { afterAll, expect, test } from "vitest";
import type { AnphamError } from "../../../src/base/diagnostic.ts";
import { institution } from "../../../src/model/institution.ts";
import { loadDirectory } from "../../../src/resolve/directory.ts";
import { libraryOver, makeBrand, SCHOOL } from "./brand-folder.ts";

const other = (id: string, name: string, province = "Bình Thuận") => ({ ...SCHOOL, id, name, province });

const folder = await makeBrand({
  "institutions/bare.json": other("bare", "Trường Ân"),
  "institutions/da.json": other("da", "Trường Đa"),
  "institutions/du.json": other("du", "Trường Du"),
  "institutions/am.json": other("am", "Trường Ám"),
  "institutions/far.json": other("far", "Trường Xa", "Lâm Đồng"),
});
afterAll(() => rm(folder, { recursive: true }));

const library = libraryOver(folder);
const own = institution.parse(SCHOOL);

test("the piece's own first, then its province with đ after d and â after a", async () => {
  const names = (await loadDirectory(own, library)).map(({ name }) => name.text);
  expect(names).toEqual(["Trường Cao đẳng Nghề", "Trường Ám", "Trường Ân", "Trường Du", "Trường Đa"]);
});

test("an institution that the library does not hold is listed too", async () => {
  const guest = institution.parse(other("guest", "Trường Khách", "Lâm Đồng"));
  expect((await loadDirectory(guest, library)).map(({ name }) => name.text)).toEqual([
    "Trường Khách",
    "Trường Xa",
  ]);
});

test("an entry is the name, the first address, the first number and the site", async () => {
  expect((await loadDirectory(own, library))[0]).toEqual({
    name: { text: "Trường Cao đẳng Nghề", short: "CĐ Nghề" },
    address: { text: "Số 1, Phan Thiết", short: null },
    phone: "0252 3822 999",
    website: null,
  });
});

test("every broken file is reported", async () => {
  const torn = await makeBrand({ "institutions/bare.json": "{", "institutions/torn.json": "[" });
  try {
    const thrown: unknown = await loadDirectory(own, libraryOver(torn)).catch((error: unknown) => error);
    expect((thrown as AnphamError).diagnostics.map(({ code }) => code)).toEqual([
      "request.broken-json",
      "request.broken-json",
    ]);
  } finally {
    await rm(torn, { recursive: true });
  }
});
