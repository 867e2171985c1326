/** The form without script, as old phones and strict offices have it. `npm run build` makes its pages. */

import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  accessibilityFaults,
  DESK,
  expectNoSideScroll,
  openBrowser,
  PHONE,
  type Viewport,
} from "../support/browser.ts";
import { type FormServer, openFormServer } from "../support/form-server.ts";

let server: FormServer;
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([openFormServer(), openBrowser()]);
  // Templates and fonts are read once.
  await fetch(`${server.address}/an-pham?institution=cd-y-te&piece=recruitment-flyer/a5`);
}, 120_000);

afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser.close();
  await server.close();
});

async function open(path: string, viewport: Viewport, options = {}): Promise<Page> {
  const context = await browser.newContext({ viewport, javaScriptEnabled: false, ...options });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  // Where scripts may run, for axe, there are none of the page's own.
  await page.route("**/assets/*.js", (route) => route.abort());
  // Without script no picture waits until it is looked at: the first page draws all of them.
  await page.goto(server.address + path, { waitUntil: "domcontentloaded" });
  return page;
}

const update = (page: Page) => page.getByRole("button", { name: "Cập nhật ảnh xem trước" }).click();
const said = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

test("choose, fill, see, take away", async () => {
  const page = await open("/", PHONE);
  await page.getByLabel("Trường của bạn").selectOption("cd-y-te");
  await page.getByRole("button", { name: "Xem mẫu cho trường này" }).click();
  await page.getByRole("link", { name: "Tờ rơi A5" }).click();
  await page.getByLabel("Nhãn trên cùng", { exact: true }).fill("Không cần JavaScript");
  await update(page);
  expect(await page.getByLabel("Nhãn trên cùng", { exact: true }).inputValue()).toBe("Không cần JavaScript");
  // Only what was typed became part of the draft.
  expect(Object.keys(said(page))).toEqual(["institution", "piece", "d.badge"]);
  await page.waitForLoadState();
  await expectNoSideScroll(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "PDF cho nhà in" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("to-roi-a5-cd-y-te-in.pdf");
}, 90_000);

const PIECES = "piece=recruitment-flyer/a5&piece=certificate/certificate-a4";
const SHARED = "institution=cd-y-te&primary=%23aa0000&accent=%2300aa00";
const SET = `/an-pham?${SHARED}&${PIECES}&d.lead=Lời dẫn chung&d.person.name=Lê Thị Hà&d.event.name=X&p0.d.lead=Riêng tờ rơi&p1.theme=ky-nghe`;

test("what the page does not show goes along: colours, other pieces, the text under a piece's own", async () => {
  const page = await open(SET, DESK);
  const before = said(page);
  await update(page);
  expect(said(page)).toEqual(before);
  await page.getByLabel("Lời dẫn", { exact: true }).fill("Chỉ tờ rơi nói thế này");
  await update(page);
  expect(said(page)).toEqual({ ...before, "p0.d.lead": "Chỉ tờ rơi nói thế này" });
}, 90_000);

test.each([
  ["a phone", PHONE],
  ["a desk", DESK],
])(
  "on %s every piece of a set is looked at, filled and taken away alone",
  async (_, viewport) => {
    const page = await open(SET, viewport);
    await page.getByRole("button", { name: "Giấy chứng nhận A4 ngang" }).click();
    expect(await page.locator("h1").textContent()).toBe("Giấy chứng nhận A4 ngang");
    await page.waitForLoadState();
    await expectNoSideScroll(page);
    await page.getByLabel("Họ và tên", { exact: true }).fill("Trần Văn Bình");
    await page.getByLabel("Tương lai").check();
    await update(page);
    expect(said(page)).toMatchObject({ at: "1", "d.person.name": "Trần Văn Bình", "p1.theme": "tuong-lai" });
    expect(said(page).theme).toBeUndefined();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "PDF để xem" }).click(),
    ]);
    expect(download.suggestedFilename()).toContain("giay-chung-nhan-a4");
  },
  90_000,
);

test("looking at another piece takes along what has been typed, and Enter stays with the piece", async () => {
  const page = await open(SET, DESK);
  const before = said(page);
  await page.getByLabel("Lời dẫn", { exact: true }).fill("Gõ rồi mới xem giấy chứng nhận");
  await page.getByRole("button", { name: "Giấy chứng nhận A4 ngang" }).click();
  const typed = { ...before, at: "1", "p0.d.lead": "Gõ rồi mới xem giấy chứng nhận" };
  expect(said(page)).toEqual(typed);
  await page.getByLabel("Họ và tên", { exact: true }).fill("Trần Văn Bình");
  await page.getByLabel("Họ và tên", { exact: true }).press("Enter");
  await page.waitForURL(/Tr%E1%BA%A7n/);
  expect(said(page)).toEqual({ ...typed, "d.person.name": "Trần Văn Bình" });
  await page.getByRole("button", { name: "Tờ rơi A5" }).click();
  expect(await page.getByLabel("Lời dẫn", { exact: true }).inputValue()).toBe(
    "Gõ rồi mới xem giấy chứng nhận",
  );
}, 90_000);

test("a draft that no address has room for is filled, seen and taken away", async () => {
  const page = await open("/an-pham?institution=cd-y-te&piece=recruitment-flyer/a5", DESK);
  const names = Array.from(
    { length: 60 },
    (_, i) =>
      `Kỹ thuật điều dưỡng và phục hồi chức năng tại cộng đồng và trong gia đình người bệnh, hệ chính quy số ${i + 1} (trung cấp, cao đẳng)`,
  );
  const field = page.getByLabel("Danh sách nghề, mỗi dòng một nghề, trình độ trong ngoặc");
  await page.locator("summary", { hasText: "Ngành, nghề" }).click();
  await field.fill(names.join("\n"));
  await page.getByLabel("Nhãn trên cùng", { exact: true }).fill("Sáu mươi ngành");
  await update(page);
  expect(await page.locator("h1").textContent()).toBe("Tờ rơi A5");
  expect(await field.inputValue()).toContain("hệ chính quy số 60");
  const picture = page.locator(".sheet img").first();
  const width = () =>
    picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
  await expect.poll(width).toBe(700);
  // What is typed on goes along too.
  await page.getByLabel("Nhãn trên cùng", { exact: true }).fill("Vẫn còn đây");
  await update(page);
  expect(await page.getByLabel("Nhãn trên cùng", { exact: true }).inputValue()).toBe("Vẫn còn đây");
  expect(await field.inputValue()).toContain("hệ chính quy số 60");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Ảnh PNG" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("to-roi-a5-cd-y-te.png");
}, 90_000);

test("both sides of a folder are seen", async () => {
  const page = await open("/an-pham?institution=cd-y-te&piece=brochure/brochure-trifold-a4", DESK);
  const sides = page.locator(".sheet img");
  expect(await sides.count()).toBe(2);
  await sides.nth(1).scrollIntoViewIfNeeded();
  await expect
    .poll(() => sides.nth(1).evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
    .toBeGreaterThan(500);
}, 60_000);

test("axe finds nothing", async () => {
  const page = await open(SET, PHONE, { javaScriptEnabled: true, bypassCSP: true });
  expect(await page.locator("html.js").count()).toBe(0);
  expect(await accessibilityFaults(page)).toEqual([]);
}, 90_000);
