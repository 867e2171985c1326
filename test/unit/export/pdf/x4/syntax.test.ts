/** PDF objects read back from what this program writes. */

import { expect, test } from "vitest";
import { PdfName, PdfRef, PdfString, parseObject } from "../../../../../src/export/pdf/x4/syntax.ts";

test("every kind of object", () => {
  const read = parseObject(
    "<</Type/Page /Kids[3 0 R -1.5 +2 .25 7]\n/A true/B false/C null/D(a\\)b \\\\)/E<FEFF0110>/F#20x<<>>/G[[]<<>>]>>",
  );
  expect(read).toEqual(
    new Map<string, unknown>([
      ["Type", new PdfName("Page")],
      ["Kids", [new PdfRef(3), -1.5, 2, 0.25, 7]],
      ["A", true],
      ["B", false],
      ["C", null],
      ["D", new PdfString("(a\\)b \\\\)")],
      ["E", new PdfString("<FEFF0110>")],
      ["F x", new Map()],
      ["G", [[], new Map()]],
    ]),
  );
  expect(parseObject("/#C4#90#C3#A0")).toEqual(new PdfName("Đà"));
});

test("numbers beside references", () => {
  expect(parseObject("[1 2 3 0 R]")).toEqual([1, 2, new PdfRef(3)]);
  expect(parseObject("[3 0 0]")).toEqual([3, 0, 0]);
});

test.each(["", "[1 2", "<</A 1", "<</A>>", "<<1 2>>", "(open", "<4142", "]", "nonsense", "<</A 1>"])(
  "“%s” is no object",
  (source) => expect(() => parseObject(source)).toThrow(SyntaxError),
);
