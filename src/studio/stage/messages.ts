import type { Diagnostic } from "../../base/diagnostic.ts";
import type { Stage } from "./stage.ts";

/** A call of one of a stage's functions from another thread. */
export interface Question {
  readonly id: number;
  readonly name: keyof Stage;
  readonly values: readonly unknown[];
}

/** A template's module runs, which may never end; `null` when it has. */
export interface Running {
  readonly running: string | null;
}

export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** So many of the tables loaded last can have a row chosen. */
export const KEPT_TABLES = 4;
