/** Finding a template's fields composes it many times: what goes to a worker and what comes back. */

import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Folders } from "../../render.ts";
import type { Task } from "../pool.ts";
import type { JsonSchema } from "./json-schema.ts";
import type { TemplateField } from "./template-fields.ts";

export interface FieldsJob {
  readonly folders: Folders;
  readonly template: string;
}

export interface TemplateDescription {
  readonly fields: readonly TemplateField[];
  /** Of a render request for the template. */
  readonly schema: JsonSchema;
}

export interface FieldsResult {
  /** `null` when it could not be found out; then at least one diagnostic is an error. */
  readonly description: TemplateDescription | null;
  readonly diagnostics: readonly Diagnostic[];
}

export const TEMPLATE_FIELDS: Task<FieldsJob, FieldsResult> = {
  name: "describeTemplate",
  plain: (job) => job,
  pieces: () => 1,
  failed: (_, diagnostics) => ({ description: null, diagnostics }),
};
