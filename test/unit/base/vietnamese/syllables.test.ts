import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { packageRoot } from "../../../../src/base/package-root.ts";
import { isSyllable } from "../../../../src/base/vietnamese/syllables.ts";

const sentences = `Trường Cao đẳng Kỹ nghệ Bình Thuận thuộc Ủy ban nhân dân tỉnh. Giếng nước gì thế? Quốc gia quý quyển sách,
  khuỷu tay nghiêng, thuở xưa, khuya khoắt, ngoằn ngoèo, hươu, rượu, yêu, yểng, ý kiến, xoong, quẹt, khuếch, huỳnh huỵch`;

test.each(sentences.match(/\p{L}+/gu)!)("%s", (word) => {
  expect([isSyllable(word), isSyllable(word.toUpperCase()), isSyllable(word.normalize("NFD"))]).toEqual([
    true,
    true,
    true,
  ]);
});

test.each([
  "Tr­êng",
  "Tröôøng",
  "§iÖn",
  "Müller",
  "wifi",
  "kỳt",
  "bàc",
  "áé",
  "ngia",
  "fghj",
  "ăê",
  "Nguyeãn",
])("%s is none", (word) => {
  expect(isSyllable(word)).toBe(word === "ngia");
});

test("all words with marks that the campaign says are syllables", () => {
  const text = readFileSync(join(packageRoot(), "brand/campaigns/gdnn-2026.json"), "utf8");
  const words = (text.match(/\p{L}+/gu) ?? []).filter((word) => /\P{ASCII}/u.test(word));
  expect(words.length).toBeGreaterThan(500);
  expect([...new Set(words.filter((word) => !isSyllable(word)))]).toEqual([]);
});
