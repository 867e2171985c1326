/** PDF/X-4 (ISO 15930-7) as one verdict: what the file claims, whether it holds, and which clauses it breaks. */

import type { OutputIntentReport, PdfXReport } from "../report.ts";
import type { Clause } from "./clause.ts";
import { COLOR_CLAUSES } from "./color-clauses.ts";
import type { X4Facts } from "./facts.ts";
import { FILE_CLAUSES } from "./file-clauses.ts";
import { METADATA_CLAUSES, pdfXVersion } from "./metadata-clauses.ts";
import { PAGE_CLAUSES } from "./page-clauses.ts";

/**
 * Every clause that is checked. No free validator of PDF/X exists; passing these is no certificate, breaking one
 * is a fault that a print shop's preflight will find.
 */
export const CLAUSES: readonly Clause[] = [
  ...FILE_CLAUSES,
  ...METADATA_CLAUSES,
  ...COLOR_CLAUSES,
  ...PAGE_CLAUSES,
];

export function judgeX4(facts: X4Facts): PdfXReport {
  const { document, info } = facts;
  const broken = CLAUSES.flatMap(({ id, clause, requirement, check }) => {
    const found = check(facts);
    return found ? [{ id, clause, requirement, found }] : [];
  });
  return {
    // X-1a and X-3 say it in Info only.
    claims: pdfXVersion(facts) ?? document.textAt(info, "GTS_PDFXVersion"),
    meets: broken.length === 0,
    broken,
  };
}

export function reportIntent({
  document,
  intents: [intent],
  intentSpace,
}: X4Facts): OutputIntentReport | null {
  if (!intent) return null;
  return {
    identifier: document.textAt(intent.dict, "OutputConditionIdentifier"),
    info: document.textAt(intent.dict, "Info"),
    embedded: intent.profile !== null,
    space: intentSpace,
  };
}
