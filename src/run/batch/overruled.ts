/** What a row asks for that the run has chosen for all rows. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import type { MappedRow } from "../rows/map-row.ts";
import type { BatchPiece } from "./batch-piece.ts";

const CHOSEN = ["template", "format", "as", "profile", "ppi"] as const;

/** A warning for each column of the row that names another piece or file than the run makes, by the request's path. */
export function overruled(piece: BatchPiece, { request, columns }: MappedRow): readonly Diagnostic[] {
  const { template, format, outputs, resolutions } = piece;
  const made: Readonly<Record<(typeof CHOSEN)[number], readonly (string | number)[]>> = {
    template: [template.id],
    format: [format.id],
    as: outputs.map(({ as }) => as),
    profile: outputs.map(({ profile }) => profile),
    ppi: resolutions,
  };
  return CHOSEN.flatMap((path) => {
    const wished = request[path];
    const values = made[path];
    if (wished === undefined || values.some((value) => value === wished)) return [];
    const column = columns.get(path)?.header ?? path;
    const params = { column, wished: String(wished), made: [...new Set(values)].join(", ") };
    return [diagnose("run.row-overruled", params, { path })];
  });
}
