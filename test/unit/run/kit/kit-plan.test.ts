import { describe, expect, test } from "vitest";
import { AnphamError } from "../../../../src/base/diagnostic.ts";
import { openTemplates } from "../../../../src/compose/registry.ts";
import { packageFolders } from "../../../../src/package-folders.ts";
import { openLibrary } from "../../../../src/resolve/library.ts";
import { type KitSelection, planKit, requestsOf } from "../../../../src/run/kit/kit-plan.ts";

const folders = packageFolders();
const library = openLibrary({ ...folders, templates: await openTemplates(folders.templates) });
const plan = (selection: Partial<KitSelection> = {}) =>
  planKit(library, { templates: null, formats: null, as: null, profile: null, content: {}, ...selection });
const codes = async (selection: Partial<KitSelection>) => {
  const thrown: unknown = await plan(selection).catch((error: unknown) => error);
  return thrown instanceof AnphamError ? thrown.diagnostics.map(({ code }) => code) : [];
};

test("the whole family: every template in every format, each under a name of its own", async () => {
  const pieces = await plan();
  const templates = await Promise.all(library.templates.ids.map((id) => library.templates.load(id)));
  expect(pieces).toHaveLength(templates.reduce((sum, { formats }) => sum + formats.length, 0));
  expect(new Set(pieces.map(({ name }) => name)).size).toBe(pieces.length);
});

test("a piece's name does not depend on what else is chosen", async () => {
  const names = new Map(
    (await plan()).map(({ template, format, name }) => [`${template.id} ${format.id}`, name]),
  );
  for (const template of library.templates.ids) {
    for (const piece of await plan({ templates: [template] })) {
      expect(piece.name).toBe(names.get(`${template} ${piece.format.id}`));
    }
  }
});

test("print goes to the shop as the format wants it, screens get pixels", async () => {
  for (const { format, outputs } of await plan()) {
    const expected =
      format.medium === "print"
        ? { as: "pdf", profile: format.profile, ppi: null }
        : { as: "png", profile: "web", ppi: null };
    expect(outputs, format.id).toMatchObject([expected]);
  }
});

test("the name of a file that is not of the piece's size says its scale", async () => {
  const pieces = await plan({ formats: ["panel-4x3m", "banner-4x2m"], as: ["pdf", "png"] });
  expect(pieces.map(({ name, outputs }) => [name, ...outputs.map(({ stem }) => stem)])).toEqual([
    ["banner-4x2m", "banner-4x2m", "banner-4x2m"],
    ["panel-4x3m", "panel-4x3m-ty-le-1-10", "panel-4x3m"],
  ]);
});

test("a profile is for print alone, and pictures of print fit a phone", async () => {
  const pieces = await plan({ formats: ["a0", "facebook-cover"], as: ["pdf", "png"], profile: "offset" });
  const outputs = new Map(pieces.map((piece) => [piece.format.id, piece.outputs]));
  expect(outputs.get("facebook-cover")!.map(({ profile }) => profile)).toEqual(["web", "web"]);
  const [pdf, png] = outputs.get("a0")!;
  expect([pdf!.profile, png!.profile]).toEqual(["offset", "web"]);
  expect(Math.round((1189 * png!.ppi!) / 25.4)).toBe(2400);
});

describe("formats", () => {
  test("by use", async () => {
    const pieces = await plan({ formats: ["uses:souvenir"] });
    expect(pieces.length).toBeGreaterThan(0);
    expect(pieces.filter(({ format }) => !format.uses.includes("souvenir"))).toEqual([]);
  });

  test.each([
    ["an unknown format", { formats: ["a5", "a55"] }, ["request.unknown-id"]],
    ["an unknown use", { formats: ["uses:party"] }, ["request.unknown-id"]],
    ["an unknown theme", { content: { theme: "vuon-lenn" } }, ["request.unknown-id"]],
    ["an unknown template", { templates: ["x", "y"] }, ["request.unknown-id", "request.unknown-id"]],
    [
      "a format that the template lacks",
      { templates: ["standee"], formats: ["a5"] },
      ["request.format-not-offered"],
    ],
  ])("%s is refused", async (_, selection, expected) => {
    expect(await codes(selection)).toEqual(expected);
  });
});

test("the requests of a piece say the same, the thumbnail last", async () => {
  const [piece] = await plan({ formats: ["a5"], as: ["pdf", "png"] });
  const requests = requestsOf(piece!, "cd-y-te", { event: "x", data: { qr: null } });
  expect(requests.map(({ as }) => as)).toEqual(["pdf", "png", "png"]);
  for (const request of requests) {
    expect(request).toMatchObject({ institution: "cd-y-te", event: "x", data: { qr: null }, format: "a5" });
  }
});
