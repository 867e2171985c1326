/** Every template in every format for every sample institution, with each of the four data sets. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { packageFolders } from "../../src/package-folders.ts";
import { createEngine } from "../../src/render.ts";

const engine = await createEngine(packageFolders());
const institutions = await engine.library.institutions.ids();

const brief = (name: string) =>
  JSON.parse(
    readFileSync(new URL(`../../brand/samples/briefs/${name}.json`, import.meta.url), "utf8"),
  ) as Record<string, unknown>;

test("eight sample institutions and these templates ship", () => {
  expect(institutions).toHaveLength(8);
  expect(engine.library.templates.ids).toEqual([
    "backdrop",
    "brochure",
    "handbook",
    "mug",
    "name-card",
    "recruitment-flyer",
    "recruitment-poster",
    "social-cover",
    "standee",
    "sticker",
    "tote",
  ]);
});

test.each(["typical", "short", "long", "bare"])(
  "%s data fits everywhere",
  async (name) => {
    const data = brief(name);
    const complaints: string[] = [];
    for (const template of engine.library.templates.ids) {
      const { formats } = await engine.library.templates.load(template);
      for (const format of formats) {
        for (const institution of institutions) {
          const { artifacts, diagnostics } = await engine.render({
            template,
            format,
            institution,
            data,
            as: "svg",
          });
          expect(artifacts.length).toBe(template === "brochure" ? 2 : 1);
          for (const { code, message } of diagnostics) {
            complaints.push(`${template} ${format} ${institution}: ${code} ${message.en}`);
          }
        }
      }
    }
    expect(complaints).toEqual([]);
  },
  240_000,
);
