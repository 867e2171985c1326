import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { foundationsOf } from "../../../src/resolve/foundations.ts";
import type { Library } from "../../../src/resolve/library.ts";
import { readRequest } from "../../../src/resolve/read-request.ts";
import { libraryOver, makeBrand, SCHOOL } from "./brand-folder.ts";

let folder: string;
let library: Library;
beforeAll(async () => {
  folder = await makeBrand();
  library = libraryOver(folder);
});
afterAll(() => rm(folder, { recursive: true }));

const REQUEST = { template: "flyer", format: "a5", institution: "school" };
const lay = (changes: object = {}) => foundationsOf(readRequest({ ...REQUEST, ...changes }), library);

test("are the same for rows that differ only in what they say, others for whatever else differs", async () => {
  const first = await lay({ data: { qr: "https://a.example" } });
  expect(await lay({ data: { qr: "https://b.example" }, date: "2026-01-01", as: "png" })).toBe(first);
  for (const change of [{ format: "facebook-cover" }, { bleed: 5 }, { marks: ["crop"] }, { outline: true }]) {
    expect(await lay(change), JSON.stringify(change)).not.toBe(first);
  }
  expect((await lay({ bleed: 5 })).profile.bleed).toBe(5);
  expect((await lay({ bleed: 4 })).profile.bleed).toBe(4);
  expect(await lay()).toBe(first);
});

test("an institution that came with the request is read from each request", async () => {
  const { id: _, ...school } = SCHOOL;
  const institution = { ...school, id: "own", name: { text: "Trường Một", short: null }, logo: null };
  expect((await lay({ institution })).institution.name.text).toBe("Trường Một");
  institution.name = { text: "Trường Hai", short: null };
  expect((await lay({ institution })).institution.name.text).toBe("Trường Hai");
});

test("what is wrong is told every time, also after sound rows", async () => {
  await lay();
  for (let time = 0; time < 2; time++)
    await expect(lay({ theme: "nope" })).rejects.toThrow("request.unknown-id");
});

test("a template that was written anew is taken at once", async () => {
  const { templates } = library;
  let template = await templates.load("flyer");
  const live: Library = { ...library, templates: { ids: templates.ids, load: async () => template } };
  const laid = () => foundationsOf(readRequest(REQUEST), live);
  const first = await laid();
  expect(await laid()).toBe(first);
  template = { ...template, pages: () => null };
  expect((await laid()).template).toBe(template);
});
