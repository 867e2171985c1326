/** The command line of the bench. */

import { parseArgs } from "node:util";

const USAGE = `npm run bench [-- options]
  --quick           few repetitions of the main scenarios, to see that everything works (under 90 s)
  --full            also what takes long: 279 MP CMYK TIFF, 10,000 rows
  --only a,b        only these scenarios; the others keep their figures
  --contender a,b   only these contenders
  --resume          go on with a run that was stopped
  --list            names of scenarios
  --profile name    CPU profile of “single” or “merged” instead of the scenarios`;

const list = (text) => text?.split(",").map((each) => each.trim()) ?? null;

export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: "boolean", default: false },
      full: { type: "boolean", default: false },
      resume: { type: "boolean", default: false },
      list: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
      only: { type: "string" },
      contender: { type: "string" },
      profile: { type: "string" },
    },
  });
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  return {
    ...values,
    mode: values.quick ? "quick" : values.full ? "full" : "default",
    only: list(values.only),
    contenders: list(values.contender),
    profile: values.profile ?? null,
  };
}
