/** Letters and digits alone: `Coated FOGRA39 (ISO 12647-2:2004)` names FOGRA39. */
const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** The condition that the file was separated for, against the one that it will be printed to. */
export function judgeCondition(
  intent: OutputIntentReport | null,
  { profile, condition }: ExpectationSources,
): readonly Diagnostic[] {
  if (!profile || !condition || !intent) return [];
  const names = [intent.identifier, intent.info].filter((name): name is string => !!name);
  const wanted = plainName(condition.identifier);
  const isNamed = names.some(
    (name) => plainName(name).includes(wanted) || wanted.startsWith(plainName(name)),
  );
  const inInks = intent.space === null || intent.space === "CMYK";
  if (inInks && (isNamed || names.length === 0)) return [];
  const found = names[0] ?? intent.space ?? "?";
  return [diagnose("pdf.other-condition", { found, profile: profile.id, wanted: condition.identifier })];
}

/** What follows from the verdict: only a file that claims PDF/X-4, or has to be one, can break it. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import type { OutputProfile } from "../../model/output-profile.ts";
import type { ExpectationSources } from "../expectations.ts";
import type { OutputIntentReport, PdfXReport } from "../report.ts";

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
