/** What is taken for sound without another look is what every clause has passed. */

import { expect, test } from "vitest";
import type { AnphamError } from "../../../../../src/base/diagnostic.ts";
import type { ContentObject } from "../../../../../src/export/pdf/object.ts";
import type { CodedPage } from "../../../../../src/export/pdf/page.ts";
import { isFamiliar, isFamiliarPage } from "../../../../../src/export/pdf/x4/familiar.ts";
import { refuseUnlessX4Content } from "../../../../../src/export/pdf/x4/refuse.ts";

const form: ContentObject = {
  kind: "content",
  entries: "/Type/XObject/Subtype/Form/BBox[0 0 10 10]",
  parts: ["q\n0 0 0 1 k\n0 0 5 5 re\nf\nQ"],
  resources: [{ category: "ExtGState", name: "Gabcd", ref: "abcdefgh" }],
  glyphs: new Map(),
};
const page: CodedPage = {
  entries:
    "/MediaBox[0 0 100 100]/CropBox[0 0 100 100]/BleedBox[1 1 99 99]/TrimBox[5 5 95 95]" +
    "/Group<</S/Transparency/CS/DeviceCMYK/I true>>",
  parts: ["q", { form: "aform", inlinable: true, transparent: false }, "Q"],
  resources: [],
  glyphs: new Map(),
};

function foundIn(pages: readonly CodedPage[], objects: Record<string, ContentObject>): string {
  try {
    refuseUnlessX4Content(pages, [new Map(Object.entries(objects))]);
    return "";
  } catch (thrown) {
    return (thrown as AnphamError).diagnostics.map(({ message }) => message.en).join("\n");
  }
}

test("what differs in numbers and names is familiar, and its breaches are found all the same", () => {
  expect(isFamiliar("first", form)).toBe(false);
  expect(isFamiliarPage(page)).toBe(false);
  expect(foundIn([page], { first: form })).toBe("");
  const other: ContentObject = {
    ...form,
    entries: "/Type/XObject/Subtype/Form/BBox[-1.5 2 30 40]",
    parts: ["q\n1 0 0 0 k\n0 0 5 5 re\nf\nQ"],
    resources: [{ category: "ExtGState", name: "Gwxyz", ref: "wxyzwxyz" }],
  };
  expect(isFamiliar("other", other)).toBe(true);
  expect(isFamiliarPage({ ...page, parts: ["0 0 0 1 k"] })).toBe(true);

  const broken: readonly (readonly [Partial<ContentObject>, string])[] = [
    [{ parts: ["1 0 0 rg"] }, "rg in a content stream"],
    [{ parts: ["/DeviceRGB cs"] }, "DeviceRGB in a content stream"],
    [{ parts: ["q\nq", "Q"] }, "q without Q"],
    [{ parts: ["q ".repeat(29), "Q ".repeat(29)] }, "q 29 deep"],
    [{ entries: `${form.entries}/Ref<<>>` }, "Ref"],
    [{ entries: `${form.entries}/Group<</S/Transparency/CS/DeviceRGB>>` }, "a group in “DeviceRGB”"],
    [{ resources: [{ category: "ExtGState", name: `G${"a".repeat(127)}`, ref: "a" }] }, "128 bytes"],
    [{ resources: [{ category: "ExtGState", name: "AA", ref: "a" }] }, "an action"],
  ];
  for (const [change, found] of broken)
    expect(foundIn([], { next: { ...other, ...change } })).toContain(found);

  const outside = page.entries.replace("/TrimBox[5 5 95 95]", "/TrimBox[5 5 95 99.5]");
  expect(foundIn([{ ...page, entries: outside }], {})).toContain("TrimBox leaves BleedBox");
  expect(foundIn([{ ...page, parts: ["q"] }], {})).toContain("q without Q");
});
