/** Many rows through the form, on the service as `anpham serve` opens it. `npm run build` makes the binary. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as XLSX from "@e965/xlsx";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CheckedTable, ReadTable } from "../../src/web/model/rows.ts";
import { accessibilityFaults, DESK, expectNoSideScroll, openBrowser, PHONE } from "../support/browser.ts";

const binary = join(import.meta.dirname, "../../dist/cli/main.js");
const ROWS = "/nhieu-dong?institution=cd-y-te&piece=recruitment-flyer/a5";

let folder: string;
let service: ChildProcess;
let address: string;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-web-rows-"));
  const options = [
    "serve",
    "--port",
    "0",
    "--state",
    join(folder, "state"),
    "--log",
    "error",
    "--lang",
    "en",
  ];
  service = spawn(process.execPath, [binary, ...options], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ANPHAM_RATE_ADDRESS: "100" },
  });
  let told = "";
  service.stderr?.on("data", (data) => {
    told += String(data);
  });
  const opened = /http:\/\/127\.0\.0\.1:\d+/;
  while (!opened.test(told)) await new Promise((later) => setTimeout(later, 100));
  address = opened.exec(told)![0];
  browser = await openBrowser();
  const table = [
    "Tên trường,SĐT,Địa chỉ,Ngành nghề,Ghi chú của tôi",
    'Trường CĐ Nghề Phú Yên,0257 3826 000,"Số 1, Tuy Hòa",Hàn (TC); Điện (CĐ),x',
    'Trường TC Nghề Ninh Thuận,gọi cho tôi,"Số 2, Phan Rang",May (TC),y',
    ...Array.from(
      { length: 28 },
      (_, i) => `Trường TC Nghề số ${i},0252 3000 ${100 + i},"Số ${i}, Phan Thiết",Hàn (TC),`,
    ),
  ];
  await writeFile(join(folder, "truong.csv"), table.join("\n"));
}, 120_000);

afterAll(async () => {
  await browser.close();
  service.kill("SIGTERM");
  await once(service, "exit");
  await rm(folder, { recursive: true });
});

async function open(viewport: { readonly width: number; readonly height: number }): Promise<Page> {
  const page = await browser.newPage({ viewport, bypassCSP: true });
  page.setDefaultTimeout(30_000);
  await page.goto(address + ROWS);
  await page.locator(".drop input[type=file]").setInputFiles(join(folder, "truong.csv"));
  await page.locator(".grid td").first().waitFor();
  return page;
}

test("columns are understood, mended cells are checked, pieces are made and taken away", async () => {
  const page = await open(DESK);
  expect(await page.getByLabel("Cột SĐT là").inputValue()).toBe("contact.phones");
  expect(await page.getByLabel("Cột Ghi chú của tôi là").inputValue()).toBe("");
  await page.getByText("30 trên 30 dòng cần sửa").waitFor();
  for (const [name, text] of [
    ["Cơ quan chủ quản", "UBND tỉnh"],
    ["Tỉnh", "Bình Thuận"],
  ] as const) {
    const fill = page.locator(".for-all", { hasText: name });
    await fill.locator("input").fill(text);
    await fill.getByRole("button").click();
    await fill.waitFor({ state: "detached" });
  }
  await page.getByText("1 trên 30 dòng cần sửa").waitFor();
  await page.getByLabel("Chỉ dòng có vấn đề").check();
  expect(await page.locator(".told .error").first().textContent()).toContain("Số điện thoại chỉ gồm chữ số");
  await page.getByLabel("SĐT, dòng 2").fill("0259 3820 000");
  await page.keyboard.press("Tab");
  await page.getByText("30 dòng đều dùng được").waitFor();
  await page.getByLabel("Chỉ dòng có vấn đề").uncheck();
  await page.getByRole("button", { name: "Sau" }).first().click();
  await page.getByText("Trang 2 / 2").waitFor();
  // A reload keeps the mended table.
  await page.reload();
  await page.getByText("30 dòng đều dùng được").waitFor();
  await page.getByLabel("Ảnh PNG").check();
  await page.getByRole("button", { name: "Làm 30 ấn phẩm" }).click();
  await page.getByText("30 tệp đã xong").waitFor({ timeout: 150_000 });
  await page.getByText("Trang 1 / 3").waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Tải tất cả (ZIP)" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.zip$/);
  await page.close();
}, 240_000);

/** A table of name cards. */
async function openCards(
  text: string,
): Promise<{ readonly page: Page; choose(text: string): Promise<void> }> {
  const page = await browser.newPage({ viewport: DESK });
  page.setDefaultTimeout(30_000);
  await page.goto(`${address}/nhieu-dong?institution=cd-y-te&piece=name-card/name-card-90x130`);
  const choose = async (content: string) => {
    await writeFile(join(folder, "the.csv"), content);
    await page.locator(".drop input[type=file]").setInputFiles(join(folder, "the.csv"));
  };
  await choose(text);
  return { page, choose };
}

test("a file that was refused is taken once it is mended under its name", async () => {
  const { page, choose } = await openCards("");
  await page.locator(".note.error").waitFor();
  await choose("Họ và tên\nAn\n");
  await page.getByText("1 dòng đều dùng được").waitFor();
  await page.close();
}, 60_000);

test("columns of one name are two columns, and two for one field are told", async () => {
  const { page } = await openCards("Họ và tên,Chức vụ,Chức vụ\nAn,Bác sĩ,Trưởng khoa\n");
  await page.getByLabel("Cột Họ và tên là").waitFor();
  await page.getByLabel("Cột Chức vụ (2) là").selectOption("");
  await expect.poll(() => page.getByLabel("Cột Chức vụ là").inputValue()).toBe("person.detail");
  expect(await page.getByLabel("Cột Chức vụ (2) là").inputValue()).toBe("");
  await page.getByLabel("Cột Chức vụ (2) là").selectOption("person.detail");
  await page.getByText("Hai cột “Chức vụ” và “Chức vụ (2)” cùng là trường").waitFor();
  await page.close();
}, 60_000);

test("problems stand at their rows, also after a row that was emptied", async () => {
  const { page } = await openCards("Họ và tên,Ghi chú\nAn,\nBình,\n,chỉ ghi chú\n");
  await page.getByText("1 trên 3 dòng cần sửa").waitFor();
  await page.getByLabel("Họ và tên, dòng 1").fill("");
  await page.keyboard.press("Tab");
  await page.getByText("1 trên 2 dòng cần sửa").waitFor();
  expect(await page.locator("tr.bad th").allTextContents()).toEqual(["3"]);
  await page.close();
}, 60_000);

test("among the rows with problems, one that is mended keeps the cursor", async () => {
  const { page } = await openCards("Họ và tên,Ghi chú\nAn,\n,a\n,b\n");
  await page.getByText("2 trên 3 dòng cần sửa").waitFor();
  await page.getByLabel("Chỉ dòng có vấn đề").check();
  await page.getByLabel("Họ và tên, dòng 2").fill("Bình");
  await page.keyboard.press("Tab");
  await page.getByText("1 trên 3 dòng cần sửa").waitFor();
  expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe("Ghi chú, dòng 2");
  await page.close();
}, 60_000);

test("a table longer than the page takes says so, and stays said", async () => {
  const names = Array.from({ length: 2005 }, (_, i) => `Người ${i}`);
  const { page } = await openCards(`Họ và tên\n${names.join("\n")}`);
  await page.getByText("2000 dòng đầu trong 2005").waitFor();
  await page.getByText("Bảng có hơn 2000 dòng; những dòng sau không được đọc.").waitFor();
  await page.reload();
  await page.getByText("2000 dòng đầu trong 2005").waitFor();
  await page.close();
}, 60_000);

test("a class that a table says once for its rows is told when the table is checked", async () => {
  const body = new FormData();
  body.set("draft", "institution=cd-y-te&piece=name-card/name-card-86x54");
  body.set("map", "{}");
  body.set("file", new Blob(["Lớp,Họ và tên\n10A1,An\n,Bình\n,Cúc\n"]), "rows.csv");
  const sent = await fetch(`${address}/form/rows/check`, { method: "POST", body });
  const { notes, good } = (await sent.json()) as CheckedTable;
  expect(good).toBe(3);
  expect(notes).toEqual([expect.stringContaining("Cột “Lớp” chỉ điền ở dòng đầu mỗi nhóm; 2 dòng")]);
});

test("a photo, own colours and the logo of the draft are on every piece of the run", async () => {
  const body = new FormData();
  const photo = await sharp({ create: { width: 600, height: 400, channels: 3, background: "#c00" } })
    .jpeg()
    .toBuffer();
  body.set("file", new Blob([new Uint8Array(photo)]), "a.jpg");
  const sent = await fetch(`${address}/form/upload`, { method: "POST", body });
  const { ref } = (await sent.json()) as { ref: string };
  const page = await browser.newPage();
  let checked = "";
  page.on("response", async (response) => {
    if (response.url().endsWith("/form/rows/check")) checked = await response.text();
  });
  await page.goto(
    `${address}/nhieu-dong?institution=cd-ky-nghe-binh-thuan&piece=recruitment-flyer/a5&primary=%23117733&accent=%23ffcc00&d.photo.file=${ref}`,
  );
  await writeFile(join(folder, "loi.csv"), "Lời dẫn\nHọc thật, làm thật.\n");
  await page.locator(".drop input[type=file]").setInputFiles(join(folder, "loi.csv"));
  await page.getByLabel("Ảnh PNG").check();
  await page.getByRole("button", { name: "Làm 1 ấn phẩm" }).click();
  await page.getByText("1 tệp đã xong").waitFor({ timeout: 60_000 });
  // Nobody learns where the files of this machine are.
  expect(checked).not.toContain(folder);
  expect(checked).not.toContain(join(import.meta.dirname, "../.."));
  const href = await page.locator(".results a").getAttribute("href");
  const png = Buffer.from(await (await fetch(new URL(href!, address))).arrayBuffer());
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let red = 0;
  for (let at = 0; at < data.length; at += info.channels)
    if (data[at]! > 150 && data[at + 1]! < 60 && data[at + 2]! < 60) red++;
  expect(red / (info.width * info.height)).toBeGreaterThan(0.03);
  await page.close();
}, 120_000);

test.each([
  ["a phone", PHONE],
  ["a desk", DESK],
])(
  "axe finds nothing on %s, and nothing sticks out",
  async (_, viewport) => {
    const page = await open(viewport);
    expect(await accessibilityFaults(page)).toEqual([]);
    await expectNoSideScroll(page);
    await page.close();
  },
  90_000,
);

test("a file that is no table is refused in words", async () => {
  const page = await browser.newPage({ viewport: PHONE });
  await page.goto(address + ROWS);
  await writeFile(join(folder, "trong.csv"), "");
  await page.locator(".drop input[type=file]").setInputFiles(join(folder, "trong.csv"));
  await expect.poll(() => page.locator(".note.error").textContent()).toContain("trống");
  await page.close();
}, 60_000);

test("a workbook comes as its sheet shows it, and what Excel made a date is told", async () => {
  const sheet = XLSX.utils.aoa_to_sheet([["Họ và tên", "Lớp", "Số vào sổ"], ["An"]]);
  sheet.B2 = { t: "n", v: 46_000, z: "d-mmm" };
  sheet.C2 = { t: "n", v: 12, z: '"GCN-"000' };
  const bytes = XLSX.write({ SheetNames: ["A"], Sheets: { A: sheet } }, { type: "buffer", bookType: "xlsx" });
  const body = new FormData();
  body.set("file", new Blob([new Uint8Array(bytes as Buffer)]), "rows.xlsx");
  const { rows, notes } = (await (
    await fetch(`${address}/form/rows/read`, { method: "POST", body })
  ).json()) as ReadTable;
  expect(rows).toEqual([["An", "9/12", "GCN-012"]]);
  expect(notes).toEqual([expect.stringMatching(/^Lớp: .*“9\/12”/)]);
});

test("whoever types is not taken for a script that asks too often", async () => {
  const asked = Array.from({ length: 130 }, () =>
    fetch(`${address}/form/upload/none`).then(({ status }) => status),
  );
  expect(new Set(await Promise.all(asked))).toEqual(new Set([404]));
});
