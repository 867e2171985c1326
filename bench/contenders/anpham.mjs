/** This package: the recruitment flyer of the templates that ship, for the press (profile “offset”). */

import { createEngine, openRunner, packageFolders } from "../../dist/index.js";
import { briefOf, INSTITUTION } from "../content.mjs";
import { tuneForRuns } from "../internals.mjs";

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
    const { signal } = new AbortController();
    let opened = null;
    /** As a print run of the command line, but the threads stay for the next one. */
    const runs = (kind) => {
      opened ??= tuneForRuns(kind === "pdf").then(() => openRunner({ folders, workers: WORKERS }));
      return opened;
    };
    return {
      engine,
      pdf: (piece) => bytesOf(requestOf(piece, { profile })),
      png: (piece, size) => bytesOf(pngRequest(piece, size)),
      /** Renders the pieces on worker threads and hands over each file. */
      async each(kind, pieces, size, write) {
        const runner = await runs(kind);
        const begun = [];
        const requests = function* () {
          for (const piece of pieces) {
            begun.push(piece);
            yield kind === "png" ? pngRequest(piece, size) : requestOf(piece, { profile });
          }
        };
        for await (const { artifacts, diagnostics } of runner.each(requests(), signal)) {
          if (artifacts.length === 0) throw new Error(JSON.stringify(diagnostics));
          await write(begun.shift(), ...artifacts[0].parts);
        }
      },
      async merged(pieces, file) {
        const runner = await runs("pdf");
        const { rowsLeftOut } = await runner.merge({
          rows: rowsOf(pieces),
          profile,
          file,
          nUp: null,
          splitEvery: null,
          strict: false,
          title: null,
          signal,
          onRow: () => undefined,
        });
        if (rowsLeftOut > 0) throw new Error(`${rowsLeftOut} rows were left out`);
        return null;
      },
      close: async () => (await opened)?.close(),
    };
  },
});

export default anpham("offset");
