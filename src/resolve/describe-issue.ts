/** Says in both languages what a zod issue found and what was expected. */

import type { z } from "zod";
import { nearestList } from "../base/suggest.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** One complaint about one field. */
export interface FieldProblem {
  readonly path: Path;
  readonly reasonVi: string;
  readonly reason: string;
  readonly expectedVi: string;
  readonly expected: string;
}

type Sentences = Omit<FieldProblem, "path">;

const TYPES: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  string: ["chữ", "text"],
  number: ["số", "a number"],
  int: ["số nguyên", "a whole number"],
  boolean: ["true hoặc false", "true or false"],
  array: ["danh sách […]", "a list […]"],
  object: ["nhóm trường {…}", "an object {…}"],
  record: ["nhóm trường {…}", "an object {…}"],
  null: ["null", "null"],
};

const FORMATS: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  email: ["địa chỉ thư điện tử", "an email address"],
  url: [
    "địa chỉ web bắt đầu bằng http:// hoặc https://",
    "a web address that starts with http:// or https://",
  ],
  date: ["ngày dạng 2026-10-04", "a date such as 2026-10-04"],
};

/** The problems behind one issue: one for each unknown field, otherwise a single one. */
export function describeIssue(issue: Issue): readonly FieldProblem[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...issue.path, key], ...unknownField(key, []) }));
  }
  if (issue.code === "invalid_union") {
    const branch = likelyBranch(issue.errors);
    if (branch) {
      return branch.flatMap((inner) =>
        describeIssue({ ...inner, path: [...issue.path, ...inner.path] } as Issue),
      );
    }
  }
  return [{ path: issue.path, ...sentences(issue) }];
}

/** A field that nothing reads, with those that it may have meant. */
export function unknownField(key: string, known: readonly string[]): Sentences {
  const meant = known.length > 0 ? nearestList(key, known) : null;
  return {
    reasonVi: "không có trường này",
    reason: "there is no such field",
    expectedVi: meant ?? "bỏ trường này",
    expected: meant ?? "leave it out",
  };
}

const MISSING = { reasonVi: "còn thiếu", reason: "it is missing" };

function sentences(issue: Issue): Sentences {
  const found = seen(issue.input);
  switch (issue.code) {
    case "invalid_type": {
      const [expectedVi, expected] = TYPES[issue.expected] ?? [issue.expected, issue.expected];
      return { ...(issue.input === undefined ? MISSING : found), expectedVi, expected };
    }
    case "too_small": {
      if (issue.origin === "string" && issue.minimum === 1) {
        return {
          reasonVi: "đang trống",
          reason: "it is empty",
          expectedVi: "ít nhất 1 ký tự",
          expected: "some text",
        };
      }
      const [vi, en] = amount(issue.origin, issue.minimum);
      return { ...found, expectedVi: `ít nhất ${vi}`, expected: `at least ${en}` };
    }
    case "too_big": {
      const [vi, en] = amount(issue.origin, issue.maximum);
      return { ...found, expectedVi: `nhiều nhất ${vi}`, expected: `at most ${en}` };
    }
    case "invalid_format": {
      const [expectedVi, expected] = FORMATS[issue.format] ??
        ownWording(issue) ?? [issue.format, issue.format];
      return { ...found, expectedVi, expected };
    }
    case "invalid_value": {
      const values = issue.values.map(String).join(", ");
      const meant =
        typeof issue.input === "string" ? nearestList(issue.input, issue.values.map(String)) : values;
      const shown = issue.values.length > 6 ? meant : values;
      return { ...found, expectedVi: `một trong: ${shown}`, expected: `one of: ${shown}` };
    }
    case "invalid_union": {
      const branches = issue.errors.flatMap((issues) => (issues[0] ? [sentences(issues[0])] : []));
      return {
        ...(issue.input === undefined ? MISSING : found),
        expectedVi: branches.map((branch) => branch.expectedVi).join(" hoặc "),
        expected: branches.map((branch) => branch.expected).join(" or "),
      };
    }
    default: {
      const [expectedVi, expected] = ownWording(issue) ?? [issue.message, issue.message];
      return { ...found, expectedVi, expected };
    }
  }
}

/** A schema's own words for what it wants, “Vietnamese | English” or one for both; zod's default ones say nothing. */
function ownWording({ message }: Issue): readonly [vi: string, en: string] | null {
  if (message.startsWith("Invalid ")) return null;
  const [vi = message, en = vi] = message.split(" | ");
  return [vi, en];
}

/** The branch of a union that the writer meant: the one whose complaint is not about the type of the whole. */
function likelyBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const fitting = branches.filter(
    (issues) => !issues.some((i) => i.code === "invalid_type" && i.path.length === 0),
  );
  return fitting.length === 1 ? fitting[0]! : null;
}

function amount(origin: string, limit: number | bigint): readonly [vi: string, en: string] {
  if (origin === "string") return [`${limit} ký tự`, `${limit} characters`];
  if (origin === "array") return [`${limit} mục`, `${limit} items`];
  return [String(limit), String(limit)];
}

const LONGEST_QUOTE = 40;

/** What stands there now, cut to a readable length. */
function seen(input: unknown): { reasonVi: string; reason: string } {
  if (Array.isArray(input))
    return { reasonVi: `đang có ${input.length} mục`, reason: `it has ${input.length} items` };
  if (typeof input === "object" && input !== null) {
    return { reasonVi: "đang là một nhóm trường", reason: "it is an object" };
  }
  const text = String(input);
  if (typeof input !== "string") return { reasonVi: `đang là ${text}`, reason: `it is ${text}` };
  if (text.length <= LONGEST_QUOTE) return { reasonVi: `đang là “${text}”`, reason: `it is “${text}”` };
  const quote = `“${text.slice(0, LONGEST_QUOTE)}…”`;
  return {
    reasonVi: `đang là ${quote}, dài ${text.length} ký tự`,
    reason: `it is ${quote}, ${text.length} characters long`,
  };
}
