import { describe, expect, test } from "vitest";
import { createStems, fileStem, LONGEST_STEM, pieceFile } from "../../../../src/run/batch/file-stem.ts";
import fc from "../../../support/property.ts";

describe("a file's name", () => {
  test.each([
    ["keeps Vietnamese letters", "Nguyễn Văn An", "Nguyễn-Văn-An"],
    ["composes them", "Nguye\u0302\u0303n", "Nguyễn"],
    ["leads into no folder", "a/b\\c", "a-b-c"],
    ["climbs out of none", "../../etc/passwd", "etc-passwd"],
    ["has no drive", "C:\\Windows", "C-Windows"],
    ["has no control characters", "a\u0000b\u001bc\nd", "abc-d"],
    ["is not turned round", "exe\u202egnp", "exegnp"],
    ["has no unseen letters", "a\u200bb\ufeff", "ab"],
    ["has no half letters", "a\ud800b", "ab"],
    ["is no option", "--rm -rf", "rm-rf"],
    ["is not hidden", ".htaccess", "htaccess"],
    ["has no second extension", "virus.exe", "virus-exe"],
    ["does not end in a dot or space", "Công ty TNHH. ", "Công-ty-TNHH"],
    ["has nothing that Windows refuses", 'a<b>c:d"e|f?g*h', "a-b-c-d-e-f-g-h"],
    ["is no device", "CON", ""],
    ["nor one with a number", "lpt¹", ""],
    ["is not the run's own sheet", "contact-sheet-2", ""],
    ["is empty when nothing is left", " /.. \u0007", ""],
  ])("%s", (_, text, stem) => {
    expect(fileStem(text)).toBe(stem);
  });

  test("is cut between letters, at what a file system takes", () => {
    const stem = fileStem("Trường Cao đẳng ".repeat(30));
    expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(LONGEST_STEM);
    expect(Buffer.byteLength(stem)).toBeGreaterThan(LONGEST_STEM - 5);
    expect("Trường-Cao-đẳng-".repeat(30).startsWith(stem)).toBe(true);
  });

  test("whatever the text, is one safe name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
        const stem = fileStem(text);
        expect(stem).not.toMatch(/[\p{C}/\\:*?"<>|.\s]|^-|-$/u);
        expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(LONGEST_STEM);
        expect(fileStem(stem)).toBe(stem);
      }),
    );
  });
});

describe("names of many rows", () => {
  const given = (...wishes: readonly string[]) => {
    const give = createStems();
    return wishes.map((wish, i) => give(wish, i + 1));
  };

  test("equal ones are numbered in the order of rows, and say who was first", () => {
    expect(given("an", "an", "an")).toEqual([
      { stem: "an", takenBy: null },
      { stem: "an-2", takenBy: 1 },
      { stem: "an-3", takenBy: 1 },
    ]);
  });

  test("a number steps over a name that somebody has", () => {
    expect(given("an-2", "an", "an").map(({ stem }) => stem)).toEqual(["an-2", "an", "an-3"]);
  });

  test("names that Windows and macOS hold to be one are two", () => {
    expect(given("Lê-An", "lê-an", "LÊ-AN").map(({ stem }) => stem)).toEqual(["Lê-An", "lê-an-2", "LÊ-AN-3"]);
  });

  test("nothing to be named by: the row's number", () => {
    expect(given("", "").map(({ stem }) => stem)).toEqual(["row-1", "row-2"]);
  });

  test("long ones stay within the limit when numbered", () => {
    const long = "x".repeat(LONGEST_STEM);
    const stems = given(long, long).map(({ stem }) => stem);
    expect(new Set(stems).size).toBe(2);
    for (const stem of stems) expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(LONGEST_STEM);
  });
});

test("pages sort by name, and no other row can have their names", () => {
  expect(pieceFile("an", "pdf", 1, 1)).toBe("an.pdf");
  expect([1, 12].map((page) => pieceFile("an", "png", page, 12))).toEqual(["an.01.png", "an.12.png"]);
});
