/** How often shared forms are used in what is written together. */

import type { ObjectSource } from "./builder.ts";
import { formsIn, type Ref } from "./object.ts";
import type { CodedPage } from "./page.ts";

/** Counts; those of a run of any length are forgotten in time. */
export interface FormUses {
  get(form: Ref): number | undefined;
  set(form: Ref, times: number): unknown;
}

/** Adds what pages use: their forms, and the forms in those that are written out where they stand. */
export function countUses(
  pages: readonly CodedPage[],
  uses: FormUses,
  source: ObjectSource,
  isWritten: (form: Ref) => boolean,
): void {
  const count = (form: Ref): void => {
    uses.set(form, (uses.get(form) ?? 0) + 1);
    const object = isWritten(form) ? undefined : source(form);
    if (typeof object === "object" && "kind" in object && object.kind === "content")
      for (const inner of formsIn(object.parts)) count(inner);
  };
  for (const { parts } of pages) for (const form of formsIn(parts)) count(form);
}

/** Whether a form is worth an object of its own, which streams name. */
export const isRepeated = (uses: FormUses, form: Ref): boolean => (uses.get(form) ?? 0) > 1;
