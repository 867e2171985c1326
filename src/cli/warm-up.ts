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

/**
 * How soon V8 optimises JavaScript, and how much of what a function calls it writes out into it: a print run changes a
 * few words from row to row, and what is written out whole into its callers takes long to compile and is thrown away
 * again and again. V8 complains of flags that it does not know.
 */
interface Patience {
  /** For a single piece: a loop that is hot still is optimised (measured: 0.15 s of it). */
  readonly onePiece: readonly string[];
  /** While a run begins: a sixth of a run of 200 rows. */
  readonly begun: readonly string[];
  /** From so many pieces of a run on, in their order: optimised code pays only in what goes on. */
  readonly later: readonly { readonly pieces: number; readonly flags: readonly string[] }[];
}

/** Since V8 12 Maglev compiles quickly what runs seldom, and what counts as often has another name. */
const WITH_MAGLEV: Patience = {
  onePiece: ["--invocation-count-for-turbofan=18000"],
  begun: ["--invocation-count-for-turbofan=18000", "--max-inlined-bytecode-size-cumulative=300"],
  later: [{ pieces: 2000, flags: ["--invocation-count-for-turbofan=3000"] }],
};

/**
 * By V8's version. Before Maglev, functions have a budget of bytecode and are optimised once it was used up so many
 * times. By V8's own numbers what runs once a row, half of all that runs, is so after 2,000 to 5,000 rows. Compiling it
 * takes as long as 300 rows, which pays after 1,000: runs of 300 to 700 rows end a sixth sooner when it waits for them to
 * be over, and it comes in steps, since all of it at once would hold up the run. A budget once given has to be used up
 * whatever later flags say: it is left alone.
 */
const PATIENCE: Readonly<Record<string, Patience>> = {
  "11": {
    onePiece: ["--interrupt-budget=400000"],
    begun: [
      "--ticks-before-optimization=12",
      "--bytecode-size-allowance-per-tick=1500",
      "--minimum-invocations-after-ic-update=100",
      "--max-inlined-bytecode-size-cumulative=100",
    ],
    later: [
      { pieces: 800, flags: ["--ticks-before-optimization=6"] },
      { pieces: 1040, flags: ["--ticks-before-optimization=3"] },
      { pieces: 1320, flags: ["--ticks-before-optimization=1"] },
    ],
  },
  "12": WITH_MAGLEV,
  "13": WITH_MAGLEV,
  "14": WITH_MAGLEV,
};

const patienceOf = (v8: string) => PATIENCE[v8.slice(0, v8.indexOf("."))];

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
const RUN_FLAGS: readonly string[] = [ALL_YOUNG, LONE_SCAVENGES];

const RUNS: readonly string[] = ["batch", "kit", "gallery", "worker", "serve"];

const commandOf = (argv: readonly string[]) => argv.find((argument) => !argument.startsWith("-")) ?? "";

/** Whether the arguments ask for many pieces, as far as it can be told before they are parsed. */
export const rendersMany = (argv: readonly string[]): boolean => RUNS.includes(commandOf(argv));

/** Whether they ask for a run without pictures, as far as it can be told before they are parsed. */
export const rendersOnlyPdf = (argv: readonly string[]): boolean =>
  commandOf(argv) === "batch" && /(?:^| )--(?:merge[ =]|as[ =]pdf(?: |$))/.test(argv.join(" "));

/** Jobs by thread after which each has loaded what it runs: flags that are set before cost each of them 60 ms. */
const JOBS_BEFORE = 2;

interface LongRun {
  /** Whether it makes no pictures. */
  readonly onlyPdf: boolean;
  /** Keeps compiled code, which is good for other processes up to then. */
  readonly keepCode: () => void;
}

/** Tunes V8 for print runs, in this thread and all others, once a run has begun and again as it turns out long. */
export function preferLongRunOnceBegun({ onlyPdf, keepCode }: LongRun): void {
  const patience = patienceOf(process.versions.v8);
  const set = (...flags: readonly string[]) => {
    for (const flag of flags) setFlagsFromString(flag);
  };
  const later = [...(patience?.later ?? [])];
  let jobs = 0;
  let done = 0;
  const count = (message: unknown) => {
    const { workers, pieces } = message as JobDone;
    const begun = JOBS_BEFORE * workers;
    jobs++;
    done += pieces;
    if (jobs === begun) {
      keepCode();
      if (patience) set(...patience.begun, ...RUN_FLAGS, onlyPdf ? FLAT_HEAP : LEVEL_HEAP);
    }
    if (jobs < begun) return;
    while (later[0] && done >= later[0].pieces) set(...later.shift()!.flags);
    if (later.length === 0) jobDone.unsubscribe(count);
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
