/** Which files of the caller's a request names. */

import { isJsonObject } from "../resolve/deep-merge.ts";

/** Paths as {@link import("../resolve/pictures.ts").loadPictures} opens them. The request may be wrong in any way. */
export function pictureFiles(request: object): readonly string[] {
  const { institution, data } = request as { readonly institution?: unknown; readonly data?: unknown };
  const { photo, institution: over } = isJsonObject(data) ? data : {};
  const named = [
    isJsonObject(institution) ? institution.logo : null,
    isJsonObject(over) ? over.logo : null,
    isJsonObject(photo) ? photo.file : photo,
  ];
  return named.filter((file): file is string => typeof file === "string" && !file.startsWith("data:"));
}
