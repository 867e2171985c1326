/** What checking or rendering a row has found, in the words and places of its table. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import type { RenderRequest } from "../../model/request.ts";
import { isJsonObject } from "../../resolve/deep-merge.ts";
import type { MappedRow } from "./map-row.ts";
import { columnNameOf, fieldAt, fieldName } from "./match-columns.ts";
import { placed } from "./raw-table.ts";
import { FIELDS, type Field } from "./schema-fields.ts";

/** @param request what the row asked for */
export const rowFindings = (
  diagnostics: readonly Diagnostic[],
  row: MappedRow,
  request: Partial<RenderRequest>,
): readonly Diagnostic[] =>
  diagnostics.flatMap((each) => missingFields(each, request)).map((each) => placeByPath(each, row));

const REQUIRED = FIELDS.filter(({ isRequired, institution }) => isRequired && institution !== null);

/** What is missing of an institution, field by field and by the names of columns, in place of “a group is missing”. */
function missingFields(
  diagnostic: Diagnostic,
  { institution }: Partial<RenderRequest>,
): readonly Diagnostic[] {
  const { path } = diagnostic.where;
  if (diagnostic.code !== "request.invalid-field" || path === undefined) return [diagnostic];
  if (path === "institution" && institution === undefined) return [missingInstitution()];
  const missing = REQUIRED.filter(({ institution: own }) => {
    const full = `institution.${own}`;
    return (full === path || full.startsWith(`${path}.`)) && valueAt(institution, own!) === undefined;
  });
  if (missing.length === 0) return [diagnostic];
  return missing.map(missingValue);
}

const missingValue = (field: Field): Diagnostic =>
  diagnose(
    "rows.missing-value",
    { field: fieldName(field), column: columnNameOf(field) },
    { path: field.path },
  );

/** For a row that neither names an institution nor describes one, in a run that names none either. */
export const missingInstitution = (): Diagnostic => missingValue(fieldAt("institution.name")!);

const valueAt = (given: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((value, key) => (isJsonObject(value) ? value[key] : undefined), given);

/** Row, line and column of what a finding says about a path of the request. */
function placeByPath(diagnostic: Diagnostic, { number, line, columns }: MappedRow): Diagnostic {
  const where = { row: number, line };
  const parts = diagnostic.where.path?.split(".") ?? [];
  for (let length = parts.length; length > 0; length--) {
    const column = columns.get(parts.slice(0, length).join("."));
    if (column) return placed(diagnostic, { ...where, column: column.index + 1, header: column.header });
  }
  return placed(diagnostic, where);
}
