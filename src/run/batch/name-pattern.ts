/** `{slug}-{format}`: how the files of a run are called. */

import { fail } from "../../base/diagnostic.ts";
import { nearestList } from "../../base/suggest.ts";
import { brief } from "../../model/brief.ts";
import { renderRequest } from "../../model/request.ts";
import { isJsonObject, type JsonObject } from "../../resolve/deep-merge.ts";

export const DEFAULT_NAME = "{slug}-{format}";

/** What every row has. */
export const NAME_FIELDS = ["slug", "row", "format", "template", "theme"] as const;

/** Fields of a row that a path may begin with. */
const ROOTS = [...Object.keys(renderRequest.shape), ...Object.keys(brief.shape)];

export interface NameValues extends Readonly<Record<(typeof NAME_FIELDS)[number], string>> {
  /** The row's request: where paths are looked up, in its data, then in its own fields, then in its institution. */
  readonly request: JsonObject;
  /** The institution that the request names by its id; `null` where it has the data itself, or there is none. */
  readonly institution: JsonObject | null;
}

export interface PatternName {
  readonly text: string;
  /** Fields that this row has nothing for. */
  readonly empty: readonly string[];
}

export type NamePattern = (values: NameValues) => PatternName;

/**
 * @param pattern text with `{field}`: {@link NAME_FIELDS}, or the path of a field such as `person.name`
 * @param place where it was given, as complaints call it: `--name`, or `name` of a request
 * @throws AnphamError `run.bad-name-pattern`
 */
export function parseNamePattern(pattern: string, place: string): NamePattern {
  const wrong = (reasonVi: string, reason: string): never =>
    fail(
      "run.bad-name-pattern",
      { pattern, reasonVi, reason, place, example: DEFAULT_NAME },
      { path: "name" },
    );
  const parts = pattern.split(/\{([^{}]*)\}/u);
  const fields = parts.filter((_, i) => i % 2 === 1);
  const literal = parts.filter((_, i) => i % 2 === 0).join("");
  if (/[{}]/u.test(literal)) wrong("ngoặc { } không thành cặp", "the braces { } are not in pairs");
  if (/[/\\]/u.test(literal)) wrong("tên tệp không chứa / và \\", "a file name has no / and no \\");
  if (fields.length === 0) wrong("không có {trường} nào phân biệt các dòng", "no {field} tells rows apart");
  const known: readonly string[] = [...NAME_FIELDS, ...ROOTS];
  for (const field of fields) {
    if (known.includes(field.split(".")[0]!)) continue;
    const near = nearestList(field, known);
    wrong(`không có trường “${field}”; gần nhất: ${near}`, `no field “${field}”; nearest: ${near}`);
  }
  return (values) => {
    const empty: string[] = [];
    const filled = parts.map((part, i) => {
      if (i % 2 === 0) return part;
      const value = isCommon(part) ? values[part] : textAt(values, part);
      if (value === "") empty.push(part);
      return value;
    });
    return { text: filled.join(""), empty };
  };
}

const isCommon = (field: string): field is (typeof NAME_FIELDS)[number] =>
  NAME_FIELDS.some((each) => each === field);

function textAt({ request, institution: named }: NameValues, path: string): string {
  const steps = path.split(".");
  const institution = named ?? request.institution;
  // In a brief, the institution's contact stands beside it.
  const contact = isJsonObject(institution) ? institution.contact : undefined;
  const places = [request.data, request, { institution, contact }];
  return places.map((place) => plainText(valueAt(place, steps))).find((text) => text !== "") ?? "";
}

function valueAt(value: unknown, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((inner, step) => {
    if (Array.isArray(inner)) return inner[Number(step)];
    return isJsonObject(inner) && Object.hasOwn(inner, step) ? inner[step] : undefined;
  }, value);
}

function plainText(value: unknown): string {
  // A phrase: its long form names it. An institution's data: its id, by which others are named.
  if (isJsonObject(value)) return plainText(value.text ?? value.id);
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}
