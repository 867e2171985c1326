import type { RenderRequest } from "../../model/request.ts";
import { deepMerge } from "../../resolve/deep-merge.ts";
import type { MappedRow } from "./map-row.ts";

/** The request of a row: its own fields over the run's, its data over the run's data field by field. */
export function requestOf(row: Pick<MappedRow, "request">, base: Partial<RenderRequest>): RenderRequest {
  const data = deepMerge(base.data ?? {}, row.request.data ?? {}) as RenderRequest["data"];
  return { ...base, ...row.request, data } as RenderRequest;
}
