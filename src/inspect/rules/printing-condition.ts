/** Whether a file was separated for the condition that it will be printed to: its output intent says for which. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import type { ExpectationSources } from "../expectations.ts";
import type { OutputIntentReport } from "../report.ts";

/** Letters and digits alone: `Coated FOGRA39 (ISO 12647-2:2004)` names FOGRA39. */
const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Nothing where the file or the profile names no condition. */
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
