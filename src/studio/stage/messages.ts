import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Stage } from "./stage.ts";

/** A call of one of a stage's functions from another thread. */
export interface Question {
  readonly id: number;
  readonly name: keyof Stage;
  readonly values: readonly unknown[];
}

export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly diagnostics: readonly Diagnostic[] };
