/**
 * A run of the command line. Exit codes: 0 done · 1 failed · 2 the request is wrong · 3 done, but preflight found
 * errors or rows could not be used. Engines are loaded only by the commands that need them, so help and lists answer at
 * once.
 */

import { CommanderError } from "commander";
import { diagnosticsOf } from "../base/diagnostic.ts";
import { leaveNothingBehind } from "./interrupt.ts";
import { languageOf } from "./language.ts";
import { buildProgram } from "./program.ts";
import { exitCodeFor, printDiagnostics } from "./report.ts";
import { isHelp, usageError } from "./usage.ts";

/** Runs the command that `argv` names, tells what went wrong, and sets the process's exit code. */
export async function runCommandLine(argv: readonly string[]): Promise<void> {
  leaveNothingBehind();
  // A template's promise that nobody waits for: what it was for is not done.
  process.on("unhandledRejection", (thrown) => {
    fail(argv, thrown);
    process.exit();
  });
  const language = languageOf(argv);
  const program = buildProgram(language, (code) => {
    process.exitCode = code;
  });
  if (argv.length === 0) {
    program.outputHelp();
    return;
  }
  try {
    await program.parseAsync(argv, { from: "user" });
  } catch (thrown) {
    if (thrown instanceof CommanderError && isHelp(thrown)) return;
    fail(argv, thrown instanceof CommanderError ? usageError(thrown, commandName(argv)) : thrown);
  }
}

/** The command that was typed, for a pointer to its help. */
function commandName(argv: readonly string[]): string {
  const program = buildProgram(null, () => undefined);
  return program.commands.map((command) => command.name()).find((name) => argv.includes(name)) ?? "";
}

function fail(argv: readonly string[], thrown: unknown): void {
  const diagnostics = diagnosticsOf(thrown);
  if (argv.includes("--json")) {
    console.log(JSON.stringify({ ok: false, files: [], diagnostics, timings: {} }, null, 2));
  } else {
    printDiagnostics(diagnostics, languageOf(argv));
  }
  if (argv.includes("--trace")) console.error(thrown);
  process.exitCode = exitCodeFor(diagnostics) || 1;
}
