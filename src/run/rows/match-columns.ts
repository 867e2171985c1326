/** Which field a column fills: by its name, or by the caller's map. */

import { type Diagnostic, diagnose, fail } from "../../base/diagnostic.ts";
import { nearest } from "../../base/suggest.ts";
import { nameKey } from "../../base/vietnamese/slug.ts";
import { type Column, columnLetters } from "./raw-table.ts";
import { FIELDS, type Field } from "./schema-fields.ts";
import { LEVELS_PATH, LEVELS_SYNONYMS, PARTS, SYNONYMS, UNUSED } from "./synonyms.ts";

/** The map of the caller: heading → path of a field, `null` to leave a column out. */
export type ColumnMap = Readonly<Record<string, string | null>>;

/** The column of levels is no field of its own. */
const LEVELS: Field = {
  path: LEVELS_PATH,
  kind: "texts",
  choices: [],
  request: null,
  institution: null,
  isRequired: false,
};

export interface Target {
  readonly field: Field;
  /**
   * Of “Điện thoại 2”, 2: where in the field's list the cell goes; of “Chức vụ”, 1: which part of a text it is.
   * 1-based; `null` for a whole value.
   */
  readonly position: number | null;
}

export type Match =
  | { readonly kind: "field"; readonly target: Target }
  /** Left out on purpose: “STT”, or `null` in the map. */
  | { readonly kind: "unused" }
  /** JSON with an object under a name of its own: `contact`, `data`, `institution`. */
  | { readonly kind: "group"; readonly path: string }
  | { readonly kind: "unknown" };

const byPath = new Map([...FIELDS, LEVELS].map((field) => [field.path, field]));
const byName = new Map<string, Field>();
for (const field of byPath.values()) {
  const names = field === LEVELS ? LEVELS_SYNONYMS : (SYNONYMS[field.path] ?? []);
  // An earlier name wins over a later path: “event” is the id, as its list says.
  for (const name of [field.path, ...names]) if (!byName.has(nameKey(name))) byName.set(nameKey(name), field);
}
/** The parts of fields that lists may give in several columns, by their names. */
const parts = new Map(
  Object.entries(PARTS).flatMap(([path, named]) =>
    named.flatMap((names, i) =>
      names.map((name) => [nameKey(name), { field: byPath.get(path)!, position: i + 1 }] as const),
    ),
  ),
);
const unused = new Set(UNUSED.map(nameKey));
/** Names of groups of fields in JSON, with their paths: `contact`, `data`, an institution's `colors`. */
const groups = new Map([
  ["data", "data"],
  ...[...byPath.values()].flatMap(({ path, institution }) => [
    ...parentsOf(institution ?? "").map((parent): [string, string] => [parent, `institution.${parent}`]),
    ...parentsOf(path).map((parent): [string, string] => [parent, parent]),
  ]),
]);

function parentsOf(path: string): readonly string[] {
  const parts = path.split(".");
  return parts.slice(0, -1).map((_, i) => parts.slice(0, i + 1).join("."));
}

/** A field by its path. */
export const fieldAt = (path: string): Field | undefined => byPath.get(path);

/** The first of the names that columns of a field may have; its path where there is none. */
export const columnNameOf = ({ path }: Pick<Field, "path">): string =>
  (path === LEVELS_PATH ? LEVELS_SYNONYMS : (SYNONYMS[path] ?? []))[0] ?? path;

/** How findings call a field: “Tên trường (institution.name)”. */
export function fieldName(field: Pick<Field, "path">): string {
  const name = columnNameOf(field);
  return name === field.path ? name : `${name} (${field.path})`;
}

/** What a heading means without a map. “(…)”, “*” and a number before it do not count. */
export function matchName(header: string): Match {
  const candidates = [header, header.replace(/\([^)]*\)/gu, " "), header.replace(/^\s*[\d.)]+\s*/u, "")];
  for (const candidate of candidates) {
    const key = nameKey(candidate);
    if (key === "") continue;
    const part = parts.get(key);
    if (part) return { kind: "field", target: part };
    const field = byName.get(key);
    if (field) return { kind: "field", target: { field, position: null } };
    if (unused.has(key)) return { kind: "unused" };
    const numbered = /^(.+?)0?([1-9]\d?)$/u.exec(key);
    const list = numbered ? byName.get(numbered[1]!) : undefined;
    if (numbered && list?.kind === "texts") {
      return { kind: "field", target: { field: list, position: Number(numbered[2]) } };
    }
  }
  const group = groups.get(header);
  return group === undefined ? { kind: "unknown" } : { kind: "group", path: group };
}

/** What a text means as the name of a column. */
export type NameKind = Match["kind"];
export const kindOfName = (header: string): NameKind => matchName(header).kind;
/** Whether a column of that name is certainly one, used or not. */
export const isKnownKind = (kind: NameKind): boolean => kind === "field" || kind === "unused";

/**
 * Reads a map file's content.
 * @throws AnphamError `rows.bad-map`
 */
export function readMap(content: unknown): ColumnMap {
  const entries = typeof content === "object" && content !== null ? Object.entries(content) : [];
  if (entries.length === 0 || Array.isArray(content)) {
    fail("rows.bad-map", { header: "{…}", field: String(content).slice(0, 40), nearest: "institution.name" });
  }
  for (const [header, path] of entries) {
    if (path === null || (typeof path === "string" && targetAt(path))) continue;
    const field = String(path);
    fail("rows.bad-map", { header, field, nearest: nearest(field, [...byPath.keys()]).join(", ") });
  }
  return Object.fromEntries(entries) as ColumnMap;
}

/** `contact.phones.1` is the second number. */
function targetAt(path: string): Target | null {
  const field = byPath.get(path);
  if (field) return { field, position: null };
  const item = /^(.+)\.(\d{1,2})$/u.exec(path);
  const list = item && byPath.get(item[1]!);
  return list?.kind === "texts" ? { field: list, position: Number(item![2]) + 1 } : null;
}

/** Where every column goes; asked again for each new column of JSON. */
export interface ColumnMatcher {
  match(column: Column): Match;
  /** About the columns seen so far, each told once. */
  findings(): readonly Diagnostic[];
}

export function columnMatcher(map: ColumnMap): ColumnMatcher {
  const wishes = new Map(Object.entries(map).map(([header, path]) => [nameKey(header), { header, path }]));
  const asked = new Set<string>();
  const matches = new Map<number, Match>();
  const taken = new Map<Field, { readonly column: Column; readonly position: number | null }[]>();
  const found: Diagnostic[] = [];

  function decide(column: Column): Match {
    const wish = wishes.get(nameKey(column.header));
    if (!wish) return matchName(column.header);
    asked.add(wish.header);
    const target = wish.path === null ? null : targetAt(wish.path);
    if (!target) return { kind: "unused" };
    // Which part of the field a column gives is known by its name alone.
    const own = matchName(column.header);
    const isOwn = own.kind === "field" && own.target.field === target.field && target.position === null;
    return isOwn ? own : { kind: "field", target };
  }

  function checked(column: Column, match: Match): Match {
    const where = { column: column.index + 1, header: column.header };
    if (match.kind === "unknown") {
      const name = column.header.slice(0, 60);
      found.push(diagnose("rows.unknown-column", { header: name, nearest: nearestFields(name) }, where));
    }
    if (match.kind !== "field") return match;
    const { field, position } = match.target;
    const others = taken.get(field) ?? [];
    taken.set(field, [...others, { column, position }]);
    const isSame = (other: number | null) => other === null || position === null || other === position;
    const earlier = others.find((other) => isSame(other.position))?.column;
    // A list takes from all its columns.
    if (!earlier || field.kind === "texts") return match;
    const { header } = column;
    found.push(
      earlier.header === header
        ? diagnose(
            "rows.duplicate-header",
            { header, columns: [earlier, column].map(({ index }) => columnLetters(index)).join(", ") },
            where,
          )
        : diagnose("rows.same-field", { one: earlier.header, other: header, field: fieldName(field) }, where),
    );
    return match;
  }

  return {
    match(column) {
      let match = matches.get(column.index);
      if (!match) {
        match = checked(column, decide(column));
        matches.set(column.index, match);
      }
      return match;
    },
    findings: () => [
      ...found,
      ...[...wishes.values()]
        .filter(({ header }) => !asked.has(header))
        .map(({ header }) => diagnose("rows.map-unused", { header }, { header })),
    ],
  };
}

const names = new Map(
  [...byPath.values()].flatMap((field) =>
    (field === LEVELS ? LEVELS_SYNONYMS : (SYNONYMS[field.path] ?? [])).map((name) => [name, field] as const),
  ),
);

/** The nearest names with their fields, each field once. */
function nearestFields(header: string): string {
  const fields = nearest(header, [...names.keys(), ...byPath.keys()], 6).map(
    (name) => names.get(name) ?? byPath.get(name)!,
  );
  return [...new Set(fields)].slice(0, 3).map(fieldName).join(", ");
}
