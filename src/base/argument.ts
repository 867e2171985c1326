/** Looks at what a program gives to a function of the package: programs without types give anything. */

import { fail } from "./diagnostic.ts";

/** @throws AnphamError `request.invalid-field` unless it is a finite number over 0 */
export function positive(path: string, value: number): void {
  if (Number.isFinite(value) && value > 0) return;
  invalid(path, value, { vi: "> 0", en: "> 0" });
}

/** @throws AnphamError `request.invalid-field` unless it is a whole number from 1 */
export function count(path: string, value: number): void {
  if (Number.isSafeInteger(value) && value > 0) return;
  invalid(path, value, { vi: "số nguyên từ 1", en: "a whole number from 1" });
}

/** @throws AnphamError `request.invalid-field` unless it is one of them */
export function oneOf(path: string, value: string, allowed: readonly string[]): void {
  if (allowed.includes(value)) return;
  const shown = allowed.join(", ");
  invalid(path, value, { vi: `một trong: ${shown}`, en: `one of: ${shown}` });
}

function invalid(
  path: string,
  value: unknown,
  expected: { readonly vi: string; readonly en: string },
): never {
  const reason = String(value);
  fail(
    "request.invalid-field",
    { path, reason, reasonVi: reason, expected: expected.en, expectedVi: expected.vi },
    { path },
  );
}
