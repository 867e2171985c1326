import { expect, test } from "vitest";
import { keepsWords, partsPair, splitsOf } from "../../../src/kit/splits-of.ts";

test("lines that end between words keep them, those that end within a word or a name do not", () => {
  expect(keepsWords(["Trường Cao đẳng", "Bình Thuận"])).toBe(true);
  expect(keepsWords(["Trường Cao", "đẳng Bình Thuận"])).toBe(false);
  expect(splitsOf(["Trường Cao đẳng", "Bình Thuận"])).toBe(0);
  expect(splitsOf(["Trường Cao", "đẳng Bình", "Thuận"])).toBeGreaterThan(1);
});

test("a single line parts nothing, but a dash at its head", () => {
  expect(keepsWords(["Trường Cao đẳng Bình Thuận"])).toBe(true);
  expect(splitsOf(["Trường Cao\u00a0đẳng"])).toBe(0);
  expect(splitsOf([""])).toBe(0);
  expect(keepsWords(["–\u00a0Đức Linh"])).toBe(false);
  expect(splitsOf(["– Đức Linh"])).toBeGreaterThan(1);
});

test("a dash at the end of a line may couple what stands around it", () => {
  expect(partsPair(["Đức Linh –", "Tánh Linh"])).toBe(true);
  expect(partsPair(["Đức Linh – Tánh Linh"])).toBe(false);
});
