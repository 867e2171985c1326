/** Tells the user what came out: sentences on stderr, or one JSON document on stdout. */

import { CODES } from "../base/codes.ts";
import type { Diagnostic, Severity } from "../base/diagnostic.ts";
import { inLanguage, type Language } from "./language.ts";

/** Exit codes of every command. */
export const EXIT = { done: 0, failed: 1, wrongRequest: 2, faultyPiece: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const LABELS: Readonly<Record<Severity, { readonly vi: string; readonly en: string }>> = {
  error: { vi: "lỗi", en: "error" },
  warning: { vi: "cảnh báo", en: "warning" },
  note: { vi: "ghi chú", en: "note" },
};

/** One diagnostic as lines: Vietnamese first, then English, each with its hint. */
export function describe({ severity, message, hint, where }: Diagnostic, language: Language): string {
  return (["vi", "en"] as const)
    .filter((each) => language === null || each === language)
    .map((each) => {
      return `${LABELS[severity][each]}: ${placeBefore(where, message[each])}${message[each]} ${hint[each]}`;
    })
    .join("\n");
}

/** File, line and column as far as the message does not name them, as editors and terminals read them. */
function placeBefore({ file, line, column = 1 }: Diagnostic["where"], message: string): string {
  if (file === undefined || message.includes(file)) return "";
  return line === undefined || message.includes(`:${line}:`) ? `${file}: ` : `${file}:${line}:${column}: `;
}

/** Prints diagnostics to stderr, the gravest first, otherwise in the order in which they were found. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], language: Language): void {
  const gravity: readonly Severity[] = ["error", "warning", "note"];
  for (const severity of gravity) {
    for (const diagnostic of diagnostics.filter((each) => each.severity === severity)) {
      console.error(describe(diagnostic, language));
    }
  }
}

/** Sentences of one code that are told one by one: of thousands, nobody finds the others among them. */
const SHOWN_ALIKE = 20;

/**
 * Findings of many rows in their order, of each code the first ones.
 * @returns those to tell, and a sentence for each code of which there are more
 */
export function firstOfEach<T extends { readonly diagnostic: Diagnostic }>(
  findings: readonly T[],
  language: Language,
): { readonly shown: readonly T[]; readonly more: readonly string[] } {
  const counts = new Map<string, number>();
  const shown = findings.filter(({ diagnostic: { code } }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= SHOWN_ALIKE;
  });
  const more = [...counts].flatMap(([code, count]) => {
    const left = count - SHOWN_ALIKE;
    if (left <= 0) return [];
    const vi = `… và ${left} thông báo nữa loại ${code}: thêm --json để xem hết`;
    return inLanguage(`${vi} | … and ${left} more of ${code}: --json tells all`, language);
  });
  return { shown, more };
}

/** 2 when the request is at fault, 3 when only the finished piece is, 1 for anything else; 0 without errors. */
export function exitCodeFor(diagnostics: readonly Diagnostic[]): ExitCode {
  const faults = diagnostics.filter((d) => d.severity === "error").map((d) => CODES[d.code].fault);
  if (faults.length === 0) return EXIT.done;
  if (faults.includes("request")) return EXIT.wrongRequest;
  return faults.includes("internal") ? EXIT.failed : EXIT.faultyPiece;
}

/** Of a piece that was written, whatever is wrong with it: 3 with errors · 0 without. */
export const pieceExitCode = (diagnostics: readonly Diagnostic[]): ExitCode =>
  diagnostics.some(({ severity }) => severity === "error") ? EXIT.faultyPiece : EXIT.done;

/**
 * Of a run of many pieces: 1 stopped or failed · 3 done, but something has errors · 2 nothing could be made · 0 done.
 * @param diagnostics of everything in the run
 */
export function runExitCode(
  diagnostics: readonly Diagnostic[],
  { stopped, made }: { readonly stopped: boolean; readonly made: boolean },
): ExitCode {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (stopped || errors.some(({ code }) => CODES[code].fault === "internal")) return EXIT.failed;
  if (errors.length === 0) return EXIT.done;
  return made ? EXIT.faultyPiece : EXIT.wrongRequest;
}
