import { expect, test } from "vitest";
import { brief } from "../../../../src/model/brief.ts";
import { institution } from "../../../../src/model/institution.ts";
import { fieldGroup } from "../../../../src/run/fields/field-groups.ts";
import { FIELD_WORDS } from "../../../../src/run/fields/field-words.ts";
import { FULL_DATA, SAMPLE_INSTITUTION } from "../../../../src/run/fields/sample.ts";
import { FIELDS } from "../../../../src/run/rows/schema-fields.ts";

test("every field has an English name, and nothing else has one", () => {
  expect(new Set(Object.keys(FIELD_WORDS))).toEqual(new Set(FIELDS.map(({ path }) => path)));
});

test("no two fields of a group have the same English name", () => {
  const names = FIELDS.map(({ path }) => `${fieldGroup(path)}: ${FIELD_WORDS[path]!.en}`);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test("examples are what the fields take", () => {
  expect(institution.safeParse(SAMPLE_INSTITUTION).error?.issues).toBeUndefined();
  expect(brief.partial().safeParse({ ...FULL_DATA }).error?.issues).toBeUndefined();
});
