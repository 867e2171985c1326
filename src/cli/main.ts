#!/usr/bin/env node
/** The command line's process: how it starts and how it ends. What it does is in command-line.ts. */

import module from "node:module";
import {
  preferLongRunOnceBegun,
  preferQuickStart,
  rendersMany,
  rendersOnePiece,
  rendersOnlyPdf,
} from "./warm-up.ts";

const argv = process.argv.slice(2);

const isQuick = rendersOnePiece(argv);
if (isQuick) preferQuickStart();
// Packages outside of the build, where Node can keep their compiled code: from 22.1 on.
(module as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();

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

// After the flags are set: compiled code is good for those that it was compiled under.
const { keepCode } = await import("../loader/load.ts");
if (rendersMany(argv)) preferLongRunOnceBegun({ onlyPdf: rendersOnlyPdf(argv), keepCode });
if (isQuick) (await import("./plain-schemas.ts")).keepSchemasPlain();
const { runCommandLine } = await import("./command-line.ts");
await runCommandLine(argv);
clearInterval(running);
keepCode();
// For the same reason the end does not wait for background work; what was printed is out by then.
process.stdout.write("", () => process.stderr.write("", () => process.exit()));
