import { beforeAll, expect, test } from "vitest";
import { openTemplates } from "../../../../src/compose/registry.ts";
import { packageFolders } from "../../../../src/package-folders.ts";
import { openLibrary } from "../../../../src/resolve/library.ts";
import { type Draft, EMPTY_DRAFT } from "../../../../src/web/model/draft.ts";
import { type RequestSources, requestOf } from "../../../../src/web/server/request-of.ts";

const piece = { template: "recruitment-flyer", format: "a5", theme: null, data: {} };
const KNOWN = `upload:${"a".repeat(64)}.png`;
let sources: RequestSources;
beforeAll(async () => {
  const folders = packageFolders();
  const library = openLibrary({ ...folders, templates: await openTemplates(folders.templates) });
  sources = { library, brand: folders.brand, uploadedFile: (ref) => (ref === KNOWN ? "/state/a.png" : null) };
});
const dataOf = async (data: Draft["data"]) =>
  (await requestOf({ ...EMPTY_DRAFT, institution: "cd-y-te", pieces: [piece], data }, piece, sources)).data;

test("no draft reaches a file: only pictures that were sent in are pictures", async () => {
  for (const path of [
    "/etc/passwd",
    "../../secret.png",
    "https://x.vn/a.png",
    "data:image/png;base64,AA",
    `${KNOWN}/../x`,
  ]) {
    expect(await dataOf({ "photo.file": path, "institution.logo": path })).toEqual({});
  }
  expect(await dataOf({ "photo.file": KNOWN, "photo.focus.x": 0.2, "photo.focus.y": 0.3 })).toEqual({
    photo: { file: "/state/a.png", focus: { x: 0.2, y: 0.3 } },
  });
  expect(await dataOf({ "photo.file": KNOWN, "photo.focus.x": null, "photo.focus.y": null })).toEqual({
    photo: { file: "/state/a.png" },
  });
});

test("paths that no form has are left out", async () => {
  expect(await dataOf({ "__proto__.x": "1", "contact.secret": "1", nonsense: "1", lead: "Thật" })).toEqual({
    lead: "Thật",
  });
});

test("emptied fields say nothing, emptied items are gone", async () => {
  expect(await dataOf({ lead: " ", "contact.phones": ["0252 3000 222", ""], "message.text": "" })).toEqual({
    lead: null,
    contact: { phones: ["0252 3000 222"] },
  });
});

test("occupations that the institution has keep what a link does not carry", async () => {
  const made = await dataOf({
    programmes: [
      { name: "Dược", levels: ["cao-dang"] },
      { name: "Mới", levels: ["so-cap"] },
    ],
  });
  expect(made?.programmes).toMatchObject([
    { levels: ["cao-dang"], duration: "24–36 tháng", icon: "pill" },
    { name: "Mới", levels: ["so-cap"] },
  ]);
});

test("own colours make the institution come with the request, its logo still its own", async () => {
  const { institution } = await requestOf(
    {
      ...EMPTY_DRAFT,
      institution: "cd-ky-nghe-binh-thuan",
      colors: { primary: "#112233", accent: "#ffcc00" },
    },
    piece,
    sources,
  );
  expect(institution).toMatchObject({ colors: { primary: { rgb: "#112233" }, accent: { rgb: "#ffcc00" } } });
  expect((institution as { logo: string }).logo).toMatch(/^\/.*\.svg$/);
});

test("a typed message that lights up a part of itself is whole; a part that it does not hold is dark", async () => {
  const lit = await dataOf({ "message.text": "Học nghề vững tay", "message.headline.emphasis": "vững tay" });
  expect(lit?.message).toMatchObject({ text: "Học nghề vững tay", headline: { emphasis: "vững tay" } });
  const dark = await dataOf({ "message.text": "Học nghề vững tay", "message.headline.emphasis": "kỹ năng" });
  expect(dark?.message).toMatchObject({ headline: { emphasis: null } });
});
