/** Parts of the brief that only some pieces use: award, invitation, person, handbook, directory. */

import { rm } from "node:fs/promises";
import { afterAll, describe, expect, test } from "vitest";
import { AnphamError } from "../../../src/base/diagnostic.ts";
import type { RenderRequest } from "../../../src/model/request.ts";
import type { Library } from "../../../src/resolve/library.ts";
import { resolve } from "../../../src/resolve/resolve.ts";
import { CAMPAIGN, libraryOver, makeBrand } from "./brand-folder.ts";

const folder = await makeBrand({
  "campaigns/empty.json": {
    ...CAMPAIGN,
    id: "empty",
    events: [],
    awards: [],
    invitation: null,
    handbook: null,
  },
});
afterAll(() => rm(folder, { recursive: true }));

const plain = libraryOver(folder);
const listing = libraryOver(folder, { needs: ["directory"] });
const briefOf = async (changes: Partial<RenderRequest> = {}, library: Library = plain) =>
  (await resolve({ template: "flyer", format: "a5", institution: "school", ...changes }, library)).value
    .brief;
const told = async (data: Record<string, unknown>) => {
  const thrown: unknown = await briefOf({ data }).then(
    () => new Error("it was accepted"),
    (error: unknown) => error,
  );
  if (!(thrown instanceof AnphamError)) throw thrown;
  return thrown.diagnostics.map(({ code, where, hint }) => `${code} ${where.path}: ${hint.en}`);
};

describe("the audience", () => {
  test("is named as the campaign shows it, else by its Vietnamese name", async () => {
    expect((await briefOf()).audience).toEqual({ id: "all", name: { text: "Mọi người", short: null } });
    const { audience } = await briefOf({ audience: "parents" });
    expect(audience.name.text).toBe("Quý phụ huynh");
  });
});

describe("the award", () => {
  test("is the campaign's first, signed where the institution is and by whom it says", async () => {
    expect((await briefOf()).award).toEqual({
      title: { text: "Giấy chứng nhận", short: null },
      citation: { text: "Đã hoàn thành khóa học", short: null },
      number: null,
      place: "Bình Thuận",
      date: null,
      signer: { role: { text: "Hiệu trưởng", short: null }, name: "Trần Văn Mẫu" },
    });
  });

  test("is the event's, signed on its day", async () => {
    const { award } = await briefOf({ event: "skills-day" });
    expect(award).toMatchObject({ title: { text: "Giấy khen" }, place: "Hà Nội", date: "2026-10-04" });
    const { award: other } = await briefOf({ data: { event: { name: "Lễ", date: "2026-06-01" } } });
    expect(other?.date).toBe("2026-06-01");
  });

  test("is the one that the data names, alone or with texts of its own", async () => {
    expect((await briefOf({ data: { award: "skills" } })).award?.number).toBe("Số: 1");
    const data = { award: { id: "skills", number: "Số: 15/GK", date: null } };
    expect((await briefOf({ event: "skills-day", data })).award).toMatchObject({
      title: { text: "Giấy khen" },
      number: "Số: 15/GK",
      date: null,
    });
    expect(await told({ award: "skils" })).toEqual([
      expect.stringContaining("request.unknown-id data.award: Nearest valid names: skills"),
    ]);
  });

  test("and the invitation and the handbook can be nulled, and are null where the campaign has none", async () => {
    const nothing = { award: null, invitation: null, handbook: null };
    expect(await briefOf({ data: nothing })).toMatchObject(nothing);
    expect(await briefOf({ campaign: "empty" })).toMatchObject(nothing);
  });
});

test("an event brings its own invitation, other pieces the campaign's", async () => {
  expect((await briefOf()).invitation?.purpose.text).toBe("tới thăm trường");
  expect((await briefOf({ event: "fair" })).invitation?.purpose.text).toBe("tới thăm trường");
  expect((await briefOf({ event: "skills-day" })).invitation).toEqual({
    greeting: { text: "Kính mời", short: null },
    purpose: { text: "tới dự Ngày kỹ năng", short: null },
    closing: null,
    reply: null,
  });
});

test("the handbook is the campaign's, with the data's words laid over it", async () => {
  const [chapter] = (await briefOf()).handbook!.chapters;
  expect(chapter).toMatchObject({ id: "why", lead: null, items: [] });
  const data = { handbook: { subtitle: "Của trường", chapters: { 0: { lead: "Lời dẫn" } } } };
  expect((await briefOf({ data })).handbook).toMatchObject({
    title: { text: "Cẩm nang" },
    subtitle: { text: "Của trường" },
    chapters: [{ ...chapter, lead: { text: "Lời dẫn" } }],
  });
});

test("one row of data names the person", async () => {
  expect((await briefOf()).person).toBeNull();
  expect((await briefOf({ data: { person: { name: "Lê Thị Ánh".normalize("NFD") } } })).person).toEqual({
    name: "Lê Thị Ánh",
    title: null,
    detail: null,
    number: null,
  });
});

describe("the directory", () => {
  test("says of its own what the piece says", async () => {
    const data = { institution: { name: "Tên mới" }, contact: { phones: ["0900 000 001"] } };
    const { directory } = await briefOf({ data }, listing);
    expect(directory[0]).toMatchObject({ name: { text: "Tên mới" }, phone: "0900 000 001" });
    expect(directory.map(({ address }) => address?.text)).toEqual(Array(2).fill("Số 1, Phan Thiết"));
  });

  test("is the data's own list, whole or changed in places, for any template", async () => {
    const only = { name: { text: "Chỉ một", short: null }, address: null, phone: null, website: null };
    expect((await briefOf({ data: { directory: [{ name: "Chỉ một" }] } })).directory).toEqual([only]);
    const { directory } = await briefOf({ data: { directory: { 1: { phone: null } } } }, listing);
    expect(directory.map(({ phone }) => phone)).toEqual(["0252 3822 999", null]);
  });

  test("reads no other institution for a template that does not list them", async () => {
    const torn = await makeBrand({ "institutions/torn.json": "{" });
    try {
      expect((await briefOf({}, libraryOver(torn))).directory).toEqual([]);
      await expect(briefOf({}, libraryOver(torn, { needs: ["directory"] }))).rejects.toThrow(AnphamError);
    } finally {
      await rm(torn, { recursive: true });
    }
  });
});

test("wrong fields are named by their path", async () => {
  expect(
    await told({
      person: { title: "Em" },
      award: { date: "4/10/2026", signer: { name: "" } },
      invitation: { greeting: "" },
      handbook: { chapters: [{ id: "x", title: "X", kind: "story" }] },
      directory: [{ name: "X", phone: "máy bàn" }],
      programmes: [{ name: "Hàn", levels: ["trung-cap"], inDemand: "có" }],
    }),
  ).toEqual([
    expect.stringMatching(/^request.invalid-field data.programmes.0.inDemand: /),
    expect.stringMatching(/^request.invalid-field data.person.name: /),
    expect.stringMatching(/^request.invalid-field data.award.date: .*2026-10-04/),
    expect.stringMatching(/^request.invalid-field data.award.signer.name: /),
    expect.stringMatching(/^request.invalid-field data.invitation.greeting.text: /),
    expect.stringMatching(/^request.invalid-field data.handbook.chapters.0.kind: .*one of: /),
    expect.stringMatching(/^request.invalid-field data.directory.0.phone: /),
  ]);
  expect(await told({ person: { name: "An", class: "9A" }, award: { titel: "X" } })).toEqual([
    expect.stringMatching(/^request.invalid-field data.person.class: /),
    expect.stringMatching(/^request.invalid-field data.award.titel: .*title/),
  ]);
});
