/** Runs of distinct flyers, each a file, on two cores: the way each contender is best at. */

import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { loadContender } from "../contenders/index.mjs";
import { flyer } from "../content.mjs";
import { treeCpuMs } from "../measure/process-tree.mjs";

const PART = fileURLToPath(new URL("run-part.mjs", import.meta.url));

/** Rows from `first` on, until `rows` are given out or the time is over. */
export function* rowsUntil({ first, rows, step = 1, seconds }) {
  const until = performance.now() + seconds * 1000;
  for (let i = 0; i < rows && (i === 0 || performance.now() < until); i += step) yield flyer(first + i);
}

/** Writes files into a folder and counts them. */
export function fileWriter(folder, kind) {
  const written = { count: 0, bytes: 0 };
  return {
    written,
    async write(piece, ...parts) {
      const file = await open(join(folder, `${piece.row}.${kind}`), "w");
      const { bytesWritten } = await file.writev(parts);
      await file.close();
      written.count++;
      written.bytes += bytesWritten;
    },
  };
}

/** Renders what an iterator gives in so many lanes of one process. */
export async function inLanes(session, count, { kind, size, pieces, write }) {
  const lane = async (number) => {
    for (const piece of pieces) {
      const args = kind === "png" ? [piece, size, number] : [piece, number];
      await write(piece, await session[kind](...args));
      await setImmediate();
    }
  };
  await Promise.all(Array.from({ length: count }, (_, number) => lane(number)));
}

async function openInProcess(contender, { kind, size, folder }) {
  const session = await contender.open();
  const { parallel } = contender;
  return {
    async round(rows) {
      const { write, written } = fileWriter(folder, kind);
      const pieces = rowsUntil(rows);
      if (parallel.kind === "own") await session.each(kind, pieces, size, write);
      else await inLanes(session, parallel.count, { kind, size, pieces, write });
      return written;
    },
    close: () => session.close(),
  };
}

/** The same program so many times, each taking every n-th row. */
function openProcesses(id, count, { kind, size, folder }) {
  const parts = Array.from({ length: count }, () =>
    fork(PART, [JSON.stringify({ contender: id, kind, size, folder })], { stdio: "inherit" }),
  );
  const ask = (part, order) =>
    new Promise((resolve, reject) => {
      part.once("message", resolve);
      part.once("exit", () => reject(new Error("a part of the run ended early")));
      part.send(order);
    });
  return {
    async round(rows) {
      const done = await Promise.all(
        parts.map((part, i) =>
          ask(part, { ...rows, first: rows.first + i, rows: rows.rows - i, step: count }),
        ),
      );
      return done.reduce((sum, each) => ({
        count: sum.count + each.count,
        bytes: sum.bytes + each.bytes,
      }));
    },
    async close() {
      for (const part of parts) part.disconnect();
    },
  };
}

/**
 * Times are per file, the mean of each round. The first round is from the start of this process, with all that the
 * contender loads; the warm ones are those after warming up.
 * @param rounds warm ones, as many as begin within `seconds`; a round takes no new row after `seconds`
 * @param warmupSeconds begin as many rounds, which nobody times
 */
export async function runCase({ contender: id, kind, size, rows, rounds, seconds, warmupSeconds = 0 }) {
  const contender = await loadContender(id);
  const folder = mkdtempSync(join(tmpdir(), "bench-run-"));
  const options = { kind, size, folder };
  const { parallel } = contender;
  const runner =
    parallel.kind === "processes"
      ? openProcesses(id, parallel.count, options)
      : await openInProcess(contender, options);
  try {
    const first = await runner.round({ first: 1000, rows, seconds });
    const firstTime = performance.now() / first.count;
    let begin = performance.now();
    const leftOf = (time) => time - (performance.now() - begin) / 1000;
    let done = 1;
    const round = (time) =>
      runner.round({ first: 1000 + done++ * rows, rows, seconds: Math.max(leftOf(time), 1) });
    while (leftOf(warmupSeconds) > 0) await round(warmupSeconds);
    const times = [];
    let total = { count: 0, bytes: 0 };
    const cpu = treeCpuMs(process.pid);
    begin = performance.now();
    for (let i = 0; i < rounds && (i === 0 || leftOf(seconds) > 0); i++) {
      const start = performance.now();
      const written = await round(seconds);
      times.push((performance.now() - start) / written.count);
      total = { count: total.count + written.count, bytes: total.bytes + written.bytes };
    }
    if (rounds === 0) return { times: [firstTime], rows: first.count, bytes: first.bytes / first.count };
    const cpuMs = (treeCpuMs(process.pid) - cpu) / total.count;
    return { times, firstTime, cpuMs, rows: total.count, bytes: total.bytes / total.count };
  } finally {
    await runner.close();
    rmSync(folder, { recursive: true });
  }
}
