/** What a stage has to say about its input: collected, never thrown away, never printed by library code. */

import { CODES, type Code, type CodeParams } from "./codes.ts";

export type Severity = "error" | "warning" | "note";

/** A sentence for people, in both languages. */
export interface Localized {
  readonly vi: string;
  readonly en: string;
}

/** Where a finding is. Only what is known is present. */
export interface Where {
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  /** 1-based row of a data file, the heading not counted. */
  readonly row?: number;
  /** The heading of a data file's column. */
  readonly header?: string;
  /** Dotted path of a field: `institution.contact.phone`. */
  readonly path?: string;
  /** 1-based page of the piece. */
  readonly page?: number;
  /** Name of the frame. */
  readonly frame?: string;
  /** The place on the page: mm from the trim's top left corner, y down. */
  readonly area?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly where: Where;
  readonly message: Localized;
  readonly hint: Localized;
}

/** A stage's result together with what it noticed. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Builds a diagnostic from the catalogue. */
export function diagnose<C extends Code>(code: C, params: CodeParams<C>, where: Where = {}): Diagnostic {
  const entry = CODES[code];
  const values = params as Record<string, string | number>;
  const fill = (sentence: string) =>
    sentence.includes("{")
      ? // A reason that is a sentence brings the full stop along.
        sentence.replace(/\{(\w+)\}(\.?)/g, (_, name: string, stop: string) => {
          const value = String(values[name] ?? "");
          return value.endsWith(".") ? value : value + stop;
        })
      : sentence;
  return {
    code,
    severity: entry.severity,
    where,
    message: { vi: fill(entry.vi), en: fill(entry.en) },
    hint: { vi: fill(entry.hintVi), en: fill(entry.hintEn) },
  };
}

/** Ends a request: carries every diagnostic found until then, at least one of severity `error`. */
export class AnphamError extends Error {
  override readonly name = "AnphamError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[], options?: ErrorOptions) {
    super(diagnostics.map((d) => `${d.code}: ${d.message.en}`).join("\n"), options);
    this.diagnostics = diagnostics;
  }
}

/** Throws a single diagnostic as an {@link AnphamError}. */
export function fail<C extends Code>(
  code: C,
  params: CodeParams<C>,
  where: Where = {},
  options?: ErrorOptions,
): never {
  throw new AnphamError([diagnose(code, params, where)], options);
}

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((d) => d.severity === "error");

/** The text of anything thrown, without its stack. */
export const reasonOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);

/** {@link reasonOf} for sentences of both languages: whoever threw it knew but one. */
export const sameReasonOf = (thrown: unknown): Localized => {
  const reason = reasonOf(thrown);
  return { vi: reason, en: reason };
};

/** What went wrong, as diagnostics: anything that is not ours is an unexpected failure. */
export const diagnosticsOf = (thrown: unknown): readonly Diagnostic[] =>
  thrown instanceof AnphamError
    ? thrown.diagnostics
    : [diagnose("internal.unexpected", { reason: reasonOf(thrown) })];
