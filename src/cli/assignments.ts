/** `--set path=value`: content typed on the command line. */

import { fail } from "../base/diagnostic.ts";

/** One `--set`, whose value is read when it is known what its field wants. */
export interface Assignment {
  readonly path: readonly string[];
  readonly text: string;
}

/** `__proto__` would set an object's prototype instead of a field. */
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Parses `contact.email=a@b.vn` or `programmes.0.quota=40`.
 * @throws AnphamError `request.bad-assignment`
 */
export function parseAssignment(text: string): Assignment {
  const equals = text.indexOf("=");
  const path = text.slice(0, Math.max(0, equals)).trim().split(".");
  if (path.some((step) => step === "" || FORBIDDEN.has(step))) fail("request.bad-assignment", { text });
  return { path, text: text.slice(equals + 1) };
}
