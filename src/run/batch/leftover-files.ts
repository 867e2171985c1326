/** Tells of files of earlier runs that lie among those of this one: whoever sends the folder would have both printed. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";

/** Names shown of many. */
const SHOWN = 5;

/** @param files at least one */
export function leftoverFinding(files: readonly string[]): Diagnostic {
  const shown = files.slice(0, SHOWN).join(", ");
  const more = files.length > SHOWN ? ", …" : "";
  return diagnose("run.leftover-files", { count: files.length, files: `${shown}${more}` });
}
