/** Nothing that somebody typed or chose is lost: reloads, the way back, other tabs, long drafts. */

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DESK, openBrowser } from "../support/browser.ts";
import { type FormServer, openFormServer } from "../support/form-server.ts";

/** A page that has just been opened answers when its script has come. */
const SOON = { timeout: 20_000 };
const FLYER = "/an-pham?institution=cd-y-te&piece=recruitment-flyer/a5";

let server: FormServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([openFormServer(), openBrowser()]);
  await fetch(`${server.address}${FLYER}`);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

async function open(path: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: DESK })).newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(server.address + path);
  await page.locator("#app[data-ready]").waitFor();
  return page;
}

const badge = (page: Page) => page.getByLabel("Nhãn trên cùng", { exact: true });

test("what was typed a moment before a reload is there after it, and after one more", async () => {
  const page = await open(FLYER);
  await page.locator('.sheets[data-fresh="true"]').waitFor();
  await badge(page).fill("Gõ rồi tải lại");
  await page.reload();
  await expect.poll(() => badge(page).inputValue(), SOON).toBe("Gõ rồi tải lại");
  await page.reload();
  await expect.poll(() => badge(page).inputValue(), SOON).toBe("Gõ rồi tải lại");
  await page.locator('.sheets[data-fresh="true"]').waitFor();
  // It has gone into the picture too, and is nothing to undo.
  expect(await page.getByRole("button", { name: "Hoàn tác" }).isDisabled()).toBe(true);
}, 60_000);

test("ticked pieces stay ticked while one searches, filters, goes and comes back", async () => {
  const page = await open("/?institution=cd-y-te");
  await page.getByLabel("Thêm vào bộ: Tờ rơi A5").check();
  await page.getByPlaceholder("Tìm").fill("anh bia trang");
  await page.getByLabel("Thêm vào bộ: Ảnh bìa trang Facebook").check();
  await page.getByRole("link", { name: "Sự kiện", exact: true }).click();
  await page.getByText("Đã chọn 2 ấn phẩm").waitFor();
  await page.getByRole("button", { name: "Soạn cả bộ" }).click();
  await page.locator(".strip-piece").nth(1).waitFor();
  expect((await page.locator(".strip-piece").allTextContents()).toSorted()).toEqual([
    "Tờ rơi A5",
    "Ảnh bìa trang Facebook",
  ]);
  await page.goBack();
  await page.getByText("Đã chọn 2 ấn phẩm").waitFor();
}, 60_000);

test("a kept draft that was opened in a tab of its own is not written over by the next piece", async () => {
  const page = await open(FLYER);
  await badge(page).fill("Bản thứ nhất");
  await expect.poll(() => page.url(), SOON).toContain("d.badge=");
  await page.goto(`${server.address}/`);
  const [other] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("link", { name: /Soạn tiếp/ }).click({ modifiers: ["Control"] }),
  ]);
  await other.close();
  await page.goto(`${server.address}/an-pham?institution=cd-y-te&piece=social-cover/facebook-cover`);
  await badge(page).fill("Bản thứ hai");
  await expect.poll(() => page.url(), SOON).toContain("d.badge=");
  await page.goto(`${server.address}/`);
  await expect
    .poll(() => page.locator(".saved-draft strong").allTextContents(), SOON)
    .toEqual(["Ảnh bìa trang Facebook", "Tờ rơi A5"]);
}, 60_000);

/** A tab as “Duplicate” makes it: with the state of the entry and the memory of the other one. */
async function duplicated(page: Page): Promise<Page> {
  const [copy] = await Promise.all([
    page.context().waitForEvent("page"),
    // A window that knows its opener starts with a copy of its memory.
    page.evaluate("void window.open(location.href)"),
  ]);
  await copy.locator("#app[data-ready]").waitFor();
  const state = await page.evaluate("history.state");
  await copy.evaluate(`history.replaceState(${JSON.stringify(state)}, "")`);
  await copy.reload();
  await copy.locator("#app[data-ready]").waitFor();
  return copy;
}

test("a tab that is duplicated keeps a draft of its own", async () => {
  const page = await open(FLYER);
  await badge(page).fill("Bản gốc");
  await expect.poll(() => page.url(), SOON).toContain("d.badge=");
  const copy = await duplicated(page);
  expect(await badge(copy).inputValue()).toBe("Bản gốc");
  await badge(copy).fill("Bản sao");
  await badge(page).fill("Bản gốc sửa thêm");
  const kept = () =>
    page.evaluate<readonly string[]>(
      `JSON.parse(localStorage.getItem("anpham.drafts")).map(({ query }) => new URLSearchParams(query).get("d.badge"))`,
    );
  await expect.poll(async () => (await kept()).toSorted(), SOON).toEqual(["Bản gốc sửa thêm", "Bản sao"]);
  await copy.reload();
  await expect.poll(() => badge(copy).inputValue(), SOON).toBe("Bản sao");
  expect((await kept()).toSorted()).toEqual(["Bản gốc sửa thêm", "Bản sao"]);
}, 60_000);

test("looking at the pieces of a set keeps the piece in the address, and no draft", async () => {
  const page = await open(`${FLYER}&piece=social-cover/facebook-cover`);
  await page.getByRole("link", { name: "Ảnh bìa trang Facebook" }).click();
  await expect.poll(() => page.url(), SOON).toContain("at=1");
  expect(await page.evaluate(`localStorage.getItem("anpham.drafts")`)).toBeNull();
  await page.reload();
  await page.locator("#app[data-ready]").waitFor();
  expect(await page.locator("h1").textContent()).toBe("Ảnh bìa trang Facebook");
  expect(await page.evaluate(`localStorage.getItem("anpham.drafts")`)).toBeNull();
  await badge(page).fill("Nay thì có");
  await expect.poll(() => page.evaluate(`localStorage.getItem("anpham.drafts")`), SOON).not.toBeNull();
}, 60_000);

test("what is pasted stays whole, and the field says how long it may be", async () => {
  const page = await open(FLYER);
  const long = "Học nghề hôm nay, vững bước ngày mai. ".repeat(20).trim();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(long)})`);
  const lead = page.getByLabel("Lời dẫn", { exact: true });
  await lead.fill("");
  await lead.press("Control+v");
  expect(await lead.inputValue()).toBe(long);
  await expect
    .poll(() => page.locator('[data-path="lead"] .note.error').first().textContent(), SOON)
    .toMatch(
      new RegExp(`^Đang là “Học nghề .*…”, dài ${long.length} ký tự\\. Cần: nhiều nhất \\d+ ký tự\\.$`),
    );
  expect(await lead.getAttribute("aria-invalid")).toBe("true");
}, 60_000);

test("telephone numbers that are too many stay, and the list says how many there may be", async () => {
  const page = await open(FLYER);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator("summary", { hasText: "Liên hệ" }).click();
  const numbers = ["0252 3000 221", "0252 3000 222", "0252 3000 223", "0252 3000 224", "0252 3000 225"];
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(numbers.join("\n"))})`);
  await page.getByLabel("Điện thoại 1", { exact: true }).fill("");
  await page.getByLabel("Điện thoại 1", { exact: true }).press("Control+v");
  await expect.poll(() => page.getByLabel("Điện thoại 5", { exact: true }).count(), SOON).toBe(1);
  await expect
    .poll(() => page.locator('[data-path="contact.phones"] .note.error').first().textContent(), SOON)
    .toMatch(/^Đang có \d+ mục\. Cần: nhiều nhất 4 mục\.$/);
}, 60_000);

test("a draft too long for an address opens again, and goes on to the table and back", async () => {
  const page = await open(FLYER);
  const names = Array.from(
    { length: 60 },
    (_, i) => `~Kỹ thuật phục hồi chức năng và vật lý trị liệu ${i}|tc.cd`,
  );
  const query = new URLSearchParams({ "d.programmes": names.join(""), "d.badge": "Bản rất dài" });
  await page.goto(`${server.address}${FLYER}#institution=cd-y-te&piece=recruitment-flyer%2Fa5&${query}`);
  await page.reload();
  await expect.poll(() => badge(page).inputValue(), SOON).toBe("Bản rất dài");
  await page.getByLabel("Lời dẫn", { exact: true }).fill("Học thật, làm thật.");
  await expect.poll(() => page.url(), SOON).toContain("d.lead=");
  await page.getByRole("link", { name: "Từ bảng Excel" }).click();
  await page.locator(".drop").waitFor();
  await page.getByRole("link", { name: /về bản đang soạn/i }).click();
  await expect
    .poll(() => page.getByLabel("Lời dẫn", { exact: true }).inputValue())
    .toBe("Học thật, làm thật.");
  await page.goto(`${server.address}/`);
  await page.getByRole("link", { name: /Soạn tiếp/ }).click();
  await expect.poll(() => badge(page).inputValue(), SOON).toBe("Bản rất dài");
}, 90_000);

test("a photo that is no longer on the server is told at its field, and the piece is drawn without it", async () => {
  const page = await open(`${FLYER}&d.photo.file=upload:${"a".repeat(64)}.jpg`);
  await page.getByRole("button", { name: "1 điều cần xem" }).waitFor();
  await expect
    .poll(() => page.locator('[data-path="photo.file"] .note.error').textContent(), SOON)
    .toContain("Ảnh này không còn trên máy chủ");
  await page.locator('.sheets[data-fresh="true"]').waitFor();
  await page.getByRole("button", { name: "Bỏ ảnh" }).click();
  await page.locator(".verdict", { hasText: "Sẵn sàng in" }).waitFor();
}, 60_000);

test("a part of the page that does not come is told", async () => {
  const page = await open("/?institution=cd-y-te");
  await page.route("**/assets/steps*", (route) => route.abort());
  await page.goto(`${server.address}/nhieu-dong?institution=cd-y-te&piece=recruitment-flyer/a5`);
  await page.getByRole("alert").getByText("Chờ một lát rồi tải lại trang").waitFor();
}, 60_000);

test("a file that is dropped beside its place does not take the page away", async () => {
  const page = await open(FLYER);
  const isHeld = await page.evaluate<boolean>(`(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["x"], "a.jpg", { type: "image/jpeg" }));
    const drop = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer });
    document.querySelector(".stage").dispatchEvent(drop);
    return drop.defaultPrevented;
  })()`);
  expect(isHeld).toBe(true);
}, 60_000);

test("a list that is pasted out of a document becomes items, one for each line", async () => {
  const page = await open(FLYER);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator("summary", { hasText: "Ngành, nghề" }).click();
  await page.evaluate(`navigator.clipboard.writeText("• Hàn\\r\\n• May thời trang\\r\\n• Dược")`);
  await page.getByRole("button", { name: "Thêm nghề" }).click();
  const names = page.locator(".programmes input.input");
  const before = await names.count();
  await names.last().focus();
  await page.keyboard.press("Control+v");
  await expect.poll(() => names.count(), SOON).toBe(before + 2);
  expect(await names.nth(before - 1).inputValue()).toBe("Hàn");
  expect(await names.last().inputValue()).toBe("Dược");
}, 60_000);
