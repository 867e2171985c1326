import { describe, expect, it } from "vitest";
import { capitals } from "../../../../src/base/vietnamese/casing.ts";
import { composed, nfc } from "../../../../src/base/vietnamese/nfc.ts";
import {
  CAPITAL,
  isOrdinary,
  kindOf,
  NUMBER,
  OTHER,
  SIGN,
  SMALL,
  SPACE,
} from "../../../../src/base/vietnamese/ordinary.ts";
import { text as textSchema } from "../../../../src/model/ids.ts";
import fc from "../../../support/property.ts";

/** Everything that is written somewhere, and much that should not be. */
const typed = fc.array(
  fc.oneof(
    fc.constantFrom(..."aăâđêôơưộẦỹỲÝằĩŨ09½²ª.,-–“”…·₫ \t\n"),
    fc.constantFrom("\u00a0", "\u00ad", "\u0301", "\u0323", "\u200b", "\u202e", "\ufeff", "\u0007", "𝟙", "ﬁ"),
    fc.string({ unit: "grapheme", maxLength: 2 }),
  ),
  { maxLength: 12 },
);

describe("ordinary text", () => {
  it("is what people write", () => {
    for (const text of ["", "Trường Cao đẳng Nghề Bình Thuận", "“Học nghề” – 18 tháng: 100 % (½ m²)…"])
      expect(isOrdinary(text)).toBe(true);
    for (const text of [" a", "a ", "a  b", "a\nb", "a\u00a0b", "a\u00adb", "a\u0301", "Ǎ", "𝟙", "中"])
      expect(isOrdinary(text)).toBe(false);
  });

  it("has kinds of characters that Unicode gives them", () => {
    for (let code = 0; code < 0x3000; code++) {
      const character = String.fromCharCode(code);
      const kind = kindOf(code);
      if (kind === OTHER) continue;
      expect(kind === SPACE, character).toBe(character === " ");
      expect(kind === NUMBER, character).toBe(/\p{N}/u.test(character));
      expect(kind === CAPITAL, character).toBe(/\p{Lu}/u.test(character));
      expect(kind === CAPITAL || kind === SMALL, character).toBe(/\p{L}/u.test(character));
      if (kind === SIGN) expect(character).toMatch(/[\p{P}\p{S}]/u);
      expect(character).not.toMatch(/\p{Default_Ignorable_Code_Point}/u);
    }
  });

  it("is left alone by whatever cleans text up", () => {
    const schema = textSchema();
    fc.assert(
      fc.property(typed, (parts) => {
        const text = parts.join("");
        const normal = text.normalize("NFC");
        expect(composed(text)).toBe(normal);
        expect(nfc(text)).toBe(normal.replace(/[ \t\r\n]{2,}|[\t\r\n]/gu, " ").trim());
        expect(capitals(text)).toBe(normal.toLocaleUpperCase("vi"));
        if (!isOrdinary(text)) return;
        expect(text).not.toMatch(/\p{M}|\p{C}|\p{Default_Ignorable_Code_Point}|[^\S ]|\s\s|^\s|\s$/u);
        expect(schema.parse(text)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});
