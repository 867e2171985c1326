/** What follows from the verdict: only a file that claims PDF/X-4, or has to be one, can break it. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import type { OutputProfile } from "../../model/output-profile.ts";
import type { PdfXReport } from "../report.ts";

/** `PDF/X-4`, and `PDF/X-4p`, which differs only in where its profile is. */
const isX4 = (claim: string | null): boolean => claim?.startsWith("PDF/X-4") ?? false;

export function judgeClaims(
  { claims, broken }: PdfXReport,
  profile: OutputProfile | null,
): readonly Diagnostic[] {
  const needed = profile?.standard === "pdf/x-4";
  if (!isX4(claims)) {
    if (!needed) return [];
    // One sentence says it; thirty broken clauses of another standard would only hide the rest.
    const claimVi = claims === null ? "không theo chuẩn PDF/X nào" : `“${claims}”`;
    const claim = claims === null ? "that it follows no PDF/X standard" : `“${claims}”`;
    return [diagnose("pdf.x4-not-claimed", { profile: profile.id, claimVi, claim })];
  }
  return broken.map(({ clause, requirement, found }) =>
    diagnose("pdf.x4-broken", {
      clause,
      requirementVi: requirement.vi,
      requirement: requirement.en,
      foundVi: found.vi,
      found: found.en,
    }),
  );
}
