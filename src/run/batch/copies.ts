/** How often a file of its own shows its row. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import { fitSheet } from "../../impose/plan/plans.ts";
import type { Library } from "../../resolve/library.ts";
import type { BatchPiece } from "./batch-piece.ts";

/**
 * Tells when each file of a run is a press sheet full of one row: nobody wants nine badges of one guest unknowingly.
 * @throws AnphamError `impose.sheet-too-small`
 */
export async function copiesFindings(
  library: Library,
  { format, outputs }: Pick<BatchPiece, "format" | "outputs">,
): Promise<readonly Diagnostic[]> {
  for (const id of new Set(outputs.map(({ profile }) => profile))) {
    const profile = await library.profiles.load(id);
    const { sheet, booklet } = profile;
    if (!sheet || booklet) continue;
    const { columns, rows } = fitSheet(format, format.bleed, { ...profile, sheet }, null);
    const copies = columns * rows;
    if (copies === 1) continue;
    return [diagnose("run.copies-of-row", { copies, width: sheet.width, height: sheet.height, profile: id })];
  }
  return [];
}
