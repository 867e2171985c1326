import { expect, test } from "vitest";
import { recorded } from "../../../../src/run/fields/recorded.ts";

const source = {
  lead: { text: "Dẫn", short: null },
  event: null,
  programmes: [{ name: { text: "Hàn" }, quota: 30 }],
  contact: { phones: ["1", "2"], zalo: null },
};

test("what is read is noted, what is only taken along is not", () => {
  const { value, paths } = recorded(source);
  const { lead, programmes } = { ...value };
  expect([lead.text, programmes.map(({ name }) => name.text)]).toEqual(["Dẫn", ["Hàn"]]);
  expect([...paths].sort()).toEqual(["lead.text", "programmes", "programmes.name.text"]);
});

test("a value that is not there is noted when it is asked for", () => {
  const { value, paths } = recorded(source);
  expect([value.contact.zalo, value.lead.short]).toEqual([null, null]);
  expect([...paths]).toEqual(["contact.zalo", "lead.short"]);
});

test("the same part is the same object, and the source stays as it was", () => {
  const { value } = recorded(source);
  expect(value.contact).toBe(value.contact);
  expect(JSON.parse(JSON.stringify(value))).toEqual(source);
});
