/** The content that a command line lays over the brief. */

import { renderRequest } from "../model/request.ts";
import { checked } from "../resolve/check.ts";
import { readJson } from "../resolve/read-json.ts";
import { applyAssignments } from "./apply-assignments.ts";
import type { Assignment } from "./assignments.ts";

/**
 * What `--data` says, the content of a JSON file with an object, and over it what each `--set` says.
 * @throws AnphamError `request.unreadable-file`, `request.broken-json`, `request.invalid-field`
 */
export async function readData(
  file: string | undefined,
  assignments: readonly Assignment[] = [],
): Promise<Record<string, unknown>> {
  const { data } = renderRequest.shape;
  const given = file === undefined ? {} : checked(data, await readJson(file), { prefix: "data", file });
  return applyAssignments(given, assignments) as Record<string, unknown>;
}
