/** A file inside a file: what is attached is data, not pages. */

import { expect, test } from "vitest";
import { inspectPdf } from "../../../src/inspect/inspect-pdf.ts";
import { handmade } from "../../support/handmade-pdf.ts";

const inner = handmade({ content: "1 0 0 rg 20 20 50 50 re f", boxes: "/MediaBox[0 0 50 50]" });

const outer = (length: string, objects: Readonly<Record<number, string>> = {}) =>
  handmade({
    content: "0 0 0 1 k 20 20 250 250 re f",
    catalog: "/Names<</EmbeddedFiles<</Names[(a.pdf) 17 0 R]>>>>",
    objects: {
      17: "<</Type/Filespec/F(a.pdf)/EF<</F 18 0 R>>>>",
      18: Buffer.concat([
        Buffer.from(`<</Type/EmbeddedFile/Length ${length}>>\nstream\n`),
        inner,
        Buffer.from("\nendstream"),
      ]),
      ...objects,
    },
  });

test.each([
  ["itself", outer(String(inner.length))],
  ["in an object behind it", outer("19 0 R", { 19: String(inner.length) })],
  ["in an object before it", outer("16 0 R", { 16: String(inner.length) })],
  [
    "in an object that the attached file has too",
    outer("19 0 R", { 19: `${inner.length}\nendobj\n19 0 obj\n7` }),
  ],
])("its length says where it ends: %s", async (_, bytes) => {
  const { value, diagnostics } = await inspectPdf(bytes, { profile: null, condition: null });
  expect(value.pages.map(({ trim, colors }) => [trim.width, colors.map(({ space }) => space)])).toEqual([
    [100, ["DeviceCMYK"]],
  ]);
  expect(diagnostics).toEqual([]);
});

test("a length that is missing or wrong is not believed", async () => {
  for (const made of [outer("19 0 R"), outer("19 0 R", { 19: "5" }), outer("18 0 R")]) {
    const { value } = await inspectPdf(made, { profile: null, condition: null });
    expect(value.pages).toHaveLength(1);
  }
});
