/** Cases that do one thing again and again in a warm process. */

import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { loadContender } from "../contenders/index.mjs";
import { distinctFlyer, flyer } from "../content.mjs";
import { treeCpuMs } from "../measure/process-tree.mjs";

/** Warm-ups that are done however long they take. */
const LEAST_WARM = 3;

/**
 * Times `work` until `most` times or `seconds` are over, at least once. Before that it is done `warmup` times or for
 * `warmupSeconds`: until code is compiled and caches are full.
 */
async function timed({ most, seconds, warmup = 0, warmupSeconds = 0 }, work) {
  let until = performance.now() + warmupSeconds * 1000;
  for (let i = 0; i < warmup && (i < LEAST_WARM || performance.now() < until); i++) await work(i);
  const times = [];
  const cpu = treeCpuMs(process.pid);
  until = performance.now() + seconds * 1000;
  for (let i = 0; i < most && (i === 0 || performance.now() < until); i++) {
    const start = performance.now();
    await work(warmup + i);
    times.push(performance.now() - start);
    // Native memory is freed when the event loop turns.
    await setImmediate();
  }
  return { times, cpuMs: (treeCpuMs(process.pid) - cpu) / times.length };
}

/** One piece, the same or another every time. */
export async function repeatCase({ contender, kind, size, changed, programmes, ...limits }) {
  const session = await (await loadContender(contender)).open();
  let bytes = 0;
  const same = flyer(1, programmes);
  const measured = await timed(limits, async (i) => {
    const made = await session[kind](changed ? flyer(i + 1, programmes) : same, size);
    bytes = made.length;
  });
  await session.close();
  return { ...measured, bytes };
}

/**
 * N flyers as one file, again and again; times are per page. The first file is from the start of this process, with
 * all that the contender loads; the warm ones are those after warming up.
 * @param distinct whether rows differ in nearly every text
 * @param most warm files; with the other limits as for {@link timed}
 * @returns bytes are what a page adds after the first
 */
export async function mergedCase({ contender, rows, distinct = false, most, ...limits }) {
  const pieceOf = distinct ? distinctFlyer : flyer;
  const session = await (await loadContender(contender)).open();
  const folder = mkdtempSync(join(tmpdir(), "bench-merged-"));
  const file = join(folder, "run.pdf");
  const merge = async (first, count) => {
    const made = await session.merged(
      Array.from({ length: count }, (_, i) => pieceOf(first + i)),
      file,
    );
    if (made) writeFileSync(file, made);
    return statSync(file).size;
  };
  try {
    const whole = await merge(1000, rows);
    const firstTime = performance.now() / rows;
    const warm =
      most > 0 && (await timed({ most, ...limits }, (round) => merge(1000 + (round + 1) * rows, rows)));
    const bytes = rows > 1 ? (whole - (await merge(0, 1))) / (rows - 1) : whole;
    if (!warm) return { times: [firstTime], rows, bytes };
    const { times, cpuMs } = warm;
    return { times: times.map((time) => time / rows), firstTime, cpuMs: cpuMs / rows, rows, bytes };
  } finally {
    rmSync(folder, { recursive: true });
    await session.close();
  }
}

/** Any request of anpham's, again and again. */
export async function piecesCase({ request, ...limits }) {
  const session = await (await loadContender("anpham")).open();
  let bytes = 0;
  const measured = await timed(limits, async () => {
    const { artifacts } = await session.engine.render(request);
    bytes = artifacts[0].bytes.length;
  });
  return { ...measured, bytes };
}

/** One PDF from a process that has just started. */
export async function coldCase({ contender, file }) {
  const session = await (await loadContender(contender)).open();
  writeFileSync(file, await session.pdf(flyer(1)));
  await session.close();
  return {};
}
