/** What checking or rendering a row has found, in the words and places of its table. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import type { RenderRequest } from "../../model/request.ts";
import { isJsonObject } from "../../resolve/deep-merge.ts";
import { findingsOnce } from "../findings-once.ts";
import type { MappedRow } from "./map-row.ts";
import { columnNameOf, fieldAt, fieldName } from "./match-columns.ts";
import { placed } from "./raw-table.ts";
import { FIELDS, type Field } from "./schema-fields.ts";
import { LEVELS_PATH } from "./synonyms.ts";

/** @param request what the row asked for */
export const rowFindings = (
  diagnostics: readonly Diagnostic[],
  row: MappedRow,
  request: Partial<RenderRequest>,
): readonly Diagnostic[] =>
  findingsOnce(
    diagnostics.flatMap((each) => missingFields(each, request)).map((each) => placeByPath(each, row)),
  );

/** The level of one of a row's programmes. */
const LEVELS_OF_ONE = /^(?:institution|data)\.programmes\.\d+\.levels$/u;
const REQUIRED = FIELDS.filter(({ isRequired, institution }) => isRequired && institution !== null);

/** What is missing, field by field and by the names of columns, in place of “a group is missing”. */
function missingFields(diagnostic: Diagnostic, request: Partial<RenderRequest>): readonly Diagnostic[] {
  const { institution } = request;
  const { path } = diagnostic.where;
  if (diagnostic.code !== "request.invalid-field" || path === undefined) return [diagnostic];
  if (path === "institution" && institution === undefined) return [missingInstitution()];
  if (LEVELS_OF_ONE.test(path) && isLess(valueAt(request, path))) {
    return [missingContent(fieldAt(LEVELS_PATH)!, path.split(".").slice(0, 2).join("."))];
  }
  const content = FIELDS.find((field) => field.request === path && path.startsWith("data."));
  if (content && valueAt(request, path) === undefined) return [missingContent(content, content.path)];
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

const missingContent = (field: Field, path: string): Diagnostic =>
  diagnose("rows.missing-content", { field: fieldName(field), column: columnNameOf(field) }, { path });

const isLess = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

/** For a row that neither names an institution nor describes one, in a run that names none either. */
export const missingInstitution = (): Diagnostic => missingValue(fieldAt("institution.name")!);

const valueAt = (given: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>(
      (value, key) =>
        Array.isArray(value) ? value[Number(key)] : isJsonObject(value) ? value[key] : undefined,
      given,
    );

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
