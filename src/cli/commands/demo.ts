/** `anpham demo`: a fixed set for one sample institution. */

import { join } from "node:path";
import type { Command } from "commander";
import type { Diagnostic } from "../../base/diagnostic.ts";
import { addCommonOptions, type CommonOptions, foldersFrom } from "../context.ts";
import { inLanguage, type Language } from "../language.ts";
import { outputTypeOf } from "../output-files.ts";
import { renderToFile, sizeText, type WrittenPiece } from "../render-to-file.ts";
import { type ExitCode, exitCodeFor, printDiagnostics } from "../report.ts";
import { table } from "../table.ts";

const INSTITUTION = "cd-ky-nghe-binh-thuan";

/** What the demo makes: template, format, file and, for large pictures, a resolution to look at. */
const PIECES = [
  { template: "recruitment-flyer", format: "a5", file: "flyer-a5.pdf" },
  { template: "recruitment-flyer", format: "a5", file: "flyer-a5.png" },
  { template: "recruitment-poster", format: "a3", file: "poster-a3.pdf" },
  { template: "standee", format: "standee-800x1800", file: "standee-800x1800.pdf" },
  { template: "standee", format: "standee-800x1800", file: "standee-800x1800.png", ppi: 36 },
  { template: "social-cover", format: "facebook-cover", file: "facebook-cover.png" },
] as const;

interface DemoOptions extends CommonOptions {
  readonly out: string;
  readonly institution: string;
}

/** Adds the command to the program; `finish` receives its exit code. */
export function addDemoCommand(program: Command, language: Language, finish: (code: ExitCode) => void): void {
  const say = (text: string) => inLanguage(text, language);
  const command = program
    .command("demo")
    .description(say("dựng thử một bộ cho cơ sở mẫu | render a set for a sample institution"))
    .option("--institution <id>", say("cơ sở | institution id"), INSTITUTION)
    .option("--out <folder>", say("thư mục ra | output folder"), join("out", "demo"));
  addCommonOptions(command, language);
  command.action(async (options: DemoOptions) => finish(await runDemo(options, language)));
}

async function runDemo(options: DemoOptions, language: Language): Promise<ExitCode> {
  const start = performance.now();
  const { createEngine } = await import("../../render.ts");
  const engine = await createEngine(foldersFrom(options));
  const pieces: WrittenPiece[] = [];
  for (const { file, ...piece } of PIECES) {
    const request = { ...piece, institution: options.institution, as: outputTypeOf(file) };
    pieces.push(await renderToFile(engine, request, join(options.out, file)));
  }
  const milliseconds = Math.round(performance.now() - start);
  const files = pieces.flatMap((piece) => piece.files);
  const diagnostics: readonly Diagnostic[] = pieces.flatMap((piece) => piece.diagnostics);
  const code = exitCodeFor(diagnostics);
  if (options.json) {
    const timings = { total: milliseconds };
    console.log(JSON.stringify({ ok: code === 0, files, diagnostics, timings }, null, 2));
    return code;
  }
  const say = (text: string) => inLanguage(text, language);
  const rows = pieces.flatMap((piece) =>
    piece.files.map(({ path, bytes }) => [
      path,
      sizeText(bytes),
      `${Math.round(piece.timings.total ?? 0)} ms`,
    ]),
  );
  console.log(table([say("tệp | file"), say("cỡ | size"), say("thời gian | time")], rows));
  console.log(
    say(
      `${files.length} tệp trong ${(milliseconds / 1000).toFixed(1)} giây | ${files.length} files in ${(milliseconds / 1000).toFixed(1)} s`,
    ),
  );
  for (const piece of pieces) {
    if (piece.diagnostics.length > 0) console.error(piece.files.map(({ path }) => path).join(", "));
    printDiagnostics(piece.diagnostics, language);
  }
  return code;
}
