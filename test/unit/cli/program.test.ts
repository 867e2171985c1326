import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import { inLanguage, languageOf } from "../../../src/cli/language.ts";
import { buildProgram } from "../../../src/cli/program.ts";
import { requestFields } from "../../../src/cli/request-flags.ts";
import { table } from "../../../src/cli/table.ts";
import { VIETNAMESE_LETTERS } from "../../../src/cli/vietnamese-letters.ts";
import { renderRequest } from "../../../src/model/request.ts";

const program = (language: "vi" | "en" | null = null) => buildProgram(language, () => undefined);
const command = (name: string, from = program()): Command =>
  from.commands.find((each) => each.name() === name)!;

describe("the help comes from the schema", () => {
  test("every field of a request is reachable from the command line", () => {
    const render = command("render");
    const reachable = [
      ...render.options.map((option) => option.attributeName()),
      ...render.registeredArguments.map((argument) => argument.name()),
      // Told by the extension of --out.
      "as",
    ];
    expect(reachable).toEqual(expect.arrayContaining(Object.keys(renderRequest.shape)));
  });

  test("with its descriptions and defaults", () => {
    const help = command("render").helpInformation();
    expect(help).toContain(renderRequest.shape.format.description);
    expect(help).toContain("[gdnn-2026]");
  });

  test("in one language when asked", () => {
    const pages = (language: "vi" | "en") =>
      [program(language), ...program(language).commands].map((each) => each.helpInformation());
    for (const page of pages("vi")) expect(page).not.toMatch(/\boutput file\b|\brender one\b|Options:/);
    for (const page of pages("en")) expect(page).not.toMatch(/[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệ]/i);
  });

  test("every description has both languages", () => {
    for (const each of [program(), ...program().commands]) {
      for (const text of [each.description(), ...each.options.map((option) => option.description)]) {
        expect(text).toContain(" | ");
      }
    }
  });
});

test("a number that is none is left for the schema to refuse", () => {
  expect(requestFields({ ppi: "72", format: "a5" })).toEqual({ ppi: 72, format: "a5" });
  expect(requestFields({ ppi: "abc" })).toEqual({ ppi: "abc" });
  expect(requestFields({ ppi: "" })).toEqual({ ppi: "" });
});

test("the language is found wherever it stands", () => {
  expect(languageOf(["render", "x", "--lang", "vi"])).toBe("vi");
  expect(languageOf(["--lang=en", "formats"])).toBe("en");
  expect(languageOf(["formats"])).toBeNull();
  expect(languageOf(["--lang", "fr"])).toBeNull();
  expect(inLanguage("khổ | format", "vi")).toBe("khổ");
  expect(inLanguage("A4", "en")).toBe("A4");
});

test("there are 134 Vietnamese letters beyond ASCII, each a single code point", () => {
  expect(new Set(VIETNAMESE_LETTERS).size).toBe(134);
  for (const letter of VIETNAMESE_LETTERS) expect([...letter]).toHaveLength(1);
  expect(VIETNAMESE_LETTERS).toEqual(expect.arrayContaining(["ữ", "Ễ", "đ", "Ỹ", "ặ"]));
});

test("tables align by letters", () => {
  expect(
    table(
      ["mã", "tên"],
      [
        ["a5", "Tờ rơi"],
        ["standee", "Giá"],
      ],
    ),
  ).toBe(["mã       tên", "───────  ──────", "a5       Tờ rơi", "standee  Giá"].join("\n"));
});
