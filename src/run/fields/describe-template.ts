/** What a worker thread says of a template's fields. */

import { diagnosticsOf } from "../../base/diagnostic.ts";
import { engineFor } from "../engines.ts";
import type { FieldsJob, FieldsResult } from "./fields-job.ts";
import { templateSchema } from "./json-schema.ts";
import { briefPathsOf, templateFields } from "./template-fields.ts";

/** Never rejects. */
export async function describeTemplate({ folders, template }: FieldsJob): Promise<FieldsResult> {
  try {
    const { library } = await engineFor(folders);
    const fields = await templateFields(library, template);
    const schema = templateSchema(await library.templates.load(template), briefPathsOf(fields));
    return { description: { fields, schema }, diagnostics: [] };
  } catch (thrown) {
    return { description: null, diagnostics: diagnosticsOf(thrown) };
  }
}
