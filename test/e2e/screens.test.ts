/** Pieces for screens as files: exactly the platform's pixels, and no heavier than an ad may be. */

import sharp from "sharp";
import { expect, test } from "vitest";
import { formatById } from "../../src/model/formats/index.ts";
import { ALL_THEMES } from "../../src/model/theme.ts";
import { packageFolders } from "../../src/package-folders.ts";
import { createEngine } from "../../src/render.ts";

const engine = await createEngine(packageFolders());

const PLATFORM_PIXELS = {
  "social-cover": {
    "facebook-cover": [851, 315],
    "facebook-group-cover": [1640, 856],
    "facebook-event-cover": [1920, 1005],
    "youtube-channel-art": [2560, 1440],
    "zalo-oa-cover": [1280, 720],
  },
  "social-post": {
    "facebook-post": [1080, 1080],
    "facebook-post-portrait": [1080, 1350],
    "facebook-link": [1200, 630],
    "youtube-thumbnail": [1280, 720],
    story: [1080, 1920],
  },
  avatar: { "avatar-facebook": [1080, 1080], "avatar-zalo": [500, 500], "avatar-youtube": [800, 800] },
  screen: {
    "screen-1920x1080": [1920, 1080],
    "screen-1080x1920": [1080, 1920],
    "screen-led-1536x512": [1536, 512],
    "screen-led-1024x512": [1024, 512],
  },
} as const;

const png = async (template: string, format: string, theme: string): Promise<Uint8Array> => {
  const institution = "cd-ky-nghe-binh-thuan";
  const { artifacts, diagnostics } = await engine.render({ template, format, theme, institution, as: "png" });
  expect(diagnostics, `${format} ${theme}`).toEqual([]);
  return artifacts[0]!.bytes;
};

const pixelsOf = async (bytes: Uint8Array): Promise<readonly [number, number]> => {
  const { width, height } = await sharp(bytes).metadata();
  return [width!, height!];
};

test.each(Object.entries(PLATFORM_PIXELS))(
  "%s has exactly the pixels that each platform asks for",
  async (template, formats) => {
    const { formats: offered } = await engine.library.templates.load(template);
    expect(new Set(offered)).toEqual(new Set(Object.keys(formats)));
    for (const [format, pixels] of Object.entries(formats))
      expect(await pixelsOf(await png(template, format, "ky-nghe")), format).toEqual(pixels);
  },
  60_000,
);

/**
 * Initial load of the IAB's fixed-size units, kB (IAB 2017). Sizes that are no longer in its list are held to the
 * next smaller listed one.
 */
const INITIAL_LOAD: Readonly<Record<string, number>> = {
  "web-300x250": 150,
  "web-336x280": 150,
  "web-728x90": 150,
  "web-970x250": 250,
  "web-160x600": 150,
  "web-300x600": 150,
  "web-320x100": 50,
  "web-320x50": 50,
};

test("web banners have the IAB's pixels and are no heavier than its initial load", async () => {
  const { formats } = await engine.library.templates.load("web-banner");
  expect(new Set(formats)).toEqual(new Set(Object.keys(INITIAL_LOAD)));
  for (const format of formats) {
    const { pixels } = formatById(format)!;
    expect(`web-${pixels!.width}x${pixels!.height}`).toBe(format);
    for (const theme of ALL_THEMES) {
      const bytes = await png("web-banner", format, theme);
      expect(await pixelsOf(bytes), format).toEqual([pixels!.width, pixels!.height]);
      expect(bytes.byteLength, `${format} ${theme}`).toBeLessThanOrEqual(INITIAL_LOAD[format]! * 1000);
    }
  }
}, 60_000);
