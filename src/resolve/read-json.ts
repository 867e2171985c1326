/** Reads a JSON file and says where it breaks. */

import { readFile, stat } from "node:fs/promises";
import { printParseErrorCode, visit } from "jsonc-parser";
import { fail, reasonOf } from "../base/diagnostic.ts";
import { failOnFile } from "../base/system-reason.ts";

/** Far above any real data file; keeps a wrong path from filling the memory. */
const LARGEST_FILE = 20 * 1024 * 1024;

/**
 * @param name how to call the file in a complaint
 * @throws AnphamError `request.unreadable-file` or `request.broken-json`
 */
export async function readJson(file: string, name: string = file): Promise<unknown> {
  return parseJson(await readText(file, name), name);
}

async function readText(file: string, name: string): Promise<string> {
  const unreadable = (reasonVi: string, reason: string, cause?: unknown): never =>
    fail("request.unreadable-file", { file: name, reasonVi, reason }, { file: name }, { cause });
  try {
    const found = await stat(file);
    if (!found.isFile()) return unreadable("không phải là tệp", "it is not a file");
    if (found.size > LARGEST_FILE) return unreadable("lớn hơn 20 MB", "it is over 20 MB");
    return new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file));
  } catch (thrown) {
    if (thrown instanceof TypeError) return unreadable("không phải mã UTF-8", "it is not UTF-8", thrown);
    failOnFile(name, thrown);
  }
}

/** Parses JSON text. `name` is how a complaint calls it. */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    // JSON.parse is strict and fast but does not say where; the other parser does.
    const { line, column, reasonVi, reason } = firstBreak(text) ?? {
      line: 1,
      column: 1,
      reasonVi: "không phải JSON",
      reason: reasonOf(thrown),
    };
    fail("request.broken-json", { file: name, line, column, reasonVi, reason }, { file: name, line, column });
  }
}

/** By the names that jsonc-parser gives its errors. */
const REASONS: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  InvalidSymbol: ["có ký hiệu lạ", "a symbol that JSON does not know"],
  InvalidNumberFormat: ["số viết sai", "a number is written wrongly"],
  PropertyNameExpected: ["thiếu tên trường trong ngoặc kép", "a field name in double quotes is missing"],
  ValueExpected: ["thiếu giá trị", "a value is missing"],
  ColonExpected: ["thiếu dấu hai chấm", "a colon is missing"],
  CommaExpected: ["thiếu dấu phẩy", "a comma is missing"],
  CloseBraceExpected: ["thiếu dấu }", "a } is missing"],
  CloseBracketExpected: ["thiếu dấu ]", "a ] is missing"],
  EndOfFileExpected: ["còn chữ thừa sau phần cuối", "there is text after the end"],
  InvalidCommentToken: ["JSON không có chú thích", "JSON has no comments"],
  UnexpectedEndOfString: ["thiếu dấu ngoặc kép đóng", "a closing quote is missing"],
  InvalidCharacter: ["có ký tự không được phép", "a character that is not allowed"],
};

interface Break {
  readonly line: number;
  readonly column: number;
  readonly reasonVi: string;
  readonly reason: string;
}

function firstBreak(text: string): Break | null {
  const breaks: Break[] = [];
  visit(
    text,
    {
      onError(error, _offset, _length, line, column) {
        const [reasonVi, reason] = REASONS[printParseErrorCode(error)] ?? ["sai cú pháp", "it is not JSON"];
        breaks.push({ line: line + 1, column: column + 1, reasonVi, reason });
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  );
  return breaks[0] ?? null;
}
