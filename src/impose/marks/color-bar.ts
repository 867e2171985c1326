/** The colour bar: what a press operator measures. */

import { type Rect, rect } from "../../base/geometry.ts";
import { type MarkToken, markColor } from "../../model/mark-ink.ts";
import { rectangleOutline } from "../../model/outline.ts";
import type { Path, SceneColor } from "../../model/scene.ts";
import { filled } from "../line-art.ts";
import { PATCH } from "./space.ts";

/** Solids, half tones and overprints of the process inks (ISO 12647-2 control strips hold these, among others). */
const PROCESS_PATCHES: readonly MarkToken[] = [
  "bar-c100",
  "bar-m100",
  "bar-y100",
  "bar-k100",
  "bar-c50",
  "bar-m50",
  "bar-y50",
  "bar-k50",
  "bar-my",
  "bar-cy",
  "bar-cm",
  "bar-cmy",
];

/**
 * Patches side by side from the row's left end, narrower where they would not fit.
 * @param row a row as high as a patch
 * @param spots solids of the spot inks that the sheet uses
 */
export function colorBar(row: Rect, spots: readonly SceneColor[]): readonly Path[] {
  const colors = [...PROCESS_PATCHES.map(markColor), ...spots];
  const width = Math.min(PATCH, row.width / colors.length);
  return colors.map((color, i) =>
    filled(rectangleOutline(rect(row.x + i * width, row.y, width, row.height)), color),
  );
}
