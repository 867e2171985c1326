/** Print runs: many distinct flyers on two cores, as files of their own or in one. */

import { A5_300 } from "../sizes.mjs";
import { byContender, series } from "./entries.mjs";

// V8 still compiles while the second and third thousand of flyers are made.
const SEPARATE = {
  quick: { rows: 60, rounds: 1, seconds: 3, warmupSeconds: 0 },
  default: { rows: 1000, rounds: 3, seconds: 20, warmupSeconds: 10 },
  full: { rows: 1000, rounds: 3, seconds: 60, warmupSeconds: 10 },
};
const PICTURES = {
  quick: { rows: 10, rounds: 1, seconds: 3, warmupSeconds: 0 },
  default: { rows: 100, rounds: 3, seconds: 10, warmupSeconds: 2 },
  full: { rows: 1000, rounds: 2, seconds: 120, warmupSeconds: 2 },
};
const MERGED = {
  quick: { rows: 60, most: 1, seconds: 3 },
  default: { rows: 1000, most: 5, seconds: 20, warmup: 3, warmupSeconds: 10 },
  full: { rows: 1000, most: 15, seconds: 40, warmup: 3, warmupSeconds: 10 },
};
/** They would take minutes for a thousand pages; the time is told by the page. */
const FEWER_MERGED = { "react-pdf": 100, chromium: 300 };

const mergedRows = (mode, id) => Math.min(MERGED[mode].rows, FEWER_MERGED[id] ?? Infinity);

const GROWTH = { quick: [10, 100], default: [10, 100, 1000], full: [10, 100, 1000, 10_000] };
const LONG = { seconds: 600 };
const FIRST_RUN = { contender: "anpham", ...LONG };

export const RUNS = [
  {
    id: "run-separate",
    title: "1,000 distinct A5 flyers as separate PDFs, 2 cores",
    unit: "ms a file",
    quick: true,
    run: ({ mode, contenders }) =>
      byContender({ kind: "pdf", wanted: contenders, except: ["anpham-web"] }, () => ({
        case: "run",
        ...SEPARATE[mode],
      })),
  },
  {
    id: "run-merged",
    title: "1,000 distinct A5 flyers in one PDF",
    unit: "ms a page",
    quick: true,
    run: ({ mode, contenders }) =>
      byContender({ kind: "merged", wanted: contenders }, ({ id }) => ({
        case: "merged",
        ...MERGED[mode],
        rows: mergedRows(mode, id),
      })),
  },
  {
    id: "run-distinct",
    title: "1,000 A5 flyers in one PDF, each with a headline and programmes of its own",
    unit: "ms a page",
    run: ({ mode, contenders }) =>
      byContender({ kind: "merged", wanted: contenders, except: ["chromium", "react-pdf"] }, () => ({
        case: "merged",
        distinct: true,
        ...MERGED[mode],
      })),
  },
  {
    id: "run-png",
    title: "Distinct A5 flyers as PNG at 300 ppi, 2 cores",
    unit: "ms a file",
    run: ({ mode, contenders }) =>
      byContender({ kind: "png", wanted: contenders }, () => ({
        case: "run",
        size: A5_300,
        ...PICTURES[mode],
      })),
  },
  {
    id: "growth-rows-separate",
    title: "anpham: separate PDFs by number of rows, from the start of a process",
    unit: "ms a file",
    run: ({ mode }) =>
      series(
        GROWTH[mode].map((rows) => ({
          name: `${rows} rows`,
          job: { ...FIRST_RUN, case: "run", kind: "pdf", rows, rounds: 0 },
          limits: LONG,
        })),
      ),
  },
  {
    id: "growth-rows-merged",
    title: "anpham: one PDF by number of rows, from the start of a process",
    unit: "ms a page",
    run: ({ mode }) =>
      series(
        GROWTH[mode].map((rows) => ({
          name: `${rows} rows`,
          job: { ...FIRST_RUN, case: "merged", rows, most: 0 },
          limits: LONG,
        })),
      ),
  },
];
