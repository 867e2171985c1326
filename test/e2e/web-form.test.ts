/** The form as people use it: in Chromium, on a phone and on a desk. `npm run build` makes its pages. */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessibilityFaults, DESK, expectNoSideScroll, openBrowser, PHONE } from "../support/browser.ts";
import { type FormServer, openFormServer } from "../support/form-server.ts";
import { run, testWith } from "../support/judges.ts";

const FLYER = "/an-pham?institution=cd-y-te&piece=recruitment-flyer/a5";
const SET = `${FLYER}&piece=standee/standee-800x1800&piece=social-cover/facebook-cover`;
const WAIT = 30_000;

let server: FormServer;
let browser: Browser;
let folder: string;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  [server, browser, folder] = await Promise.all([
    openFormServer(),
    openBrowser(),
    mkdtemp(join(tmpdir(), "anpham-form-")),
  ]);
  // Templates and fonts are read once.
  await fetch(`${server.address}${FLYER}`);
}, 120_000);

afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true });
});

interface Size {
  readonly width: number;
  readonly height: number;
}

interface Opened {
  readonly page: Page;
  /** What scripts threw; a form that works throws nothing. */
  readonly thrown: readonly string[];
}

async function open(
  path: string,
  viewport: Size = DESK,
  options: { readonly javaScriptEnabled?: boolean; readonly bypassCSP?: boolean } = {},
): Promise<Opened> {
  const context = await browser.newContext({ viewport, acceptDownloads: true, ...options });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT);
  const thrown: string[] = [];
  page.on("pageerror", (error) => thrown.push(String(error)));
  await page.goto(server.address + path);
  return { page, thrown };
}

async function openEditor(path: string, viewport: Size = DESK, options = {}): Promise<Opened> {
  const opened = await open(path, viewport, options);
  await opened.page.locator(".sheet .overlay").first().waitFor();
  return opened;
}

/** Until the picture shows the draft as it is now. */
const settled = (page: Page) => page.locator('.sheets[data-fresh="true"]').waitFor();

/** The address of the page's picture, new with every drawing. */
const pictureOf = (page: Page) => page.locator(".sheet img").first().getAttribute("src");

describe("choosing", () => {
  test.each([
    ["a phone", PHONE],
    ["a desk", DESK],
  ])(
    "on %s: institution, use, search, piece",
    async (_, viewport) => {
      const { page, thrown } = await open("/", viewport);
      await page.locator("#app[data-ready]").waitFor();
      await page.getByLabel("Trường của bạn").selectOption("cd-y-te");
      expect(page.url()).toContain("institution=cd-y-te");
      await expectNoSideScroll(page);
      await page.getByPlaceholder("Tìm").fill("bang ron");
      await expect.poll(() => page.locator(".card").count()).toBeGreaterThan(4);
      expect(await page.locator(".card-about a").first().textContent()).toContain("Băng rôn");
      const found = page.getByRole("status").getByText("ấn phẩm khớp");
      expect(await found.textContent()).toBe(`${await page.locator(".card").count()} ấn phẩm khớp`);
      await page.getByPlaceholder("Tìm").fill("khong co gi nhu the");
      expect(await page.locator(".empty").textContent()).toContain("Không có ấn phẩm nào khớp");
      expect(await found.textContent()).toBe("0 ấn phẩm khớp");
      await page.getByPlaceholder("Tìm").fill(" ");
      expect(await page.locator(".card").count()).toBeGreaterThan(4);
      await page.getByPlaceholder("Tìm").fill("");
      await page.getByRole("link", { name: "Mạng xã hội" }).click();
      await page.getByRole("link", { name: "Ảnh bìa trang Facebook" }).click();
      await page.locator(".sheet .overlay").waitFor();
      expect(await page.locator("h1").textContent()).toBe("Ảnh bìa trang Facebook");
      expect(thrown).toEqual([]);
    },
    90_000,
  );

  test("several pieces become one set", async () => {
    const { page } = await open("/?institution=cd-y-te");
    await page.locator("#app[data-ready]").waitFor();
    await page.getByLabel("Thêm vào bộ: Tờ rơi A5").check();
    await page.getByLabel("Thêm vào bộ: Ảnh bìa trang Facebook").check();
    await page.getByRole("button", { name: "Soạn cả bộ" }).click();
    await page.locator(".strip-piece").nth(1).waitFor();
    expect(await page.locator(".strip-piece").count()).toBe(2);
  }, 60_000);

  test("thumbnails are pictures of the institution's own pieces", async () => {
    const { page } = await open("/?institution=cd-y-te");
    const picture = page.locator(".card-picture img").first();
    await expect
      .poll(() => picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth), {
        timeout: WAIT,
      })
      .toBeGreaterThan(100);
  }, 60_000);
});

describe("filling and seeing", () => {
  test.each([
    ["a phone", PHONE],
    ["a desk", DESK],
  ])(
    "on %s: typing changes the picture, the address and the memory",
    async (_, viewport) => {
      const { page, thrown } = await openEditor(FLYER, viewport);
      await expectNoSideScroll(page);
      const before = await pictureOf(page);
      await page.getByLabel("Nhãn trên cùng", { exact: true }).fill("Ngày hội việc làm");
      await expect.poll(() => pictureOf(page), { timeout: WAIT }).not.toBe(before);
      await expect.poll(() => page.url()).toContain("d.badge=");
      await page.goto("about:blank");
      await page.goto(`${server.address}/`);
      await page.getByRole("link", { name: /Soạn tiếp/ }).click();
      expect(await page.getByLabel("Nhãn trên cùng", { exact: true }).inputValue()).toBe("Ngày hội việc làm");
      expect(thrown).toEqual([]);
    },
    90_000,
  );

  test("a reload and a permalink bring everything back", async () => {
    const { page } = await openEditor(FLYER);
    await page.getByLabel("Lời dẫn", { exact: true }).fill("Học thật, làm thật.");
    await page.getByLabel("Kỹ nghệ").check();
    await expect.poll(() => page.url()).toContain("theme=ky-nghe");
    const link = page.url();
    const other = await openEditor(link.slice(server.address.length));
    expect(await other.page.getByLabel("Lời dẫn", { exact: true }).inputValue()).toBe("Học thật, làm thật.");
    expect(await other.page.getByLabel("Kỹ nghệ").isChecked()).toBe(true);
  }, 60_000);

  test("undo and redo, by key and by button", async () => {
    const { page } = await openEditor(FLYER);
    const field = page.getByLabel("Nhãn trên cùng", { exact: true });
    const first = await field.inputValue();
    await field.fill("Khai giảng");
    await page.keyboard.press("Control+z");
    expect(await field.inputValue()).toBe(first);
    await page.getByRole("button", { name: "Làm lại" }).click();
    expect(await field.inputValue()).toBe("Khai giảng");
  }, 60_000);

  test("the counter tells how much longer a text may be, and that is true", async () => {
    const { page } = await openEditor(FLYER);
    const field = page.getByLabel("Thông điệp chính", { exact: true });
    await field.fill("Học nghề hôm nay");
    const count = page.locator('[data-path="message.text"] .count');
    const words = async () =>
      Number(/còn vừa (\d+) chữ/.exec((await count.textContent()) ?? "")?.[1] ?? Number.NaN);
    await expect.poll(words, { timeout: WAIT }).toBeGreaterThan(2);
    const room = await words();
    // Half of the room is taken: as much is gone from the counter, give or take a word.
    await field.fill(`Học nghề hôm nay${" nghề".repeat(Math.floor(room / 2))}`);
    await expect.poll(words, { timeout: WAIT }).toBeLessThanOrEqual(Math.ceil(room / 2) + 2);
  }, 90_000);

  test("ready texts by readers and occasion are one click away", async () => {
    const { page } = await openEditor(FLYER);
    await page.getByLabel("Nói với ai").selectOption("parents");
    await expect
      .poll(() => page.getByLabel("Lời kêu gọi", { exact: true }).inputValue())
      .not.toBe("Đăng ký tư vấn và xét tuyển");
    await page.getByRole("button", { name: /Lời có sẵn\s*: Lời dẫn/ }).click();
    const offered = page.getByRole("dialog").locator(".ready button").nth(2);
    const text = await offered.locator("span").textContent();
    await offered.click();
    expect(await page.getByLabel("Lời dẫn", { exact: true }).inputValue()).toBe(text);
    await page.getByLabel("Dịp", { exact: true }).selectOption("job-fair");
    await expect
      .poll(() => page.getByLabel("Tên sự kiện", { exact: true }).inputValue())
      .toBe("Ngày hội việc làm");
    await page.getByLabel("Ngày tổ chức").fill("2026-10-04");
    await page.getByLabel("Giờ bắt đầu").fill("07:30");
    await expect.poll(() => page.url()).toContain("2026-10-04");
    await settled(page);
  }, 90_000);

  test("occupations are added, moved by buttons and by dragging, and taken away", async () => {
    const { page } = await openEditor(FLYER);
    await page.locator("summary", { hasText: "Ngành, nghề" }).click();
    const names = () =>
      page
        .locator(".programmes input.input")
        .evaluateAll((inputs) => inputs.map((each) => (each as unknown as { value: string }).value));
    const first = (await names()) as string[];
    await page.getByRole("button", { name: `Đưa xuống: ${first[0]}` }).click();
    expect(await names()).toEqual([first[1], first[0], ...first.slice(2)]);
    await page.getByRole("button", { name: "Thêm nghề" }).click();
    await page.locator(".programmes input.input").last().fill("Hàn");
    await page.getByRole("button", { name: `Xóa: ${first[1]}` }).click();
    expect(await names()).toEqual([first[0], ...first.slice(2), "Hàn"]);
    const grips = page.locator(".programmes .grip");
    await grips.nth(2).dragTo(grips.nth(0));
    await expect.poll(async () => ((await names()) as string[])[0]).toBe(first[3]);
    await settled(page);
  }, 90_000);

  test("what is wrong is told in plain words at its field, and the last good picture stays", async () => {
    const { page } = await openEditor(FLYER);
    await page.locator("summary", { hasText: "Liên hệ" }).click();
    await page.getByLabel("Điện thoại 1").fill("gọi cho tôi");
    const field = page.locator('[data-path="contact.phones"]');
    await expect
      .poll(() => field.locator(".note.error").textContent(), { timeout: WAIT })
      .toContain("Số điện thoại chỉ gồm chữ số");
    expect(await page.locator(".sheet img").count()).toBe(1);
    await page.getByRole("button", { name: "1 điều cần xem" }).click();
    await page.getByRole("button", { name: /Sửa ngay/ }).click();
    expect(await page.getByLabel("Điện thoại 1").evaluate((input) => input.matches(":focus"))).toBe(true);
    await page.getByLabel("Điện thoại 1").fill("0252 3000 999");
    await page.locator(".verdict", { hasText: "Sẵn sàng in" }).waitFor();
  }, 60_000);

  test("an institution that is not listed says what it still needs", async () => {
    const { page } = await openEditor("/an-pham?institution=own&piece=recruitment-flyer/a5");
    await page
      .getByText(/điều cần xem/)
      .first()
      .waitFor();
    await page.getByLabel("Tên trường", { exact: true }).fill("Trường Cao đẳng Nghề Phú Yên");
    await settled(page);
    expect(await page.locator('[data-path="institution.name"] .note').count()).toBe(0);
    expect(await page.locator('[data-path="institution.governingBody"] .note').textContent()).toContain(
      "Cần điền",
    );
  }, 60_000);

  test("a photo is sent, focused by key, cropped, refused when it is none, and taken away", async () => {
    const { page } = await openEditor(FLYER);
    await page.locator("summary", { hasText: "Hình ảnh" }).click();
    const photo = join(folder, "xuong.jpg");
    await sharp({ create: { width: 1200, height: 800, channels: 3, background: "#4a7" } })
      .jpeg()
      .toFile(photo);
    const input = page.locator('[data-path="photo.file"] input[type=file]');
    const none = join(folder, "khong-phai-anh.jpg");
    await writeFile(none, "đây không phải là ảnh");
    const refusal = page.locator('.picture [role="alert"]');
    await input.setInputFiles(none);
    await expect.poll(() => refusal.textContent(), { timeout: WAIT }).toMatch(/Dùng PNG, JPEG/);
    expect(await refusal.textContent()).not.toContain("Ảnh cũ");
    await input.setInputFiles(photo);
    const focus = page.getByRole("button", { name: /Điểm chính của ảnh/ });
    await focus.waitFor();
    await focus.press("ArrowRight");
    await focus.press("ArrowUp");
    await expect.poll(() => page.url()).toContain("d.photo.focus.x=0.52");
    await page.getByRole("button", { name: "Cắt ảnh" }).click();
    await page.locator("cropper-selection").waitFor();
    await page.waitForTimeout(500);
    const whole = new URL(page.url()).searchParams.get("d.photo.file");
    await page.getByRole("button", { name: "Dùng phần đã chọn" }).click();
    await expect
      .poll(() => new URL(page.url()).searchParams.get("d.photo.file"), { timeout: WAIT })
      .not.toBe(whole);
    await input.setInputFiles(none);
    await expect
      .poll(() => refusal.textContent(), { timeout: WAIT })
      .toMatch(/Dùng PNG, JPEG.*Ảnh cũ vẫn giữ nguyên/);
    await page.getByRole("button", { name: "Bỏ ảnh" }).click();
    await expect.poll(() => page.url()).not.toContain("photo.file");
  }, 90_000);

  test("overlays, pages, folding, true size, magnifier", async () => {
    const { page, thrown } = await openEditor(
      "/an-pham?institution=cd-y-te&piece=brochure/brochure-trifold-a4",
    );
    await page.getByRole("button", { name: "Đường cắt" }).click();
    expect(await page.locator(".overlay .fold").count()).toBe(2);
    await page.getByRole("button", { name: "Vùng an toàn" }).click();
    expect(await page.locator(".overlay .safe").count()).toBe(1);
    await page.getByRole("button", { name: "Trang sau" }).click();
    await page.getByText("Mặt trong").waitFor();
    await page.getByRole("button", { name: "Phóng to" }).click();
    await page.getByRole("button", { name: "Gấp thử" }).click();
    expect(await page.locator(".fold-panel").count()).toBe(3);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Nhìn thật" }).click();
    await page.getByText("Đúng tỷ lệ với một chiếc điện thoại").waitFor();
    expect(thrown).toEqual([]);
  }, 90_000);
});

describe("a set", () => {
  test("all pieces follow, one of them differs, one goes and comes back", async () => {
    const { page, thrown } = await openEditor(SET);
    const strip = page.locator(".strip-piece");
    await expect
      .poll(() => page.locator('.strip .thumb[data-fresh="true"]').count(), { timeout: WAIT })
      .toBe(3);
    const pictures = () =>
      page
        .locator(".strip .thumb img")
        .evaluateAll((images) => images.map((each) => (each as unknown as { src: string }).src));
    const before = (await pictures()) as string[];
    await page.getByLabel("Nhãn trên cùng", { exact: true }).fill("Ngày hội việc làm");
    await expect
      .poll(
        async () => ((await pictures()) as readonly string[]).filter((src, i) => src !== before[i]).length,
        {
          timeout: WAIT,
        },
      )
      .toBe(3);
    await strip.nth(1).click();
    await page.getByLabel(/Chỉ ấn phẩm này/).check();
    await page.getByLabel("Nhãn trên cùng", { exact: true }).fill("Chỉ trên standee");
    await strip.nth(0).click();
    expect(await page.getByLabel("Nhãn trên cùng", { exact: true }).inputValue()).toBe("Ngày hội việc làm");
    await page.getByRole("button", { name: "Cả bộ", exact: true }).click();
    expect(await page.locator(".set-piece").count()).toBe(3);
    await page.getByText("chỉnh riêng").waitFor();
    await page.getByRole("button", { name: "Bỏ khỏi bộ: Standee 0,8 × 1,8 m" }).click();
    expect(await page.locator(".set-piece").count()).toBe(2);
    await page.getByRole("button", { name: "Lấy lại" }).click();
    expect(await page.locator(".set-piece").count()).toBe(3);
    await page.getByRole("button", { name: "Thêm", exact: true }).click();
    await page.getByRole("dialog").getByLabel("Áp phích A3").check();
    await page.getByRole("button", { name: "Dùng 4 ấn phẩm" }).click();
    expect(await page.locator(".set-piece").count()).toBe(4);
    expect(thrown).toEqual([]);
  }, 120_000);

  testWith("unzip")("comes as a ZIP with a file for print and a picture of each piece", async () => {
    const { page } = await openEditor(SET);
    await page.getByRole("button", { name: "Tải về" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download", { timeout: 120_000 }),
      page.getByRole("button", { name: /Cả bộ 3 ấn phẩm/ }).click(),
    ]);
    const file = join(folder, "bo.zip");
    await download.saveAs(file);
    const names = run("unzip", "-Z1", file).trim().split("\n").sort();
    expect(names).toEqual([
      "anh-bia-trang-facebook-cd-y-te.png",
      "standee-0-8-1-8-m-cd-y-te-in.pdf",
      "standee-0-8-1-8-m-cd-y-te.png",
      "to-roi-a5-cd-y-te-in.pdf",
      "to-roi-a5-cd-y-te.png",
    ]);
  });
});

describe("taking away", () => {
  const take = async (path: string, button: RegExp | string, viewport: Size = DESK) => {
    const { page } = await openEditor(path, viewport);
    await page.getByRole("button", { name: "Tải về" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).click(),
    ]);
    await page.getByText("Đã tải").waitFor();
    return { name: download.suggestedFilename(), data: await readFile(await download.path()) };
  };

  test("PDF for the shop, as the profile that was chosen says", async () => {
    const { name, data } = await take(FLYER, /PDF cho nhà in/, PHONE);
    expect(name).toBe("to-roi-a5-cd-y-te-in.pdf");
    expect(data.toString("latin1")).toContain("PDF/X-4");
  }, 90_000);

  testWith("pdftotext")("the print ticket, which names the file that it orders", async () => {
    const { name, data } = await take(FLYER, /Phiếu đặt in/);
    expect(name).toBe("to-roi-a5-cd-y-te-phieu-dat-in.pdf");
    const file = join(folder, name);
    await writeFile(file, data);
    expect(run("pdftotext", file, "-")).toContain("to-roi-a5-cd-y-te-in.pdf");
  });

  test("a picture of the platform's own size", async () => {
    const { data } = await take("/an-pham?institution=cd-y-te&piece=social-post/facebook-post", /Ảnh PNG/);
    expect(await sharp(data).metadata()).toMatchObject({ width: 1080, height: 1080, format: "png" });
  }, 90_000);
});

describe("when things go wrong", () => {
  test("a server that is gone is said so, what was typed stays, and comes through when it is back", async () => {
    const { page } = await openEditor(FLYER);
    await page.route("**/form/preview", (route) => route.abort());
    await page.getByLabel("Nhãn trên cùng", { exact: true }).fill("Gõ khi mất mạng");
    await page.getByText("Máy chủ chưa trả lời").waitFor();
    const verdict = page.locator(".verdict");
    expect(await verdict.textContent()).toBe("Chưa kiểm tra được");
    const readOut = page.locator('.stage-tools [role="status"]');
    await expect.poll(() => readOut.textContent()).toBe("Chưa kiểm tra được");
    await expect.poll(() => page.evaluate("localStorage.getItem('anpham.drafts')")).toContain("d.badge=");
    const before = await pictureOf(page);
    await page.unroute("**/form/preview");
    await expect.poll(() => pictureOf(page), { timeout: WAIT }).not.toBe(before);
    expect(await page.getByText("Máy chủ chưa trả lời").count()).toBe(0);
    expect(await verdict.textContent()).toBe("Sẵn sàng in");
    await expect.poll(() => readOut.textContent()).toBe("Sẵn sàng in");
    expect(await page.getByLabel("Nhãn trên cùng", { exact: true }).inputValue()).toBe("Gõ khi mất mạng");
  }, 60_000);

  test("a download that fails says what to do", async () => {
    const { page } = await openEditor(FLYER);
    await page.route("**/form/file", (route) => route.abort());
    await page.getByRole("button", { name: "Tải về" }).click();
    await page.getByRole("button", { name: /Ảnh PNG/ }).click();
    await page.getByText("Nội dung vẫn còn nguyên").waitFor();
  }, 60_000);
});

describe("for everybody", () => {
  test.each([
    ["a phone", PHONE],
    ["a desk", DESK],
  ])(
    "axe finds nothing on %s",
    async (_, viewport) => {
      const home = await open("/?institution=cd-y-te", viewport, { bypassCSP: true });
      await home.page.locator("#app[data-ready]").waitFor();
      expect(await accessibilityFaults(home.page)).toEqual([]);
      const { page } = await openEditor(SET, viewport, { bypassCSP: true });
      await page.locator("summary").evaluateAll((all) => {
        for (const each of all) each.parentElement?.setAttribute("open", "");
      });
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole("button", { name: "Tải về" }).click();
      await page.getByRole("dialog").waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
    },
    120_000,
  );

  test("from the address bar to the file by keyboard alone", async () => {
    const { page } = await openEditor(FLYER);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toContain("Tới phần điền nội dung");
    await page.getByRole("button", { name: "Tải về" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement.textContent")).toContain("Tải về");
  }, 60_000);
});

test("the first load needs less than 150 KB of script, compressed", () => {
  const root = join(import.meta.dirname, "../../dist/web");
  const { script, preload } = JSON.parse(readFileSync(join(root, "manifest.json"), "utf8")) as {
    script: string;
    preload: string[];
  };
  const first = [script, ...preload].map((name) => statSync(join(root, "public", `${name}.gz`)).size);
  expect(first.reduce((sum, size) => sum + size, 0)).toBeLessThan(150 * 1024);
  // Cropping and dragging are not in it.
  expect(
    readdirSync(join(root, "public")).filter((name) => /^(crop-dialog|drag-rows)-.*\.js$/.test(name)),
  ).toHaveLength(2);
});
