/** What a run is asked for, with the pictures that its pieces share given to it. */

import type { CheckedTable } from "../../model/rows.ts";
import { AwayError, send } from "../editor/api.ts";

/** @throws RefusedError, AwayError */
export async function runRequest({
  request,
  pictures,
}: Pick<CheckedTable, "request" | "pictures">): Promise<Readonly<Record<string, unknown>>> {
  const whole = structuredClone(request) as Record<string, unknown>;
  for (const { path, href } of pictures) {
    const keys = path.split(".");
    const last = keys.pop()!;
    const holder = keys.reduce((at, key) => at[key] as Record<string, unknown>, whole);
    holder[last] = (await send<{ readonly id: string }>("/v1/uploads", await picture(href), "picture")).id;
  }
  return whole;
}

async function picture(href: string): Promise<Blob> {
  const response = await fetch(href).catch(() => null);
  if (!response?.ok) throw new AwayError(href);
  return response.blob();
}
