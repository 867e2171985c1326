import { expect, test } from "vitest";
import { packTexts, refsIn, refTo, unpackTexts, withNumbers } from "../../../../src/export/pdf/object.ts";
import fc from "../../../support/property.ts";

test("what codes say comes back as it was, whatever they say", () => {
  const texts = fc.array(fc.tuple(fc.nat(0xffff), fc.string({ unit: "binary" })));
  fc.assert(
    fc.property(texts, (entries) => {
      const said = new Map(entries);
      const back = new Map<number, string>();
      unpackTexts(packTexts(said), back);
      expect(back).toEqual(said);
    }),
  );
});

test("a code that says something already goes on saying it", () => {
  const texts = new Map([[7, "Đ"]]);
  unpackTexts(
    packTexts(
      new Map([
        [7, "Ð"],
        [8, "ế"],
      ]),
    ),
    texts,
  );
  expect(texts).toEqual(
    new Map([
      [7, "Đ"],
      [8, "ế"],
    ]),
  );
});

test("references are found and numbered in any text", () => {
  const part = fc.string({ unit: fc.constantFrom("/", "A", " ", "(", "4") });
  const ref = fc.string({ unit: fc.constantFrom("a", "-", "_"), minLength: 1 });
  fc.assert(
    fc.property(fc.array(fc.tuple(part, ref)), part, (pairs, end) => {
      const text = pairs.map(([before, name]) => before + refTo(name)).join("") + end;
      const names = pairs.map(([, name]) => name);
      expect(refsIn(text)).toEqual(names);
      const numbered = pairs.map(([before], i) => `${before}${i + 5} 0 R`).join("") + end;
      let last = 4;
      expect(withNumbers(text, () => ++last)).toBe(numbered);
    }),
  );
});
