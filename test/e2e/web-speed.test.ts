/** How fast the form feels: measured and told, held only to what would be noticed on any machine. */

import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DESK, openBrowser, PHONE } from "../support/browser.ts";
import { type FormServer, openFormServer } from "../support/form-server.ts";

const FLYER = "/an-pham?institution=cd-y-te&piece=recruitment-flyer/a5";

let server: FormServer;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([openFormServer(), openBrowser()]);
  await fetch(server.address + FLYER);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await server.close();
});

const median = (figures: readonly number[]): number =>
  [...figures].sort((a, b) => a - b)[figures.length >> 1] ?? Number.NaN;
const tell = (line: string) => process.stdout.write(`  ${line}\n`);

async function type(page: Page, words: string): Promise<readonly number[]> {
  const field = page.getByLabel("Lời dẫn", { exact: true });
  await field.fill("Học nghề");
  await page.waitForTimeout(1500);
  await page.evaluate("performance.clearMeasures()");
  for (const letter of words) {
    await page.keyboard.type(letter);
    await page.locator('.sheets[data-fresh="true"]').waitFor();
    await page.waitForTimeout(60);
  }
  return (await page.evaluate(
    "performance.getEntriesByName('keystroke to picture').map(({ duration }) => duration)",
  )) as readonly number[];
}

test("from keystroke to picture", async () => {
  const page = await browser.newPage({ viewport: DESK });
  await page.goto(server.address + FLYER);
  await page.locator(".sheet .overlay").waitFor();
  const figures = await type(page, " hôm nay, vững tay nghề ngày mai");
  const worst = [...figures].sort((a, b) => a - b)[Math.floor(figures.length * 0.95)] ?? Number.NaN;
  tell(
    `keystroke to picture: median ${median(figures).toFixed(0)} ms, p95 ${worst.toFixed(0)} ms of ${figures.length}`,
  );
  expect(figures.length).toBeGreaterThan(10);
  // The aim is 150 ms on a machine of its own; here others share it.
  expect(median(figures)).toBeLessThan(600);
  await page.close();
}, 90_000);

test("on a processor four times slower: first paint, ready to type, keystroke to picture", async () => {
  const context = await browser.newContext({ viewport: PHONE });
  const page = await context.newPage();
  const session: CDPSession = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto(server.address + FLYER);
  await page.locator("#app[data-ready]").waitFor();
  const ready = Number(await page.evaluate("performance.now()"));
  await page.locator(".sheet .overlay").waitFor();
  const seen = Number(await page.evaluate("performance.now()"));
  const paint = Number(
    await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"),
  );
  const figures = await type(page, " hôm nay, vững tay");
  tell(
    `4× slower: first paint ${paint.toFixed(0)} ms, ready ${ready.toFixed(0)} ms, picture ${seen.toFixed(0)} ms, keystroke to picture ${median(figures).toFixed(0)} ms`,
  );
  expect(paint).toBeLessThan(5000);
  expect(ready).toBeLessThan(10_000);
  await context.close();
}, 120_000);
