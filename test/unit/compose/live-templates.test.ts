import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AnphamError } from "../../../src/base/diagnostic.ts";
import { type LiveTemplates, openLiveTemplates } from "../../../src/compose/live-templates.ts";
import { sourceOf } from "../../../src/model/source-place.ts";

let folder = "";
let templates: LiveTemplates;

const put = async (text: string, id = "one") => {
  await mkdir(join(folder, id), { recursive: true });
  await writeFile(join(folder, id, "template.tsx"), text);
};

const template = (body: string) => `import { Page } from "anpham/kit";
const label = { vi: "a", en: "a" };
export default {
  id: "one", name: label, description: label, formats: ["a5"], themes: ["vuon-len"],
  pages: (page) => {
    ${body}
  },
};`;

beforeEach(async () => {
  folder = await mkdtemp(join(await realpath(tmpdir()), "anpham-live-test-"));
  await put(template("return <Page><p>một</p></Page>;"));
  templates = await openLiveTemplates(folder);
});
afterEach(async () => {
  await templates.close();
  await rm(folder, { recursive: true });
});

test("elements remember where they were written", async () => {
  const { pages } = await templates.load("one");
  expect(sourceOf(pages({} as never))).toEqual({ file: "template.tsx", line: 6, column: 12 });
});

test("a change counts from when it is told", async () => {
  const before = await templates.load("one");
  await put(template("return <Page><p>hai</p></Page>;"));
  await put(template("return null;").replace(`id: "one"`, `id: "two"`), "two");
  expect(await templates.load("one")).toBe(before);
  await templates.refresh(["one"]);
  expect(await templates.load("one")).not.toBe(before);
  expect(templates.ids).toEqual(["one", "two"]);
});

test("an error of a running template leads to its line", async () => {
  await put(template("const none = undefined;\n    return none.width;"));
  await templates.refresh(["one"]);
  const { pages } = await templates.load("one");
  let thrown: unknown = null;
  try {
    pages({} as never);
  } catch (error) {
    thrown = error;
  }
  expect(templates.placeOf(thrown)).toEqual({
    file: join(folder, "one", "template.tsx"),
    line: 7,
    column: 17,
  });
  expect(templates.placeOf(new Error("elsewhere"))).toBeNull();
});

test("what does not compile says where", async () => {
  await put("export default {\n  id: 'one'\n  name: 1 };");
  await templates.refresh(["one"]);
  const refused = await templates.load("one").catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(AnphamError);
  expect((refused as AnphamError).diagnostics[0]!.where).toEqual({
    file: join(folder, "one", "template.tsx"),
    line: 3,
    column: 3,
  });
});

test.each(["new Date()", "Date.now()", "Math.random()"])("%s is told where it stands", async (asked) => {
  await put(`const year =\n  ${asked};\nexport default { year };`);
  await templates.refresh(["one"]);
  const refused = await templates.load("one").catch((error: unknown) => error);
  expect((refused as AnphamError).diagnostics[0]!.where).toMatchObject({
    file: join(folder, "one", "template.tsx"),
    line: 2,
  });
});
