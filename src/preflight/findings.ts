/** What a rule found about text, before it becomes a message: neighbours with the same fault are told as one. */

import type { Where } from "../base/diagnostic.ts";
import { type Rect, union } from "../base/geometry.ts";
import type { TextRun } from "./text-runs.ts";

export interface Finding {
  readonly text: TextRun;
  /** Runs that follow each other in a frame with equal keys are one finding. */
  readonly key: string;
}

export interface Merged<F extends Finding> {
  readonly findings: readonly F[];
  readonly frame: string;
  /** At most 40 characters. */
  readonly text: string;
  readonly area: Rect;
}

/** Layout may set a run a word; people think in lines. */
export function mergeFindings<F extends Finding>(findings: readonly F[]): readonly Merged<F>[] {
  if (findings.length === 0) return [];
  const groups: F[][] = [];
  for (const finding of findings) {
    const group = groups.at(-1);
    const before = group?.[0];
    const together =
      before?.key === finding.key && before.text.painted.placed.frame === finding.text.painted.placed.frame;
    if (group && together) group.push(finding);
    else groups.push([finding]);
  }
  const merged = groups.map((group): Merged<F> => {
    const first = group[0]!;
    const area = group.reduce<Rect | null>((box, { text }) => union(box, text.box), null);
    return {
      findings: group,
      frame: first.text.painted.placed.frame,
      text: shorten(group.map(({ text }) => text.run.text.trim()).join(" ")),
      area: area ?? first.text.box,
    };
  });
  const told = new Set<string>();
  return merged.filter(({ frame, text }) => {
    const key = `${frame}\0${text}`;
    return !told.has(key) && told.add(key);
  });
}

const LONGEST = 40;

/** Counted in what people see as characters. */
export function shorten(text: string): string {
  const characters = [...new Intl.Segmenter("vi").segment(text)].map(({ segment }) => segment);
  return characters.length <= LONGEST
    ? text
    : `${characters
        .slice(0, LONGEST - 1)
        .join("")
        .trimEnd()}…`;
}

/** A place on the page, rounded to what a person can find: 0.01 mm. */
export function whereOf(page: number, frame: string, { x, y, width, height }: Rect): Where {
  const round = (mm: number) => Math.round(mm * 100) / 100;
  return { page, frame, area: { x: round(x), y: round(y), width: round(width), height: round(height) } };
}
