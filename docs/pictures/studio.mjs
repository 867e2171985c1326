// Draws the picture of the studio, in Chromium: part of `npm run pictures`.
import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import sharp from "sharp";

const found = spawnSync("sh", ["-c", "command -v chromium || command -v google-chrome"], {
  encoding: "utf8",
});
const executablePath = found.stdout.trim();
if (executablePath === "") {
  console.error("docs/pictures/studio.png stays as it is: it is drawn with Chromium");
  process.exit();
}
const cli = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const studio = spawn(process.execPath, [cli, "studio", "--port", "0", "--json"], {
  stdio: ["ignore", "pipe", "inherit"],
});
const line = await new Promise((resolve) => studio.stdout.once("data", resolve));
const { address } = JSON.parse(String(line));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 860 }, locale: "vi-VN" });
  await page.goto(
    `${address}?template=recruitment-flyer&format=a5&institution=cd-ky-nghe-binh-thuan&event=admissions-day&theme=tuong-lai`,
  );
  await page.locator("img[data-revision]").first().waitFor({ timeout: 60_000 });
  await page.locator(".controls details").first().waitFor({ timeout: 60_000 });
  for (const key of ["t", "s", "k"]) await page.keyboard.press(key);
  // The panel of frames tells how each is filled.
  await page.locator("#frames").click();
  await page.waitForTimeout(3000);
  const box = await page.locator(".overlay").first().boundingBox();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.91);
  await page.waitForTimeout(500);
  const shot = await page.screenshot();
  await sharp(shot)
    .png({ palette: true, colours: 160, effort: 10 })
    .toFile(fileURLToPath(new URL("./studio.png", import.meta.url)));
} finally {
  await browser.close();
  studio.kill("SIGTERM");
}
