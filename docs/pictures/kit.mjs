// Draws the pictures of the kit guide from its own code blocks: part of `npm run pictures`.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createEngine, packageFolders } from "anpham";
import sharp from "sharp";
import { drawGuidePicture, guideBlocks, writeGuideTemplates } from "./kit-guide.mjs";

const folder = fileURLToPath(new URL("../../out/kit-guide/", import.meta.url));
const target = fileURLToPath(new URL("./kit/", import.meta.url));

const blocks = await guideBlocks();
await writeGuideTemplates(folder, blocks);
const engine = await createEngine({ ...packageFolders(), templates: folder });
await mkdir(target, { recursive: true });

for (const block of blocks) {
  const picture = await drawGuidePicture(block, engine, folder);
  await sharp(picture).png({ palette: true, colours: 96, effort: 10 }).toFile(`${target}${block.name}.png`);
}
