import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { CODES } from "../../../src/base/codes.ts";

const folder = new URL("../../../src/base/codes/", import.meta.url);

test("every code stands in one part of the catalogue, and every part is in it", async () => {
  const codes: string[] = [];
  for (const file of readdirSync(folder)) {
    const parts = (await import(new URL(file, folder).href)) as Readonly<Record<string, object>>;
    for (const part of Object.values(parts)) codes.push(...Object.keys(part));
  }
  expect(new Set(codes).size).toBe(codes.length);
  expect(new Set(codes)).toEqual(new Set(Object.keys(CODES)));
});

test("codes are an area and what is wrong, in lower case; sentences are there in both languages", () => {
  for (const [code, { vi, en, hintVi, hintEn }] of Object.entries(CODES)) {
    expect(code).toMatch(/^[a-z]+\.[a-z0-9-]+$/);
    for (const sentence of [vi, en, hintVi, hintEn]) expect(sentence.length, code).toBeGreaterThan(3);
  }
});
