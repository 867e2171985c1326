/** The process of one case: does the job that its argument holds and tells the parent what came of it. */

import { compareWithContent } from "./content-case.mjs";
import { runCase } from "./run-case.mjs";
import { coldCase, mergedCase, piecesCase, repeatCase } from "./timed-cases.mjs";

const CASES = {
  content: compareWithContent,
  cold: coldCase,
  merged: mergedCase,
  pieces: piecesCase,
  repeat: repeatCase,
  run: runCase,
};

/** In one line; what is not installed is told with how to install it. */
function reasonOf(thrown) {
  if (!(thrown instanceof Error)) return String(thrown);
  const missing = thrown.code === "ERR_MODULE_NOT_FOUND" && /package '([^']+)'/.exec(thrown.message);
  return missing ? `${missing[1]} is not installed (npm --prefix bench ci)` : thrown.message.split("\n")[0];
}

const job = JSON.parse(process.argv[2]);
let answer;
try {
  answer = await CASES[job.case](job);
} catch (thrown) {
  answer = { failed: reasonOf(thrown) };
}
process.send(answer, () => process.exit(0));
