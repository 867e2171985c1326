import { expect, test } from "vitest";
import { placeAt, placeInJson, placeOfProperty, placesIn } from "../../../../src/studio/stage/places.ts";

test("an offset as editors count", () => {
  expect(placeAt("a", "một\nhai ba", 8)).toEqual({ file: "a", line: 2, column: 5 });
});

test("a field of a JSON file, and for a missing one its nearest parent", () => {
  const text = `{\n  "contact": {\n    "phones": ["1", "x"]\n  }\n}`;
  expect(placeInJson("f", text, ["contact", "phones", "1"])).toEqual({ file: "f", line: 3, column: 21 });
  expect(placeInJson("f", text, ["contact", "email"])).toEqual({ file: "f", line: 2, column: 14 });
});

test("a property of the definition, not one of the same name above it", () => {
  const text = `const formats: string[] = [];\nexport default defineTemplate({\n  id: "a",\n  formats: [],\n});`;
  expect(placeOfProperty("f", text, "formats")).toEqual({ file: "f", line: 4, column: 3 });
});

test("what a compiler names lies in the template's folder", () => {
  const { inTemplate } = placesIn("/mau/to-roi");
  expect(inTemplate({ file: "template.tsx", line: 3, column: 1 })?.file).toBe("/mau/to-roi/template.tsx");
  expect(placesIn(null).inTemplate({ file: "template.tsx", line: 3, column: 1 })).toBeNull();
});
