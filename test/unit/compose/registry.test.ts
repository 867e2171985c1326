import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AnphamError } from "../../../src/base/diagnostic.ts";
import { packageRoot } from "../../../src/base/package-root.ts";
import { openTemplates } from "../../../src/compose/registry.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "anpham-templates-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** With a cache of its own, so that tests leave nothing behind. */
const open = () => openTemplates(folder, join(folder, ".cache"));

async function put(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await mkdir(join(folder, ".cache"), { recursive: true });
  await writeFile(join(folder, path), content);
}

const source = (id: string, extra = "", body = "<Page><div>một</div></Page>") => `
  import { Page } from "anpham/kit";
  ${extra}
  export default {
    id: "${id}", name: { vi: "Mẫu", en: "Sample" }, description: { vi: "Mẫu", en: "Sample" },
    formats: ["a5"], themes: ["vuon-len"], pages: () => ${body},
  };`;

/** Where and why a template was refused. */
async function refusal(id: string, language: "vi" | "en" = "en"): Promise<string> {
  const thrown = await (await open()).load(id).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof AnphamError)) throw thrown ?? new Error("the template was accepted");
  expect(thrown.diagnostics.map((d) => d.code)).toEqual(["template.broken"]);
  return thrown.diagnostics[0]!.message[language];
}

test("lists the folders that hold a template, sorted", async () => {
  await put("b/template.tsx", source("b"));
  await put("a/template.tsx", source("a"));
  await put("notes/readme.md", "");
  expect((await open()).ids).toEqual(["a", "b"]);
});

test("compiles a template with its own files and the kit, and gives the same object again", async () => {
  await put(
    "one/template.tsx",
    source("one", `import { word } from "./word.ts";`, "<Page><p>{word}</p></Page>"),
  );
  await put("one/word.ts", `export const word: string = "TRƯỜNG";`);
  const templates = await open();
  const one = await templates.load("one");
  expect(one.formats).toEqual(["a5"]);
  expect(JSON.stringify(one.pages({} as never))).toContain("TRƯỜNG");
  expect(await templates.load("one")).toBe(one);
});

test("formats and themes that there are none of are told with the nearest", async () => {
  await put("one/template.tsx", source("one").replace(`["a5"]`, `["a5", "a55"]`));
  expect(await refusal("one")).toMatch(/formats: there is no format “a55”; nearest: a5/);
  await put("one/template.tsx", source("one").replace(`["vuon-len"]`, `["vuon-lên"]`));
  expect(await refusal("one")).toMatch(/themes/);
  await put("one/template.tsx", source("one").replace(`["vuon-len"]`, `["vuonlen"]`));
  expect(await refusal("one")).toMatch(/themes: there is no theme “vuonlen”; nearest: vuon-len/);
});

test.each<[string, (right: string) => string, vi: string, en: string]>([
  ["its id", (right) => right.replace(`id: "one"`, `id: "two"`), "mã của nó là “two”", "its id is “two”"],
  ["its pages", (right) => right.replace("pages: () =>", "pages:"), "phải là hàm", "must be a function"],
  ["its formats", (right) => right.replace(`["a5"]`, "[]"), "formats: đang trống", "formats: Too small"],
  ["a theme", (right) => right.replace(`["vuon-len"]`, `["x"]`), "không có chủ đề “x”", "no theme “x”"],
  ["an import", (right) => `import "react";${right}`, "mẫu chỉ import được", "templates import only"],
  [
    "what it exports",
    (right) => right.replace("export default", "export const one ="),
    "thiếu “export default",
    "has no default export",
  ],
  ["a text that is thrown", (right) => `throw "hết giờ";${right}`, "hết giờ", "hết giờ"],
])("%s is told in Vietnamese and in English", async (_, wrong, vi, en) => {
  await put("one/template.tsx", wrong(source("one")));
  expect(await refusal("one", "vi")).toContain(vi);
  expect(await refusal("one", "en")).toContain(en);
});

test("a template says what its brief must bring", async () => {
  const needing = (need: string) => source("one").replace(`id: "one"`, `id: "one", needs: ["${need}"]`);
  await put("one/template.tsx", needing("directory"));
  expect((await (await open()).load("one")).needs).toEqual(["directory"]);
  await put("one/template.tsx", needing("directories"));
  expect(await refusal("one")).toContain("needs.0");
});

test("a changed file compiles anew, an unchanged one comes from the cache", async () => {
  await put("one/template.tsx", source("one", `import { word } from "./word.ts";`, "<p>{word}</p>"));
  await put("one/word.ts", `export const word = "cũ";`);
  const first = await (await open()).load("one");
  expect(await (await open()).load("one")).toBe(first);
  await put("one/word.ts", `export const word = "mới";`);
  const second = await (await open()).load("one");
  expect(JSON.stringify(second.pages({} as never))).toContain("mới");
});

test("a template works where nothing can be kept", async () => {
  await put("one/template.tsx", source("one", `import { word } from "./word.ts";`, "<p>{word}</p>"));
  await put("one/word.ts", `export const word = "TRƯỜNG";`);
  const taken = join(folder, "one", "word.ts");
  for (const cache of [null, join(folder, "gone"), join(taken, "cache")]) {
    const one = await (await openTemplates(folder, cache)).load("one");
    expect(JSON.stringify(one.pages({} as never))).toContain("TRƯỜNG");
  }
});

test.each([
  ["the clock", "new Date().getFullYear()", "mẫu không có đồng hồ", "a template has no clock"],
  ["the time", "Date.now()", "mẫu không có đồng hồ", "a template has no clock"],
  ["a date as text", "Date()", "mẫu không có đồng hồ", "a template has no clock"],
  ["the time of a process", "performance.now()", "mẫu không có đồng hồ", "a template has no clock"],
  ["chance", "Math.random()", "mẫu không có số ngẫu nhiên", "a template has no chance"],
  ["chance in other words", "crypto.randomUUID()", "mẫu không có số ngẫu nhiên", "a template has no chance"],
  [
    "the network",
    "fetch('http://x')",
    "mẫu không lấy gì từ mạng",
    "a template takes nothing from the network",
  ],
  ["later", "setTimeout(() => {})", "mẫu chạy một mạch", "a template returns its pages at once"],
])("%s is refused wherever a template asks", async (_, asked, vi, en) => {
  await put("one/template.tsx", source("one", `const asked = ${asked};`, "<p>{asked}</p>"));
  expect(await refusal("one", "vi")).toContain(vi);
  expect(await refusal("one", "en")).toContain(en);
  await put("one/template.tsx", source("one", "", `<p>{${asked}}</p>`));
  const one = await (await open()).load("one");
  expect(() => one.pages({} as never)).toThrow(en);
});

test("days that are given can be reckoned with", async () => {
  const days = `const day: Date = new Date("2026-10-04"); const isDate = day instanceof Date && Date.UTC(2026, 9, 4) === +day;`;
  await put(
    "one/template.tsx",
    source("one", days, "<p>{isDate ? day.getUTCFullYear() + Math.max(0, 1) : 0}</p>"),
  );
  expect(JSON.stringify((await (await open()).load("one")).pages({} as never))).toContain("2027");
});

describe("refuses", () => {
  test.each([
    ["a package", `import { readFileSync } from "node:fs"; readFileSync;`, "node:fs"],
    ["the rest of the product", `import * as all from "anpham"; all;`, "“anpham”"],
    ["a file outside its folder", `import { x } from "../other.ts"; x;`, "../other.ts"],
    ["a network address", `import x from "https://example.org/x.js"; x;`, "https://example.org"],
    ["a dynamic import", `await import("node:net");`, "node:net"],
  ])("importing %s", async (_, line, named) => {
    await put("other.ts", "export const x = 1;");
    await put("one/template.tsx", source("one", line));
    const reason = await refusal("one");
    expect(reason).toContain("templates import only the template kit");
    expect(reason).toContain(named);
    expect(reason).toContain("template.tsx:3:");
  });

  test("a link that leads out of its folder", async () => {
    await put("other.ts", "export const x = 1;");
    await put("one/template.tsx", source("one", `import { x } from "./x.ts"; x;`));
    await symlink(join(folder, "other.ts"), join(folder, "one", "x.ts"));
    expect(await refusal("one")).toContain("./x.ts");
  });

  test("an id that is not the folder's name", async () => {
    await put("one/template.tsx", source("two"));
    expect(await refusal("one")).toContain("“two”");
  });

  test("an export that is no template, naming the field", async () => {
    await put("one/template.tsx", source("one").replace(`["a5"]`, `"a5"`));
    expect(await refusal("one")).toContain("default export.formats");
  });

  test("a syntax error, with its line", async () => {
    await put("one/template.tsx", "export default {\n  id: 'one'\n  name: 1 };");
    expect(await refusal("one")).toContain("template.tsx:3:");
  });

  test("a module that throws", async () => {
    await put("one/template.tsx", source("one", `throw new Error("hỏng");`));
    expect(await refusal("one")).toContain("hỏng");
  });
});

test("finds the package", () => {
  expect(packageRoot()).toBe(join(import.meta.dirname, "../../.."));
});
