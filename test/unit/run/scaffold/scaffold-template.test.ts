import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { AnphamError } from "../../../../src/base/diagnostic.ts";
import { packageFolders } from "../../../../src/package-folders.ts";
import { createEngine } from "../../../../src/render.ts";
import { readDataSets } from "../../../../src/run/gallery/run-gallery.ts";
import { scaffoldTemplate } from "../../../../src/run/scaffold/scaffold-template.ts";
import { testTemplate } from "../../../../src/run/template-test/test-template.ts";

const folder = mkdtempSync(join(realpathSync(tmpdir()), "anpham-scaffold-"));
afterAll(() => rmSync(folder, { recursive: true }));
const dataSets = await readDataSets(join(packageFolders().brand, "samples", "briefs"));

/** A family of each kind: the short starter, and shipped templates of one file and of several. */
describe.each([
  ["flyer", null, ["a5", "a4", "dl"]],
  ["poster", null, null],
  ["standee", null, null],
  ["web-banner", "web-banner", null],
  ["certificate", "certificate", null],
] as const)("a template of family %s", (family, from, formats) => {
  test("works at once, under its own id and name", async () => {
    const id = `mau-${family}`;
    const made = await scaffoldTemplate({ id, family, folder, name: "Mẫu “thử”" });
    expect(made.from).toBe(from);
    expect(existsSync(made.files[0]!)).toBe(true);
    const engine = await createEngine({ ...packageFolders(), templates: folder });
    const definition = await engine.library.templates.load(id);
    expect(definition.name).toEqual({ vi: "Mẫu “thử”", en: "Mẫu “thử”" });
    if (formats) expect(definition.formats).toEqual(formats);
    const { pieces, passed } = await testTemplate(engine, {
      template: id,
      formats: null,
      themes: null,
      dataSets: dataSets.filter((set) => set.id === "long" || set.id === "bare"),
      institutions: ["tt-duc-linh-tanh-linh"],
      onPiece: () => undefined,
    });
    expect(
      pieces.flatMap(({ format, data, faults }) => faults.map((fault) => [format, data, fault.message.en])),
    ).toEqual([]);
    expect(passed).toBe(true);
  }, 120_000);
});

test("an editor finds the kit's types beside it, and settings that are there stay", async () => {
  const config = join(folder, "tsconfig.json");
  const { compilerOptions } = JSON.parse(readFileSync(config, "utf8"));
  expect(compilerOptions.jsxImportSource).toBe("anpham");
  expect(existsSync(join(folder, compilerOptions.paths["anpham/kit"][0]))).toBe(true);
  const { files } = await scaffoldTemplate({ id: "mau-hai", family: "flyer", folder, name: null });
  expect(files).not.toContain(config);
});

test.each([
  ["Mẫu Một", "template.bad-id"],
  ["../ngoai", "template.bad-id"],
  ["mau-flyer", "template.exists"],
])("refuses %s", async (id, code) => {
  const refused = await scaffoldTemplate({ id, family: "flyer", folder, name: null }).catch(
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(AnphamError);
  expect((refused as AnphamError).diagnostics[0]!.code).toBe(code);
});

test("tells a folder that cannot be made", async () => {
  const file = join(folder, "tsconfig.json");
  const refused = await scaffoldTemplate({ id: "mau-ba", family: "flyer", folder: file, name: null }).catch(
    (error: unknown) => error,
  );
  expect((refused as AnphamError).diagnostics.map(({ code }) => code)).toEqual(["output.cannot-write"]);
});
