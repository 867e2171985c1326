import { describe, expect, it } from "vitest";
import { text, words } from "../../../src/model/ids.ts";

describe("text that people typed", () => {
  it.each([
    ["decomposed Vietnamese", "Cao đẳng nghề".normalize("NFD"), "Cao đẳng nghề"],
    ["line breaks, tabs and no-break spaces", " Trường\r\n\tCao\u00a0đẳng ", "Trường Cao đẳng"],
    ["zero-width characters", "Tr\u200bường\ufeff N\u2060gh\u200dề", "Trường Nghề"],
    ["marks that turn the direction of writing", "\u202eNghề\u202c \u2066may\u2069\u200f", "Nghề may"],
    ["soft hyphens and variant selectors", "tuyển\u00ad sinh ☎\ufe0f", "tuyển sinh ☎"],
    ["a foreign letter with a mark of its own", "x\u0302", "x\u0302"],
  ])("loses nothing that shows: %s", (_name, typed, read) => {
    expect(text().parse(typed)).toBe(read);
  });

  it.each([
    ["control characters", "a\u0007b"],
    ["marks piled on a letter", "Họ\u0301\u0309\u0303c"],
    ["more than the limit", "a".repeat(2001)],
  ])("is refused with %s", (_name, typed) => {
    expect(text().safeParse(typed).success).toBe(false);
  });

  it("says nothing when nothing of it shows", () => {
    expect(words().safeParse("\u200b\u202e \ufeff").success).toBe(false);
  });
});
