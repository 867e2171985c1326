/** What the form says when it cannot do what was asked: over the network, and on its pages. */

import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LIMITS } from "../../src/run/rows/raw-table.ts";
import type { Refused } from "../../src/web/model/form.ts";
import { accessibilityFaults, DESK, expectNoSideScroll, openBrowser, PHONE } from "../support/browser.ts";
import { type FormServer, openFormServer } from "../support/form-server.ts";

const FLYER = "institution=cd-y-te&piece=recruitment-flyer/a5";

let server: FormServer;
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([openFormServer(), openBrowser()]);
  // Templates and fonts are read once.
  await fetch(`${server.address}/an-pham?${FLYER}`);
}, 120_000);

afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser.close();
  await server.close();
});

async function open(path: string, viewport = DESK): Promise<Page> {
  const context = await browser.newContext({ viewport, bypassCSP: true });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(server.address + path);
  return page;
}

const ask = (path: string, accept = "text/html") => fetch(server.address + path, { headers: { accept } });

describe("a set with a piece that is refused", () => {
  test.each([
    ["the first, a format that is gone", `piece=recruitment-flyer/nope&${FLYER}`, 404],
    ["the second, a template that is gone", `${FLYER}&piece=nope/a5`, 404],
    ["all, a day that there is not", `${FLYER}&event=job-fair&d.event.date=2026-99-99`, 422],
    [
      "the second alone",
      `${FLYER}&piece=standee/standee-800x1800&event=job-fair&p1.d.event.date=2026-99-99`,
      422,
    ],
  ])(
    "%s: says so before the first byte, as a page and as data",
    async (_, query, status) => {
      for (const [accept, type] of [
        ["text/html", "text/html"],
        ["application/octet-stream", "application/json"],
      ] as const) {
        const answer = await ask(`/form/set?${query}`, accept);
        expect(answer.status).toBe(status);
        expect(answer.headers.get("content-type")).toContain(type);
        expect(answer.headers.get("content-disposition")).toBeNull();
        expect(await answer.text()).not.toContain("Lỗi ngoài dự kiến");
      }
    },
    60_000,
  );

  test("is told in the dialog by name", async () => {
    const page = await open(
      `/an-pham?${FLYER}&piece=standee/standee-800x1800&event=job-fair&p1.d.event.date=2026-99-99`,
    );
    await page.getByRole("button", { name: "Tải về" }).click();
    await page.getByRole("button", { name: /Cả bộ 2 ấn phẩm/ }).click();
    await page.getByText("Standee 0,8 × 1,8 m: Trường “data.event.date” không hợp lệ").waitFor();
  }, 60_000);
});

describe("an old link", () => {
  test.each([
    ["a phone", PHONE],
    ["a desk", DESK],
  ])(
    "on %s: opens with the pieces that there are, and says which are gone",
    async (_, viewport) => {
      const page = await open(
        "/an-pham?institution=cd-y-te&piece=recruitment-flyer/nope&piece=gone/a5&piece=recruitment-flyer/a5&piece=social-cover/facebook-cover&at=3&p3.d.badge=Riêng&d.badge=Chung",
        viewport,
      );
      expect(await page.locator(".gone").textContent()).toMatch(/Không có khổ “nope”.*Không có mẫu “gone”/);
      expect(await page.locator("h1").textContent()).toBe("Ảnh bìa trang Facebook");
      expect(await page.getByLabel("Nhãn trên cùng", { exact: true }).inputValue()).toBe("Riêng");
      expect(await page.locator(".strip-piece").count()).toBe(2);
      await expectNoSideScroll(page);
      expect(await accessibilityFaults(page)).toEqual([]);
    },
    60_000,
  );

  test.each(["/an-pham", "/nhieu-dong"])(
    "%s: without any piece left begins anew with what was typed",
    async (path) => {
      const page = await open(`${path}?institution=cd-y-te&piece=gone/a5&d.badge=Khai giảng`);
      expect(await page.locator(".gone").textContent()).toContain("Không có mẫu “gone”");
      await page.getByRole("link", { name: "Tờ rơi A5" }).click();
      expect(await page.getByLabel("Nhãn trên cùng", { exact: true }).inputValue()).toBe("Khai giảng");
      expect(await page.locator(".gone").count()).toBe(0);
    },
    60_000,
  );

  test("what stands behind a long address opens the same way", async () => {
    const page = await open(`/an-pham?${FLYER}#${FLYER}&piece=recruitment-flyer/nope&d.badge=Sau`);
    await expect.poll(() => page.getByLabel("Nhãn trên cùng", { exact: true }).inputValue()).toBe("Sau");
  }, 60_000);
});

describe("more than the form takes", () => {
  const send = async (path: string, body: FormData | URLSearchParams) => {
    const answer = await fetch(server.address + path, { method: "POST", body });
    const { title, diagnostics } = (await answer.json()) as Refused;
    return { status: answer.status, title, codes: diagnostics.map(({ code }) => code) };
  };
  const parts = (size: number, fields: Readonly<Record<string, string>> = {}) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append("file", new Blob([new Uint8Array(size)]), "ảnh.jpg");
    return body;
  };
  const MEGABYTE = 1024 * 1024;
  const largest = "x".repeat(600 * 1024);

  test.each([
    ["a photo", "/form/upload", () => parts(42 * MEGABYTE), "40 MB"],
    ["a table", "/form/rows/read", () => parts(LIMITS.wholeFile + 1), `${LIMITS.wholeFile / MEGABYTE} MB`],
    ["a table's draft", "/form/rows/check", () => parts(9, { draft: largest }), "512 KB"],
    ["a draft", "/form/preview", () => new URLSearchParams(`${FLYER}&d.lead=${largest}`), "512 KB"],
    ["a form without script", "/an-pham", () => new URLSearchParams({ was: largest }), "512 KB"],
  ])(
    "%s: is told with the limit",
    async (_, path, body, limit) => {
      expect(await send(path, body())).toEqual({
        status: 413,
        title: `Yêu cầu lớn hơn ${limit} cho phép.`,
        codes: ["service.body-too-large"],
      });
    },
    60_000,
  );
});
