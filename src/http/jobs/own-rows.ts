/** Rows of a caller as they may be rendered: the caller's institution, the caller's pictures, no more than allowed. */

import { AnphamError, type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import type { MappedRow } from "../../run/rows/map-row.ts";
import type { Rows } from "../../run/rows/read-rows.ts";
import { type Principal, refuseOthers } from "../access/principal.ts";
import { type FindUpload, withOwnPictures } from "../desk/own-request.ts";

export interface OwnRowsOptions {
  readonly principal: Principal;
  readonly findUpload: FindUpload;
  /** The most rows. */
  readonly limit: number;
}

/** A row that names what is not the caller's is an error of the row; it holds nothing any more. */
export function ownRows(
  { rows, count, findings }: Pick<Rows, "rows" | "count" | "findings">,
  { principal, findUpload, limit }: OwnRowsOptions,
): Pick<Rows, "rows" | "count" | "findings"> {
  const late: Diagnostic[] = [];
  async function* owned(): AsyncGenerator<MappedRow> {
    for await (const row of rows) {
      if (row.number > limit) {
        late.push(diagnose("rows.too-many-rows", { limit }, { row: row.number }));
        return;
      }
      yield await ownRow(row, principal, findUpload);
    }
  }
  return {
    rows: owned(),
    count: (most, signal) => count(Math.min(most ?? limit, limit), signal),
    findings: () => [...findings(), ...late],
  };
}

async function ownRow(row: MappedRow, principal: Principal, findUpload: FindUpload): Promise<MappedRow> {
  try {
    refuseOthers(principal, row.request.institution);
    return { ...row, request: await withOwnPictures(row.request, { principal, findUpload }) };
  } catch (thrown) {
    if (!(thrown instanceof AnphamError)) throw thrown;
    const { number, line } = row;
    const placed = thrown.diagnostics.map((each) => ({
      ...each,
      where: { ...each.where, row: number, line },
    }));
    return { ...row, request: {}, diagnostics: [...row.diagnostics, ...placed] };
  }
}
