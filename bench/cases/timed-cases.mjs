/** Cases that do one thing again and again in a warm process. */

import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { loadContender } from "../contenders/index.mjs";
import { flyer } from "../content.mjs";
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

/** Rows after which threads and caches of a merged run are warm. */
const WARM_AT = 100;

/** N flyers as one file; times are per page. Bytes are what a page adds after the first. */
export async function mergedCase({ contender, rows, ...limits }) {
  const session = await (await loadContender(contender)).open();
  const folder = mkdtempSync(join(tmpdir(), "bench-merged-"));
  const file = join(folder, "run.pdf");
  const warmTimes = [];
  const merge = async (first, count) => {
    let warmAt = null;
    let done = 0;
    const pieces = Array.from({ length: count }, (_, i) => flyer(first + i));
    const made = await session.merged(pieces, file, () => {
      if (++done === WARM_AT) warmAt = performance.now();
    });
    if (made) writeFileSync(file, made);
    if (warmAt && count > WARM_AT) warmTimes.push((performance.now() - warmAt) / (count - WARM_AT));
    return statSync(file).size;
  };
  try {
    const one = await merge(0, 1);
    await merge(1, Math.min(20, rows));
    let whole = 0;
    const { times, cpuMs } = await timed(limits, async (round) => {
      whole = await merge(1000 + round * rows, rows);
    });
    const bytes = rows > 1 ? (whole - one) / (rows - 1) : one;
    return { times: times.map((time) => time / rows), cpuMs: cpuMs / rows, warmTimes, rows, bytes };
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
