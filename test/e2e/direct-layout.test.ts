/**
 * The fast way through layout draws what satori draws: every frame of every template, format and theme with each of
 * the four data sets, institutions in turn.
 */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compose } from "../../src/compose/compose.ts";
import { openTemplates } from "../../src/compose/registry.ts";
import { assetPictures } from "../../src/layout/asset-pictures.ts";
import { fontListOf, layoutResolution } from "../../src/layout/layout.ts";
import { packageFolders } from "../../src/package-folders.ts";
import { openLibrary } from "../../src/resolve/library.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { compareLayouts } from "../support/both-layouts.ts";

const folders = packageFolders();
const templates = await openTemplates(folders.templates);
const library = openLibrary({ brand: folders.brand, fonts: folders.fonts, templates });
const institutions = await library.institutions.ids();

const BRIEFS = ["typical", "short", "long", "bare"].map((name) => {
  const file = new URL(`../../brand/samples/briefs/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
});

/** Frames that only satori can set: dates with a row of dots. */
const SATORI_ONLY: Readonly<Record<string, number>> = { certificate: 2 };

test.each(templates.ids.map((id, index) => [id, index] as const))(
  "%s: both ways give the same scenes",
  async (template, index) => {
    const { formats, themes } = await templates.load(template);
    const differences: string[] = [];
    const outside: string[] = [];
    const seen = new Set<string>();
    let turn = index;
    for (const format of formats) {
      for (const theme of themes) {
        for (const data of BRIEFS) {
          const institution = institutions[turn++ % institutions.length]!;
          const request = { template, format, theme, institution, data, as: "svg" } as const;
          const { value: job } = await resolve(request, library);
          const { fonts } = fontListOf(job.fonts);
          const { value: pictures } = await assetPictures(job.assets);
          for (const page of compose(job).value) {
            const tokens = new Map(page.colors.map((color) => [color.hex, color.token]));
            const pxPerMm = layoutResolution(page);
            for (const { name, variants, width, height } of page.frames) {
              for (const variant of variants) {
                const content = JSON.stringify([variant, width, height]);
                if (seen.has(content)) continue;
                seen.add(content);
                const key = JSON.stringify([pxPerMm, ...tokens]);
                const around = { fonts, key, pxPerMm, tokens, pictures };
                const found = await compareLayouts(variant, { width, height }, around);
                if (found.difference) differences.push(`${format} ${theme} ${name} ${found.difference}`);
                if (found.outside) outside.push(`${format} ${theme} ${name} ${found.outside}`);
              }
            }
          }
        }
      }
    }
    expect(differences).toEqual([]);
    expect(outside, outside.join("\n")).toHaveLength(SATORI_ONLY[template] ?? 0);
  },
  240_000,
);
