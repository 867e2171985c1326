/** The shipped templates as files: text, fonts, pictures and looks, judged by tools this project did not write. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Brief } from "../../src/model/brief.ts";
import { packageFolders } from "../../src/package-folders.ts";
import { createEngine } from "../../src/render.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { meanDifference, readPicture, strayPixels } from "../support/compare.ts";
import { run, testWith } from "../support/judges.ts";

const engine = await createEngine(packageFolders());
const folder = mkdtempSync(join(tmpdir(), "anpham-templates-"));
afterAll(() => rmSync(folder, { recursive: true }));

const PIECES = [
  { template: "recruitment-flyer", format: "a5", ppi: 150 },
  { template: "recruitment-poster", format: "a3", ppi: 60 },
  { template: "standee", format: "standee-800x1800", ppi: 20 },
  { template: "social-cover", format: "facebook-cover", ppi: 96 },
] as const;
const INSTITUTIONS = ["cd-ky-nghe-binh-thuan", "tt-duc-linh-tanh-linh"];

const request = ({ template, format }: (typeof PIECES)[number], institution: string) => ({
  template,
  format,
  institution,
});

async function writePdf(piece: (typeof PIECES)[number], institution: string): Promise<string> {
  const { artifacts } = await engine.render({ ...request(piece, institution), as: "pdf" });
  const file = join(folder, `${piece.template}-${institution}.pdf`);
  writeFileSync(file, artifacts[0]!.bytes);
  return file;
}

const flat = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** What every piece must say, in the forms that it may choose between. */
function mustSay({ institution, message, contact }: Brief): string[][] {
  const headline = message.headline.settings[0]!.join(" ");
  return [
    [institution.name.text, institution.name.short ?? institution.name.text],
    [headline],
    contact.phones.slice(0, 1),
  ];
}

for (const piece of PIECES) {
  for (const institution of INSTITUTIONS) {
    const name = `${piece.template}, ${institution}`;

    testWith("pdftotext", "mutool")(`${name}: two tools read the text exactly`, async () => {
      const file = await writePdf(piece, institution);
      const { value } = await resolve(request(piece, institution), engine.library);
      const texts = [run("pdftotext", "-raw", file, "-"), run("mutool", "draw", "-q", "-F", "txt", file)].map(
        flat,
      );
      for (const text of texts) {
        // Nothing that could not be read, and nothing decomposed.
        expect(text).not.toMatch(/\ufffd|\u200b|\p{M}/u);
        for (const forms of mustSay(value.brief)) {
          expect(
            forms.some((form) => text.includes(flat(form))),
            `${forms.join(" | ")} in ${text}`,
          ).toBe(true);
        }
      }
    });

    testWith(
      "qpdf",
      "pdffonts",
      "pdfimages",
    )(`${name}: sound, fonts embedded and subset, all vector`, async () => {
      const file = await writePdf(piece, institution);
      run("qpdf", "--check", file);
      const fonts = run("pdffonts", file).trim().split("\n").slice(2);
      expect(fonts.length).toBeGreaterThan(0);
      for (const font of fonts)
        expect(font).toMatch(/^[A-Z]{6}\+BeVietnamPro\S* +CID TrueType +Identity-H +yes yes yes/);
      expect(run("pdfimages", "-list", file).trim().split("\n").slice(2)).toEqual([]);
    });
  }

  testWith("pdftoppm", "mutool")(`${piece.template}: PDF and PNG look the same to two engines`, async () => {
    const file = await writePdf(piece, INSTITUTIONS[0]!);
    const { ppi } = piece;
    const { artifacts } = await engine.render({ ...request(piece, INSTITUTIONS[0]!), as: "png", ppi });
    const png = await readPicture(artifacts[0]!.bytes);
    const size = ["-scale-to-x", `${png.width}`, "-scale-to-y", `${png.height}`];
    run("pdftoppm", ...size, "-r", `${ppi}`, "-png", "-singlefile", file, join(folder, "poppler"));
    run(
      "mutool",
      "draw",
      "-q",
      "-w",
      `${png.width}`,
      "-h",
      `${png.height}`,
      "-f",
      "-r",
      `${ppi}`,
      "-o",
      join(folder, "mupdf.png"),
      file,
    );
    for (const engineName of ["poppler", "mupdf"]) {
      const other = await readPicture(readFileSync(join(folder, `${engineName}.png`)));
      // Of some half a million pixels; a lost hairline across the page alone is more.
      expect(strayPixels(png, other), engineName).toBeLessThan(png.width / 4);
      expect(meanDifference(png, other), engineName).toBeLessThan(3);
    }
  });
}

test("the same request gives the same bytes, whatever was rendered before", async () => {
  const fresh = await createEngine(packageFolders());
  for (const as of ["pdf", "png", "svg"] as const) {
    const one = await engine.render({ ...request(PIECES[0], INSTITUTIONS[0]!), as, ppi: 72 });
    const other = await fresh.render({ ...request(PIECES[0], INSTITUTIONS[0]!), as, ppi: 72 });
    expect(one.artifacts[0]!.sha256).toBe(other.artifacts[0]!.sha256);
  }
});
