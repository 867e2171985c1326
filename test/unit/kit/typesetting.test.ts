import { describe, expect, it } from "vitest";
import { withoutJoins } from "../../../src/base/vietnamese/no-break.ts";
import { breakLines } from "../../../src/kit/break-lines.ts";
import { emphasised, fitHeadline } from "../../../src/kit/headline.tsx";
import { setText } from "../../../src/kit/set-text.ts";
import fc from "../../support/property.ts";
import { samplePage } from "./sample-job.ts";

const page = samplePage();
/** Every letter is one wide. */
const count = (line: string) => [...line].length;
const shown = (lines: readonly string[]) => lines.map(withoutJoins);

const SYLLABLES = ["Đồng", "hành", "nâng", "tầm", "kỹ", "năng", "ẨM", "ỄNH", "ộ", "g", "sáng", "–", "nghề"];
const phrase = fc
  .array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(" "));
const settings = fc.array(fc.array(phrase, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 });
const length = fc.double({ min: 5, max: 2000, noNaN: true });

describe("breakLines", () => {
  it("uses the fewest lines, evenly, without a lone word at the end", () => {
    expect(shown(breakLines("một hai ba bốn năm", count, 15))).toEqual(["một hai ba", "bốn năm"]);
    expect(shown(breakLines("aaaa bbbb cccc dd", count, 14))).toEqual(["aaaa bbbb", "cccc dd"]);
  });

  it("prefers to break between words, not within them", () => {
    expect(shown(breakLines("Trường Trung cấp Kỹ thuật Thủy sản", count, 21))).toEqual([
      "Trường Trung cấp",
      "Kỹ thuật Thủy sản",
    ]);
  });

  it("gives a date its own line, whose dash stays with the words before it", () => {
    expect(shown(breakLines("Ngày hội tuyển sinh – 16/05/2026", count, 23))).toEqual([
      "Ngày hội tuyển sinh –",
      "16/05/2026",
    ]);
    expect(shown(breakLines("Ủy ban nhân dân tỉnh Bình Thuận", count, 22))).toEqual([
      "Ủy ban nhân dân",
      "tỉnh Bình Thuận",
    ]);
  });

  it("takes one line more to keep a word whole, if it may", () => {
    const text = "GDNN – GDTX Đức Linh – Tánh Linh";
    const torn = ["GDNN – GDTX Đức", "Linh – Tánh Linh"];
    expect(shown(breakLines(text, count, 16, { most: 2 }))).toEqual(torn);
    expect(shown(breakLines(text, count, 16)).join(" / ")).not.toContain("Đức / Linh");
  });

  it("parts an institution's name before its pair of fields or places, not within the pair", () => {
    expect(shown(breakLines("Trường Cao đẳng Kinh tế – Du lịch Hàm Tiến", count, 30))).toEqual([
      "Trường Cao đẳng",
      "Kinh tế – Du lịch Hàm Tiến",
    ]);
    expect(shown(breakLines("GDNN – GDTX Đức Linh – Tánh Linh", count, 25))).toEqual([
      "GDNN – GDTX",
      "Đức Linh – Tánh Linh",
    ]);
    expect(
      shown(breakLines("Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên Vĩnh Hảo", count, 36)),
    ).toEqual(["Trung tâm Giáo dục nghề nghiệp –", "Giáo dục thường xuyên Vĩnh Hảo"]);
  });

  it("takes “và” to the next line", () => {
    expect(
      shown(breakLines("Đưa hàng lên mạng, quảng bá, xử lý đơn và chăm sóc người mua.", count, 34)),
    ).toEqual(["Đưa hàng lên mạng, quảng bá,", "xử lý đơn và chăm sóc người mua."]);
    expect(shown(breakLines("Kỹ thuật máy lạnh và điều hòa không khí", count, 24))).toEqual([
      "Kỹ thuật máy lạnh",
      "và điều hòa không khí",
    ]);
  });

  it("ends a line after a comma or a colon that stands near its end", () => {
    const lead = "Học đi đôi với hành, gắn với doanh nghiệp: vững tay nghề để lập thân, lập nghiệp.";
    expect(shown(breakLines(lead, count, 39))).toEqual([
      "Học đi đôi với hành,",
      "gắn với doanh nghiệp:",
      "vững tay nghề để lập thân, lập nghiệp.",
    ]);
    expect(shown(breakLines("Trồng, cạo mủ cao su", count, 14))).toEqual(["Trồng, cạo mủ", "cao su"]);
  });

  it("measures little of a text that no page holds", () => {
    for (const text of ["a.".repeat(6000), "ab ".repeat(6000)]) {
      let measured = 0;
      const widthOf = (line: string) => {
        measured += line.length;
        return count(line);
      };
      const lines = breakLines(text, widthOf, 40);
      expect(lines.join("").replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
      expect(Math.max(...lines.map(count))).toBeLessThanOrEqual(40);
      expect(measured).toBeLessThan(100 * text.length);
    }
  });

  it("never begins a line with a dash, even where joined words part", () => {
    const lines = shown(breakLines("huyện Hàm Thuận Bắc – Tánh Linh", count, 9));
    expect(lines.filter((line) => line.startsWith("–"))).toEqual([]);
  });

  it("cuts an address before a dot, after a slash or an at-sign", () => {
    expect(breakLines("tuyensinh.truongto.edu.vn", count, 15)).toEqual(["tuyensinh", ".truongto", ".edu.vn"]);
    expect(breakLines("phongtuyensinh@truongto.edu.vn", count, 15)).toEqual([
      "phongtuyensinh@",
      "truongto.edu.vn",
    ]);
  });

  it("keeps joined words together, and cuts what is wider than the line", () => {
    expect(shown(breakLines("tại TP. Phan Thiết", count, 15))).toEqual(["tại", "TP. Phan Thiết"]);
    expect(breakLines("abcdefghij", count, 4)).toEqual(["abcd", "efgh", "ij"]);
  });

  it("loses nothing and exceeds the width only by a single letter", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 80 }),
        fc.integer({ min: 1, max: 30 }),
        (text, width) => {
          const lines = breakLines(text, count, width);
          const letters = (value: string) => withoutJoins(value.normalize("NFC")).replace(/\s/gu, "");
          expect(letters(lines.join(""))).toBe(letters(text));
          for (const line of lines) if (count(line) > width) expect(count(line)).toBe(1);
        },
      ),
    );
  });
});

describe("setText", () => {
  it("sets what fits on one line alike in every room, and breaks it where the room is a hair too narrow", () => {
    fc.assert(
      fc.property(
        phrase,
        fc.constantFrom("display", "text"),
        fc.constantFrom(0, 0.05),
        (text, family, tracking) => {
          const options = { size: 4, family, tracking, leading: 1.2 } as const;
          const natural = setText(page, text, options);
          expect(natural.lines).toHaveLength(1);
          expect(setText(page, text, { ...options, width: natural.width * 1.003 })).toEqual(natural);
          const narrow = setText(page, text, { ...options, width: natural.width });
          expect(narrow.lines.length).toBeGreaterThan(text.includes(" ") ? 1 : 0);
          expect(narrow.width).toBeLessThanOrEqual(natural.width);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("fitHeadline", () => {
  it("never leaves its box, whatever the settings", () => {
    fc.assert(
      fc.property(settings, length, length, (choices, width, height) => {
        const set = fitHeadline(page, choices, { width, height });
        expect(set.width).toBeLessThanOrEqual(width);
        expect(set.height).toBeLessThanOrEqual(height * (1 + 1e-9));
      }),
    );
  });

  it("takes the setting that gives the largest type", () => {
    const choices = [["Thực học", "Thực hành"], ["Thực học – Thực hành"]];
    expect(fitHeadline(page, choices, { width: 100, height: 100 }).lines).toHaveLength(2);
    expect(fitHeadline(page, choices, { width: 100, height: 10 }).lines).toHaveLength(1);
    expect(fitHeadline(page, choices, { width: 100, height: 100, maximum: 5 }).size).toBe(5);
  });

  it("is as large as one of its limits allows", () => {
    fc.assert(
      fc.property(settings, length, length, (choices, width, height) => {
        const set = fitHeadline(page, choices, { width, height });
        const larger = choices.map((lines) => fitHeadline(page, [lines], { width, height }).size);
        expect(set.size).toBeGreaterThanOrEqual(Math.max(...larger) * 0.998);
      }),
    );
  });
});

describe("emphasised", () => {
  it("follows the words over line ends", () => {
    expect(emphasised(["Đồng hành nâng", "tầm kỹ năng"], "nâng tầm")).toEqual([
      [
        { text: "Đồng hành ", strong: false },
        { text: "nâng", strong: true },
      ],
      [
        { text: "tầm", strong: true },
        { text: " kỹ năng", strong: false },
      ],
    ]);
    expect(emphasised(["một dòng"], "không có")).toEqual([[{ text: "một dòng", strong: false }]]);
  });

  it("keeps every letter of every line", () => {
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1 }), phrase, (lines, words) => {
        expect(emphasised(lines, words).map((parts) => parts.map(({ text }) => text).join(""))).toEqual(
          lines,
        );
      }),
    );
  });
});

describe("setText", () => {
  it("reports the measures that it will have", () => {
    const set = setText(page, "Học đi đôi với hành, gắn với doanh nghiệp", {
      size: 4,
      width: 40,
      leading: 1.4,
    });
    expect(set.width).toBeLessThanOrEqual(40);
    expect(set.height).toBeCloseTo(set.lines.length * 1.4 * 4 + set.padTop + set.padBottom);
  });

  it("shrinks to its minimum to keep to the lines", () => {
    const options = { width: 60, maxLines: 1, size: 10, minimum: 3 };
    expect(setText(page, "Trường Cao đẳng Nghề", options).lines).toHaveLength(1);
    expect(setText(page, "Trường Cao đẳng Nghề ".repeat(9), options).size).toBe(3);
  });

  it("gives up a little of its size, if it may, to keep together what belongs together", () => {
    const lines = ["Trung tâm Giáo dục nghề nghiệp –", "Giáo dục thường xuyên liên huyện Tánh Linh"];
    const natural = setText(page, lines[1]!, { size: 4, weight: 700 }).width;
    const options = { size: 4, weight: 700, width: natural * 0.93, maxLines: 2 };
    const name = lines.join(" ");
    expect(shown(setText(page, name, options).lines)[0]).toMatch(/Giáo( dục)?$/u);
    const smaller = setText(page, name, { ...options, minimum: 3 });
    expect(shown(smaller.lines)).toEqual(lines);
    expect(smaller.size).toBeGreaterThanOrEqual(4 * 0.85);
    expect(setText(page, name, { ...options, minimum: 3.99 }).size).toBe(4);
  });

  it("gives stacked capitals room above the first line", () => {
    expect(setText(page, "ỄNH", { size: 10, leading: 1.1 }).padTop).toBeGreaterThan(0);
    expect(setText(page, "an", { size: 10, leading: 1.4 }).padTop).toBe(0);
  });
});
