/** Checks the fonts, brand and templates folders by reading all that is in them. */

import type { FontFace } from "../../base/font/face.ts";
import { openFont } from "../../base/font/open-font.ts";
import { openTemplates } from "../../compose/registry.ts";
import type { TemplateFolders } from "../../compose/template-folders.ts";
import { discoverFonts } from "../../resolve/fonts.ts";
import { openLibrary, type Shelf } from "../../resolve/library.ts";
import { buildPalette } from "../../resolve/palette.ts";
import { VIETNAMESE_LETTERS } from "../vietnamese-letters.ts";
import { type Finding, findingOf } from "./finding.ts";

/** One line a face, with its coverage of Vietnamese. */
export async function checkFonts(folder: string): Promise<readonly Finding[]> {
  let faces: readonly FontFace[] = [];
  const found = await findingOf("phông chữ | fonts", async () => {
    faces = await discoverFonts(folder);
    if (faces.length === 0) throw new Error(folder);
    return `${faces.length}, ${folder}`;
  });
  return [found, ...faces.map(coverage)];
}

function coverage(face: FontFace): Finding {
  const font = openFont(face);
  const lacking = VIETNAMESE_LETTERS.filter((letter) => font.glyphFor(letter.codePointAt(0)!) === 0);
  const total = VIETNAMESE_LETTERS.length;
  const subject = `  ${face.family} ${face.weight}${face.style === "italic" ? " italic" : ""}`;
  const count = `${total - lacking.length}/${total}`;
  if (lacking.length === 0) {
    return { state: "ok", subject, detail: `tiếng Việt ${count} | Vietnamese ${count}` };
  }
  const some = lacking.slice(0, 8).join(" ");
  // Not broken: a face for figures or another language may stand beside the Vietnamese ones.
  return {
    state: "missing",
    subject,
    detail: `tiếng Việt ${count}, thiếu ${some} | Vietnamese ${count}, lacks ${some}`,
  };
}

/** Kits with their palettes, campaigns and institutions with theirs, each file read and checked. */
export async function checkBrand(folder: string): Promise<readonly Finding[]> {
  const { kits, campaigns, institutions, brandPicture } = openLibrary({
    brand: folder,
    fonts: "",
    templates: { ids: [], load: () => Promise.reject(new Error("no templates here")) },
  });
  const every = async <T>(shelf: Shelf<T>, look: (item: T) => Promise<void>): Promise<string> => {
    const ids = await shelf.ids();
    for (const id of ids) await look(await shelf.load(id));
    return `${ids.length}: ${ids.join(", ")}`;
  };
  return Promise.all([
    findingOf("bộ nhận diện | brand kits", () =>
      every(kits, async (kit) => {
        const [problem] = buildPalette(kit, null).diagnostics;
        if (problem) throw new Error(`${kit.id}: ${problem.message.vi} | ${problem.message.en}`);
        for (const mark of Object.values(kit.marks)) if (mark) await brandPicture(mark);
      }),
    ),
    findingOf("chiến dịch | campaigns", () =>
      every(campaigns, async ({ kit }) => {
        await kits.load(kit);
      }),
    ),
    findingOf("cơ sở | institutions", () =>
      every(institutions, async ({ logo }) => {
        if (logo) await brandPicture(logo);
      }),
    ),
  ]);
}

/** One line a template: each is compiled and checked. */
export async function checkTemplates(folder: TemplateFolders): Promise<readonly Finding[]> {
  let ids: readonly string[] = [];
  const templates = await openTemplates(folder).catch(() => null);
  ids = templates?.ids ?? [];
  const found: Finding = {
    state: ids.length > 0 ? "ok" : "broken",
    subject: "mẫu | templates",
    detail: `${ids.length}, ${folder}`,
  };
  const each = await Promise.all(
    ids.map((id) => findingOf(`  ${id}`, async () => (await templates!.load(id)).formats.join(", "))),
  );
  return [found, ...each];
}
