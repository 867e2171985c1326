/** Loaded before a case whose worker threads are to be profiled: the pool starts them without options. */

import { createRequire, syncBuiltinESMExports } from "node:module";

const threads = createRequire(import.meta.url)("node:worker_threads");
const folder = process.execArgv.filter((each) => each.startsWith("--cpu-prof"));

threads.Worker = class extends threads.Worker {
  constructor(file, options) {
    super(file, { ...options, execArgv: [...(options?.execArgv ?? []), ...folder] });
  }
};
syncBuiltinESMExports();
