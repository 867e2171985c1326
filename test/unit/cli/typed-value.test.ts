import { expect, test } from "vitest";
import { valueFor } from "../../../src/cli/typed-value.ts";
import fc from "../../support/property.ts";

const value = (path: string, text: string) => valueFor(path.split("."), text);

test.each([
  ["lead", "Học nghề", "Học nghề"],
  ["lead", "", ""],
  ["programmes.0.quota", "40", 40],
  ["programmes.0.inDemand", "true", true],
  ["photo.focus.x", "0.5", 0.5],
  ["photo", "null", null],
  ["benefits", '["Học bổng"]', ["Học bổng"]],
  ["contact.zalo", '"0909"', "0909"],
  ["contact.zalo", "0909", "0909"],
])("%s=%s", (path, text, expected) => {
  expect(value(path, text)).toEqual(expected);
});

test.each([
  ["award.number", "15"],
  ["contact.phones.0", "18006789"],
  ["contact.addresses.1", "12"],
  ["contact.zalo", "84909123456789012345"],
  ["person.name", "true"],
  ["lead", "2026"],
  ["programmes.0.name", "1.0"],
  ["programmes.0.name.short", "1.0"],
  ["award.date", "2026"],
])("%s=%s stays the text that the field wants", (path, text) => {
  expect(value(path, text)).toBe(text);
});

test("a number of a field that wants one stays a number when it is a wrong one", () => {
  expect(value("programmes.0.quota", "-4")).toBe(-4);
  expect(value("programmes.0.quota", "1.5")).toBe(1.5);
});

test("what no field wants is as it is typed", () => {
  expect(value("khong.co", "15")).toBe(15);
  expect(value("programmes.x", "15")).toBe(15);
  expect(value("person", "15")).toBe(15);
});

test("lists and objects of JSON come back as they are, other text as text", () => {
  const json = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()));
  fc.assert(
    fc.property(json, (given) => {
      expect(value("lead", JSON.stringify(given))).toEqual(JSON.parse(JSON.stringify(given)));
    }),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zđ ]*[g-z][a-zđ ]* [a-z]+$/), (text) => {
      expect(value("lead", text)).toBe(text);
    }),
  );
});
