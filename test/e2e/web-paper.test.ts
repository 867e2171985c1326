/** The form as it is printed, and with the spacing that some people read with. */

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DESK, openBrowser, PHONE, type Viewport } from "../support/browser.ts";
import { type FormServer, openFormServer } from "../support/form-server.ts";

const FLYER = "/an-pham?institution=cd-y-te&piece=recruitment-flyer/a5";

let server: FormServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([openFormServer(), openBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

async function open(path: string, viewport: Viewport): Promise<Page> {
  // Style sheets of the reader's own are not the page's to forbid.
  const page = await browser.newPage({ viewport, bypassCSP: true });
  page.setDefaultTimeout(30_000);
  await page.goto(server.address + path);
  await page.locator(".sheet .overlay").first().waitFor();
  return page;
}

test.each([
  ["a phone", PHONE],
  ["a desk", DESK],
])(
  "from %s, the piece alone is printed, as wide as the paper, on one sheet",
  async (_, viewport) => {
    const page = await open(FLYER, viewport);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByText("không đúng khổ và màu").isVisible()).toBe(true);
    for (const tools of [".panel", ".strip", ".stage-tools", ".top-tools"])
      expect(await page.locator(tools).first().isVisible(), tools).toBe(false);
    // A4 at 96 ppi.
    await page.setViewportSize({ width: 794, height: 1123 });
    const picture = (await page.locator(".sheet img").boundingBox())!;
    expect(picture.width).toBeGreaterThan(600);
    expect(picture.width / picture.height).toBeCloseTo((148 + 4) / (210 + 4), 1);
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.close();
  },
  60_000,
);

test("with the text spacing of WCAG 1.4.12 the piece's name and school stay whole in the bar", async () => {
  const page = await open(FLYER, PHONE);
  await page.addStyleTag({
    content:
      "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }",
  });
  const bar = (await page.locator(".top-bar").boundingBox())!;
  for (const text of ["Tờ rơi A5", "CĐ Y tế"]) {
    const box = (await page.locator(".top-title").getByText(text, { exact: true }).boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(bar.y);
    expect(box.y + box.height).toBeLessThanOrEqual(bar.y + bar.height);
  }
  await page.close();
}, 60_000);
