/** What is taken for a sound document without another look is what every clause would pass. */

import { expect, test } from "vitest";
import type { AnphamError } from "../../../../../src/base/diagnostic.ts";
import { Assembly } from "../../../../../src/export/pdf/assembly.ts";
import { FileBuilder } from "../../../../../src/export/pdf/builder.ts";
import { type Body, finishedFile } from "../../../../../src/export/pdf/file.ts";
import type { DocumentInfo } from "../../../../../src/export/pdf/metadata.ts";
import { DOCUMENT_CLAUSES } from "../../../../../src/export/pdf/x4/document-clauses.ts";
import { isFamiliarDocument, kindOfDocument } from "../../../../../src/export/pdf/x4/familiar-document.ts";
import { refuseUnlessX4Document, x4Breaches } from "../../../../../src/export/pdf/x4/refuse.ts";
import type { OutputCondition } from "../../../../../src/model/output-condition.ts";
import fc from "../../../../support/property.ts";

/** As much of a CMYK printer profile as a clause looks at. */
function profile(space: string): Uint8Array {
  const icc = Buffer.alloc(256);
  icc.write(`prtr${space}`, 12, "latin1");
  icc.write("acsp", 36, "latin1");
  icc.writeUInt8(2, 8);
  return icc;
}

const condition: OutputCondition = {
  id: "coated",
  name: { vi: "Giấy tráng phủ", en: "Coated" },
  identifier: "FOGRA51",
  registry: "http://www.color.org",
  info: "Coated paper",
  profile: "icc/coated.icc",
  inkLimit: 300,
  icc: profile("CMYK"),
};

const info: DocumentInfo = {
  title: "Tuyển sinh 2026",
  author: "Trường Cao đẳng nghề",
  language: "vi-VN",
  date: new Date(Date.UTC(2026, 0, 1)),
  standard: "pdf/x-4",
};

/** Everything of a document but its pages; `more` objects come before it. */
function documentOf(said: DocumentInfo, more: number, change: (body: Body) => Body, on = condition) {
  const objects = new Map<number, Body>();
  const file = new FileBuilder(
    (number, body) => objects.set(number, change(body)),
    () => false,
  );
  for (let i = 0; i < more; i++) file.reserve();
  const finished = new Assembly(file).finish({ ...said, condition: on }, "");
  return { objects, finished };
}

const same = (body: Body) => body;

function breachesOf(said: DocumentInfo, more: number, change = same, on = condition): readonly string[] {
  const { objects, finished } = documentOf(said, more, change, on);
  try {
    refuseUnlessX4Document(objects, finished, said, []);
    return [];
  } catch (thrown) {
    return (thrown as AnphamError).diagnostics.map(({ message }) => message.en);
  }
}

test("other words, dates and numbers are familiar", () => {
  const kindOf = (said: DocumentInfo, more: number) => {
    const { objects, finished } = documentOf(said, more, same);
    return kindOfDocument(objects, finished, said);
  };
  expect(isFamiliarDocument(kindOf(info, 0))).toBe(false);
  expect(breachesOf(info, 0)).toEqual([]);
  const other = { ...info, title: "Open day", author: "Một trường khác", date: new Date(0) };
  expect(isFamiliarDocument(kindOf(other, 7))).toBe(true);
  expect(isFamiliarDocument(kindOf({ ...info, author: null }, 0))).toBe(false);
  expect(isFamiliarDocument(kindOf({ ...info, title: "  " }, 0))).toBe(false);
});

test("breaches are found beside a familiar document", () => {
  expect(breachesOf(info, 3)).toEqual([]);
  const broken = (from: string, to: string) => (body: Body) =>
    typeof body === "string"
      ? body.replace(from, to)
      : { ...body, dictionary: body.dictionary.replace(from, to) };
  expect(breachesOf(info, 3, broken("GTS_PDFX", "GTS_PDFA1")).join()).toContain("output intents");
  expect(breachesOf(info, 3, broken("/N 4", "/N 3")).join()).toContain("N is not 4");
  expect(breachesOf(info, 3, broken("/ViewerPreferences<<", "/AA<<")).join()).toContain("an action");
  expect(breachesOf(info, 3, broken("/OutputIntents[", "/OutputIntents[1")).join()).toContain(
    "0 output intents",
  );
  expect(breachesOf(info, 3, same, { ...condition, icc: profile("RGB ") }).join()).toContain("space RGB");
  expect(breachesOf({ ...info, title: "a\u0001b" }, 3).join()).toContain("Title");
});

test("whatever a document says, its kind hides no breach", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({
      unit: fc.constantFrom("a", "ế", " ", "<", "&", ">", "\ud800", "\udc00", "\n", "\ufeff", "(", "\\"),
    }),
  );
  const date = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(Date.UTC(12000, 0)) });
  expect(breachesOf(info, 0)).toEqual([]);
  fc.assert(
    fc.property(text, fc.option(text), date, fc.nat(20), (title, author, day, more) => {
      const said: DocumentInfo = { ...info, title, author, date: day };
      const { objects, finished } = documentOf(said, more, same);
      const clauses = DOCUMENT_CLAUSES.filter(({ of }) => of.includes("document"));
      const { root, info: number, id } = finished;
      const found = x4Breaches(finishedFile(objects, root, number, id, null), clauses);
      expect(breachesOf(said, more)).toHaveLength(found.length);
    }),
    { numRuns: 40 },
  );
});
