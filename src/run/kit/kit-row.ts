/** What a kit is made for: an institution, and what its row says besides. */

import { type Diagnostic, hasErrors } from "../../base/diagnostic.ts";
import type { RenderRequest } from "../../model/request.ts";
import type { MappedRow } from "../rows/map-row.ts";
import { placed } from "../rows/raw-table.ts";
import { missingInstitution } from "../rows/row-findings.ts";

export type GivenInstitution = string | Readonly<Record<string, unknown>>;

export interface KitRow {
  /** 1-based. */
  readonly number: number;
  /** `null` for a row that says none; its diagnostics say why. */
  readonly institution: GivenInstitution | null;
  /** What the row lays over the run's content. */
  readonly content: Partial<RenderRequest>;
  /** With an error among them, nothing is rendered for the row. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A row of a table as a row of kits. */
export function kitRowOf({ number, line, request, diagnostics }: MappedRow): KitRow {
  const { institution, ...content } = request;
  if (institution !== undefined) return { number, institution, content, diagnostics };
  // A row that could not be read has been told already.
  const absent = hasErrors(diagnostics) ? [] : [placed(missingInstitution(), { row: number, line })];
  return { number, institution: null, content, diagnostics: [...diagnostics, ...absent] };
}
