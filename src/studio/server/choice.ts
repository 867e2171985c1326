/** What the page sends, checked. */

import * as z from "zod";
import { id } from "../../model/ids.ts";
import { outputType } from "../../model/request.ts";
import type { Choice } from "../shared/wire.ts";

export const choiceSchema: z.ZodType<Choice> = z.strictObject({
  template: id,
  format: id,
  theme: id,
  institution: id,
  campaign: id,
  message: id.nullable(),
  audience: id.nullable(),
  event: id.nullable(),
  profile: id,
  dataSet: id.nullable(),
  row: z.strictObject({ table: z.string().max(64), number: z.number().int().min(1) }).nullable(),
  set: z.record(z.string().max(200), z.unknown()),
  stress: z.strictObject({
    text: z.number().min(0.1).max(4),
    programmes: z.number().int().min(0).max(60).nullable(),
  }),
});

export const viewBody = z.strictObject({ choice: choiceSchema });

export const thumbnailBody = z.strictObject({
  choice: choiceSchema,
  /** px. */
  width: z.number().int().min(40).max(2000),
  /** 0-based. */
  page: z.number().int().min(0).max(500),
  /** The templates as the last commit has them. */
  committed: z.boolean(),
});

export const exportBody = z.strictObject({
  choice: choiceSchema,
  as: outputType,
  ppi: z.number().min(0.1).max(2400).nullable(),
});

export const rowsBody = z.strictObject({
  /** The file's name, whose end may tell what it is. */
  name: z.string().min(1).max(200),
  /** Base64. */
  bytes: z.base64().max(24 * 1024 * 1024),
});

export const openBody = z.strictObject({
  file: z.string().min(1).max(4000),
  line: z.number().int().min(1),
  column: z.number().int().min(1),
});
