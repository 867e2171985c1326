/** Plates that the profile's finishing needs and the file has under no name: white ink, and a line to cut along. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import type { Finishing } from "../../model/output-profile.ts";
import { isToolPathName, isWhiteInkName } from "../content/inks.ts";

/** @param inks plates of all pages */
export function judgeNeededPlates(
  inks: readonly string[],
  { whiteInk, cutContour }: Finishing,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  if (whiteInk && !inks.some(isWhiteInkName)) found.push(diagnose("pdf.no-white-ink", {}));
  if (cutContour && !inks.some(isToolPathName)) found.push(diagnose("pdf.no-cut-line", {}));
  return found;
}
