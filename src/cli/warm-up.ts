/**
 * How V8 is tuned to what the command will do. Compiled code, Node's own too, is good only for the flags that it was
 * compiled under: with others Node compiles each of its modules anew, in each thread.
 */

import { setFlagsFromString } from "node:v8";
import { type JobDone, jobDone } from "../run/job-done.ts";

/**
 * What V8 does for processes that run on does not pay in one that renders one piece and ends: the piece is finished
 * before the work is. All of it competes for the processor with the piece, and with the next process.
 */
const FLAGS = [
  // Optimising HarfBuzz's and littleCMS's WebAssembly takes longer than the whole piece, and a process cannot end in
  // the middle of it (measured: 0.4 s).
  "--wasm-tiering-budget=180000000",
  // The heap stays far below where marking it would give anything back (measured: 0.03 s).
  "--no-incremental-marking",
];

/** How soon V8 optimises JavaScript. It complains of flags that it does not know. */
interface Patience {
  /** For a single piece: a loop that is hot still is optimised (measured: 0.15 s of it). */
  readonly onePiece: readonly string[];
  /** While a run begins: six times the usual, a sixth of a run of 200 rows. */
  readonly begun: readonly string[];
  /** V8's own. */
  readonly usual: readonly string[];
  /** In a run that goes on: what runs once a row, which is half of it all, otherwise waits for thousands of rows. */
  readonly long: readonly string[];
}

/** Since Maglev, V8 12, what runs seldom is compiled well enough at once; how it is counted has another name there. */
const WITH_MAGLEV: Patience = {
  onePiece: ["--invocation-count-for-turbofan=18000"],
  begun: ["--invocation-count-for-turbofan=18000"],
  usual: ["--invocation-count-for-turbofan=3000"],
  long: [],
};

/**
 * By V8's version. Where functions have a budget of bytecode and are optimised after so many times of using it up, runs
 * change only the number of times: a budget once given has to be used up, whatever later flags say.
 */
const PATIENCE: Readonly<Record<string, Patience>> = {
  "11": {
    onePiece: ["--interrupt-budget=400000"],
    begun: ["--ticks-before-optimization=18"],
    usual: ["--ticks-before-optimization=3"],
    long: [
      "--ticks-before-optimization=1",
      "--bytecode-size-allowance-per-tick=1500",
      "--interrupt-budget=30000",
    ],
  },
  "12": WITH_MAGLEV,
  "13": WITH_MAGLEV,
  "14": WITH_MAGLEV,
};

const patienceOf = (v8: string) => PATIENCE[v8.slice(0, v8.indexOf("."))];

/**
 * A print run changes a few words from row to row: code that V8 has written out whole into its callers has to be
 * thrown away and written anew again and again. A third of the usual room for that makes 1,000 rows a sixth faster and
 * 5,000 rows no slower.
 */
const LESS_INLINING = "--max-inlined-bytecode-size-cumulative=300";
/**
 * How far the heap may grow over what is in use before all of it is cleared, pictures' pixels counted. V8 itself keeps
 * so close that runs of pictures clear it every second page, for a fifth to a third of their time; without a limit of
 * its own a run takes what the machine has.
 */
const LEVEL_HEAP = "--heap-growing-percent=200";
/** Of rows as PDF hardly anything outlives its row: 10,000 in one file take 130 MB less with this, and no longer. */
const FLAT_HEAP = "--heap-growing-percent=60";
/**
 * While a run begins, nearly all that it makes stays, and V8 comes to put the like of it where only full collections
 * look. There it would hold whatever it refers to until then: nearly everything of every row.
 */
const ALL_YOUNG = "--no-allocation-site-pretenuring";
/** Every core has a thread that renders: others that look through its new objects only take turns with it. */
const LONE_SCAVENGES = "--no-parallel-scavenge";
const RUN_FLAGS: readonly string[] = [LESS_INLINING, ALL_YOUNG, LONE_SCAVENGES];

const RUNS: readonly string[] = ["batch", "kit", "gallery", "worker", "serve"];

const commandOf = (argv: readonly string[]) => argv.find((argument) => !argument.startsWith("-")) ?? "";

/** Whether the arguments ask for many pieces, as far as it can be told before they are parsed. */
export const rendersMany = (argv: readonly string[]): boolean => RUNS.includes(commandOf(argv));

/** Whether they ask for a run without pictures, as far as it can be told before they are parsed. */
export const rendersOnlyPdf = (argv: readonly string[]): boolean =>
  commandOf(argv) === "batch" && /(?:^| )--(?:merge[ =]|as[ =]pdf(?: |$))/.test(argv.join(" "));

/** Jobs by thread after which each has loaded what it runs: flags that are set before cost each of them 60 ms. */
const JOBS_BEFORE = 2;
/** Jobs of a run after which optimised code pays. With patience to the end 3,000 rows take a twelfth longer. */
const JOBS_WITH_PATIENCE = 250;
/**
 * Jobs after which all code is worth it: rows from the 3,000th on take a tenth less time. From the start that is a
 * third more for 200 rows and a tenth for 1,000, and nothing is won before the 2,000th.
 */
const JOBS_OF_LONG_RUN = 1000;

interface LongRun {
  /** Whether it makes no pictures. */
  readonly onlyPdf: boolean;
  /** Keeps compiled code, which is good for other processes up to then. */
  readonly keepCode: () => void;
}

/** Tunes V8 for print runs, in this thread and all others, once a run has begun and again as it turns out long. */
export function preferLongRunOnceBegun({ onlyPdf, keepCode }: LongRun): void {
  const patience = patienceOf(process.versions.v8);
  const enter = (stage: "begun" | "usual" | "long", ...more: readonly string[]) => {
    if (patience !== undefined) for (const flag of [...patience[stage], ...more]) setFlagsFromString(flag);
  };
  let done = 0;
  const count = (message: unknown) => {
    const begun = JOBS_BEFORE * (message as JobDone).workers;
    done++;
    if (done === begun) {
      keepCode();
      enter("begun", ...RUN_FLAGS, onlyPdf ? FLAT_HEAP : LEVEL_HEAP);
    }
    if (done === Math.max(JOBS_WITH_PATIENCE, begun)) enter("usual");
    if (done < Math.max(JOBS_OF_LONG_RUN, begun)) return;
    jobDone.unsubscribe(count);
    enter("long");
  };
  jobDone.subscribe(count);
}

/** Whether the arguments ask for a single piece, as far as it can be told before they are parsed. */
export const rendersOnePiece = (argv: readonly string[]): boolean => commandOf(argv) === "render";

/** Node's modules that every piece needs and their like: from here on they would be compiled (measured: 0.02 s). */
const FIRST = ["child_process", "crypto", "fs/promises", "os", "readline", "stream/promises", "vm", "zlib"];

/** Tunes V8 for a single piece. Long runs must not call this. It has to come before anything loads WebAssembly. */
export function preferQuickStart(): void {
  const patience = patienceOf(process.versions.v8);
  for (const name of FIRST) process.getBuiltinModule(`node:${name}`);
  for (const flag of [...FLAGS, ...(patience?.onePiece ?? [])]) setFlagsFromString(flag);
}
