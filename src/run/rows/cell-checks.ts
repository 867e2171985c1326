/** What is wrong with a cell whatever its column means. */

import { type Diagnostic, diagnose } from "../../base/diagnostic.ts";
import type { LegacyState } from "./legacy-state.ts";
import { type CellValue, LIMITS, quoted } from "./raw-table.ts";

const CONTROL = /(?![\t\n\r\u0085])\p{Cc}/gu;
/** What spreadsheets write where a formula fails, in English and as LibreOffice exports them. */
const ERROR_VALUE = /^(?:#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|Err:\d+)$/u;
/** “=SUM(A1)”, “=cmd|…”; a plus before a digit is a telephone number, a hyphen a list. */
const FORMULA = /^[=@](?=\S)|^\+(?![\d\s(])/u;
/** “'0901234567”: a spreadsheet's sign that a number is text, which other programs export with it. */
const TEXT_SIGN = /^['’](?=[+(]?\d[\d\s.,/:()+-]*$)/u;
/** What any of the rules below finds something in, after white space or control characters. */
const WORTH_A_LOOK = /(?![\t\n\r\u0085])\p{Cc}|\uFFFD|^\s*(?:[=@#+'’]|Err:)/u;

/** The cell as it is used, and what to say about it. */
export function cellChecks(
  value: CellValue,
  legacy: LegacyState,
): { readonly value: CellValue; readonly diagnostics: readonly Diagnostic[] } {
  if (typeof value !== "string") return { value, diagnostics: [] };
  if (value.length > LIMITS.cell) {
    const told = diagnose("rows.cell-too-long", { found: value.length, limit: LIMITS.cell });
    return { value: null, diagnostics: [told] };
  }
  const { text, diagnostics } = legacy.convert(value);
  if (diagnostics.length === 0 && !WORTH_A_LOOK.test(text)) {
    return { value: text.normalize("NFC").trim(), diagnostics };
  }
  const found: Diagnostic[] = [...diagnostics];
  const shown = () => quoted(text.replace(CONTROL, "�"));
  const [control] = text.match(CONTROL) ?? [];
  if (control !== undefined) {
    const code = control.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
    found.push(diagnose("rows.control-character", { found: `U+${code}`, text: shown() }));
  }
  if (text.includes("\uFFFD")) found.push(diagnose("rows.bad-character", { text: shown() }));
  const plain = text.replace(CONTROL, "").normalize("NFC").trim().replace(TEXT_SIGN, "");
  if (ERROR_VALUE.test(plain)) {
    return { value: null, diagnostics: [...found, diagnose("rows.error-cell", { text: plain })] };
  }
  if (FORMULA.test(plain)) found.push(diagnose("rows.formula-text", { text: shown() }));
  return { value: plain, diagnostics: found };
}
