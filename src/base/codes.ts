/**
 * The permanent catalogue of everything that can go wrong. A code is never renamed or reused; its
 * sentences may improve. `{name}` is filled from the parameters given to {@link diagnose}.
 */

import { ASSET_CODES } from "./codes/asset.ts";
import { BRAND_CODES } from "./codes/brand.ts";
import type { CodeEntry } from "./codes/entry.ts";
import { IMPOSITION_CODES } from "./codes/imposition.ts";
import { INSPECT_CODES } from "./codes/inspect.ts";
import { INSPECT_CONTENT_CODES } from "./codes/inspect-content.ts";
import { LAYOUT_CODES } from "./codes/layout.ts";
import { LEGAL_CODES } from "./codes/legal.ts";
import { MACHINE_CODES } from "./codes/machine.ts";
import { PREFLIGHT_CODES } from "./codes/preflight.ts";
import { QUEUE_CODES } from "./codes/queue.ts";
import { REQUEST_CODES } from "./codes/request.ts";
import { ROW_VALUE_CODES } from "./codes/row-values.ts";
import { ROWS_CODES } from "./codes/rows.ts";
import { SERVICE_CODES } from "./codes/service.ts";
import { SERVICE_ACCESS_CODES } from "./codes/service-access.ts";
import { SERVICE_JOB_CODES } from "./codes/service-jobs.ts";
import { TEMPLATE_CODES } from "./codes/template.ts";
import { TEXT_CODES } from "./codes/text.ts";

const entries = {
  ...REQUEST_CODES,
  ...ROWS_CODES,
  ...ROW_VALUE_CODES,
  ...ASSET_CODES,
  ...TEXT_CODES,
  ...LAYOUT_CODES,
  ...PREFLIGHT_CODES,
  ...LEGAL_CODES,
  ...INSPECT_CODES,
  ...INSPECT_CONTENT_CODES,
  ...BRAND_CODES,
  ...TEMPLATE_CODES,
  ...IMPOSITION_CODES,
  ...MACHINE_CODES,
  ...QUEUE_CODES,
  ...SERVICE_CODES,
  ...SERVICE_ACCESS_CODES,
  ...SERVICE_JOB_CODES,
};

export type Code = keyof typeof entries;

/** Every code with its sentences. */
export const CODES: Readonly<Record<Code, CodeEntry>> = entries;

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type Sentences<C extends Code> = (typeof entries)[C]["vi" | "en" | "hintVi" | "hintEn"];

/** The parameters that the sentences of a code need. */
export type CodeParams<C extends Code> = Record<Placeholders<Sentences<C>>, string | number>;
