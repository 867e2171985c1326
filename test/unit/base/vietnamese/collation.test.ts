import { describe, expect, it } from "vitest";
import { comparePersons, compareVietnamese } from "../../../../src/base/vietnamese/collation.ts";
import fc from "../../../support/property.ts";

const inOrder = (texts: readonly string[], compare = compareVietnamese) => {
  expect([...texts].reverse().sort(compare)).toEqual(texts);
};

describe("compareVietnamese", () => {
  it("follows the alphabet", () => {
    inOrder([..."aăâbcdđeêghiklmnoôơpqrstuưvxy"]);
    inOrder(["Da giày", "Dược", "Đá", "Điện", "Em"]);
    inOrder(["Lâm nghiệp", "Ly", "Mộc"]);
  });

  it("puts tones in order, but only between equal letters", () => {
    inOrder(["ma", "mà", "mả", "mã", "má", "mạ"]);
    inOrder(["mạ", "mai", "mái", "măng"]);
    inOrder(["hoa", "hoà", "hoạ", "hoàn"]);
  });

  it("goes syllable by syllable, and numbers by their value", () => {
    inOrder(["ma túy", "má hai"]);
    inOrder(["Lớp 2", "Lớp 9", "Lớp 10", "Lớp A"]);
    inOrder(["Hàn", "Hàn điện", "Hàn hơi"]);
  });

  it("is a total order", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 6 }),
      fc.string({ unit: fc.constantFrom(..."aáAăđdĐ1 2-"), maxLength: 6 }),
    );
    const sign = (a: string, b: string) => Math.sign(compareVietnamese(a, b));
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(sign(a, b) + sign(b, a)).toBe(0);
        expect(sign(a, b) === 0).toBe(a.normalize("NFC") === b.normalize("NFC"));
        if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("comparePersons", () => {
  it("sorts a class by given name, then by family name", () => {
    inOrder(
      ["Trần Văn An", "Đỗ Thị Ánh", "Lê Văn Bình", "Nguyễn Thị Bình", "Phạm Dũng", "Lê Đạt"],
      comparePersons,
    );
  });
});
