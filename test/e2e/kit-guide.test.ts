/** The guide to the template kit: every block of code in it works, and every picture shows what its block draws now. */

import { execFile, execFileSync, spawn } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import {
  drawGuidePicture,
  guideBlocks,
  guideCommands,
  guideDeclarations,
  guidePictures,
  guideRequest,
  writeGuideTemplates,
} from "../../docs/pictures/kit-guide.mjs";
import { packageRoot } from "../../src/base/package-root.ts";
import * as kit from "../../src/kit/index.ts";
import { packageFolders } from "../../src/package-folders.ts";
import { createEngine } from "../../src/render.ts";
import { meanDifference, readPicture, strayPixels } from "../support/compare.ts";

const folder = `${packageRoot()}/out/kit-guide`;
const pictures = `${packageRoot()}/docs/pictures/kit`;
const tsc = `${packageRoot()}/node_modules/typescript/bin/tsc`;
const blocks = await guideBlocks();
await writeGuideTemplates(folder, blocks);
const engine = await createEngine({ ...packageFolders(), templates: folder });

/** What a compiler says of a folder with a tsconfig.json. */
const compile = async (project: string): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, "-p", project]).catch(
    (failed: { readonly stdout: string }) => failed,
  );
  return stdout;
};

describe("the kit guide", () => {
  it("shows one picture for every block of code, each light enough to read along", async () => {
    const names = blocks.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(await guidePictures()).toEqual(names);
    expect(new Set(readdirSync(pictures))).toEqual(new Set(names.map((name) => `${name}.png`)));
    for (const name of names) expect(statSync(`${pictures}/${name}.png`).size, name).toBeLessThan(40_000);
  });

  it("uses every component of the kit", () => {
    const components = Object.entries(kit).filter(
      ([name, value]) => typeof value === "function" && /^[A-Z]/.test(name),
    );
    const code = blocks.map((block) => block.code).join("\n");
    const unseen = components.filter(([name]) => !new RegExp(`<${name}\\b`).test(code));
    // `<Page>` stands around every block.
    expect(unseen.map(([name]) => name).filter((name) => name !== "Page")).toEqual([]);
  });

  it("holds code that a strict compiler accepts", async () => {
    expect(await compile(folder)).toBe("");
  }, 60_000);

  it.each(blocks.flatMap((block) => block.themes.map((theme) => [block.name, theme, block] as const)))(
    "%s renders in theme %s with no more complaints than it is about",
    async (_name, theme, block) => {
      const { diagnostics } = await engine.render(await guideRequest(block, theme, folder));
      expect(diagnostics.map(({ code }) => code)).toEqual(block.expect ? [block.expect] : []);
    },
    30_000,
  );

  it.each(blocks.map((block) => [block.name, block] as const))(
    "the picture of %s shows what is drawn now (npm run pictures)",
    async (name, block) => {
      const drawn = new Uint8Array(await drawGuidePicture(block, engine, folder));
      const [now, then] = [await readPicture(drawn), await readPicture(`${pictures}/${name}.png`)];
      // The picture has 96 colours: a channel may be off by a shade, a missing or moved part may not.
      expect(strayPixels(now, then, 48)).toBe(0);
      expect(meanDifference(now, then)).toBeLessThan(3);
    },
    30_000,
  );

  it("says rightly which CSS acts and which is ignored", async () => {
    const draws = await guideDeclarations("draws");
    const ignored = await guideDeclarations("ignored");
    const told = await guideDeclarations("told");
    expect(draws.length).toBeGreaterThan(30);
    expect(ignored.length).toBeGreaterThan(8);
    expect(told.length).toBeGreaterThan(5);
    const probe = mkdtempSync(join(realpathSync(tmpdir()), "anpham-css-"));
    mkdirSync(join(probe, "probe"));
    writeFileSync(
      join(probe, "probe", "template.tsx"),
      probeTemplate(["order: 0", ...draws, ...ignored, ...told]),
    );
    const { compose } = await createEngine({ ...packageFolders(), templates: probe });
    const { scenes, diagnostics } = await compose({
      template: "probe",
      format: "a5",
      institution: "cd-y-te",
    });
    const [plain, ...others] = scenes[0]!.fragments.map(({ frame, fragment }) => [
      frame,
      JSON.stringify(fragment.nodes),
    ]);
    const acting = others.filter(([, nodes]) => nodes !== plain![1]).map(([declaration]) => declaration);
    expect(acting).toEqual(draws);
    expect(diagnostics.map(({ code, where }) => [code, where.frame])).toEqual(
      told.map((declaration) => ["layout.style-error", declaration]),
    );
    rmSync(probe, { recursive: true });
  });
});

/** Text and boxes on which every declaration of the guide would show; a frame for each. */
const probeTemplate = (declarations: readonly string[]): string => `
  import { ALL_THEMES, defineTemplate, Frame, Page, type PageContext } from "anpham/kit";
  const label = { vi: "thử", en: "probe" };
  const one = (page: PageContext, name: string, more: Record<string, string | number>) => (
    <Frame name={name} role="art" x={5} y={5} width={40} height={30} clipped={false}>
      <div style={{ display: "flex", width: 40, height: 30, fontFamily: page.faces.text }}>
        <div style={{ position: "absolute", left: 1, top: 1, width: 9, height: 9, backgroundColor: "#aaaaaa" }} />
        <div style={{ display: "flex", position: "relative", fontSize: 3, backgroundColor: "#eeeeee", width: 22, height: 9, color: "#000000", ...more }}>
          Một hai ba bốn 111 năm sáu bảy tám chín
          <div style={{ width: 4, height: 2, backgroundColor: "#ff0000", flexShrink: 0 }} />
        </div>
      </div>
    </Frame>
  );
  const value = (text: string) => (/^-?[\\d.]+$/.test(text) ? Number(text) : text);
  export default defineTemplate({
    id: "probe", name: label, description: label, formats: ["a5"], themes: ALL_THEMES,
    pages: (page) => (
      <Page>
        {${JSON.stringify(declarations)}.map((line) => {
          const colon = line.indexOf(":");
          return one(page, line, { [line.slice(0, colon)]: value(line.slice(colon + 1).trim()) });
        })}
      </Page>
    ),
  });
`;

describe("whoever follows the guide to the letter", () => {
  const place = mkdtempSync(join(realpathSync(tmpdir()), "anpham-guide-"));
  const cli = join(packageRoot(), "dist", "cli", "main.js");
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it("has a template that passes its checks, is typed in an editor, and prints", async () => {
    const commands = await guideCommands();
    const made: string[] = [];
    for (const command of commands) {
      const [npx, name, ...values] = wordsOf(command);
      expect([npx, name], command).toEqual(["npx", "anpham"]);
      // The first template is made by hand, where the guide shows its code.
      if (values[1] === "step-one") {
        const code = blocks.find((block) => block.name === "step-one")!.code;
        mkdirSync(join(place, "templates", "step-one"), { recursive: true });
        writeFileSync(join(place, "templates", "step-one", "template.tsx"), code);
      }
      if (values[0] === "studio") await answers(values);
      else {
        // The verdict over three data sets' extremes is enough here; `npx anpham test template` alone takes all.
        const quick = values[0] === "test" ? ["--institution", "cd-y-te"] : [];
        execFileSync(process.execPath, [cli, ...values, ...quick], {
          cwd: place,
          encoding: "utf8",
          stdio: "pipe",
        });
      }
      made.push(values[0]!);
    }
    expect(made).toEqual(expect.arrayContaining(["new", "studio", "test", "render", "preflight"]));
    expect(readFileSync(join(place, "to-roi-he.pdf")).subarray(0, 5).toString()).toBe("%PDF-");
    expect(statSync(join(place, "to-roi-he.png")).size).toBeGreaterThan(20_000);
    expect(await compile(join(place, "mau"))).toBe("");
    // The compiler really looks: a slip is found.
    const file = join(place, "mau", "to-roi-he", "template.tsx");
    writeFileSync(file, readFileSync(file, "utf8").replace("page.theme.surfaces", "page.theme.surface"));
    expect(await compile(join(place, "mau"))).toContain("Property 'surface' does not exist");
  }, 300_000);

  it("gets there in three steps, each of which holds for every institution and text", () => {
    for (const step of ["step-one", "step-two", "step-three"]) {
      const told = execFileSync(
        process.execPath,
        [
          cli,
          "test",
          "template",
          step,
          "--templates",
          folder,
          "--institution",
          "cd-y-te,tt-duc-linh-tanh-linh",
          "--lang",
          "en",
        ],
        { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
      );
      expect(told, step).toContain("PASSED");
    }
  }, 300_000);

  /** Starts the server, asks for its page, and ends it. */
  async function answers(values: readonly string[]): Promise<void> {
    const studio = spawn(process.execPath, [cli, ...values, "--port", "0", "--json"], {
      cwd: place,
      stdio: ["ignore", "pipe", "ignore"],
    });
    try {
      const line = await new Promise<string>((resolve, reject) => {
        studio.stdout.once("data", (bytes: Buffer) => resolve(String(bytes)));
        studio.once("exit", () => reject(new Error("the studio ended")));
      });
      const { address } = JSON.parse(line) as { readonly address: string };
      const catalogue = (await (await fetch(`${address}api/catalogue`)).json()) as {
        readonly templates: readonly { readonly id: string; readonly definition: unknown }[];
      };
      expect(catalogue.templates.map(({ id, definition }) => [id, definition !== null])).toEqual([
        ["to-roi-he", true],
      ]);
    } finally {
      studio.kill("SIGTERM");
    }
  }
});

/** The words of a command line; “…” and "…" hold words together. */
const wordsOf = (command: string): string[] =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
