/** Every QR code that a template draws, read back from the pixels of the finished piece. */

import { readFileSync } from "node:fs";
import readQr from "jsqr";
import sharp from "sharp";
import { expect, test } from "vitest";
import { mmToPx } from "../../src/base/units.ts";
import { FORMATS } from "../../src/model/formats/index.ts";
import { packageFolders } from "../../src/package-folders.ts";
import { framesOf } from "../../src/preflight/frames.ts";
import { qrCodesIn } from "../../src/preflight/qr-codes.ts";
import { createEngine, type Rendering } from "../../src/render.ts";

const engine = await createEngine(packageFolders());
const data = JSON.parse(
  readFileSync(new URL("../../brand/samples/briefs/typical.json", import.meta.url), "utf8"),
) as Record<string, unknown>;

/** A camera that frames the piece sees a module on a few pixels, however finely it is printed. */
const PX_A_MODULE = 4;

/** The codes of each page. */
const codesOf = ({ sheets }: Rendering) =>
  sheets.map(({ placements: [placement] }) => framesOf(placement!.scene).flatMap(qrCodesIn));

async function decoded(
  png: Uint8Array,
  area: { x: number; y: number; width: number; height: number },
  ppi: number,
) {
  const px = (mm: number) => Math.round(mmToPx(mm, ppi));
  const { data: rgba, info } = await sharp(png)
    .extract({ left: px(area.x), top: px(area.y), width: px(area.width), height: px(area.height) })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return readQr.default(new Uint8ClampedArray(rgba), info.width, info.height)?.data;
}

let drawn = 0;

for (const id of engine.library.templates.ids) {
  const { formats, themes } = await engine.library.templates.load(id);
  for (const theme of themes) {
    test(`${id}, ${theme}: every code reads as the brief says`, async () => {
      for (const format of formats) {
        const request = { template: id, format, theme, institution: "cd-ky-nghe-binh-thuan", data } as const;
        const probe = await engine.render({ ...request, as: "svg" });
        const codes = codesOf(probe);
        const modules = codes.flat().map(({ module }) => module);
        drawn += modules.length;
        // A frame that is called a code holds one that is found.
        const named = probe.sheets.flatMap(({ placements }) =>
          placements[0]!.scene.fragments.filter(({ frame }) => /^qr\b/.test(frame)),
        );
        expect(modules.length, format).toBeGreaterThanOrEqual(named.length);
        if (modules.length === 0) continue;
        const { medium } = FORMATS.find((other) => other.id === format)!;
        const coarse = Math.ceil((PX_A_MODULE * 25.4) / Math.min(...modules));
        const ppi = medium === "screen" ? 96 : Math.min(probe.job.ppi, coarse);
        const { artifacts } = await engine.render({ ...request, as: "png", ppi });
        for (const [page, found] of codes.entries()) {
          for (const { zone, painted } of found) {
            const said = await decoded(artifacts[page]!.bytes, zone, ppi);
            expect(said, `${format}, page ${page + 1}, frame ${painted.placed.frame}`).toBe(
              probe.job.brief.qr,
            );
          }
        }
      }
    }, 120_000);
  }
}

test("the library draws codes at all", () => {
  expect(drawn).toBeGreaterThanOrEqual(13);
});
