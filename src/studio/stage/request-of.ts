/** From what is chosen on the page to what the pipeline is asked. */

import type { OutputType, RenderRequest } from "../../model/request.ts";
import { deepMerge } from "../../resolve/deep-merge.ts";
import type { Library } from "../../resolve/library.ts";
import { resolve } from "../../resolve/resolve.ts";
import type { Choice } from "../shared/wire.ts";
import { stressed } from "./stress.ts";

/** Content of the data sets by name. */
export type DataSets = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

export interface Output {
  readonly as: OutputType;
  /** `null`: the format's own. */
  readonly ppi: number | null;
}

/** What a row of a table says, without what the page chooses itself. */
export type RowContent = Pick<
  Partial<RenderRequest>,
  "institution" | "campaign" | "message" | "audience" | "event" | "data"
>;

/** Without stress; nothing is read. */
export function plainRequest(
  choice: Choice,
  dataSets: DataSets,
  row: RowContent,
  { as, ppi }: Output,
): RenderRequest {
  const { template, format, theme, institution, campaign, message, audience, event, profile } = choice;
  const { data: rowData = {}, ...rowFields } = row;
  const set = choice.dataSet === null ? {} : (dataSets.get(choice.dataSet) ?? {});
  const base = deepMerge(set, rowData);
  const data = Object.entries(choice.set).reduce<unknown>(
    (said, [path, value]) => deepMerge(said, nested(path.split("."), value)),
    base,
  );
  return {
    template,
    format,
    theme,
    institution,
    campaign,
    message,
    audience,
    event,
    profile,
    ...rowFields,
    data: data as Record<string, unknown>,
    as,
    ppi,
  };
}

/**
 * With stress, which depends on what the brief says without it.
 * @throws AnphamError as {@link resolve}
 */
export async function requestOf(
  choice: Choice,
  dataSets: DataSets,
  row: RowContent,
  library: Library,
  output: Output,
): Promise<RenderRequest> {
  const plain = plainRequest(choice, dataSets, row, output);
  const { text, programmes } = choice.stress;
  if (text === 1 && programmes === null) return plain;
  const { value: job } = await resolve(plain, library);
  const data = deepMerge(plain.data, stressed(job.brief, choice.stress));
  return { ...plain, data: data as Record<string, unknown> };
}

/** `a.b` and a value → `{a: {b: value}}`. `__proto__` becomes a field like any other. */
const nested = (path: readonly string[], value: unknown): unknown =>
  path.reduceRight<unknown>((inner, step) => Object.fromEntries([[step, inner]]), value);
