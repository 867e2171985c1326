/** Checks a row by the same schemas and look-ups as rendering, without rendering. */

import { AnphamError, type Diagnostic, hasErrors } from "../../base/diagnostic.ts";
import type { RenderRequest } from "../../model/request.ts";
import type { TemplateDefinition } from "../../model/template.ts";
import type { Library } from "../../resolve/library.ts";
import { resolve } from "../../resolve/resolve.ts";
import type { MappedRow } from "./map-row.ts";
import { rowFindings } from "./row-findings.ts";
import { requestOf } from "./row-request.ts";

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
      return rowFindings(diagnostics, row, request);
    } catch (thrown) {
      if (!(thrown instanceof AnphamError)) throw thrown;
      return rowFindings(thrown.diagnostics, row, request);
    }
  };
}

/** All that is known about a row; its content is only looked at when it could be read. */
export async function checkedDiagnostics(row: MappedRow, check: RowCheck): Promise<readonly Diagnostic[]> {
  if (hasErrors(row.diagnostics) && Object.keys(row.request).length === 0) return row.diagnostics;
  return [...row.diagnostics, ...(await check(row))];
}

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
