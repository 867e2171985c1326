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

const job = JSON.parse(process.argv[2]);
let answer;
try {
  answer = await CASES[job.case](job);
} catch (thrown) {
  answer = { failed: thrown instanceof Error ? thrown.message.split("\n")[0] : String(thrown) };
}
process.send(answer, () => process.exit(0));
