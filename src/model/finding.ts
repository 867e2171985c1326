/** A diagnostic as files and messages keep it. */

import * as z from "zod";
import { CODES, type Code } from "../base/codes.ts";
import type { Diagnostic } from "../base/diagnostic.ts";
import { localized } from "./ids.ts";

export const finding = z.object({
  code: z.custom<Code>((code) => typeof code === "string" && Object.hasOwn(CODES, code)),
  severity: z.enum(["error", "warning", "note"]),
  where: z.custom<Diagnostic["where"]>((where) => typeof where === "object" && where !== null),
  message: localized,
  hint: localized,
});
