/**
 * Hooks of a process under test: one line for every module and every script of the build that it loads, in the file that
 * LOADED_MODULES names. Scripts tell whether their compiled code was there.
 */

import { appendFileSync } from "node:fs";
import { register } from "node:module";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { isMainThread } from "node:worker_threads";

// The file is both what `--import` runs and, on its own thread, the hooks.
if (isMainThread) {
  register(import.meta.url);
  const { Script } = vm;
  vm.Script = class extends Script {
    constructor(source, options) {
      super(source, options);
      const isKept = this.cachedDataRejected === false;
      appendFileSync(
        process.env.LOADED_MODULES,
        `${pathToFileURL(options.filename)}${isKept ? " kept" : ""}\n`,
      );
    }
  };
}

export function load(address, context, next) {
  appendFileSync(process.env.LOADED_MODULES, `${address}\n`);
  return next(address, context);
}
