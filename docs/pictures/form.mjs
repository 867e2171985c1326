/** Pictures of the form for documents: `node docs/pictures/form.mjs`, after a build. Needs Chromium. */

import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import sharp from "sharp";

const root = fileURLToPath(new URL("../../", import.meta.url));
const state = mkdtempSync(join(tmpdir(), "anpham-pictures-"));
const service = spawn(
  process.execPath,
  [join(root, "dist/cli/main.js"), "serve", "--port", "0", "--state", state, "--log", "error"],
  { stdio: ["ignore", "ignore", "pipe"] },
);
const address = await new Promise((found) => {
  service.stderr.on("data", (data) => {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(String(data)) ?? [];
    if (url) found(url);
  });
});
const browser = await chromium.launch({
  executablePath: execFileSync("which", ["chromium"], { encoding: "utf8" }).trim(),
  args: ["--no-sandbox"],
});

/** At most 300 KB each. */
const write = async (page, name) => {
  const picture = await page.screenshot();
  await sharp(picture)
    .png({ palette: true, colors: 200, effort: 10 })
    .toFile(join(root, "docs/pictures", name));
};
const open = async (path, viewport, scale = 1) => {
  const page = await browser.newPage({ viewport, deviceScaleFactor: scale, bypassCSP: true });
  await page.goto(address + path);
  return page;
};

/** Until every picture in sight is there. */
const drawn = (page) =>
  page.waitForFunction(
    "[...document.images].filter((image) => image.getBoundingClientRect().top < innerHeight).every(({ complete, naturalWidth }) => complete && naturalWidth > 0)",
    null,
    { timeout: 120_000 },
  );

const SCHOOL = "institution=cd-ky-nghe-binh-thuan";
const SET = [
  ...["recruitment-flyer/a5", "standee/standee-800x1800", "social-cover/facebook-cover", "social-post/story"],
  ...["recruitment-poster/a3", "brochure/brochure-trifold-a4"],
].map((piece) => `&piece=${piece}`);

const home = await open(`/?${SCHOOL}`, { width: 1440, height: 900 });
await home.locator("#app[data-ready]").waitFor();
await drawn(home);
await write(home, "form-home.png");

const desk = await open(`/an-pham?${SCHOOL}${SET.join("")}`, { width: 1440, height: 900 });
await desk.locator(".sheet .overlay").waitFor();
await desk.getByLabel("Thông điệp chính", { exact: true }).click();
await drawn(desk);
await desk.waitForTimeout(5000);
await write(desk, "form-desk.png");

const phone = await open(`/an-pham?${SCHOOL}&theme=tuong-lai${SET[0]}`, { width: 360, height: 740 }, 2);
await phone.locator(".sheet .overlay").waitFor();
await drawn(phone);
await write(phone, "form-phone.png");

await browser.close();
service.kill("SIGTERM");
rmSync(state, { recursive: true, force: true });
