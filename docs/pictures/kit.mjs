// Draws the pictures of the kit guide from its own code blocks: part of `npm run pictures`.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createEngine, packageFolders } from "anpham";
import sharp from "sharp";
import { guideBlocks, guideRequest, writeGuideTemplates } from "./kit-guide.mjs";

const folder = fileURLToPath(new URL("../../out/kit-guide/", import.meta.url));
const target = fileURLToPath(new URL("./kit/", import.meta.url));
/** px. */
const WIDTH = 560;
const TALLEST = 520;
const GAP = 12;
const GROUND = "#e9ebef";

const blocks = await guideBlocks();
await writeGuideTemplates(folder, blocks);
const engine = await createEngine({ ...packageFolders(), templates: folder });
await mkdir(target, { recursive: true });

for (const block of blocks) {
  const tiles = [];
  for (const theme of block.themes) {
    const { artifacts, job } = await engine.render(await guideRequest(block, theme, folder));
    const page = sharp(artifacts[0].bytes).flatten({ background: "#fff" });
    const { width, height } = await page.metadata();
    const shown = block.height ? Math.round((height * block.height) / job.format.height) : height;
    const cut = await page.extract({ left: 0, top: 0, width, height: shown }).png().toBuffer();
    const room = Math.floor((WIDTH - GAP * (block.themes.length + 1)) / block.themes.length);
    tiles.push(
      await sharp(cut)
        .resize({ width: room, height: TALLEST, fit: "inside" })
        .png()
        .toBuffer({ resolveWithObject: true }),
    );
  }
  let left = GAP;
  const placed = tiles.map(({ data, info }) => {
    const at = { input: data, left, top: GAP };
    left += info.width + GAP;
    return at;
  });
  const height = Math.max(...tiles.map(({ info }) => info.height)) + 2 * GAP;
  await sharp({ create: { width: left, height, channels: 3, background: GROUND } })
    .composite(placed)
    .png({ palette: true, colours: 96, effort: 10 })
    .toFile(`${target}${block.name}.png`);
}
