/** What worker threads do for a form. */

import type { Task } from "../pool.ts";
import type { FormJob, FormResult } from "./form-job.ts";

export const FORM: Task<FormJob, FormResult> = {
  name: "formWork",
  plain: (job) => job,
  pieces: () => 1,
  failed: (_, diagnostics) => ({ kind: "refusal", diagnostics }),
};
