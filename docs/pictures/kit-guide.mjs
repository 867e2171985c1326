// The code blocks of the kit guide, `templates/README.md`, as templates that the engine renders. What the guide shows
// is what it says: its pictures and its test both come from here.
//
// A block opens with ```tsx <name> [key=value …]:
//   format=a5       the format it is rendered in
//   themes=all      every theme side by side; otherwise the id of one
//   height=60       the picture shows that many mm from the top; the whole page when left out
//   photo=natural   the brief has a photo, shown that way (or duotone)
//   expect=<code>   the one complaint that the block is about
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

const GUIDE = new URL("../../templates/README.md", import.meta.url);
const KIT = new URL("../../src/kit/index.ts", import.meta.url);
const BRIEF = new URL("../../brand/samples/briefs/typical.json", import.meta.url);
export const THEMES = ["vuon-len", "ky-nghe", "tuong-lai"];

/** @returns {Promise<import("./kit-guide.mjs").GuideBlock[]>} */
export async function guideBlocks() {
  const guide = await readFile(GUIDE, "utf8");
  return [...guide.matchAll(/^```tsx ([a-z-]+)(.*)\n([\s\S]*?)^```$/gmu)].map(([, name, options, code]) => {
    const said = Object.fromEntries(
      [...options.matchAll(/([a-z]+)=(\S+)/gu)].map(([, key, value]) => [key, value]),
    );
    return {
      name,
      code,
      format: said.format ?? "a5",
      themes: said.themes === "all" ? THEMES : [said.themes ?? "vuon-len"],
      height: said.height ? Number(said.height) : null,
      photo: said.photo ?? null,
      expect: said.expect ?? null,
    };
  });
}

/** Names of pictures that the guide shows, without `.png`. */
export async function guidePictures() {
  const guide = await readFile(GUIDE, "utf8");
  return [...guide.matchAll(/\]\(\.\.\/docs\/pictures\/kit\/([a-z-]+)\.png\)/gu)].map(([, name]) => name);
}

/** Writes every block as a template of that folder. Blocks that are no whole template become the content of a page. */
export async function writeGuideTemplates(folder, blocks) {
  const kit = await readFile(KIT, "utf8");
  const exported = [...kit.matchAll(/[{,]\s*(?:type )?([A-Za-z_]+)(?=[,\s}])/gu)].map(([, name]) => name);
  for (const block of blocks) {
    await mkdir(`${folder}/${block.name}`, { recursive: true });
    await writeIfNew(`${folder}/${block.name}/template.tsx`, moduleOf(block, exported));
  }
  await writeIfNew(
    `${folder}/tsconfig.json`,
    `${JSON.stringify({ extends: fileURLToPath(new URL("../../tsconfig.json", import.meta.url)), include: ["*/template.tsx"] })}\n`,
  );
}

function moduleOf({ name, code, format }, exported) {
  if (code.includes("export default")) return code;
  const always = ["ALL_THEMES", "defineTemplate", "Page"];
  const used = exported.filter(
    (word) => always.includes(word) || new RegExp(`\\b${word}\\b`, "u").test(code),
  );
  const body = code.trimStart().startsWith("<") ? `return <>${code}</>;` : code;
  const label = JSON.stringify({ vi: name, en: name });
  return `import { ${[...new Set(used)].join(", ")}, type PageContext } from "anpham/kit";
const Content = (_: object, page: PageContext) => {
${body}};
export default defineTemplate({
  id: "${name}", name: ${label}, description: ${label}, formats: ["${format}"], themes: ALL_THEMES,
  pages: () => <Page><Content /></Page>,
});
`;
}

/** The request for a picture of a block. */
export async function guideRequest(block, theme, folder) {
  const brief = JSON.parse(await readFile(BRIEF, "utf8"));
  const photo = block.photo && {
    file: await drawPhoto(folder),
    focus: { x: 0.3, y: 0.4 },
    treatment: block.photo,
  };
  return {
    template: block.name,
    format: block.format,
    institution: "cd-ky-nghe-binh-thuan",
    theme,
    data: { ...brief, photo },
    as: "png",
    ppi: 96,
  };
}

/** A worker in a helmet at the left, before a bright workshop: enough to see crop, duotone and scrim by. */
const PHOTO = `<svg xmlns="http://www.w3.org/2000/svg" width="2700" height="1800" viewBox="0 0 1500 1000">
  <defs><linearGradient id="sky" x1="0" y1="0" x2="1" y2="1">
    <stop offset="0" stop-color="#dfeaf0"/><stop offset="1" stop-color="#a8b9b4"/></linearGradient></defs>
  <rect width="1500" height="1000" fill="url(#sky)"/>
  <path fill="#7f938f" d="M800 1000V420h120v580zM1000 1000V300h150v700zM1220 1000V480h200v520z"/>
  <path fill="#c9d6d2" d="M820 460h80v60h-80zM1025 350h100v70h-100zM1250 530h140v80h-140z"/>
  <path fill="#2f4a58" d="M130 1000c0-250 120-380 320-380s320 130 320 380z"/>
  <path fill="#e07b39" d="M330 640l60 360h120l60-360-60-18v378H390V622z"/>
  <circle cx="450" cy="440" r="150" fill="#c68f6d"/>
  <path fill="#f2c230" d="M270 430a180 190 0 0 1 360 0h40v40H230v-40z"/>
</svg>`;

async function drawPhoto(folder) {
  const file = `${folder}/photo.jpg`;
  await writeIfNew(file, await sharp(Buffer.from(PHOTO)).jpeg({ quality: 80 }).toBuffer());
  return file;
}

/** Files that stay as they are keep what was compiled from them. */
async function writeIfNew(file, content) {
  const known = await readFile(file).catch(() => null);
  if (!known?.equals(Buffer.from(content))) await writeFile(file, content);
}

/** Size of a guide's picture, px. */
const WIDTH = 560;
const TALLEST = 520;
const GAP = 12;
const GROUND = "#e9ebef";

/** A block's picture in full colour, its themes side by side. PNG. */
export async function drawGuidePicture(block, engine, folder) {
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
  return sharp({ create: { width: left, height, channels: 3, background: GROUND } })
    .composite(placed)
    .png()
    .toBuffer();
}

/** Declarations of a ```css block, by what the block says of them. */
export async function guideDeclarations(kind) {
  const guide = await readFile(GUIDE, "utf8");
  const blocks = [...guide.matchAll(new RegExp(`^\`\`\`css ${kind}\\n([\\s\\S]*?)^\`\`\`$`, "gmu"))];
  return blocks.flatMap(([, lines]) => lines.trim().split("\n"));
}

/** Commands of the guide's ```sh blocks, in order. */
export async function guideCommands() {
  const guide = await readFile(GUIDE, "utf8");
  return [...guide.matchAll(/^```sh\n([\s\S]*?)^```$/gmu)].flatMap(([, lines]) => lines.trim().split("\n"));
}
