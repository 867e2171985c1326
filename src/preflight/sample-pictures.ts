/** Colours inside the job's pictures, from the tones that resolve measured. */

import { foundOnceForList } from "../base/found-once.ts";
import type { Asset } from "../model/job.ts";
import type { Tones } from "../model/picture-facts.ts";
import type { SampleImage } from "./color-at.ts";

/** The same function for the same pictures, so that what was measured with it holds for the next piece. */
export function samplePictures(assets: readonly Asset[]): SampleImage {
  const ids: string[] = [];
  const all: Tones[] = [];
  for (const { id, tones } of assets) {
    if (!tones) continue;
    ids.push(id);
    all.push(tones);
  }
  if (all.length === 0) return UNKNOWN;
  const samplers = samplersOf(all);
  const key = ids.join();
  let sampler = samplers.get(key);
  if (!sampler) {
    sampler = samplerOf(new Map(ids.map((id, i) => [id, all[i]!])));
    samplers.set(key, sampler);
  }
  return sampler;
}

const UNKNOWN: SampleImage = () => null;

/** By the pictures' ids: one, unless a file is listed under several. */
const samplersOf = foundOnceForList((_: readonly Tones[]) => new Map<string, SampleImage>());

const samplerOf =
  (known: ReadonlyMap<string, Tones>): SampleImage =>
  (imageId, u, v, tone) => {
    const tones = known.get(imageId);
    if (!tones) return null;
    const { columns, rows, alpha } = tones;
    const cellOf = (at: number, cells: number) => Math.min(cells - 1, Math.max(0, Math.floor(at * cells)));
    const cell = cellOf(v, rows) * columns + cellOf(u, columns);
    const at = cell * 3;
    const colors = tones[tone];
    return { r: colors[at]!, g: colors[at + 1]!, b: colors[at + 2]!, a: alpha[cell]! / 255 };
  };
