/** Tells what came of a batch. */

import type { Diagnostic } from "../base/diagnostic.ts";
import { type BatchRun, isToLookAt, type RowReport } from "../run/batch/batch-run.ts";
import { inLanguage, type Language } from "./language.ts";
import { sizeText } from "./render-to-file.ts";
import { describe, type ExitCode, firstOfEach, printDiagnostics, runExitCode } from "./report.ts";
import { rowPlaces } from "./row-places.ts";

interface BatchReportContext {
  readonly json: boolean;
  /** Files to name, beside those of rows. */
  readonly written: readonly string[];
  readonly language: Language;
  readonly seconds: number;
}

export function reportBatch(
  run: BatchRun,
  { json, written, language, seconds }: BatchReportContext,
): ExitCode {
  const { rendered, kept, failed, files, bytes, reports, diagnostics, stopped } = run;
  const findings = [...diagnostics, ...reports.flatMap((each) => each.diagnostics)];
  const code = runExitCode(findings, { stopped, made: rendered + kept > 0 });
  if (json) {
    console.log(JSON.stringify({ ok: code === 0, written, ...run }, null, 2));
    return code;
  }
  const { shown, more } = firstOfEach(grouped(run), language);
  for (const { diagnostic, rows } of shown) {
    const { vi, en } = rowPlaces(rows, rows.length);
    console.error(`${inLanguage(`${vi} | ${en}`, language)}\n${describe(diagnostic, language)}`);
  }
  for (const sentence of more) console.error(sentence);
  printDiagnostics(diagnostics, language);
  const toLookAt = reports.filter(isToLookAt).length;
  const rows = `${rendered} dòng dựng mới, ${kept} giữ nguyên, ${failed} lỗi, ${toLookAt} cần xem | ${rendered} rows rendered, ${kept} kept, ${failed} failed, ${toLookAt} to look at`;
  console.log(inLanguage(rows, language));
  if (files > 0) {
    const rate = (rendered / seconds).toFixed(1);
    const numbers = [
      inLanguage(`${files} tệp | ${files} files`, language),
      sizeText(bytes),
      `${seconds.toFixed(1)} s`,
      inLanguage(`${rate} dòng/giây | ${rate} rows/s`, language),
    ];
    console.log(numbers.join("  "));
  }
  for (const file of written) console.log(file);
  return code;
}

interface Group {
  readonly diagnostic: Diagnostic;
  readonly rows: RowReport[];
}

/** The same sentence of many rows is told once, errors first. */
function grouped({ reports }: BatchRun): readonly Group[] {
  const found = new Map<string, Group>();
  for (const report of reports) {
    for (const diagnostic of report.diagnostics) {
      const key = `${diagnostic.code} ${diagnostic.message.en}`;
      const group = found.get(key);
      if (!group) found.set(key, { diagnostic, rows: [report] });
      else if (group.rows.at(-1) !== report) group.rows.push(report);
    }
  }
  const gravity = ["error", "warning", "note"];
  return [...found.values()].sort(
    (a, b) => gravity.indexOf(a.diagnostic.severity) - gravity.indexOf(b.diagnostic.severity),
  );
}
