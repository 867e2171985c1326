/** What a proof-reader looks for in every text that ships. */

import { describe, expect, it } from "vitest";
import { dataFiles, strings } from "./brand-files.ts";

const files = ["brand/campaigns", "brand/kits", "brand/institutions", "test/fixtures/briefs"].flatMap(
  (folder) => dataFiles(folder).map((file) => ({ ...file, label: `${folder}/${file.name}` })),
);

describe.each(files)("$label", ({ source, json }) => {
  const texts = strings(json);

  it("is NFC, pretty-printed and ends with a line feed", () => {
    expect(source).toBe(source.normalize("NFC"));
    expect(source.endsWith("\n")).toBe(true);
  });

  it.each([
    ["a hyphen where an en dash belongs", / - |\d-\d{1,2} (tháng|năm)/],
    ["a straight quote", /["']/],
    ["doubled, leading or trailing spaces", / {2}|^ | $/],
    ["a space before punctuation", / [,.;:!?]/],
    ["no space after a comma", /,(?=\p{L})/u],
  ])("has no text with %s", (_, pattern) => {
    expect(texts.filter(([, text]) => pattern.test(text))).toEqual([]);
  });

  it("claims nothing that advertising law wants proof of (Luật Quảng cáo 16/2012, điều 8)", () => {
    const superlative =
      /tốt nhất|nhất tỉnh|nhất cả nước|duy nhất|hàng đầu|số một|số 1(?!\d)|100 ?%|cam kết|đảm bảo việc làm/iu;
    expect(texts.filter(([, text]) => superlative.test(text))).toEqual([]);
  });
});
