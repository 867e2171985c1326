import { describe, expect, test } from "vitest";
import { nameKey } from "../../../../src/base/vietnamese/slug.ts";
import { matchName } from "../../../../src/run/rows/match-columns.ts";
import { FIELDS } from "../../../../src/run/rows/schema-fields.ts";
import { LEVELS_SYNONYMS, SYNONYMS, UNUSED } from "../../../../src/run/rows/synonyms.ts";

const field = (path: string) => FIELDS.find((each) => each.path === path);

describe("fields come from the schemas", () => {
  test("every field has a name in the catalogue, and the catalogue names no other", () => {
    expect(new Set(Object.keys(SYNONYMS))).toEqual(new Set(FIELDS.map(({ path }) => path)));
    for (const [path, names] of Object.entries(SYNONYMS)) expect(names, path).not.toEqual([]);
  });

  test("a name means one field", () => {
    const names = [
      ...Object.entries(SYNONYMS),
      ["levels", LEVELS_SYNONYMS] as const,
      ["", UNUSED] as const,
    ].flatMap(([path, list]) => [...new Set(list.map(nameKey))].map((key) => ({ key, path })));
    const twice = names.filter(({ key }, i) => names.findIndex((other) => other.key === key) !== i);
    expect(twice).toEqual([]);
  });

  test("every name and every path leads to its field", () => {
    for (const [path, names] of Object.entries(SYNONYMS)) {
      // “event” is the name of an id and the path of nothing else.
      for (const name of [path, ...names]) {
        expect([name, matchName(name)]).toMatchObject([name, { kind: "field", target: { field: { path } } }]);
      }
    }
  });

  test.each([
    ["institution.name", { kind: "text", institution: "name", request: "data.institution.name" }],
    ["contact.phones", { kind: "texts", institution: "contact.phones", request: "data.contact.phones" }],
    ["institution.province", { kind: "text", institution: "province", request: null, isRequired: true }],
    ["event.date", { kind: "date", institution: null, request: "data.event.date" }],
    ["theme", { kind: "id", institution: null, request: "theme" }],
    // A path is no id: its slashes stay.
    ["institution.logo", { kind: "text", institution: "logo" }],
    ["photo.treatment", { kind: "choice", choices: ["natural", "duotone"] }],
    ["programmes", { kind: "structure", institution: "programmes", isRequired: true }],
    ["benefits", { kind: "texts", isRequired: false }],
    ["institution.enrolmentUrl", { institution: "enrolmentUrl", request: "data.qr" }],
    ["institution.signer.name", { institution: "signer.name", request: null, isRequired: false }],
  ])("%s", (path, expected) => {
    expect(field(path)).toMatchObject(expected);
  });
});
