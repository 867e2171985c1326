/** The fields of templates, found out once each by the worker threads. */

import { AnphamError } from "../../base/diagnostic.ts";
import type { Folders } from "../../render.ts";
import { TEMPLATE_FIELDS } from "../../run/fields/fields-job.ts";
import type { TemplateField } from "../../run/fields/template-fields.ts";
import type { Threads } from "../../run/pool.ts";

export interface TemplateFacts {
  /** @throws AnphamError `request.unknown-id`, `template.broken` */
  fieldsOf(template: string): Promise<readonly TemplateField[]>;
}

export function openTemplateFacts(threads: Threads, folders: Folders): TemplateFacts {
  const pool = threads.pool(TEMPLATE_FIELDS);
  const known = new Map<string, Promise<readonly TemplateField[]>>();
  const find = async (template: string) => {
    const { description, diagnostics } = await pool.run({ folders, template });
    if (!description) throw new AnphamError(diagnostics);
    return description.fields;
  };
  return {
    fieldsOf(template) {
      let fields = known.get(template);
      if (!fields) {
        fields = find(template);
        known.set(template, fields);
        fields.catch(() => known.delete(template));
      }
      return fields;
    },
  };
}
