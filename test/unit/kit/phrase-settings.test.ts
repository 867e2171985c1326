import { describe, expect, it } from "vitest";
import { phraseSettings } from "../../../src/kit/phrase-settings.ts";
import { sloganSettings } from "../../../src/kit/slogan-settings.ts";
import { samplePage } from "./sample-job.ts";

const plain = (lines: readonly string[]) => lines.join(" ").replaceAll("\u00a0", " ");
const NAME = "Trường Cao đẳng Kỹ nghệ Bình Thuận";
const EVENT = "Ngày hội tư vấn tuyển sinh – hướng nghiệp";

describe("a phrase without settings of its own", () => {
  it("is broken in one line, in two, … and never within a word", () => {
    const settings = phraseSettings(samplePage(), NAME, 6);
    expect(settings.map((lines) => lines.length)).toEqual([1, 2, 3, 4]);
    expect(plain(settings.at(-1)!.map((line) => `${line} /`))).toBe(
      "Trường / Cao đẳng / Kỹ nghệ / Bình Thuận /",
    );
    for (const lines of settings) expect(plain(lines)).toBe(NAME);
  });

  it("is set in true capitals where the theme says so", () => {
    expect(plain(phraseSettings(samplePage({ theme: "ky-nghe" }), NAME)[0]!)).toBe(
      "TRƯỜNG CAO ĐẲNG KỸ NGHỆ BÌNH THUẬN",
    );
  });

  it("keeps words of two syllables, and a dash with the word before it", () => {
    for (const theme of ["vuon-len", "ky-nghe", "tuong-lai"]) {
      const settings = phraseSettings(samplePage({ theme }), EVENT, 3);
      const pairs = settings.map((lines) => lines.map((line) => line.toLocaleLowerCase("vi")).join(" / "));
      for (const pair of pairs) {
        expect(pair).not.toContain("tuyển / sinh");
        expect(pair).not.toContain("/ –");
      }
    }
  });

  it("keeps names and longer words in every theme, capitals or not", () => {
    const name = "Trường Trung cấp Nông nghiệp Công nghệ cao Hàm Thuận";
    for (const theme of ["vuon-len", "ky-nghe"]) {
      const settings = phraseSettings(samplePage({ theme }), name, 6);
      const said = settings.map((lines) => plain([lines.join(" / ")]).toLocaleLowerCase("vi"));
      for (const torn of ["công nghệ / cao", "hàm / thuận"])
        expect(said.filter((lines) => lines.includes(torn))).toEqual([]);
      expect(said.at(-1)).toContain("công nghệ cao");
    }
  });
});

describe("the slogan in full", () => {
  it("begins its lines where its prepared settings do, with all its signs", () => {
    const settings = sloganSettings(samplePage(), 4);
    expect(settings.map(plain)).toContain(
      "Đồng hành nâng tầm kỹ năng lao động – Vì một Việt Nam thịnh vượng",
    );
    expect(settings.map((lines) => lines.map((line) => plain([line])))).toContainEqual([
      "Đồng hành nâng tầm",
      "kỹ năng lao động –",
      "Vì một Việt Nam thịnh vượng",
    ]);
  });

  it("is broken as any phrase where it has other words than they", () => {
    const { message } = samplePage().brief;
    const brief = { message: { ...message, text: "Học nghề hôm nay, vững bước ngày mai" } };
    const settings = sloganSettings(samplePage({ brief }), 3);
    for (const lines of settings) expect(plain(lines)).toBe(brief.message.text);
  });
});
