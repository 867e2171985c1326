/** A row of cells as what a render request says in its place. */

import { type Diagnostic, diagnose, hasErrors } from "../../base/diagnostic.ts";
import type { TrainingLevel } from "../../model/institution.ts";
import type { RenderRequest } from "../../model/request.ts";
import { plainName } from "../names.ts";
import { readLevels } from "./cell-programmes.ts";
import { readValue, takenValue } from "./cell-value.ts";
import { deepObject } from "./deep-object.ts";
import { completeInstitution, completeProgrammes } from "./inline-institution.ts";
import { type ColumnMatcher, fieldAt, fieldName, type Target } from "./match-columns.ts";
import { type Column, placed, quoted, type RawCell, type RawRow } from "./raw-table.ts";
import type { Field } from "./schema-fields.ts";
import { LEVELS_PATH } from "./synonyms.ts";

export interface MappedRow {
  /** 1-based, the heading not counted. */
  readonly number: number;
  /** 1-based line of the file or row of the sheet. */
  readonly line: number;
  /**
   * The fields that the row gives: laid over the run's own request they make the request of this row. `institution` is
   * an id or an institution's whole data; `data` lies over the brief.
   */
  readonly request: Partial<RenderRequest>;
  /** What people call the row: the person's or the institution's name. */
  readonly title: string | null;
  /** Stem for file names, a–z, 0–9 and hyphens, at most 80 characters. Rows may share one. */
  readonly slug: string;
  readonly diagnostics: readonly Diagnostic[];
  /** The column that filled a path of the request. */
  readonly columns: ReadonlyMap<string, Column>;
  /** The cells that hold something, as their columns' fields take them, in the order of columns. */
  readonly cells: readonly Pick<RawCell, "column" | "value">[];
}

export interface MapOptions {
  readonly matcher: ColumnMatcher;
  /** Ids of the brand folder's institutions. */
  readonly institutions: ReadonlySet<string>;
  /** Whether the run names an institution for all rows: then a row's own data lies over it. */
  readonly hasInstitution: boolean;
}

/** A value that goes into the request. */
interface Entry {
  readonly field: Field;
  readonly column: Column;
  readonly value: unknown;
}

/** Names that people give in place of ids: the text goes to the brief then. */
const TEXT_INSTEAD_OF_ID: Readonly<Record<string, string>> = { message: "message.text", event: "event.name" };
const PROGRAMMES = "programmes";
/** Names of columns in a sentence. */
const SHOWN_HEADERS = 8;
/** An “ID” that only counts rows names no file. */
const RUNNING_NUMBER = /^\d+$/u;

export function mapRow(row: RawRow, options: MapOptions): MappedRow {
  const { matcher } = options;
  const ofCells: Diagnostic[] = [];
  const { entries, groups, cells } = readCells(row, matcher, ofCells);
  // Columns are matched in their order by now, which tells of two for one field which is the first.
  const diagnostics = [...row.diagnostics.filter((each) => isAboutUsed(each, matcher)), ...ofCells];
  const given = (path: string) => entries.find(({ field }) => field.path === path)?.value;
  const reference = stringOf(given("institution"));
  const ownId = stringOf(given("institution.id"));
  const name = nameOf(given("institution.name"));
  const inlineGroup = groups.find(({ path }) => path === "institution");
  const isKnown = reference !== null && options.institutions.has(reference);
  const isInline = !!inlineGroup || (name !== null && !isKnown && !options.hasInstitution);
  // “ID” heads lists of people as well as of schools: it means an institution only where it names one.
  const isOwnIdKnown = ownId !== null && !options.hasInstitution && options.institutions.has(ownId);
  const institutionId = isInline ? null : (reference ?? (name === null && isOwnIdKnown ? ownId : null));
  const isIdUsed = isInline && ownId !== null && !RUNNING_NUMBER.test(ownId);

  // Where no institution is named either, there is none that anything could lie over; what lacks is told.
  const isLaidOver = options.hasInstitution || institutionId !== null;

  const request = deepObject();
  const inline = deepObject();
  const columns = new Map<string, Column>();
  for (const { path, column, value } of groups) {
    const place = placeOfGroup(path, isInline);
    if (!place) {
      if (isLaidOver) diagnostics.push(notLaidOver({ path }, column, row, institutionId));
      continue;
    }
    (place.isInline ? inline : request).set(place.path, value);
    columns.set(place.isInline ? `institution.${place.path}` : place.path, column);
  }
  const lay = ({ field, column, value }: Entry) => {
    const [target, path, full] =
      isInline && field.institution !== null
        ? [inline, field.institution, `institution.${field.institution}`]
        : [request, field.request, field.request];
    if (full === null || path === null) {
      if (isLaidOver) diagnostics.push(notLaidOver(field, column, row, institutionId));
      return;
    }
    target.set(path, value);
    columns.set(full, column);
  };
  const levels = (given(LEVELS_PATH) ?? []) as readonly TrainingLevel[];
  const kind = name ?? institutionId ?? nameOf(inlineGroup?.value);
  for (const entry of entries) {
    const { path } = entry.field;
    if (path === LEVELS_PATH || path === "institution" || (path === "institution.id" && !isIdUsed)) continue;
    if (path !== PROGRAMMES || typeof entry.value !== "string") {
      lay(entry);
      continue;
    }
    const made = completeProgrammes(entry.value, levels, kind);
    diagnostics.push(...made.diagnostics.map((each) => placed(each, placeIn(row, entry.column))));
    lay({ ...entry, value: made.value });
  }
  if (isInline) {
    request.set("institution", completeInstitution(inline, isIdUsed ? ownId : reference, row.number));
  } else if (institutionId !== null) {
    request.set("institution", institutionId);
    const column = entries.find(({ field }) => field.path.startsWith("institution"))?.column;
    if (column) columns.set("institution", column);
  }
  const asked = request.toObject() as Partial<RenderRequest>;
  // A piece of samples would come of it. What could not be read has been told already.
  if (Object.keys(asked).length === 0 && !hasErrors(diagnostics)) diagnostics.push(nothingAsked(row));
  const person = nameOf(given("person.name"));
  const wish = person ?? (isInline ? String(inline.get("id")) : (institutionId ?? name)) ?? "";
  return {
    number: row.number,
    line: row.line,
    request: asked,
    title: person ?? nameOf(inline.get("name")) ?? name ?? institutionId,
    slug: plainName(wish, `row-${row.number}`),
    diagnostics,
    columns,
    cells,
  };
}

/** Whether a finding is about the row as a whole or a column that fills something: of others nothing is printed. */
function isAboutUsed({ where }: Diagnostic, matcher: ColumnMatcher): boolean {
  if (where.column === undefined || where.header === undefined) return true;
  const { kind } = matcher.match({ index: where.column - 1, header: where.header });
  return kind === "field" || kind === "group";
}

function nothingAsked({ number, line, cells }: RawRow): Diagnostic {
  const headers = cells.slice(0, SHOWN_HEADERS).map(({ column }) => column.header.slice(0, 40));
  const params = { headers: headers.length > 0 ? headers.join(", ") : "–" };
  return diagnose("rows.no-known-value", params, { row: number, line });
}

const stringOf = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value : null;

/** The text of a name, which may be a phrase with a short form, or of what has one. */
function nameOf(value: unknown): string | null {
  if (typeof value !== "object" || value === null) return stringOf(value);
  const { name, text } = value as { readonly name?: unknown; readonly text?: unknown };
  return name === undefined ? stringOf(text) : nameOf(name);
}

export const placeIn = (
  { number, line }: Pick<RawRow, "number" | "line">,
  column: Column,
): Diagnostic["where"] => ({
  row: number,
  line,
  column: column.index + 1,
  header: column.header,
});

interface Group {
  readonly path: string;
  readonly column: Column;
  readonly value: unknown;
}

function readCells(row: RawRow, matcher: ColumnMatcher, diagnostics: Diagnostic[]) {
  const entries: Entry[] = [];
  const groups: Group[] = [];
  const lists = new Map<string, { readonly field: Field; readonly column: Column; readonly items: Item[] }>();
  const cells: MappedRow["cells"][number][] = [];
  for (const raw of row.cells) {
    const match = matcher.match(raw.column);
    const taken = takenValue(raw, match.kind === "field" ? match.target.field : null);
    const cell = { column: raw.column, value: taken.value };
    cells.push(cell);
    if (match.kind === "group") groups.push({ path: match.path, column: cell.column, value: cell.value });
    if (match.kind !== "field") continue;
    const target = redirected(match.target, cell);
    const { field, position } = target;
    // JSON gives whole groups under names that are ids elsewhere.
    if (typeof cell.value === "object" && ID_GROUPS.includes(field.path)) {
      groups.push({ path: field.path, column: cell.column, value: cell.value });
      continue;
    }
    const read = readValue(cell.value, field);
    const where = placeIn(row, cell.column);
    diagnostics.push(...[...taken.diagnostics, ...read.diagnostics].map((each) => placed(each, where)));
    if (read.value === undefined) continue;
    if (field.path === LEVELS_PATH) {
      const levels = readLevels(String(cell.value));
      if (levels) entries.push({ field, column: cell.column, value: levels });
      else diagnostics.push(placed(unreadableLevels(cell), where));
    } else if (field.kind === "texts" || position !== null) {
      const list = lists.get(field.path) ?? { field, column: cell.column, items: [] };
      const values = Array.isArray(read.value) ? read.value : [read.value];
      const items = values.map((value) => ({ value, position: position ?? 0, column: cell.column }));
      // Of two columns for one part, too, the first with content counts.
      if (field.kind === "texts" || !list.items.some((item) => item.position === position))
        list.items.push(...items);
      lists.set(field.path, list);
    } else if (!entries.some((entry) => entry.field === field)) {
      // Of two columns for one field, the first with content counts.
      entries.push({ field, column: cell.column, value: read.value });
    }
  }
  for (const { field, column, items } of lists.values()) {
    const ordered = items.sort((a, b) => a.position - b.position).map(({ value }) => value);
    if (field.kind === "texts") entries.push({ field, column, value: ordered });
    else if (!entries.some((entry) => entry.field === field))
      entries.push({ field, column, value: ordered.join(", ") });
  }
  return { entries, groups, cells };
}

interface Item {
  readonly value: unknown;
  readonly position: number;
  readonly column: Column;
}

/** Ids whose names are groups of the brief in JSON. */
const ID_GROUPS: readonly string[] = ["message", "event", "audience", "institution"];

function redirected(target: Target, { value }: Pick<RawCell, "value">): Target {
  const other = TEXT_INSTEAD_OF_ID[target.field.path];
  const isId = typeof value !== "string" || /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/u.test(value.trim());
  return other === undefined || isId ? target : { field: fieldAt(other)!, position: null };
}

function unreadableLevels({ value }: Pick<RawCell, "value">): Diagnostic {
  return diagnose("rows.unreadable-value", {
    text: quoted(value),
    field: fieldName({ path: LEVELS_PATH }),
    expectedVi: "sơ cấp, trung cấp, cao đẳng",
    expected: "sơ cấp, trung cấp, cao đẳng",
  });
}

/** Where a whole group of JSON goes; `null`: nowhere, because it is part of an institution's own data. */
function placeOfGroup(
  path: string,
  isInline: boolean,
): { readonly isInline: boolean; readonly path: string } | null {
  if (path === "data") return { isInline: false, path };
  if (path === "institution") return { isInline: true, path: "" };
  if (path.startsWith("institution.")) {
    return isInline ? { isInline, path: path.slice("institution.".length) } : null;
  }
  return path === "contact" && isInline ? { isInline, path } : { isInline: false, path: `data.${path}` };
}

function notLaidOver(
  field: Pick<Field, "path">,
  column: Column,
  row: RawRow,
  institution: string | null,
): Diagnostic {
  const params = { field: fieldName(field), institution: institution ?? "…" };
  return diagnose("rows.not-laid-over", params, placeIn(row, column));
}
