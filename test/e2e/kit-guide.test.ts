/** The guide to the template kit: every block of code in it works, and every picture comes from one. */

import { execFile } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import {
  guideBlocks,
  guidePictures,
  guideRequest,
  writeGuideTemplates,
} from "../../docs/pictures/kit-guide.mjs";
import { packageRoot } from "../../src/base/package-root.ts";
import { packageFolders } from "../../src/package-folders.ts";
import { createEngine } from "../../src/render.ts";

const folder = `${packageRoot()}/out/kit-guide`;
const pictures = `${packageRoot()}/docs/pictures/kit`;
const blocks = await guideBlocks();
await writeGuideTemplates(folder, blocks);
const engine = await createEngine({ ...packageFolders(), templates: folder });

describe("the kit guide", () => {
  it("shows one picture for every block of code, each light enough to read along", async () => {
    const names = blocks.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(await guidePictures()).toEqual(names);
    expect(new Set(readdirSync(pictures))).toEqual(new Set(names.map((name) => `${name}.png`)));
    for (const name of names) expect(statSync(`${pictures}/${name}.png`).size, name).toBeLessThan(40_000);
  });

  it("holds code that a strict compiler accepts", async () => {
    const tsc = `${packageRoot()}/node_modules/typescript/bin/tsc`;
    const { stdout } = await promisify(execFile)(process.execPath, [tsc, "-p", folder]).catch(
      (failed: { readonly stdout: string }) => failed,
    );
    expect(stdout).toBe("");
  }, 60_000);

  it.each(blocks.flatMap((block) => block.themes.map((theme) => [block.name, theme, block] as const)))(
    "%s renders in theme %s with no more complaints than it is about",
    async (_name, theme, block) => {
      const { diagnostics } = await engine.render(await guideRequest(block, theme, folder));
      expect(diagnostics.map(({ code }) => code)).toEqual(block.expect ? [block.expect] : []);
    },
    30_000,
  );
});
