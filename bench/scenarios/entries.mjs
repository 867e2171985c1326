/** From cases to the entries of a scenario: every contender in turn, each skipped with its reason when it cannot. */

import { CONTENDERS } from "../contenders/index.mjs";
import { runCase } from "../measure/processes.mjs";
import { rounded, summary, withRatios } from "../measure/statistics.mjs";

const KB = 1024;
const inKb = (bytes) => (bytes ? rounded(bytes / KB) : null);

/** A figure as it is kept: milliseconds. */
export function entryOf(who, { times, cpuMs, firstTime, bytes, rows, wallMs, peakRssMb }) {
  const { count, minimum, median: middle, maximum } = summary(times);
  return {
    ...who,
    count,
    minimum: rounded(minimum),
    median: rounded(middle),
    maximum: rounded(maximum),
    rows: rows ?? null,
    perSecond: rows ? rounded(1000 / middle) : null,
    perSecondFirst: firstTime ? rounded(1000 / firstTime) : null,
    cpuMs: cpuMs === undefined ? null : rounded(cpuMs),
    kb: inKb(bytes),
    peakRssMb,
    processSeconds: rounded(wallMs / 1000),
  };
}

/** @param measure yields what {@link entryOf} takes */
export async function entryFrom(who, measure) {
  try {
    const entry = entryOf(who, await measure());
    console.log(
      `  ${who.name}: ${entry.median} ms${entry.perSecond ? `, ${entry.perSecond}/s` : ""}, ${entry.peakRssMb} MB`,
    );
    return entry;
  } catch (thrown) {
    const skipped = thrown instanceof Error ? thrown.message : String(thrown);
    console.warn(`  ${who.name}: SKIPPED: ${skipped}`);
    return { ...who, skipped };
  }
}

/** Pictures are the same whatever the profile of PDF files. */
const whoMakes = (kind, { id, name, pictureName }) => ({
  contender: id,
  name: kind === "png" ? (pictureName ?? name) : name,
});

/**
 * One case by every contender that makes this kind of file.
 * @param jobOf what the contender is to do, or `null` to leave it out
 */
export async function byContender({ kind, wanted, except = [] }, jobOf) {
  const entries = [];
  for (const contender of CONTENDERS) {
    if (!contender.makes.includes(kind) || except.includes(contender.id)) continue;
    if (wanted && !wanted.includes(contender.id)) continue;
    entries.push(
      await entryFrom(whoMakes(kind, contender), () =>
        runCase({ contender: contender.id, kind, ...jobOf(contender) }),
      ),
    );
  }
  return withRatios(entries, ({ contender }) => contender === "anpham");
}

/** Several cases of anpham's, compared with the first. */
export async function series(steps) {
  const entries = [];
  for (const { name, job, limits } of steps) {
    entries.push(await entryFrom({ contender: "anpham", name }, () => runCase(job, limits)));
  }
  return withRatios(entries, (entry) => entry === entries[0]);
}
