import { beforeAll, expect, test } from "vitest";
import { openTemplates } from "../../../../src/compose/registry.ts";
import { packageFolders } from "../../../../src/package-folders.ts";
import { type Library, openLibrary } from "../../../../src/resolve/library.ts";
import { templateSchema } from "../../../../src/run/fields/json-schema.ts";
import {
  briefPathsOf,
  type TemplateField,
  templateFields,
} from "../../../../src/run/fields/template-fields.ts";

let library: Library;
const found = new Map<string, ReadonlyMap<string, TemplateField>>();
beforeAll(async () => {
  const folders = packageFolders();
  library = openLibrary({ ...folders, templates: await openTemplates(folders.templates) });
  for (const id of ["certificate", "recruitment-flyer", "tote"]) {
    const fields = await templateFields(library, id);
    found.set(id, new Map(fields.map((field) => [field.path, field])));
  }
});
const field = (template: string, path: string) => found.get(template)!.get(path);

test.each([
  ["certificate", "person.name", true],
  ["certificate", "award.citation", true],
  ["certificate", "institution.signer.name", true],
  ["certificate", "event.place", false],
  ["certificate", "photo.file", false],
  ["certificate", "message", false],
  ["recruitment-flyer", "event.place", true],
  ["recruitment-flyer", "contact.phones", true],
  ["recruitment-flyer", "qr", true],
  ["recruitment-flyer", "photo.file", true],
  ["recruitment-flyer", "audience", true],
  ["recruitment-flyer", "person.name", false],
  ["recruitment-flyer", "award.citation", false],
  ["tote", "message.headline.settings", true],
  ["tote", "qr", false],
  ["tote", "event.name", false],
])("%s reads %s: %s", (template, path, isRead) => {
  expect((field(template, path)?.formats ?? []).length > 0).toBe(isRead);
});

test("a field says how to ask for it", () => {
  expect(field("recruitment-flyer", "event.date")).toMatchObject({
    group: "event",
    control: "date",
    label: { vi: "Ngày", en: "Event day" },
    example: "2026-10-04",
    request: "data.event.date",
  });
  expect(field("recruitment-flyer", "event.time")).toMatchObject({ control: "time" });
  expect(field("recruitment-flyer", "contact.phones")).toMatchObject({
    control: "phone",
    limits: { minItems: 1, maxItems: 4 },
    required: true,
  });
  expect(field("recruitment-flyer", "lead")).toMatchObject({
    control: "textarea",
    limits: { maxLength: 600 },
  });
  expect(field("recruitment-flyer", "programmes")).toMatchObject({ control: "programmes" });
  expect(field("certificate", "person.name")).toMatchObject({ required: true, limits: { maxLength: 80 } });
  expect(field("certificate", "institution.logo")).toMatchObject({ control: "logo", group: "pictures" });
});

test("what an institution's data must have is there, read or not", () => {
  expect(field("tote", "contact.phones")).toMatchObject({ required: true, formats: [] });
  expect(field("tote", "institution.province")).toMatchObject({ required: true });
});

test("the schema of a request names what the template takes and reads", async () => {
  const template = await library.templates.load("certificate");
  const schema = templateSchema(template, briefPathsOf([...found.get("certificate")!.values()]));
  expect(schema.properties?.format?.enum).toEqual(["certificate-a4"]);
  expect(schema.required).toEqual(["template", "format", "institution"]);
  const { properties = {} } = schema.properties!.data!;
  expect(Object.keys(properties)).toEqual(expect.arrayContaining(["person", "award", "institution"]));
  expect(Object.keys(properties)).not.toContain("photo");
  // Laid over the brief: everything may be left out, and a text stands for a phrase.
  expect([properties.institution, properties.award!.anyOf![0]].map((each) => each!.required)).toEqual([
    undefined,
    undefined,
  ]);
  const award = properties.award!.anyOf![0]!.properties!;
  expect(award.citation).toMatchObject({
    title: "Thành tích",
    anyOf: [{ type: "string", maxLength: 600 }, {}],
  });
});
