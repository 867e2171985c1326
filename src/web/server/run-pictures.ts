/** Pictures of a request as the form's script may hand them to a run: by where they are to be had, not by their files. */

import { basename } from "node:path";
import type { RenderRequest } from "../../model/request.ts";
import { isJsonObject } from "../../resolve/deep-merge.ts";
import type { RunPicture } from "../model/rows.ts";

/** Fields that name a picture. */
const PLACES = ["institution.logo", "data.institution.logo", "data.photo.file"] as const;

interface Told {
  readonly request: Readonly<Record<string, unknown>>;
  readonly pictures: readonly RunPicture[];
}

/**
 * @param institution id of the one whose logo is the library's
 * @param uploadedFile the file of a picture that was sent in
 * @returns the request without pictures, and what it shows where
 */
export function withoutFiles(
  request: Partial<RenderRequest>,
  institution: string,
  uploadedFile: (ref: string) => string | null,
): Told {
  const bare = structuredClone(request) as Record<string, unknown>;
  const pictures: RunPicture[] = [];
  for (const path of PLACES) {
    const keys = path.split(".");
    const last = keys.pop()!;
    const holder = keys.reduce<unknown>((at, key) => (isJsonObject(at) ? at[key] : undefined), bare);
    if (!isJsonObject(holder) || typeof holder[last] !== "string") continue;
    const name = basename(holder[last]);
    const isSent = uploadedFile(`upload:${name}`) === holder[last];
    pictures.push({ path, href: isSent ? `/form/upload/${name}` : `/form/logo/${institution}` });
    (holder as Record<string, unknown>)[last] = null;
  }
  return { request: bare, pictures };
}
