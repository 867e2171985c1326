/** Colours inside the job's pictures, from the tones that resolve measured. */

import type { Asset } from "../model/job.ts";
import type { SampleImage } from "./color-at.ts";

export function samplePictures(assets: readonly Asset[]): SampleImage {
  const known = new Map(assets.map(({ id, tones }) => [id, tones]));
  return (imageId, u, v, tone) => {
    const tones = known.get(imageId);
    if (!tones) return null;
    const { columns, rows, alpha } = tones;
    const cellOf = (at: number, cells: number) => Math.min(cells - 1, Math.max(0, Math.floor(at * cells)));
    const cell = cellOf(v, rows) * columns + cellOf(u, columns);
    const [r, g, b] = tones[tone].subarray(cell * 3, cell * 3 + 3);
    return { r: r!, g: g!, b: b!, a: alpha[cell]! / 255 };
  };
}
