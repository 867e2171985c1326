/** The form by keyboard and at a small height: where the focus is after what it was on has gone. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DESK, expectNoSideScroll, openBrowser } from "../support/browser.ts";
import { type FormServer, openFormServer } from "../support/form-server.ts";

const FLYER = "/an-pham?institution=cd-y-te&piece=recruitment-flyer/a5";
const SET = `${FLYER}&piece=standee/standee-800x1800&piece=social-cover/facebook-cover`;
const SOON = { timeout: 20_000 };

let server: FormServer;
let browser: Browser;
let folder: string;

beforeAll(async () => {
  [server, browser, folder] = await Promise.all([
    openFormServer(),
    openBrowser(),
    mkdtemp(join(tmpdir(), "anpham-keys-")),
  ]);
  await fetch(`${server.address}${FLYER}`);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true });
});

async function open(path: string, viewport = DESK): Promise<Page> {
  const context = await browser.newContext({ viewport, permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(server.address + path);
  await page.locator(".sheet .overlay").first().waitFor();
  return page;
}

const press = (button: Locator) => button.press("Enter");
const focused = (page: Page) =>
  page.evaluate<string>(
    "(document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim()",
  );

test("what is added, taken away or moved leaves the focus in its list", async () => {
  const page = await open(FLYER);
  await page.locator("summary", { hasText: "Ngành, nghề" }).click();
  const rows = page.locator(".programmes li");
  const count = await rows.count();
  await press(page.getByRole("button", { name: "Thêm nghề" }));
  await expect.poll(() => focused(page), SOON).toBe(`Nghề ${count + 1}`);
  await page.keyboard.type("Hàn");
  await press(page.getByRole("button", { name: "Xóa: Hàn" }));
  const last = await page.getByLabel(`Nghề ${count}`, { exact: true }).inputValue();
  await expect.poll(() => focused(page), SOON).toBe(`Xóa: ${last}`);
  const second = await page.getByLabel("Nghề 2", { exact: true }).inputValue();
  await press(page.getByRole("button", { name: `Đưa lên: ${second}` }));
  // It is the first now: there is no way up.
  await expect.poll(() => focused(page), SOON).toBe(`Đưa xuống: ${second}`);
  await page.locator("summary", { hasText: "Liên hệ" }).click();
  await press(page.getByRole("button", { name: /Thêm\s*Điện thoại/ }));
  await expect.poll(() => focused(page), SOON).toBe("Điện thoại 2");
  await press(page.getByRole("button", { name: "Xóa Điện thoại 2" }));
  await expect.poll(() => focused(page), SOON).toBe("Điện thoại 1");
}, 90_000);

test("undoing the last step and going back to the first text keep the focus", async () => {
  const page = await open(FLYER);
  const badge = page.getByLabel("Nhãn trên cùng", { exact: true });
  await badge.fill("Khai giảng");
  await press(page.getByRole("button", { name: "Hoàn tác" }));
  await expect.poll(() => page.getByRole("button", { name: "Hoàn tác" }).isDisabled(), SOON).toBe(true);
  expect(await focused(page)).toBe("Hoàn tác");
  await badge.fill("Khai giảng");
  await press(page.getByRole("button", { name: /Như ban đầu\s*: Nhãn trên cùng/ }));
  expect(await badge.evaluate((input) => input.matches(":focus"))).toBe(true);
}, 60_000);

test("a piece that is taken out of the set passes the focus to the next one", async () => {
  const page = await open(SET);
  await page.getByRole("button", { name: "Cả bộ", exact: true }).click();
  await press(page.getByRole("button", { name: /Bỏ khỏi bộ: Standee/ }));
  await expect.poll(() => focused(page), SOON).toBe("Bỏ khỏi bộ: Ảnh bìa trang Facebook");
}, 60_000);

test("what was taken out can be had back for as long as it is the last step, and the focus goes to it", async () => {
  const page = await open(SET);
  await page.clock.install();
  const gone = page.getByText("Đã bỏ Standee");
  const back = page.getByRole("button", { name: "Lấy lại" });
  await page.getByRole("button", { name: "Cả bộ", exact: true }).click();
  await press(page.getByRole("button", { name: /Bỏ khỏi bộ: Standee/ }));
  await gone.waitFor();
  const [message, strip] = await Promise.all([
    page.locator(".toast").boundingBox(),
    page.locator(".strip").boundingBox(),
  ]);
  // It may stay, so it lies over none of the pieces.
  expect(message!.y + message!.height).toBeLessThan(strip!.y);
  await page.clock.fastForward("05:00");
  await press(back);
  await gone.waitFor({ state: "detached" });
  await expect.poll(() => focused(page), SOON).toMatch(/^Bỏ khỏi bộ: Standee/);
  await press(page.getByRole("button", { name: /Bỏ khỏi bộ: Standee/ }));
  await press(page.getByRole("button", { name: "Đóng lời nhắn" }));
  await gone.waitFor({ state: "detached" });
  await expect.poll(() => focused(page), SOON).not.toBe("");
  // The button takes back the last step: after another one it would take back that one.
  await press(page.getByRole("button", { name: /Bỏ khỏi bộ: Ảnh bìa/ }));
  await back.waitFor();
  await page.getByLabel("Nhãn trên cùng", { exact: true }).fill("Gõ tiếp");
  await back.waitFor({ state: "detached" });
}, 60_000);

test("ready texts in the place of typed ones can be had back, and the focus goes to what was chosen", async () => {
  const page = await open(FLYER);
  await page.getByLabel("Nhãn trên cùng", { exact: true }).fill("Lời tự gõ");
  await page.getByLabel("Dịp", { exact: true }).selectOption({ index: 1 });
  await press(page.getByRole("button", { name: "Lấy lại" }));
  await expect
    .poll(() => page.getByLabel("Nhãn trên cùng", { exact: true }).inputValue(), SOON)
    .toBe("Lời tự gõ");
  expect(await page.getByLabel("Dịp", { exact: true }).evaluate((select) => select.matches(":focus"))).toBe(
    true,
  );
}, 60_000);

test("who asked for less motion is at a field at once", async () => {
  const page = await open(FLYER);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.locator("summary", { hasText: "Liên hệ" }).click();
  await page.getByLabel("Điện thoại 1").fill("gọi cho tôi");
  await page.getByRole("button", { name: "1 điều cần xem" }).click();
  await page.locator(".panel").evaluate((panel) => panel.scrollTo({ top: 0, behavior: "instant" }));
  await page.evaluate(`addEventListener("focusin", ({ target }) => {
    if (target.type === "tel") requestAnimationFrame(() => (window.seenAt = target.getBoundingClientRect().top));
  })`);
  await page.getByRole("button", { name: /Sửa ngay/ }).click();
  await expect.poll(() => page.evaluate("window.seenAt ?? null"), SOON).not.toBeNull();
  expect(await page.evaluate("window.seenAt < innerHeight")).toBe(true);
}, 60_000);

test("“mend it now” leads to the occupation that is wrong, and only that one is marked", async () => {
  const page = await open(FLYER);
  await page.locator("summary", { hasText: "Ngành, nghề" }).click();
  const third = page.locator(".programmes li").nth(2);
  for (const level of await third.locator("input[type=checkbox]").all()) await level.setChecked(false);
  await page.getByRole("button", { name: "1 điều cần xem" }).click();
  await page.getByRole("button", { name: /Sửa ngay/ }).click();
  await expect.poll(() => focused(page), SOON).toBe("Nghề 3");
  expect(
    await page
      .locator('.programmes [aria-invalid="true"]')
      .evaluateAll((all) => all.map((each) => each.getAttribute("aria-label"))),
  ).toEqual(["Nghề 3"]);
}, 60_000);

test("a line break in a text becomes a blank, and the cursor stays behind it", async () => {
  const page = await open(FLYER);
  const lead = page.getByLabel("Lời dẫn", { exact: true });
  await lead.fill("Học thật làm thật");
  await lead.evaluate((area) =>
    (area as unknown as { setSelectionRange(a: number, b: number): void }).setSelectionRange(8, 8),
  );
  await page.keyboard.press("Enter");
  await page.keyboard.type("X");
  expect(await lead.inputValue()).toBe("Học thật X làm thật");
}, 60_000);

test("what is dragged out of a dialog does not close it; a press beside it does", async () => {
  const page = await open(FLYER);
  await page.locator("summary", { hasText: "Hình ảnh" }).click();
  const photo = join(folder, "xuong.jpg");
  await sharp({ create: { width: 900, height: 600, channels: 3, background: "#4a7" } }).toFile(photo);
  await page.locator('[data-path="photo.file"] input[type=file]').setInputFiles(photo);
  await page.getByRole("button", { name: "Cắt ảnh" }).click();
  const box = (await page.locator("cropper-selection").boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(10, 10, { steps: 4 });
  await page.mouse.up();
  expect(await page.getByRole("dialog").count()).toBe(1);
  await page.mouse.click(10, 10);
  await page.getByRole("dialog").waitFor({ state: "detached" });
  // One step to undo for one photo.
  await page.getByRole("button", { name: "Hoàn tác" }).click();
  expect(await page.getByRole("button", { name: "Hoàn tác" }).isDisabled()).toBe(true);
}, 60_000);

test("a dialog tells in itself that the link is copied, and that a file is being made", async () => {
  const page = await open(FLYER);
  await page.getByRole("button", { name: "Tải về" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Chép liên kết" }).click();
  await dialog.getByRole("status").getByText("Đã chép liên kết").waitFor();
  const png = dialog.getByRole("button", { name: /Ảnh PNG/ });
  await press(png);
  await dialog.getByRole("status").getByText("Đã tải").waitFor();
  expect(await png.evaluate((button) => button.matches(":focus"))).toBe(true);
}, 60_000);

test.each([
  ["at four times the size", { width: 320, height: 225 }],
  ["on a phone on its side", { width: 740, height: 360 }],
  ["above a keyboard", { width: 360, height: 420 }],
])(
  "%s a field and the picture are both in sight",
  async (_, viewport) => {
    const page = await open(SET, viewport);
    await expectNoSideScroll(page);
    await page.getByLabel("Nhãn trên cùng", { exact: true }).focus();
    const field = () => page.getByLabel("Nhãn trên cùng", { exact: true }).boundingBox();
    const picture = () => page.locator(".viewport").boundingBox();
    await expect.poll(async () => (await picture())!.y, SOON).toBe(0);
    await expect.poll(async () => (await field())!.y - (await picture())!.height, SOON).toBeGreaterThan(0);
    const { y, height } = (await field())!;
    expect(y + height).toBeLessThanOrEqual(viewport.height);
    expect((await picture())!.height).toBeLessThan(viewport.height / 2);
  },
  60_000,
);

test("where the system's own colours rule, signs have the colour of their text", async () => {
  const page = await open(FLYER);
  await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await page.getByRole("button", { name: "Tải về" }).click();
  await page.locator(".take > .icon").first().waitFor();
  const colors = await page.evaluate<string[]>(
    "[...document.querySelectorAll('.take, .take > .icon')].map((one) => getComputedStyle(one).color)",
  );
  expect(new Set(colors).size).toBe(1);
}, 60_000);
