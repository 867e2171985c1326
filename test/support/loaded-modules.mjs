/** Module hooks of a process under test: one line for every module that it loads, in the file that LOADED_MODULES names. */

import { appendFileSync } from "node:fs";
import { register } from "node:module";
import { isMainThread } from "node:worker_threads";

// The file is both what `--import` runs and, on its own thread, the hooks.
if (isMainThread) register(import.meta.url);

export function load(address, context, next) {
  appendFileSync(process.env.LOADED_MODULES, `${address}\n`);
  return next(address, context);
}
