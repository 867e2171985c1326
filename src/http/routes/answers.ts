/** What answers hold, for the contract at `/openapi.json`: nothing is checked or written by it at run time. */

import * as z from "zod";
import { localized } from "../../model/ids.ts";
import { MEDIA_TYPES } from "../../model/output-files.ts";
import { OUTPUT_TYPES } from "../../model/request.ts";
import { JOB_STATES } from "../jobs/job-record.ts";
import { uploadBody } from "../uploads/upload-store.ts";

const JSON_TYPE = "application/json";

/** A schema as it is written in answers, also where it checks what JSON Schema cannot say. */
const written = (schema: z.ZodType): z.ZodType => z.unknown().meta({ ...outputOf(schema) });

const outputOf = (schema: z.core.$ZodType): z.core.JSONSchema.BaseSchema => {
  const { $schema: _, ...output } = z.toJSONSchema(schema, {
    io: "output",
    unrepresentable: "any",
    override({ zodSchema, jsonSchema }) {
      const { def } = zodSchema._zod;
      // What tidies a text gives a text: the transforms of the model change no type.
      if (def.type === "pipe" && def.out._zod.def.type === "transform") {
        Object.assign(jsonSchema, outputOf(def.in));
      }
    },
  });
  return output;
};

/** An answer of JSON. */
export const jsonOf = (schema: z.ZodType, description = "OK") => ({
  description,
  content: { [JSON_TYPE]: { schema: written(schema) } },
});

/** An answer that is a file of one of these types. */
export const filesOf = (types: readonly string[], description: string) => ({
  description,
  content: Object.fromEntries(types.map((type) => [type, { schema: z.unknown() }])),
});

/** An answer without content. */
export const nothing = (description: string) => z.null().describe(description);

/** Whatever a request may bring, in documents; reading is left to the pipeline, which tells every wrong field. */
export const documented = (schema: z.ZodType): z.ZodType =>
  z.unknown().meta({ ...z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) });

const severity = z.enum(["error", "warning", "note"]);
export const findingAnswer = z.object({
  code: z.string(),
  severity,
  message: localized,
  hint: localized,
  where: z.record(z.string(), z.unknown()),
  frame: z.string().nullable(),
  field: z.string().nullable(),
});

export const problemAnswer = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  requestId: z.string(),
  diagnostics: z.array(findingAnswer),
});

export const pieceFile = filesOf(
  OUTPUT_TYPES.map((type) => MEDIA_TYPES[type]),
  "Tệp; Anpham-Pages, Anpham-Findings, Server-Timing trong phần đầu | the file; more in its headers",
);

export const preflightAnswer = z.object({
  ok: z.boolean(),
  pages: z.int(),
  diagnostics: z.array(findingAnswer),
  timings: z.record(z.string(), z.number()),
});

export const linkAnswer = z.object({ path: z.string(), expires: z.iso.datetime() });

export const uploadsAnswer = z.array(uploadBody);
export const uploadAnswer = uploadBody.extend({ diagnostics: z.array(findingAnswer) });

export const jobAnswer = z.object({
  id: z.string(),
  kind: z.enum(["kit", "batch"]),
  state: z.enum(JOB_STATES),
  progress: z.object({ done: z.int(), total: z.int(), problems: z.int() }),
  counts: z.record(z.string(), z.number()),
  created: z.iso.datetime(),
  started: z.iso.datetime().nullable(),
  finished: z.iso.datetime().nullable(),
  diagnostics: z.array(findingAnswer),
  webhook: z.enum(["none", "pending", "delivered", "failed"]),
  links: z.object({ self: z.string(), events: z.string(), files: z.string(), zip: z.string() }),
});
export const newJobAnswer = jobAnswer.extend({ webhookSecret: z.string().nullable() });
export const jobFilesAnswer = z.array(z.object({ name: z.string(), size: z.int(), href: z.string() }));

export const templateAnswer = z.object({
  id: z.string(),
  name: localized,
  description: localized,
  formats: z.array(z.string()),
  themes: z.array(z.string()),
});
export const describedTemplateAnswer = templateAnswer.extend({
  groups: z.unknown(),
  fields: z.array(z.record(z.string(), z.unknown())),
  schema: z.record(z.string(), z.unknown()),
});
