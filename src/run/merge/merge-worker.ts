/** A worker's share of a merged run: rows as coded pages. */

import { setImmediate } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { type Diagnostic, diagnosticsOf, hasErrors } from "../../base/diagnostic.ts";
import { pageCoder } from "../../export/export.ts";
import { Sender } from "../../export/pdf/run/parcel.ts";
import { impose } from "../../impose/impose.ts";
import { type ImposeJob, imposeJobOf } from "../../impose/impose-job.ts";
import type { Scene } from "../../model/scene.ts";
import type { Sheet } from "../../model/sheet.ts";
import { type Composition, exportOptionsOf } from "../../render.ts";
import { engineFor } from "../engines.ts";
import {
  type CodedGroup,
  type CodedRow,
  leftOut,
  type MergeJob,
  type MergeJobResult,
  type MergeSettings,
  type RowGroup,
} from "./merge-job.ts";

/** Runs that share the threads; one more only makes the file ask again. */
const MOST_RUNS = 8;
const senders = new LRUCache<number, Sender>({ max: MOST_RUNS, memoMethod: () => new Sender() });

/** Never rejects: a failure is a row that is left out. */
export async function mergeRows(job: MergeJob): Promise<MergeJobResult> {
  const groups: CodedGroup[] = [];
  for (const group of job.groups) {
    groups.push(await codeGroup(group, job));
    // Native pictures are freed when the event loop turns, and only then.
    await setImmediate();
  }
  return groups;
}

async function codeGroup(group: RowGroup, { folders, settings, whole }: MergeJob): Promise<CodedGroup> {
  const outcomes: (Composition | readonly Diagnostic[])[] = [];
  for (const { request } of group) {
    try {
      const engine = await engineFor(folders);
      const composed = await engine.compose({ ...request, as: "pdf", profile: settings.profile });
      outcomes.push(settings.strict && hasErrors(composed.diagnostics) ? composed.diagnostics : composed);
    } catch (thrown) {
      outcomes.push(diagnosticsOf(thrown));
    }
  }
  const good = outcomes.filter((each) => "job" in each);
  const [first] = good;
  if (!first) return { rows: outcomes.map((each) => leftOut(findingsOf(each))), coded: null };
  try {
    const numbers = group.flatMap(({ number }, i) => ("job" in outcomes[i]! ? [number] : []));
    const imposed = imposeTogether(good, first, settings, numbers);
    const coder = await pageCoder(exportOptionsOf(first.job));
    const { value, diagnostics } = await coder.code(imposed.value, false);
    const told = [...imposed.diagnostics, ...diagnostics];
    const rows = outcomes.map((each): CodedRow => {
      if (!("job" in each)) return leftOut(each);
      const findings = each === first ? [...each.diagnostics, ...told] : each.diagnostics;
      return rowOf(each, pageOf(each.scenes, imposed.value), findings);
    });
    return { rows, coded: senders.memo(settings.run).pack(value, whole) };
  } catch (thrown) {
    const diagnostics = diagnosticsOf(thrown);
    return { rows: outcomes.map((each) => leftOut([...findingsOf(each), ...diagnostics])), coded: null };
  }
}

const findingsOf = (outcome: Composition | readonly Diagnostic[]): readonly Diagnostic[] =>
  "job" in outcome ? outcome.diagnostics : outcome;

function imposeTogether(
  good: readonly Composition[],
  { job }: Composition,
  { sheets }: MergeSettings,
  numbers: readonly number[],
) {
  const scenes = good.flatMap((each) => each.scenes);
  if (!sheets) return impose(scenes, imposeJobOf(job));
  const { sheet, columns, rows } = sheets;
  // A row's title would stand for its neighbours. Whoever lays sheets in order goes by their rows.
  const plain = imposeJobOf(job, rowsWords(numbers));
  const onSheet: ImposeJob = { ...plain, profile: { ...plain.profile, sheet, booklet: null }, ofRun: true };
  // As a piece alone is printed. Behind a page that has no back there would be another row's.
  const sides = good.every((each) => each.scenes.length % 2 === 0) ? "two" : "one";
  return impose(scenes, onSheet, { wanted: { columns, rows }, arrangement: "sequence", sides });
}

function rowsWords(numbers: readonly number[]): string {
  const [first, last] = [numbers[0]!, numbers.at(-1)!];
  return first === last ? `dòng ${first}` : `dòng ${first}–${last}`;
}

/** The first sheet that shows any of the scenes. */
function pageOf(scenes: readonly Scene[], sheets: readonly Sheet[]): number | null {
  const page = sheets.findIndex(({ placements }) => placements.some(({ scene }) => scenes.includes(scene)));
  return page < 0 ? null : page;
}

const rowOf = (
  { job: { brief, date } }: Composition,
  page: number | null,
  diagnostics: readonly Diagnostic[],
): CodedRow => ({
  page,
  name: brief.institution.name.text,
  headline: brief.message.text,
  date,
  diagnostics,
});
