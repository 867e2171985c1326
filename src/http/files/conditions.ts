/** What a caller has already, and what part is wanted: conditions and ranges (RFC 9110, 13 and 14). */

import type { IncomingHttpHeaders } from "node:http";

/** What tells one state of a file from every other. */
export interface Validators {
  /** Strong (RFC 9110, 8.8.1), in its quotes. */
  readonly etag: string;
  /** ms since 1970. */
  readonly modified: number;
}

/** `failed`: it is not what the caller has begun with. `unchanged`: the caller has it. */
export type Verdict = "send" | "unchanged" | "failed";

/** In the order of RFC 9110, 13.2.2. */
export function verdictOn(headers: IncomingHttpHeaders, { etag, modified }: Validators): Verdict {
  const seconds = Math.floor(modified / 1000);
  const { "if-match": match, "if-none-match": noneMatch } = headers;
  if (match !== undefined) {
    // Strong comparison: no weak tag equals anything.
    if (!listed(match).some((each) => each === "*" || each === etag)) return "failed";
  } else if (seconds > secondsIn(headers["if-unmodified-since"], Number.POSITIVE_INFINITY)) return "failed";
  if (noneMatch !== undefined) {
    return listed(noneMatch).some((each) => each === "*" || isWeaklyEqual(each, etag)) ? "unchanged" : "send";
  }
  return seconds <= secondsIn(headers["if-modified-since"], Number.NEGATIVE_INFINITY) ? "unchanged" : "send";
}

/** The tags of If-Match and If-None-Match. Those of this service have no comma in them. */
export const listed = (header: string): readonly string[] => header.split(",").map((each) => each.trim());

/** RFC 9110, 8.8.3.2. */
export const isWeaklyEqual = (tag: string, etag: string): boolean => tag.replace(/^W\//, "") === etag;

/** A date that cannot be read is as none. */
function secondsIn(header: string | undefined, otherwise: number): number {
  const time = Date.parse(header ?? "");
  return Number.isNaN(time) ? otherwise : Math.floor(time / 1000);
}

/** Bytes, both ends included. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/**
 * The part that a GET asks for. `null` for the whole file: also for several parts, for what is no range, and where
 * If-Range names another state. A date is no strong validator, so that none there is enough (RFC 9110, 13.1.5).
 * `none` where the file ends before the part begins.
 * @param size of the file, bytes
 */
export function partOf(headers: IncomingHttpHeaders, etag: string, size: number): Part | "none" | null {
  const condition = headers["if-range"];
  if (condition !== undefined && condition !== etag) return null;
  const [, from = "", to = ""] =
    /^bytes=(\d*)-(\d*)$/i.exec(headers.range?.replaceAll(/[ \t]/g, "") ?? "") ?? [];
  if (from === "" && to === "") return null;
  const last = size - 1;
  if (from === "")
    return Number(to) > 0 && size > 0 ? { start: Math.max(0, size - Number(to)), end: last } : "none";
  const [start, end] = [Number(from), to === "" ? last : Math.min(last, Number(to))];
  if (to !== "" && Number(to) < start) return null;
  return start > last ? "none" : { start, end };
}
