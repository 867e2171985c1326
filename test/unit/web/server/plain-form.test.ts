import { expect, test } from "vitest";
import { type Draft, EMPTY_DRAFT } from "../../../../src/web/model/draft.ts";
import { draftFromQuery, draftToQuery } from "../../../../src/web/model/draft-link.ts";
import type { ControlKind, FormField } from "../../../../src/web/model/form.ts";
import { draftFromForm } from "../../../../src/web/server/plain-form.ts";

const field = (path: string, control: ControlKind): FormField => ({
  ...{ path, control, group: "message", label: path, hint: null, example: null },
  ...{ maxLength: null, maxItems: null, required: false, pieces: [] },
});
const fields = [
  field("lead", "textarea"),
  field("contact.phones", "phones"),
  field("programmes", "programmes"),
  field("badge", "text"),
  field("event.name", "text"),
];
const base = {
  lead: "Lời chung",
  "contact.phones": ["0252 3000 222"],
  programmes: [{ name: "Hàn", levels: ["trung-cap"], duration: "18 tháng" }],
  badge: null,
};
const FLYER = { template: "recruitment-flyer", format: "a5", theme: null, data: {} };
const PLAIN: Draft = { ...EMPTY_DRAFT, institution: "cd-y-te", pieces: [FLYER] };

const sent = (texts: Record<string, string>, before: Draft = PLAIN) =>
  draftFromForm(new URLSearchParams(texts), before, fields, base);

test("what nobody touched is no change", () => {
  const untouched = {
    "d.lead": "Lời chung",
    "d.contact.phones": "0252 3000 222\r\n",
    "d.programmes": "Hàn (trung cấp)",
    "d.badge": "",
  };
  expect(sent(untouched)).toEqual(PLAIN);
});

test("lines become lists; an occupation keeps what its line does not say", () => {
  const { data } = sent({
    "d.contact.phones": "0252 1\n\n0252 2",
    "d.programmes": "Hàn (trung cấp, cao đẳng)\nMay",
  });
  expect(data).toEqual({
    "contact.phones": ["0252 1", "0252 2"],
    programmes: [
      { name: "Hàn", levels: ["trung-cap", "cao-dang"], duration: "18 tháng" },
      { name: "May", levels: ["trung-cap"] },
    ],
  });
});

test("digits that are typed stay a text, and a list that was empty stays unsaid", () => {
  expect(sent({ "d.badge": "2026" }).data).toEqual({ badge: "2026" });
  const nothing = { ...base, "contact.phones": null };
  expect(draftFromForm(new URLSearchParams({ "d.contact.phones": "" }), PLAIN, fields, nothing)).toEqual(
    PLAIN,
  );
});

const SET: Draft = {
  ...PLAIN,
  colors: { primary: "#aa0000", accent: "#00aa00" },
  message: "hoc-nghe",
  data: {
    lead: "Lời dẫn chung",
    "event.name": "X",
    "photo.file": "upload:x.jpg",
    "photo.focus.x": 0.25,
    "institution.logo": "upload:y.svg",
    "badge.short": "Gọn",
  },
  pieces: [
    { ...FLYER, data: { lead: "Riêng tờ rơi" } },
    {
      template: "certificate",
      format: "certificate-a4",
      theme: "ky-nghe",
      data: { "person.name": "Lê Thị Hà" },
    },
  ],
};

test("what the page does not show stays: colours, pictures, other pieces, the set's text under a piece's own", () => {
  expect(sent({ "p0.d.lead": "Riêng tờ rơi", "d.badge": "" }, SET)).toEqual(SET);
  const through = draftFromQuery(new URLSearchParams(draftToQuery(SET).toString()));
  expect(sent({ "p0.d.lead": "Riêng tờ rơi" }, through)).toEqual(SET);
});

test("a piece's own text and theme change alone, and as the set's they are no longer its own", () => {
  expect(sent({ "p0.d.lead": "Chỉ tờ rơi" }, SET)).toEqual({
    ...SET,
    pieces: [{ ...FLYER, data: { lead: "Chỉ tờ rơi" } }, SET.pieces[1]],
  });
  expect(sent({ "p0.d.lead": "Lời dẫn chung" }, SET).pieces[0]).toEqual(FLYER);
  const other = sent({ "p1.theme": "tuong-lai" }, { ...SET, active: 1 });
  expect(other).toMatchObject({ theme: SET.theme, pieces: [{ theme: null }, { theme: "tuong-lai" }] });
});

test("sources that the page offers are chosen and taken back; others stay", () => {
  const before = { ...SET, event: "job-fair", audience: "parents" };
  expect(sent({ event: "", theme: "ky-nghe" }, before)).toEqual({ ...before, event: null, theme: "ky-nghe" });
});

test("the piece that was pressed is looked at next, with what was typed for the one before", () => {
  const set: Draft = { ...PLAIN, pieces: [FLYER, { ...FLYER, format: "a4" }] };
  expect(sent({ at: "1", "d.badge": "Gõ dở" }, set)).toEqual({ ...set, active: 1, data: { badge: "Gõ dở" } });
  expect(sent({ at: "0" }, { ...set, active: 1 }).active).toBe(0);
  expect(sent({ at: "2" }, { ...set, active: 1 }).active).toBe(1);
  expect(sent({ at: "" }, { ...set, active: 1 }).active).toBe(1);
});
