import { expect, test } from "vitest";
import { EMPTY_DRAFT } from "../../../../src/web/model/draft.ts";
import type { ControlKind, FormField } from "../../../../src/web/model/form.ts";
import { withoutUntouched } from "../../../../src/web/server/plain-form.ts";

const field = (path: string, control: ControlKind): FormField => ({
  ...{ path, control, group: "message", label: path, hint: null, example: null },
  ...{ maxLength: null, maxItems: null, required: false, pieces: [] },
});
const fields = [
  field("lead", "textarea"),
  field("contact.phones", "phones"),
  field("programmes", "programmes"),
  field("badge", "text"),
];
const base = {
  lead: "Lời chung",
  "contact.phones": ["0252 3000 222"],
  programmes: [{ name: "Hàn", levels: ["trung-cap"], duration: "18 tháng" }],
  badge: null,
};
const sent = (data: Record<string, string>) => withoutUntouched({ ...EMPTY_DRAFT, data }, fields, base).data;

test("what nobody touched is no change", () => {
  expect(
    sent({
      lead: "Lời chung",
      "contact.phones": "0252 3000 222\r\n",
      programmes: "Hàn (trung cấp)",
      badge: "",
    }),
  ).toEqual({});
});

test("lines become lists; an occupation keeps what its line does not say", () => {
  expect(
    sent({ "contact.phones": "0252 1\n\n0252 2", programmes: "Hàn (trung cấp, cao đẳng)\nMay" }),
  ).toEqual({
    "contact.phones": ["0252 1", "0252 2"],
    programmes: [
      { name: "Hàn", levels: ["trung-cap", "cao-dang"], duration: "18 tháng" },
      { name: "May", levels: ["trung-cap"] },
    ],
  });
});
