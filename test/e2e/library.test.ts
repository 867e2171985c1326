/**
 * Every template in every format and theme with each of the four data sets: nothing overflows, nothing leaves the
 * safe area, every text reads. Sample institutions take turns; `ANPHAM_FULL_LIBRARY=1` renders them all, which takes
 * eight times as long and is done before a release.
 */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { FORMATS } from "../../src/model/formats/index.ts";
import { ALL_THEMES } from "../../src/model/theme.ts";
import { packageFolders } from "../../src/package-folders.ts";
import { createEngine } from "../../src/render.ts";

const engine = await createEngine(packageFolders());
const { ids: templates } = engine.library.templates;
const institutions = await engine.library.institutions.ids();
const whole = process.env.ANPHAM_FULL_LIBRARY === "1";

const brief = (name: string) =>
  JSON.parse(
    readFileSync(new URL(`../../brand/samples/briefs/${name}.json`, import.meta.url), "utf8"),
  ) as Record<string, unknown>;
const BRIEFS = ["typical", "short", "long", "bare"].map((name) => [name, brief(name)] as const);

test("every format of the catalogue has a template, and every template every theme", async () => {
  const definitions = await Promise.all(templates.map((id) => engine.library.templates.load(id)));
  const offered = new Set(definitions.flatMap(({ formats }) => formats));
  expect(FORMATS.map(({ id }) => id).filter((id) => !offered.has(id))).toEqual([]);
  for (const { id, themes } of definitions) expect(themes, id).toEqual(ALL_THEMES);
  expect(institutions).toHaveLength(8);
});

test.each(templates.map((id, index) => [id, index] as const))(
  "%s: whatever the data, nothing to complain of",
  async (template, index) => {
    const { formats, themes } = await engine.library.templates.load(template);
    const complaints: string[] = [];
    let turn = index;
    for (const format of formats) {
      for (const theme of themes) {
        for (const [name, data] of BRIEFS) {
          const chosen = whole ? institutions : [institutions[turn++ % institutions.length]!];
          for (const institution of chosen) {
            const request = { template, format, theme, institution, data, as: "svg" } as const;
            const { artifacts, diagnostics } = await engine.render(request);
            expect(artifacts.length).toBeGreaterThan(0);
            for (const { code, message } of diagnostics) {
              // The long data hold more than a card has room for, and that is told.
              if (name === "long" && code === "preflight.left-out") continue;
              complaints.push(`${format} ${theme} ${name} ${institution}: ${code} ${message.en}`);
            }
          }
        }
      }
    }
    expect(complaints).toEqual([]);
  },
  whole ? 3_600_000 : 240_000,
);
