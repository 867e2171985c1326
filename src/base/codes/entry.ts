/** What the catalogue says of a code. */

export interface CodeEntry {
  /** `error`: the result is wrong or missing. `warning`: usable, but somebody must look. `note`: for information. */
  readonly severity: "error" | "warning" | "note";
  /** Whose fault it is: the request (exit 2, HTTP 4xx), the finished piece (exit 3), or us (exit 1). */
  readonly fault: "request" | "piece" | "internal";
  /** HTTP status when it ends a request. */
  readonly http: number;
  readonly vi: string;
  readonly en: string;
  readonly hintVi: string;
  readonly hintEn: string;
}
