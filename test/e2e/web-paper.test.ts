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

test.each([
  ["a booklet", "handbook/handbook-a5", 20],
  ["a folder", "brochure/brochure-trifold-a4", 2],
])(
  "of %s all pages are printed, whichever lies open",
  async (_, piece, count) => {
    const page = await open(`/an-pham?institution=cd-y-te&piece=${piece}`, DESK);
    await page.locator('.sheets[data-fresh="true"]').waitFor();
    expect(await page.locator(".sheet img:visible").count()).toBe(1);
    await page.evaluate("window.print = () => document.body.classList.add('printed')");
    await page.keyboard.press("Control+p");
    await page.locator("body.printed").waitFor();
    const pdf = await page.pdf({ format: "A4" });
    const pictures = pdf.toString("latin1").match(/\/Subtype\s*\/Image\b.{0,200}?\/Width\s+(?:700|1000)\b/gs);
    expect(pictures).toHaveLength(count - 1);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".sheet:visible").count()).toBe(count);
    const shapes = await page
      .locator(".sheet.other img")
      .evaluateAll((all) =>
        (
          all as unknown as { width: number; height: number; naturalWidth: number; naturalHeight: number }[]
        ).map((each) => (each.width / each.height) * (each.naturalHeight / each.naturalWidth)),
      );
    expect(Math.min(...shapes)).toBeCloseTo(1, 1);
    expect(Math.max(...shapes)).toBeCloseTo(1, 1);
    await page.close();
  },
  120_000,
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
