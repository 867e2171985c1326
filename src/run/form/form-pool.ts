/** Worker threads that answer a form. Their own crew: a print run that fills the others never holds up a keystroke. */

import type { Diagnostic } from "../../base/diagnostic.ts";
import { openTaskPool, type Pool, type PoolOptions, type Task } from "../pool.ts";
import type { FormJob, FormResult } from "./form-job.ts";

export type FormPool = Pool<FormJob, FormResult>;

const ANSWERING: Task<FormJob, FormResult> = {
  name: "formWork",
  plain: (job) => job,
  failed: (_, diagnostics: readonly Diagnostic[]) => ({ kind: "refusal", diagnostics }),
};

/** Opens the pool; its workers start with the first job. */
export const openFormPool = (options: Partial<PoolOptions> = {}): FormPool =>
  openTaskPool(ANSWERING, options);
