/**
 * A few pieces as they were last looked at and found good. A changed picture is looked at by a person, and only then
 * becomes the reference: `npm run golden` writes it, and ends with a failure so that it never passes for a test.
 */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { expect, test } from "vitest";
import { packageFolders } from "../../src/package-folders.ts";
import { createEngine } from "../../src/render.ts";
import { meanDifference, readPicture, strayPixels } from "../support/compare.ts";

const CASES = [
  ["recruitment-flyer", "a5", "vuon-len", 34],
  ["recruitment-flyer", "a5", "ky-nghe", 34],
  ["recruitment-flyer", "a5", "tuong-lai", 34],
  ["recruitment-poster", "a2", "ky-nghe", 12],
  ["standee", "standee-800x1800", "tuong-lai", 10],
  ["backdrop", "backdrop-6x3m", "vuon-len", 10],
] as const;

const LARGEST = 20 * 1024;
const updates = process.env.ANPHAM_UPDATE_GOLDEN === "1";
const engine = await createEngine(packageFolders());
const data = JSON.parse(
  readFileSync(new URL("../../brand/samples/briefs/typical.json", import.meta.url), "utf8"),
) as Record<string, unknown>;

test.each(CASES)("%s %s %s looks as it did", async (template, format, theme, ppi) => {
  const file = fileURLToPath(new URL(`../golden/${template}-${format}-${theme}.png`, import.meta.url));
  const request = { template, format, theme, institution: "cd-y-te", data, as: "png", ppi } as const;
  const { artifacts } = await engine.render(request);
  const picture = await sharp(artifacts[0]!.bytes)
    .resize({ width: 260, height: 260, fit: "inside" })
    .png()
    .toBuffer();
  if (updates) {
    const small = await sharp(picture).png({ palette: true, colours: 64, effort: 10 }).toBuffer();
    expect(small.length).toBeLessThanOrEqual(LARGEST);
    mkdirSync(new URL("../golden/", import.meta.url), { recursive: true });
    writeFileSync(file, small);
    throw new Error(`new reference written, look at it: ${file}`);
  }
  expect(existsSync(file), `no reference: ${file}`).toBe(true);
  const [now, then] = [await readPicture(new Uint8Array(picture)), await readPicture(file)];
  // The references hold 64 colours: a channel may be off by a shade, a missing or moved part may not.
  expect(strayPixels(now, then, 40)).toBe(0);
  expect(meanDifference(now, then)).toBeLessThan(3);
});
