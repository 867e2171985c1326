#!/usr/bin/env node
/**
 * The command line. Exit codes: 0 done · 1 failed · 2 the request is wrong · 3 done, but preflight found
 * errors. Engines are loaded only by the commands that need them, so help and lists answer at once.
 */

import module from "node:module";
import { CommanderError } from "commander";
import { diagnosticsOf } from "../base/diagnostic.ts";
import { languageOf } from "./language.ts";
import { buildProgram } from "./program.ts";
import { exitCodeFor, printDiagnostics } from "./report.ts";
import { isHelp, usageError } from "./usage.ts";

const argv = process.argv.slice(2);

// Where Node can, from 22.1 on, it keeps compiled code for the next process. What is large loads later than this.
(module as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();

// Ending by `exit` lets half-written temporary files be removed.
process.once("SIGINT", () => process.exit(130));
process.once("SIGTERM", () => process.exit(143));
// A reader that stops early (`anpham formats | head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

/**
 * Something for the event loop to wait for. Without it, Node would end the loop at the first moment when only a
 * WebAssembly compilation is pending, and then stand still until every background optimisation is finished:
 * half a second that nobody needs.
 */
const running = setInterval(() => undefined, 2 ** 30);

await main();
clearInterval(running);
// For the same reason the end does not wait for background work; what was printed is out by then.
process.stdout.write("", () => process.stderr.write("", () => process.exit()));

async function main(): Promise<void> {
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
    fail(thrown instanceof CommanderError ? usageError(thrown, commandName()) : thrown);
  }
}

/** The command that was typed, for a pointer to its help. */
function commandName(): string {
  const program = buildProgram(null, () => undefined);
  return program.commands.map((command) => command.name()).find((name) => argv.includes(name)) ?? "";
}

function fail(thrown: unknown): void {
  const diagnostics = diagnosticsOf(thrown);
  if (argv.includes("--json")) {
    console.log(JSON.stringify({ ok: false, files: [], diagnostics, timings: {} }, null, 2));
  } else {
    printDiagnostics(diagnostics, languageOf(argv));
  }
  if (argv.includes("--trace")) console.error(thrown);
  process.exitCode = exitCodeFor(diagnostics) || 1;
}
