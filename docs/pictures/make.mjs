// Draws the pictures of the README from the shipped templates: `npm run pictures`.
import { fileURLToPath } from "node:url";
import { render } from "anpham";
import sharp from "sharp";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

async function picture(template, format, institution, height, more = {}) {
  const { artifacts } = await render({ template, format, institution, as: "png", ppi: 96, ...more });
  return sharp(artifacts[0].bytes).resize({ height }).png().toBuffer();
}

const HEIGHT = 760;
const GAP = 24;
const GROUND = "#e9ebef";

async function row(file, pieces) {
  const sized = await Promise.all(
    pieces.map(async (input) => ({ input, width: (await sharp(input).metadata()).width })),
  );
  const width = sized.reduce((sum, piece) => sum + piece.width + GAP, GAP);
  let left = GAP;
  const placed = sized.map((piece) => {
    const at = { input: piece.input, left, top: GAP };
    left += piece.width + GAP;
    return at;
  });
  await sharp({ create: { width, height: HEIGHT + GAP * 2, channels: 3, background: GROUND } })
    .composite(placed)
    .png({ palette: true, colours: 128 })
    .toFile(here(file));
}

/** The press sheet of a flyer, as the PDF of profile `offset` shows it. */
const sheet = await render({
  template: "recruitment-flyer",
  format: "a5",
  institution: "cd-kinh-te-du-lich-ham-tien",
  profile: "offset",
  as: "png",
  ppi: 96,
});
await sharp(sheet.artifacts[0].bytes)
  .flatten({ background: "#fff" })
  .extend({ top: GAP, bottom: GAP, left: GAP, right: GAP, background: GROUND })
  .png({ palette: true, colours: 128 })
  .toFile(here("press-sheet.png"));

await row("set.png", [
  await picture("recruitment-flyer", "a5", "cd-ky-nghe-binh-thuan", HEIGHT, { message: "thuc-hoc" }),
  await picture("standee", "standee-800x1800", "cd-y-te", HEIGHT, { theme: "tuong-lai", ppi: 24 }),
  await picture("recruitment-poster", "a3", "tc-nong-nghiep-ham-thuan", HEIGHT, { theme: "ky-nghe" }),
  await picture("pennant", "pennant-0.8x2.5m", "cd-ky-nghe-binh-thuan", HEIGHT, {
    theme: "tuong-lai",
    ppi: 20,
  }),
]);
