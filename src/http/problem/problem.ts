/** Errors as `application/problem+json` (RFC 9457), with the permanent codes. */

import { CODES } from "../../base/codes.ts";
import type { Diagnostic, Localized } from "../../base/diagnostic.ts";

export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

export interface Problem {
  /** A name for the kind of problem, never an address to fetch. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The gravest finding's. */
  readonly code: string;
  /** Of the request, as it stands in the log. */
  readonly requestId: string;
  readonly diagnostics: readonly FindingBody[];
}

/** A finding as answers tell it. */
export interface FindingBody {
  readonly code: string;
  readonly severity: Diagnostic["severity"];
  readonly message: Localized;
  readonly hint: Localized;
  readonly where: Diagnostic["where"];
  /** Name of the frame, `null` where it is about no frame. */
  readonly frame: string | null;
  /** Dotted path of the request's field, `null` where it is about none. */
  readonly field: string | null;
}

/** How uploads are called inside has the owner's folder in it; callers know them without. */
const OWNER = /upload:[\da-f]{16}\//g;
const outside = (text: string): string => text.replace(OWNER, "upload:");

export function findingBody({ code, severity, message, hint, where }: Diagnostic): FindingBody {
  const told = ({ vi, en }: Localized): Localized => ({ vi: outside(vi), en: outside(en) });
  const { file } = where;
  return {
    ...{ code, severity, message: told(message), hint: told(hint) },
    where: file === undefined ? where : { ...where, file: outside(file) },
    frame: where.frame ?? null,
    field: where.path ?? null,
  };
}

/** The problem behind findings that ended a request; the first error speaks for all. */
export function problemOf(diagnostics: readonly Diagnostic[], requestId: string): Problem {
  const findings = diagnostics.map(findingBody);
  const first = findings.find(({ severity }) => severity === "error") ?? findings[0]!;
  return {
    type: `urn:anpham:problem:${first.code}`,
    title: first.message.vi,
    status: CODES[first.code as keyof typeof CODES].http,
    detail: `${first.message.en} ${first.hint.en}`,
    code: first.code,
    requestId,
    diagnostics: findings,
  };
}
