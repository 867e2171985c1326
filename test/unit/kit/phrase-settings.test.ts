import { describe, expect, it } from "vitest";
import { phraseSettings } from "../../../src/kit/phrase-settings.ts";
import { samplePage } from "./sample-job.ts";

const plain = (lines: readonly string[]) => lines.join(" ").replaceAll("\u00a0", " ");
const NAME = "Trường Cao đẳng Kỹ nghệ Bình Thuận";
const EVENT = "Ngày hội tư vấn tuyển sinh – hướng nghiệp";

describe("a phrase without settings of its own", () => {
  it("is broken in one line, in two, … and never within a word", () => {
    const settings = phraseSettings(samplePage(), NAME, 6);
    expect(settings.map((lines) => lines.length)).toEqual([1, 2, 3, 4, 5, 6]);
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
});
