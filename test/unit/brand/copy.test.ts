/** What a proof-reader looks for in every text that ships. */

import { describe, expect, it } from "vitest";
import { dataFiles, strings } from "./brand-files.ts";

const files = ["brand/campaigns", "brand/kits", "brand/institutions", "brand/samples/briefs"].flatMap(
  (folder) => dataFiles(folder).map((file) => ({ ...file, label: `${folder}/${file.name}` })),
);

describe.each(files)("$label", ({ source, json }) => {
  const texts = strings(json);

  it("is NFC, pretty-printed and ends with a line feed", () => {
    expect(source).toBe(source.normalize("NFC"));
    expect(source.endsWith("\n")).toBe(true);
  });

  it.each([
    ["a hyphen where an en dash belongs", / -|- |\d-\d{1,2} (tháng|năm|tuổi|ngày)/],
    ["a straight quote", /["']/],
    ["doubled, leading or trailing spaces", / {2}|^ | $/],
    ["a space before punctuation", / [,.;:!?]/],
    ["no space after a comma", /,(?=\p{L})/u],
    ["a sentence that starts small", /[.!?] (?!\.)(?=\p{Ll})/u],
    ["three dots instead of an ellipsis", /\.\.\./],
  ])("has no text with %s", (_, pattern) => {
    expect(texts.filter(([, text]) => pattern.test(text))).toEqual([]);
  });

  it("claims nothing that advertising law wants proof of (Luật Quảng cáo 16/2012, điều 8)", () => {
    const superlative =
      /(tốt|uy tín|chất lượng|rẻ|lớn|hiện đại) nhất|nhất (tỉnh|vùng|cả nước)|bậc nhất|duy nhất|hàng đầu|đứng đầu|đẳng cấp|số một|số 1(?!\d)|\d ?%|cam kết|bảo đảm việc làm|đảm bảo việc làm|chắc chắn có việc/iu;
    expect(texts.filter(([, text]) => superlative.test(text))).toEqual([]);
  });

  it("groups every telephone number in a text: 0252 3000 111, 0900 000 111", () => {
    const numbers = texts.flatMap(([path, text]) =>
      (text.match(/(?<![\d/])0\d[\d .]{7,}\d/g) ?? []).map((number) => [path, number] as const),
    );
    const grouped = /^(0\d{3} \d{4} \d{3}|0\d{3} \d{3} \d{3})$/;
    expect(numbers.filter(([, number]) => !grouped.test(number))).toEqual([]);
  });
});
