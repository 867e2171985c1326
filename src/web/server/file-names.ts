/** What the names of files end in, by what they hold. */

import { EXTENSIONS, MEDIA_TYPES } from "../../model/output-files.ts";
import { OUTPUT_TYPES } from "../../model/request.ts";

export const MEDIA_ENDINGS: Readonly<Record<string, string>> = Object.fromEntries(
  OUTPUT_TYPES.map((type) => [MEDIA_TYPES[type], EXTENSIONS[type]]),
);
