import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { openTemplates } from "../../../../src/compose/registry.ts";
import { packageFolders } from "../../../../src/package-folders.ts";
import { openLibrary } from "../../../../src/resolve/library.ts";
import { contactSheet } from "../../../../src/run/contact-sheet/contact-sheet.ts";
import { FEW_PIECES, MANY_PIECES, type SheetGrid } from "../../../../src/run/contact-sheet/sheet-page.ts";
import { run, testWith } from "../../../support/judges.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-contact-sheet-"));
});
afterAll(() => rm(folder, { recursive: true }));

const PT_IN_MM = 72 / 25.4;
const NAME =
  "Trường Cao đẳng Kỹ thuật Công nghệ và Thương mại miền Đông Nam Bộ, cơ sở tại thành phố Biên Hòa";
const finding = { text: "Ô “địa chỉ” dài hơn chỗ của nó 12 mm. ".repeat(6).trim(), isNote: false };

/** What stands below the picture of a piece that has much to say: words, and mm from its first to its last line. */
async function told(grid: SheetGrid, facts: readonly string[]) {
  const library = openLibrary({
    ...packageFolders(),
    templates: await openTemplates(packageFolders().templates),
  });
  const { bytes } = await contactSheet({
    heading: { kind: "LOẠT IN CHỜ DUYỆT", title: "Tờ rơi A5", lines: ["148 × 210 mm"] },
    pieces: [{ name: NAME, facts, pictures: [], findings: [finding, finding, finding] }],
    grid,
    family: "Be Vietnam Pro",
    fonts: await library.fonts(),
    title: "Loạt in chờ duyệt",
  });
  const file = join(folder, `${grid.columns}.pdf`);
  await writeFile(file, bytes);
  const found = run("pdftotext", "-bbox", file, "-").normalize("NFC");
  const words = [...found.matchAll(/yMin="([\d.]+)"[^>]*yMax="([\d.]+)">([^<]*)</g)].map(
    ([, top, bottom, word]) => ({ top: Number(top), bottom: Number(bottom), word: word! }),
  );
  const first = words.findIndex(({ word }) => word === "Trường");
  const below = words.slice(
    first,
    words.findIndex(({ word }) => word === "Duyệt:"),
  );
  const bottom = Math.max(...below.map((each) => each.bottom));
  return { words: below.map(({ word }) => word), height: (bottom - below[0]!.top) / PT_IN_MM };
}

testWith("pdftotext")("a piece with much to say says it in whole lines, within its cell", async () => {
  for (const [grid, facts] of [
    [MANY_PIECES, ["Dòng 1 · 1,1 MB"]],
    [FEW_PIECES, ["297 × 210 mm · 2 trang", "brochure-trifold-a4.pdf · 821 kB"]],
  ] as const) {
    const { words, height } = await told(grid, facts);
    expect(height).toBeLessThan(grid.height - grid.picture);
    expect(words.join(" ")).toMatch(/… .*3 điều: Ô “địa chỉ” .*…$/);
  }
});
