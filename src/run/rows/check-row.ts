/** Checks a row by the same schemas and look-ups as rendering, without rendering. */

import { AnphamError, type Diagnostic, diagnose, hasErrors } from "../../base/diagnostic.ts";
import type { RenderRequest } from "../../model/request.ts";
import type { TemplateDefinition } from "../../model/template.ts";
import { isJsonObject } from "../../resolve/deep-merge.ts";
import type { Library } from "../../resolve/library.ts";
import { resolve } from "../../resolve/resolve.ts";
import type { MappedRow } from "./map-row.ts";
import { columnNameOf, fieldAt, fieldName } from "./match-columns.ts";
import { placed } from "./raw-table.ts";
import { requestOf } from "./row-request.ts";
import { FIELDS, type Field } from "./schema-fields.ts";

/** Finds what is wrong with the content of rows. */
export type RowCheck = (row: MappedRow) => Promise<readonly Diagnostic[]>;

/**
 * @param base what the run says for all rows. Where neither it nor the row names a template and a format, any that
 *   takes the row stands in: content is checked all the same.
 */
export async function rowCheck(library: Library, base: Partial<RenderRequest>): Promise<RowCheck> {
  const templates = await Promise.all(library.templates.ids.map((id) => library.templates.load(id)));
  return async (row) => {
    const request = withStandIn(requestOf(row, base), templates);
    try {
      const { diagnostics } = await resolve(request, library);
      return diagnostics.map((each) => placeByPath(each, row));
    } catch (thrown) {
      if (!(thrown instanceof AnphamError)) throw thrown;
      return thrown.diagnostics
        .flatMap((each) => missingFields(each, request))
        .map((each) => placeByPath(each, row));
    }
  };
}

/** All that is known about a row; its content is only looked at when it could be read. */
export async function checkedDiagnostics(row: MappedRow, check: RowCheck): Promise<readonly Diagnostic[]> {
  if (hasErrors(row.diagnostics) && Object.keys(row.request).length === 0) return row.diagnostics;
  return [...row.diagnostics, ...(await check(row))];
}

const REQUIRED = FIELDS.filter(({ isRequired, institution }) => isRequired && institution !== null);

/** What is missing of an institution, field by field and by the names of columns, in place of “a group is missing”. */
function missingFields(diagnostic: Diagnostic, { institution }: RenderRequest): readonly Diagnostic[] {
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

function withStandIn(request: RenderRequest, templates: readonly TemplateDefinition[]): RenderRequest {
  const { template, format, theme } = request as Partial<RenderRequest>;
  if (template !== undefined && format !== undefined) return request;
  const chosen =
    templates.find(
      (each) =>
        (template === undefined || each.id === template) &&
        (format === undefined || each.formats.includes(format)) &&
        (theme === undefined || each.themes.includes(theme)),
    ) ?? templates[0];
  if (!chosen) return request;
  return { ...request, template: template ?? chosen.id, format: format ?? chosen.formats[0]! };
}

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
