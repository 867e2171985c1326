/** This package: the recruitment flyer of the templates that ship, for the press (profile “offset”). */

import { createEngine, mergeRun, packageFolders } from "../../dist/index.js";
import { briefOf, INSTITUTION } from "../content.mjs";
import { importPool, tuneForRuns } from "../internals.mjs";

const WORKERS = 2;

export const requestOf = (piece, more) => ({
  template: "recruitment-flyer",
  format: "a5",
  institution: INSTITUTION,
  data: briefOf(piece),
  ...more,
});
const pngRequest = (piece, { template, format, ppi }) =>
  requestOf(piece, { template, format, ppi, as: "png", profile: "web" });

/** One by one, as a table is read. */
function* rowsOf(pieces) {
  for (const piece of pieces) yield { request: requestOf(piece, {}), title: null, number: piece.row + 1 };
}

/** @param profile output profile of its PDF files */
export const anpham = (profile) => ({
  parallel: { kind: "own" },
  async open() {
    const folders = packageFolders();
    const engine = await createEngine(folders);
    const bytesOf = async (request) => (await engine.render(request)).artifacts[0].bytes;
    let pool = null;
    return {
      engine,
      pdf: (piece) => bytesOf(requestOf(piece, { profile })),
      png: (piece, size) => bytesOf(pngRequest(piece, size)),
      /** Renders the pieces on worker threads and hands over each file. */
      async each(kind, pieces, size, write) {
        await tuneForRuns();
        const { openPool } = await importPool();
        pool ??= openPool({ workers: WORKERS });
        const jobs = function* () {
          for (const piece of pieces) {
            const request = kind === "png" ? pngRequest(piece, size) : requestOf(piece, { profile });
            yield { folders, requests: [request], piece };
          }
        };
        for await (const { job, results } of pool.each(jobs())) {
          const [{ artifacts, diagnostics }] = results;
          if (artifacts.length === 0) throw new Error(JSON.stringify(diagnostics));
          await write(job.piece, artifacts[0].bytes);
        }
      },
      async merged(pieces, file, onRow) {
        await tuneForRuns();
        const summary = await mergeRun({
          folders,
          rows: rowsOf(pieces),
          profile,
          file,
          workers: WORKERS,
          nUp: null,
          splitEvery: null,
          strict: false,
          title: null,
          signal: new AbortController().signal,
          onRow,
        });
        if (summary.rowsLeftOut > 0) throw new Error(`${summary.rowsLeftOut} rows were left out`);
        return null;
      },
      close: async () => pool?.close(),
    };
  },
});

export default anpham("offset");
