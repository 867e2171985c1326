/** How people call the institution of a request. */

import { isJsonObject } from "../resolve/deep-merge.ts";
import type { Library } from "../resolve/library.ts";
import type { CheckedRequest } from "../resolve/read-request.ts";

/** Its full name; its id when the brand folder does not have it. */
export async function institutionName(
  { institution, data }: Pick<CheckedRequest, "institution" | "data">,
  library: Library,
): Promise<string> {
  const over = isJsonObject(data.institution) ? textOf(data.institution.name) : null;
  if (over !== null) return over;
  if (typeof institution !== "string") return textOf(institution.name) ?? "";
  const known = await library.institutions.load(institution).catch(() => null);
  return known?.name.text ?? institution;
}

function textOf(name: unknown): string | null {
  const text = isJsonObject(name) ? name.text : name;
  return typeof text === "string" ? text : null;
}
