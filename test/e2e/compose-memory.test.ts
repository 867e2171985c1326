/** What compose keeps from row to row changes no page: every template, rows of different data, then of one field each. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compose } from "../../src/compose/compose.ts";
import { openTemplates } from "../../src/compose/registry.ts";
import type { ResolvedJob } from "../../src/model/job.ts";
import { packageFolders } from "../../src/package-folders.ts";
import { openLibrary } from "../../src/resolve/library.ts";
import { resolve } from "../../src/resolve/resolve.ts";

const folders = packageFolders();
const templates = await openTemplates(folders.templates);
const library = openLibrary({ brand: folders.brand, fonts: folders.fonts, templates });
const institutions = await library.institutions.ids();

const sample = (name: string): Record<string, unknown> =>
  JSON.parse(
    readFileSync(new URL(`../../brand/samples/briefs/${name}.json`, import.meta.url), "utf8"),
  ) as Record<string, unknown>;
const typical = sample("typical");
const ROWS: readonly Record<string, unknown>[] = [
  typical,
  sample("short"),
  sample("long"),
  sample("bare"),
  typical,
  { ...typical, badge: { text: "Tuyển sinh đợt hai", short: null } },
  { ...typical, lead: { text: "Một câu dẫn khác hẳn mọi câu trước.", short: null } },
  { ...typical, qr: "https://example.vn/khac" },
  { ...typical, programmes: [{ name: "Hàn", levels: ["so-cap"] }] },
  { ...typical, message: "Nghề giỏi – Đời vui" },
  { ...typical, contact: { phones: ["0252 3811 999"] } },
  typical,
];

let fresh = 0;
/** Remembered as another template's, which no page had before. */
const alone = (job: ResolvedJob): ResolvedJob => ({
  ...job,
  template: { ...job.template, id: `alone-${fresh++}` },
});

test.each(templates.ids)("%s", async (template) => {
  const { formats, themes } = await templates.load(template);
  for (const [turn, format] of [...new Set([formats[0]!, formats.at(-1)!])].entries()) {
    for (const [i, data] of ROWS.entries()) {
      const institution = institutions[i % 2]!;
      const theme = themes[turn % themes.length]!;
      const { value: job } = await resolve(
        { template, format, theme, institution, data, as: "svg" },
        library,
      );
      expect(compose(job), `row ${i} of ${format}`).toEqual(compose(alone(job)));
    }
  }
});
