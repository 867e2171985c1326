/** What worker threads do for a form. */

import type { Task } from "../pool.ts";
import type { FormJob, FormResult } from "./form-job.ts";

export const FORM: Task<FormJob, FormResult> = {
  name: "formWork",
  plain: (job) => job,
  failed: (_, diagnostics) => ({ kind: "refusal", diagnostics }),
};
