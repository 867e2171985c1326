/** A template whose module never ends: the studio opens all the same, says which one it is, and takes it back mended. */

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packageFolders } from "../../src/package-folders.ts";
import { openStageThread, type StageThread } from "../../src/studio/server/stage-thread.ts";
import type { Choice } from "../../src/studio/shared/wire.ts";

const folder = mkdtempSync(join(realpathSync(tmpdir()), "anpham-endless-"));
const put = (id: string, more: string) => {
  mkdirSync(join(folder, id), { recursive: true });
  writeFileSync(
    join(folder, id, "template.tsx"),
    `import { ALL_THEMES, defineTemplate, Page } from "anpham/kit";
    const label = { vi: "thử", en: "probe" };
    ${more}
    export default defineTemplate({
      id: "${id}", name: label, description: label, formats: ["a5"], themes: ALL_THEMES,
      pages: () => <Page><div /></Page>,
    });`,
  );
};

let thread: StageThread;
beforeAll(() => {
  put("good", "");
  put("endless", "while (true) {}");
  const folders = { ...packageFolders(), templates: folder };
  thread = openStageThread(folders, join(folders.brand, "samples", "briefs"), 60, 3);
});
afterAll(async () => {
  await thread.close();
  rmSync(folder, { recursive: true, force: true });
});

const choice = (template: string): Choice => ({
  template,
  format: "a5",
  theme: "vuon-len",
  institution: "cd-y-te",
  campaign: "gdnn-2026",
  message: null,
  audience: null,
  event: null,
  dataSet: null,
  row: null,
  profile: "offset",
  set: {},
  stress: { text: 1, programmes: null },
});

it("opens, names the template, and takes it back when it is mended", async () => {
  const ready = async () =>
    Object.fromEntries(
      (await thread.stage.catalogue()).templates.map(({ id, definition }) => [id, definition !== null]),
    );
  expect(await ready()).toEqual({ good: true, endless: false });
  expect((await thread.stage.view(choice("good"))).view).not.toBeNull();

  const { view, findings } = await thread.stage.view(choice("endless"));
  expect(view).toBeNull();
  expect(findings.map(({ code }) => code)).toEqual(["studio.stopped"]);
  expect(findings[0]!.message.vi).toContain("“endless”");
  expect(findings[0]!.source?.place.file).toBe(join(folder, "endless", "template.tsx"));

  put("endless", "");
  await thread.stage.refresh(["endless"], false);
  expect(await ready()).toEqual({ good: true, endless: true });
}, 60_000);
