import { expect, test } from "vitest";
import { type Draft, EMPTY_DRAFT } from "../../../../src/web/model/draft.ts";
import { draftFromQuery, draftToQuery, textKey, themeKey } from "../../../../src/web/model/draft-link.ts";
import fc from "../../../support/property.ts";

const back = (draft: Draft): Draft => draftFromQuery(new URLSearchParams(draftToQuery(draft).toString()));

const draft: Draft = {
  ...EMPTY_DRAFT,
  institution: "cd-y-te",
  event: "job-fair",
  theme: "ky-nghe",
  colors: { primary: "#0b4f55", accent: "#ff8564" },
  data: {
    badge: "Tuyển sinh & việc làm",
    "contact.phones": ["0252 3000 222", ""],
    lead: null,
    "photo.focus.x": 0.25,
    programmes: [
      { name: "Điện công nghiệp", levels: ["trung-cap", "cao-dang"] },
      { name: "", levels: [] },
    ],
  },
  pieces: [
    { template: "recruitment-flyer", format: "a5", theme: null, data: {} },
    { template: "standee", format: "standee-800x1800", theme: "tuong-lai", data: { badge: "Chỉ ở đây" } },
  ],
  active: 1,
};

test("a link brings back the draft that it was made from", () => {
  expect(back(draft)).toEqual(draft);
});

test("any text comes back as it was typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      fc.pre(!/^~[^|~]*\|/.test(text));
      expect(back({ ...draft, data: { lead: text } }).data.lead).toBe(text);
    }),
  );
});

test("texts that look like something else stay texts", () => {
  for (const text of ["12", "-5", "null", "true", "[1]", '{"a":1}', '"x"', "0252"]) {
    expect(back({ ...draft, data: { lead: text } }).data.lead).toBe(text);
  }
});

test("a dozen edited occupations fit into an address", () => {
  const programmes = Array.from({ length: 12 }, (_, i) => ({
    name: `Kỹ thuật phục hồi chức năng ${i}`,
    levels: ["trung-cap", "cao-dang"],
    duration: "36 tháng",
    summary: "Tập luyện cùng người bệnh để họ đi lại, sinh hoạt trở lại.",
  }));
  expect(draftToQuery({ ...draft, data: { programmes } }).toString().length).toBeLessThan(3000);
});

test("what a link does not say is left to the defaults, and what is wrong is left out", () => {
  const read = draftFromQuery(
    new URLSearchParams("institution=x&piece=nonsense&piece=a/b&at=7&primary=red&accent=%23ffffff"),
  );
  expect(read).toMatchObject({ institution: "x", active: 0, colors: null, theme: EMPTY_DRAFT.theme });
  expect(read.pieces).toEqual([{ template: "a", format: "b", theme: null, data: {} }]);
});

test("a piece's own text and theme have keys of their own, all others are the set's", () => {
  expect([textKey(draft, "badge"), textKey(draft, "lead"), themeKey(draft)]).toEqual([
    "p1.d.badge",
    "d.lead",
    "p1.theme",
  ]);
  expect([textKey({ ...draft, active: 0 }, "badge"), themeKey({ ...draft, active: 0 })]).toEqual([
    "d.badge",
    "theme",
  ]);
});
