/** Looks at a finished file before it leaves: PDF/X-4 is claimed only for what keeps every clause that can be checked. */

import { AnphamError, diagnose } from "../../../base/diagnostic.ts";
import type { FinishedFile } from "../file.ts";
import type { X4Clause } from "./clause.ts";
import { COLOR_CLAUSES } from "./color-clauses.ts";
import { DOCUMENT_CLAUSES } from "./document-clauses.ts";
import { X4File } from "./open.ts";
import { PAGE_CLAUSES } from "./page-clauses.ts";

export const X4_CLAUSES: readonly X4Clause[] = [...DOCUMENT_CLAUSES, ...PAGE_CLAUSES, ...COLOR_CLAUSES];

export interface X4Breach {
  readonly clause: string;
  readonly found: string;
}

/** Every way in which a file breaks a clause, each said once. */
export function x4Breaches(finished: FinishedFile): readonly X4Breach[] {
  const file = new X4File(finished);
  return X4_CLAUSES.flatMap((clause) =>
    [...new Set(clause.check(file))].map((found) => ({ clause: clause.clause, found })),
  );
}

/** @throws AnphamError `export.not-x4`, once for every breach */
export function refuseUnlessX4(finished: FinishedFile): void {
  const breaches = x4Breaches(finished);
  if (breaches.length > 0) {
    throw new AnphamError(breaches.map((breach) => diagnose("export.not-x4", { ...breach })));
  }
}
